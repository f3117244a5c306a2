import type { PolicyResource } from "@pulumi/policy";
import { isLeftToAws } from "../left-to-aws";
import { quote } from "../quote";
import { valueIfKnown } from "../unknown-value";
import type { StackIndex } from "../stack-index";
import { type AddressRange, parseRange } from "./address-ranges";
import { PrefixLists } from "./prefix-lists";
import {
    eachPeer,
    ingressRulesOf,
    INGRESS_TYPES,
    type PeerList,
    SECURITY_GROUP_TYPES,
    type SecurityGroupRule,
} from "./security-group-rules";
import type { Traffic } from "./traffic";

/** Whom a rule of a security group admits, with the entries of prefix lists one by one. Groups of this account are left out. */
export interface IngressSource {
    /** The group or rule that says so. */
    readonly resource: PolicyResource;
    /** As the rule calls it, for messages. */
    readonly ruleName: string;
    readonly traffic: Traffic;
    /** For messages, quoted. */
    readonly text: string;
    /**
     * `range`: the rule says it. `entry`: a prefix list of this stack holds it. `unseen`: a prefix list or a group that somebody
     * else looks after, AWS or another account.
     */
    readonly kind: "range" | "entry" | "unseen";
    /** `undefined` when there is none, or it cannot be read. */
    readonly range: AddressRange | undefined;
}

/**
 * Goes through whom the security groups of a stack admit.
 * @param wants which traffic is asked for
 * @param ifKnown takes care of what is not known yet: it ends its own part only
 */
export function eachIngressSource(
    stack: StackIndex,
    wants: (traffic: Traffic) => boolean,
    ifKnown: (resource: PolicyResource, part: () => void) => void,
    visit: (source: IngressSource) => void,
): void {
    const lists = new PrefixLists(stack);
    for (const resource of stack.ofType(...INGRESS_TYPES)) {
        // In a preview, AWS may yet fill the list of a group that declares none.
        if (isLeftToAws(resource, "ingress")) continue;
        const inPart = (part: () => void): void => {
            ifKnown(resource, part);
        };
        inPart(() => {
            for (const rule of ingressRulesOf(resource.type, resource.props)) {
                inPart(() => {
                    if (wants(rule.traffic)) visitRule(rule, resource, lists, inPart, visit);
                });
            }
        });
    }
}

function visitRule(
    rule: SecurityGroupRule,
    resource: PolicyResource,
    lists: PrefixLists,
    ifKnown: (part: () => void) => void,
    visit: (source: IngressSource) => void,
): void {
    const common = { resource, ruleName: rule.name, traffic: rule.traffic };
    eachPeer(rule, "range", ifKnown, ({ text }) => {
        visit({ ...common, kind: "range", text: quote(text), range: parseRange(text) });
    });
    eachPeer(rule, "prefix-list", ifKnown, ({ property, text }) => {
        const list = `prefix list ${quote(text)}`;
        const entries = lists.rangesOf(text, resource.propertyDependencies[property]);
        if (entries === undefined) {
            const unseen = `${list}, which this stack does not declare`;
            visit({ ...common, kind: "unseen", text: unseen, range: undefined });
        }
        for (const read of entries ?? []) {
            ifKnown(() => {
                const held = `${list}, which holds ${quote(read())}`;
                visit({ ...common, kind: "entry", text: held, range: parseRange(read()) });
            });
        }
    });
    for (const list of rule.peers.filter(({ kind }) => kind === "group")) {
        // A group whose id is not known yet is made by this stack, if a group is among what the id is made of.
        if (isOwnGroup(list, resource)) continue;
        eachPeer({ ...rule, peers: [list] }, "group", ifKnown, ({ text }) => {
            if (!/^\d{12}\//.test(text)) return;
            const unseen = `group ${quote(text)} of another account`;
            visit({ ...common, kind: "unseen", text: unseen, range: undefined });
        });
    }
}

function isOwnGroup({ property, read }: PeerList, resource: PolicyResource): boolean {
    const isKnown = valueIfKnown(() => read().map(({ text }) => text)) !== undefined;
    const dependencies = resource.propertyDependencies[property] ?? [];
    return (
        !isKnown &&
        dependencies.some(({ type }) => SECURITY_GROUP_TYPES.some((each) => each === type))
    );
}
