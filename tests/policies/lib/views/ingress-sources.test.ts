import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { isUnknownValue, pathOf } from "../../../../policies/lib/unknown-value";
import { rangeText } from "../../../../policies/lib/views/address-ranges";
import { eachIngressSource } from "../../../../policies/lib/views/ingress-sources";
import { isSsh, type Traffic } from "../../../../policies/lib/views/traffic";
import { resource } from "../../support/resources";
import { UNKNOWN } from "../../support/unknown";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";

const SSH = { protocol: "tcp", fromPort: 22, toPort: 22 };

/** What is visited, one line each, and what is not known yet. */
function visited(
    resources: readonly PolicyResource[],
    wants: (traffic: Traffic) => boolean = isSsh,
): { readonly seen: readonly string[]; readonly unknown: readonly string[] } {
    const seen: string[] = [];
    const unknown: string[] = [];
    const ifKnown = ({ name }: PolicyResource, part: () => void): void => {
        try {
            part();
        } catch (error) {
            assert.ok(isUnknownValue(error));
            unknown.push(`${name} ${pathOf(error)}`);
        }
    };
    eachIngressSource(new StackIndex(resources), wants, ifKnown, (source) => {
        const { kind, ruleName, text, range, traffic } = source;
        const parsed = range === undefined ? "none" : rangeText(range);
        seen.push(
            `${source.resource.name} ${ruleName} ${traffic.protocol} ${kind} ${text} ${parsed}`,
        );
    });
    return { seen, unknown };
}

