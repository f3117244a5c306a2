import type { AddressRange } from "../lib/views/address-ranges";
import { type AclEntry, type Admission, admissionsOf } from "../lib/views/network-acl-entries";
import { isTooWideForSsh, NARROW_RANGES } from "../lib/views/ssh-ranges";
import { hasPorts, isRouterAnswer, type Ports, portsText, trafficText } from "../lib/views/traffic";

/** Completes "expected …". ACLs keep no state, so answers come back as traffic from outside. */
export const ACL_OFFER = `HTTPS, SSH from ${NARROW_RANGES}, and answers on ports 1024 to 65535 but 3389 only`;

/** What other catalogues ask of network ACLs. */
export const ACL_MAPPINGS: readonly string[] = [
    "fsbp:EC2.21",
    "cis-5.0:5.2",
    "checkov:CKV_AWS_229",
    "checkov:CKV_AWS_230",
    "checkov:CKV_AWS_231",
    "checkov:CKV_AWS_232",
    "checkov:CKV_AWS_352",
    "trivy:AWS-0102",
    "trivy:AWS-0105",
    "prowler:ec2_networkacl_allow_ingress_tcp_port_22",
    "prowler:ec2_networkacl_allow_ingress_tcp_port_3389",
    "prowler:ec2_networkacl_allow_ingress_any_port",
    "kics:network_acl_with_unrestricted_access_to_ssh",
    "kics:network_acl_with_unrestricted_access_to_rdp",
    "gdpr:32(1)(b)",
];

const SSH: Ports = [22, 22];
/** Ports beside HTTPS and SSH that no answer comes to, and remote desktop's, which hides among those that answers come to. */
const REMOTE_DESKTOP: Ports = [3389, 3389];
const CLOSED_TCP: readonly Ports[] = [[0, 21], [23, 442], [444, 1023], REMOTE_DESKTOP];
const CLOSED_UDP: readonly Ports[] = [[0, 1023], REMOTE_DESKTOP];

/**
 * What an entry of a network ACL lets in from outside beside `ACL_OFFER`, for messages.
 * @param all every entry of the ACL in that direction
 * @returns `undefined` for nothing
 */
export function beyondOffer(
    entry: AclEntry,
    all: readonly AclEntry[],
    isOutside: (range: AddressRange) => boolean,
): string | undefined {
    const outside = admissionsOf(entry, all).filter(({ range }) => isOutside(range));
    const { protocol } = entry.traffic;
    if (!hasPorts(protocol)) {
        // Whatever is denied of every protocol, protocols without a name stay.
        return outside.some((admission) => !isRouterAnswer(admission))
            ? trafficText(entry.traffic)
            : undefined;
    }
    const ports = mergePorts(outside.flatMap(closedPorts));
    return ports.length === 0 ? undefined : `${protocol.toUpperCase()} ${portsText(ports)}`;
}

function closedPorts({ protocol, ports, range }: Admission): readonly Ports[] {
    const tcp = isTooWideForSsh(range) ? [...CLOSED_TCP, SSH] : CLOSED_TCP;
    return (protocol === "tcp" ? tcp : CLOSED_UDP)
        .map(([from, to]): Ports => [Math.max(from, ports[0]), Math.min(to, ports[1])])
        .filter(([from, to]) => from <= to);
}

function mergePorts(list: readonly Ports[]): readonly Ports[] {
    const merged: Ports[] = [];
    for (const [from, to] of [...list].sort((a, b) => a[0] - b[0])) {
        const before = merged.at(-1);
        if (before !== undefined && from <= before[1] + 1) {
            merged[merged.length - 1] = [before[0], Math.max(before[1], to)];
        } else merged.push([from, to]);
    }
    return merged;
}
