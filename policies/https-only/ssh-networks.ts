import type { PolicyResource } from "@pulumi/policy";
import { defineStackPolicy } from "../lib/define-policy";
import { type AddressRange, overlap, rangeText } from "../lib/views/address-ranges";
import { eachIngressSource, type IngressSource } from "../lib/views/ingress-sources";
import { isOutsideEveryVpc, PlatformNetworks } from "../lib/views/platform-networks";
import { RuleGroups } from "../lib/views/rule-groups";
import { INGRESS_TYPES } from "../lib/views/security-group-rules";
import { isTooWideForSsh, NARROW_RANGES, wideSums } from "../lib/views/ssh-ranges";
import { isSsh } from "../lib/views/traffic";

type Ranged = IngressSource & { readonly range: AddressRange };

/** What `ssh-ranges` cannot see in one resource: networks that may be the platform's own, prefix lists, and rules that add up (P-10). */
export const sshNetworks = defineStackPolicy({
    name: "ssh-networks",
    control: "SSH-03",
    title: "SSH is admitted from narrow private networks and prefix lists only, and the rules of a group do not add up to wide ranges.",
    severity: "high",
    why: "A wide private network or a list that somebody else fills is no known network of support engineers, and many narrow ranges together are a wide one.",
    remediation: `Admit port 22 from the trusted networks of support engineers alone: ${NARROW_RANGES}, which do not add up to more over all rules of the group.`,
    frameworks: ["gdpr:32(1)(b)"],
    resourceTypes: INGRESS_TYPES,
    check({ stack, report, ifKnown }) {
        const networks = new PlatformNetworks(stack);
        const groups = new RuleGroups(stack);
        const narrow = new Map<string, Ranged[]>();
        eachIngressSource(stack, isSsh, ifKnown, (source) => {
            const { kind, range, resource, ruleName, text } = source;
            const what = `${ruleName} admits SSH from ${text}`;
            if (kind === "unseen") {
                report(resource, `${what}, expected ${NARROW_RANGES}`);
            } else if (range !== undefined && !isTooWideForSsh(range)) {
                const key = groups.keyOf(resource);
                narrow.set(key, [...(narrow.get(key) ?? []), { ...source, range }]);
            } else if (kind === "entry" || (range !== undefined && !isOutsideEveryVpc(range))) {
                if (range !== undefined && networks.has(range)) return;
                report(resource, `${what}, expected ${NARROW_RANGES}`);
            }
        });
        for (const sources of narrow.values()) {
            for (const sum of wideSums(sources.map(({ range }) => range))) {
                const parts = sources.filter(({ range }) => overlap(range, sum));
                const place = placeOf(parts, groups);
                ifKnown(place, () => {
                    const outside = parts.filter(({ range }) => !networks.has(range));
                    if (isSeenInOne(outside)) return;
                    for (const wide of wideSums(outside.map(({ range }) => range))) {
                        const text = rangeText(wide);
                        report(
                            place,
                            `SSH is admitted from ${text} in pieces, expected ${NARROW_RANGES}`,
                        );
                    }
                });
            }
        }
    },
    examples: {
        accepted: [
            {
                title: "SSH from a VPN's private network",
                resources: [
                    { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.20.0.0/16" } },
                    {
                        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                        props: ssh("192.168.16.0/20"),
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a range in two rules of one group",
                resources: [
                    {
                        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                        props: ssh("203.0.112.0/24"),
                    },
                    {
                        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                        props: ssh("203.0.113.0/24"),
                    },
                ],
                messages: [
                    `SSH is admitted from 203.0.112.0/23 in pieces, expected ${NARROW_RANGES}`,
                ],
            },
        ],
    },
});

/** Where to report what several rules do together: at their group, or the first of them. */
function placeOf(parts: readonly Ranged[], groups: RuleGroups): PolicyResource {
    const [first] = parts as readonly [Ranged];
    return groups.groupsOf(first.resource)[0] ?? first.resource;
}

/** Whether one resource says it all by ranges that are outside whatever the VPC: `ssh-ranges` reports that. */
function isSeenInOne(parts: readonly Ranged[]): boolean {
    return parts.some(({ resource }) => {
        const own = parts.filter((part) => part.resource === resource && part.kind === "range");
        return wideSums(own.map(({ range }) => range).filter(isOutsideEveryVpc)).length > 0;
    });
}

function ssh(cidrIpv4: string): Readonly<Record<string, unknown>> {
    return {
        securityGroupId: "sg-0a1b2c3d",
        ipProtocol: "tcp",
        fromPort: 22,
        toPort: 22,
        cidrIpv4,
    };
}