describe("eachIngressSource", () => {
    it("visits ranges, entries of lists, and what others look after, of the traffic that is asked for", () => {
        const list = resource(LIST, "list", {
            id: "pl-1",
            entries: [{ cidr: "203.0.113.0/28" }, { cidr: "?" }],
        });
        const group = resource(GROUP, "web", {
            id: "sg-1",
            ingress: [
                {
                    ...SSH,
                    cidrBlocks: ["10.0.0.0/8", "?"],
                    prefixListIds: ["pl-1", "pl-2"],
                    securityGroups: ["sg-2", "123456789012/sg-3", "sg-12"],
                    self: true,
                },
                { ...SSH, fromPort: 21, cidrBlocks: ["0.0.0.0/0"] },
            ],
        });
        const rule = resource(INGRESS, "rule", {
            securityGroupId: "sg-1",
            ipProtocol: "tcp",
            fromPort: 22,
            toPort: 22,
            cidrIpv6: "::/0",
        });
        const out = resource(EGRESS, "out", { ...SSH, ipProtocol: "tcp", cidrIpv4: "0.0.0.0/0" });
        assert.deepEqual(visited([list, group, rule, out]), {
            seen: [
                `web ingress[0] tcp range "10.0.0.0/8" 10.0.0.0/8`,
                `web ingress[0] tcp range "?" none`,
                `web ingress[0] tcp entry prefix list "pl-1", which holds "203.0.113.0/28" 203.0.113.0/28`,
                `web ingress[0] tcp entry prefix list "pl-1", which holds "?" none`,
                `web ingress[0] tcp unseen prefix list "pl-2", which this stack does not declare none`,
                `web ingress[0] tcp unseen group "123456789012/sg-3" of another account none`,
                `rule the rule tcp range "::/0" ::/0`,
            ],
            unknown: [],
        });
        assert.deepEqual(visited([group, rule], (traffic) => !isSsh(traffic)).seen, [
            `web ingress[1] tcp range "0.0.0.0/0" 0.0.0.0/0`,
        ]);
    });

    it("finds the list that a property was made of", () => {
        const list = resource(LIST, "list", { entries: [{ cidr: "192.0.2.0/28" }] });
        const inline = resource(
            GROUP,
            "web",
            { ingress: [{ ...SSH, prefixListIds: ["pl-1"] }] },
            { ingress: [list] },
        );
        const rule = resource(
            INGRESS,
            "rule",
            { ...SSH, ipProtocol: "tcp", prefixListId: "pl-1" },
            { prefixListId: [list] },
        );
        const held = `entry prefix list "pl-1", which holds "192.0.2.0/28" 192.0.2.0/28`;
        assert.deepEqual(visited([list, inline, rule]).seen, [
            `web ingress[0] tcp ${held}`,
            `rule the rule tcp ${held}`,
        ]);
    });

    it("lets what is not known yet end its own part only", () => {
        const group = resource(
            GROUP,
            "web",
            {
                ingress: [
                    { ...SSH, cidrBlocks: [UNKNOWN, "10.0.0.0/8"], prefixListIds: [UNKNOWN] },
                    { ...SSH, protocol: UNKNOWN },
                    { ...SSH, securityGroups: [UNKNOWN, "123456789012/sg-1"] },
                ],
            },
            { ingress: [resource("test:index/thing:Thing", "it", {})] },
        );
        assert.deepEqual(visited([group]), {
            seen: [
                `web ingress[0] tcp range "10.0.0.0/8" 10.0.0.0/8`,
                `web ingress[2] tcp unseen group "123456789012/sg-1" of another account none`,
            ],
            unknown: [
                "web ingress[0].cidrBlocks[0]",
                "web ingress[0].prefixListIds[0]",
                "web ingress[1].protocol",
                "web ingress[2].securityGroups[0]",
            ],
        });
        const waiting = resource(
            GROUP,
            "web",
            { ingress: UNKNOWN },
            { ingress: [resource("test:index/thing:Thing", "it", {})] },
        );
        assert.deepEqual(visited([waiting]), { seen: [], unknown: ["web ingress"] });
    });

    it("leaves out a group that this stack makes, before its id is known, and rules that AWS may yet fill in", () => {
        const own = resource(GROUP, "own", { ingress: UNKNOWN });
        const rule = resource(
            INGRESS,
            "rule",
            { ...SSH, ipProtocol: "tcp", referencedSecurityGroupId: UNKNOWN },
            { referencedSecurityGroupId: [own] },
        );
        assert.deepEqual(visited([own, rule]), { seen: [], unknown: [] });
        const inline = resource(
            GROUP,
            "web",
            { ingress: [{ ...SSH, protocol: "tcp", securityGroups: [UNKNOWN] }] },
            { ingress: [own] },
        );
        assert.deepEqual(visited([inline]), { seen: [], unknown: [] });
        const other = resource("aws:ec2/vpc:Vpc", "vpc", {});
        const unclear = resource(
            INGRESS,
            "rule",
            { ...SSH, ipProtocol: "tcp", referencedSecurityGroupId: UNKNOWN },
            { referencedSecurityGroupId: [other] },
        );
        assert.deepEqual(visited([unclear]).unknown, ["rule referencedSecurityGroupId"]);
        const known = resource(
            INGRESS,
            "rule",
            { ...SSH, ipProtocol: "tcp", referencedSecurityGroupId: "123456789012/sg-1" },
            { referencedSecurityGroupId: [own] },
        );
        assert.deepEqual(visited([own, known]).seen, [
            `rule the rule tcp unseen group "123456789012/sg-1" of another account none`,
        ]);
    });

    it("visits every range once, whatever the shape", () => {
        const cidr = fc.constantFrom("10.0.0.0/8", "192.0.2.0/24", "0.0.0.0/0");
        fc.assert(
            fc.property(fc.array(cidr), (list) => {
                const inline = resource(GROUP, "a", {
                    ingress: list.map((each) => ({ ...SSH, cidrBlocks: [each] })),
                });
                const apart = list.map((each, index) =>
                    resource(INGRESS, `r${String(index).padStart(3, "0")}`, {
                        ...SSH,
                        ipProtocol: "tcp",
                        cidrIpv4: each,
                    }),
                );
                const ends = (found: ReturnType<typeof visited>) =>
                    found.seen.map((line) => line.split(" ").at(-1));
                assert.deepEqual(ends(visited([inline])), list);
                assert.deepEqual(ends(visited(apart)), list);
            }),
        );
    });
});
