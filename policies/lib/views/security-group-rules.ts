import type { Inputs } from "../policy";
import { flagOf, isSet, itemsOf, textOf } from "../properties";
import { parseRange } from "./address-ranges";
import { isOutsideEveryVpc } from "./platform-networks";
import { type Traffic, trafficOf } from "./traffic";

/** Groups, which may hold rules of their own. */
export const SECURITY_GROUP_TYPES = [
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
] as const;

const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS_RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

/** Rules that are resources of their own and let traffic in; they name their group in `securityGroupId`. */
export const INGRESS_RULE_TYPES = [RULE, INGRESS_RULE] as const;

/**
 * All types that can declare what a security group lets in. `aws:ec2/vpcSecurityGroupRulesExclusive` is none: it only takes
 * away rules that it does not list.
 */
export const INGRESS_TYPES = [...SECURITY_GROUP_TYPES, ...INGRESS_RULE_TYPES] as const;

/** One rule of a security group, whichever of the five shapes it has. */
export interface SecurityGroupRule {
    /** `ingress[0]`, or `the rule` where it is a resource of its own; for messages. */
    readonly name: string;
    /** What it lets through. Throws while it is not known yet. */
    readonly traffic: Traffic;
    /** Who is at the other end, property by property. */
    readonly peers: readonly PeerList[];
}

/** Peers that one property of a rule names. */
export interface PeerList {
    readonly kind: Peer["kind"];
    /** Property of the resource that holds it; the engine knows what that was made of. */
    readonly property: string;
    /** Throws while it is not known yet how many there are. */
    readonly read: () => readonly Peer[];
}

/** The other end of a rule. */
export interface Peer {
    readonly kind: "range" | "prefix-list" | "group" | "self";
    /** As in `PeerList`. */
    readonly property: string;
    /** Range, id of a prefix list or of a group, empty for the group itself. Throws while it is not known yet. */
    readonly text: string;
}

type Direction = "ingress" | "egress";
/** Properties that name the other end, in the order of messages. */
type PeerKeys = readonly (readonly [key: string, kind: Peer["kind"]])[];

const INLINE_PEERS: PeerKeys = [
    ["cidrBlocks", "range"],
    ["ipv6CidrBlocks", "range"],
    ["prefixListIds", "prefix-list"],
    ["securityGroups", "group"],
    ["self", "self"],
];
const RULE_PEERS: PeerKeys = [
    ["cidrBlocks", "range"],
    ["ipv6CidrBlocks", "range"],
    ["prefixListIds", "prefix-list"],
    ["sourceSecurityGroupId", "group"],
    ["self", "self"],
];
const VPC_PEERS: PeerKeys = [
    ["cidrIpv4", "range"],
    ["cidrIpv6", "range"],
    ["prefixListId", "prefix-list"],
    ["referencedSecurityGroupId", "group"],
];

/** What a resource of one of `INGRESS_TYPES` lets in: any number of rules for a group, one or none for a rule. */
export function ingressRulesOf(type: string, props: Inputs): readonly SecurityGroupRule[] {
    return type === INGRESS_RULE ? [vpcRule(props)] : rulesOf(type, props, "ingress");
}

/** What a resource lets out. Of a group without rules, AWS lets out everything, but the provider takes that rule away. */
export function egressRulesOf(type: string, props: Inputs): readonly SecurityGroupRule[] {
    return type === EGRESS_RULE ? [vpcRule(props)] : rulesOf(type, props, "egress");
}

/**
 * Goes through the peers of one kind that a rule names.
 * @param ifKnown takes care of what is not known yet: it ends its own part only
 */
export function eachPeer(
    rule: SecurityGroupRule,
    kind: Peer["kind"],
    ifKnown: (part: () => void) => void,
    visit: (peer: Peer) => void,
): void {
    for (const list of rule.peers.filter((each) => each.kind === kind)) {
        ifKnown(() => {
            for (const peer of list.read()) {
                ifKnown(() => {
                    visit(peer);
                });
            }
        });
    }
}

/** Whether a range is outside, whatever VPC asks. What cannot be read may be anything. */
export function isOutsideText(text: string): boolean {
    const range = parseRange(text);
    return range === undefined || isOutsideEveryVpc(range);
}

function rulesOf(type: string, props: Inputs, direction: Direction): readonly SecurityGroupRule[] {
    if (type === RULE) {
        return textOf(props, "type") === direction
            ? [rule("the rule", undefined, () => props, "protocol", RULE_PEERS)]
            : [];
    }
    return itemsOf(props, direction).map((item) =>
        rule(item.path, direction, () => item.value, "protocol", INLINE_PEERS),
    );
}

function vpcRule(props: Inputs): SecurityGroupRule {
    return rule("the rule", undefined, () => props, "ipProtocol", VPC_PEERS);
}

function rule(
    name: string,
    property: string | undefined,
    read: () => Inputs,
    protocol: string,
    peers: PeerKeys,
): SecurityGroupRule {
    return {
        name,
        get traffic() {
            const keys = { protocol, from: "fromPort", to: "toPort", icmpType: "fromPort" };
            return trafficOf(read(), keys);
        },
        peers: peers.map(([key, kind]) => ({
            kind,
            property: property ?? key,
            read: () => peersOf(read(), key, kind, property ?? key),
        })),
    };
}

function peersOf(
    props: Inputs,
    key: string,
    kind: Peer["kind"],
    property: string,
): readonly Peer[] {
    if (kind === "self") return flagOf(props, key) === true ? [{ kind, property, text: "" }] : [];
    // AWS reads an empty text as none.
    if (isSet(props, key) && props[key] === "") return [];
    return itemsOf(props, key).map((item) => ({
        kind,
        property,
        get text() {
            return item.text;
        },
    }));
}
