import type { Inputs } from "../policy";
import { flagOf, isSet, itemsOf, numberOf, textOf } from "../properties";
import { type AddressRange, overlap, parseRange, withoutRanges } from "./address-ranges";
import { type Ports, type Traffic, trafficOf } from "./traffic";

/** Network ACLs, which may hold entries of their own. */
export const NETWORK_ACL_TYPES = [
    "aws:ec2/networkAcl:NetworkAcl",
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
] as const;

/** An entry that is a resource of its own; it names its network ACL in `networkAclId`. */
export const NETWORK_ACL_RULE = "aws:ec2/networkAclRule:NetworkAclRule";

/** One entry of a network ACL in one direction. Reading what is not known yet throws. */
export interface AclEntry {
    /** `ingress[0]`, or `the rule` where it is a resource of its own; for messages. */
    readonly name: string;
    /** Entries are tried in this order, and the first that matches decides. */
    readonly number: number;
    readonly allows: boolean;
    readonly traffic: Traffic;
    /** The other end as it is said, empty for none. */
    readonly rangeText: string;
}

/** What an entry lets through after the denials before it, for one protocol. */
export interface Admission {
    /** As in `Traffic`; `other` stands for every protocol that AWS has no name for. */
    readonly protocol: string;
    readonly icmpType: number | undefined;
    readonly ports: Ports;
    readonly range: AddressRange;
}

type Direction = "ingress" | "egress";
type Box = Pick<Admission, "ports" | "range">;

const EVERY_PROTOCOL = ["tcp", "udp", "icmp", "icmpv6", "other"];
const EVERYWHERE = ["0.0.0.0/0", "::/0"];

/** Entries of one direction: any number for a network ACL, one or none for a rule. What is in none of them is denied. */
export function aclEntriesOf(
    type: string,
    props: Inputs,
    direction: Direction,
): readonly AclEntry[] {
    if (type === NETWORK_ACL_RULE) {
        const isEgress = flagOf(props, "egress") ?? false;
        return isEgress === (direction === "egress")
            ? [entry("the rule", () => props, "ruleNumber", "ruleAction")]
            : [];
    }
    return itemsOf(props, direction).map((item) =>
        entry(item.path, () => item.value, "ruleNo", "action"),
    );
}

/**
 * What one entry lets through, after what the entries with smaller numbers deny; nothing for one that denies. An entry whose
 * range cannot be read admits everybody.
 */
export function admissionsOf(entry: AclEntry, all: readonly AclEntry[]): readonly Admission[] {
    if (!entry.allows) return [];
    const { traffic, number } = entry;
    const { icmpType } = traffic;
    const denials = all.filter((other) => other.number < number && !other.allows);
    const protocols = traffic.protocol === "all" ? EVERY_PROTOCOL : [traffic.protocol];
    return protocols.flatMap((protocol) => {
        let left: readonly Box[] = rangesOf(entry).map((range) => ({
            ports: traffic.ports,
            range,
        }));
        for (const denial of denials) {
            if (!covers(denial.traffic, protocol, icmpType)) continue;
            const range = parseRange(denial.rangeText);
            // One that cannot be read denies nothing that could be relied on.
            if (range !== undefined) {
                left = left.flatMap((box) => without(box, { ports: denial.traffic.ports, range }));
            }
        }
        return left.map((box) => ({ protocol, icmpType, ...box }));
    });
}

function entry(name: string, read: () => Inputs, number: string, action: string): AclEntry {
    const props = read;
    return {
        name,
        get number() {
            return numberOf(props(), number) ?? 0;
        },
        get allows() {
            return textOf(props(), action)?.toLowerCase() !== "deny";
        },
        get traffic() {
            const keys = {
                protocol: "protocol",
                from: "fromPort",
                to: "toPort",
                icmpType: "icmpType",
            };
            return trafficOf(props(), keys);
        },
        get rangeText() {
            const key =
                isSet(props(), "cidrBlock") && props()["cidrBlock"] !== ""
                    ? "cidrBlock"
                    : "ipv6CidrBlock";
            return textOf(props(), key) ?? "";
        },
    };
}

function rangesOf({ rangeText }: AclEntry): readonly AddressRange[] {
    const range = parseRange(rangeText);
    if (range !== undefined) return [range];
    return rangeText === "" ? [] : EVERYWHERE.map(parseRange).filter((each) => each !== undefined);
}

function covers(denied: Traffic, protocol: string, icmpType: number | undefined): boolean {
    if (denied.protocol === "all") return true;
    const isSameType = denied.icmpType === undefined || denied.icmpType === icmpType;
    return denied.protocol === protocol && isSameType;
}

/** A box of ports and addresses without another: what is below, above and beside it. */
function without(box: Box, other: Box): readonly Box[] {
    const [from, to] = box.ports;
    const first = Math.max(from, other.ports[0]);
    const last = Math.min(to, other.ports[1]);
    if (first > last || !overlap(box.range, other.range)) return [box];
    const { range } = box;
    return [
        ...(from < first ? [{ ports: [from, first - 1] as const, range }] : []),
        ...(last < to ? [{ ports: [last + 1, to] as const, range }] : []),
        ...withoutRanges(range, [other.range]).map((left) => ({
            ports: [first, last] as const,
            range: left,
        })),
    ];
}
