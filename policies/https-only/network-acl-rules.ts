import type { PolicyResource } from "@pulumi/policy";
import { defineStackPolicy } from "../lib/define-policy";
import { isLeftToAws } from "../lib/left-to-aws";
import { quote } from "../lib/quote";
import { textOf } from "../lib/properties";
import type { References } from "../lib/references";
import type { AddressRange } from "../lib/views/address-ranges";
import {
    type AclEntry,
    aclEntriesOf,
    NETWORK_ACL_RULE,
    NETWORK_ACL_TYPES,
} from "../lib/views/network-acl-entries";
import { isOutsideEveryVpc, PlatformNetworks } from "../lib/views/platform-networks";
import { ACL_MAPPINGS, ACL_OFFER, beyondOffer } from "./acl-offer";

/** What `network-acl-ports` cannot see in one resource: rules in an order of their own, and networks that may be inside (P-09). */
export const networkAclRules = defineStackPolicy({
    name: "network-acl-rules",
    control: "HTTPS-07",
    title: "Rules of network ACLs admit from outside HTTPS, SSH and answers only.",
    severity: "high",
    why: "A security group that is opened by mistake is reached from outside unless the subnet's network ACL stays closed; private ranges that are not the platform's are outside, too.",
    remediation:
        "Let rules that allow a range outside the VPC name TCP ports 443, 22 (for trusted networks) or 1024 to 65535 without 3389; deny the rest with smaller numbers, or leave it to the final denial.",
    frameworks: ACL_MAPPINGS,
    resourceTypes: [...NETWORK_ACL_TYPES, NETWORK_ACL_RULE],
    check({ stack, report, ifKnown }) {
        const networks = new PlatformNetworks(stack);
        const isOutside = (range: AddressRange): boolean => !networks.has(range);
        // Inline entries from the Internet are network-acl-ports' business.
        const isOther = (range: AddressRange): boolean =>
            !isOutsideEveryVpc(range) && !networks.has(range);
        const acls = stack.refer([NETWORK_ACL_RULE], "networkAclId", NETWORK_ACL_TYPES);
        const byAcl = new Map<string, (readonly [PolicyResource, AclEntry])[]>();
        for (const resource of stack.ofType(...NETWORK_ACL_TYPES, NETWORK_ACL_RULE)) {
            ifKnown(resource, () => {
                const key = keyOf(resource, acls);
                const entries = isLeftToAws(resource, "ingress")
                    ? []
                    : aclEntriesOf(resource.type, resource.props, "ingress");
                const found = entries.map((entry) => [resource, entry] as const);
                byAcl.set(key, [...(byAcl.get(key) ?? []), ...found]);
            });
        }
        for (const found of byAcl.values()) {
            const entries = found.map(([, entry]) => entry);
            for (const [resource, entry] of found) {
                ifKnown(resource, () => {
                    const isRule = resource.type === NETWORK_ACL_RULE;
                    const beyond = beyondOffer(entry, entries, isRule ? isOutside : isOther);
                    if (beyond === undefined) return;
                    const from = quote(entry.rangeText);
                    report(
                        resource,
                        `${entry.name} admits ${beyond} from ${from}, expected ${ACL_OFFER}`,
                    );
                });
            }
        }
    },
    examples: {
        accepted: [
            {
                title: "a rule that another one denies in front of it",
                resources: [
                    rule({ ruleAction: "deny", ruleNumber: 90, protocol: "-1" }),
                    rule({ ruleAction: "allow", ruleNumber: 100, protocol: "-1" }),
                ],
            },
        ],
        rejected: [
            {
                title: "a rule that admits everything",
                resources: [rule({ ruleAction: "allow", ruleNumber: 100, protocol: "-1" })],
                messages: [
                    `the rule admits every protocol from "0.0.0.0/0", expected ${ACL_OFFER}`,
                ],
            },
        ],
    },
});

/** What entries of the same network ACL have in common: its URN, or the id of one that is declared elsewhere. */
function keyOf(resource: PolicyResource, acls: References): string {
    if (resource.type !== NETWORK_ACL_RULE) return resource.urn;
    return acls.of(resource)[0]?.urn ?? textOf(resource.props, "networkAclId") ?? "";
}

function rule(props: Readonly<Record<string, unknown>>): {
    readonly type: string;
    readonly props: Readonly<Record<string, unknown>>;
} {
    const common = { networkAclId: "acl-0a1b2c3d", cidrBlock: "0.0.0.0/0" };
    return { type: NETWORK_ACL_RULE, props: { ...common, ...props } };
}
