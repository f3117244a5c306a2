import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import {
    eachPeer,
    egressRulesOf,
    ingressRulesOf,
    isOutsideText,
    type Peer,
    type SecurityGroupRule,
} from "../../../../policies/lib/views/security-group-rules";
import { guarded, UNKNOWN } from "../../support/unknown";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

const HTTPS = { protocol: "tcp", ports: [443, 443], icmpType: undefined };

function shown(rules: readonly SecurityGroupRule[]) {
    return rules.map(({ name, traffic, peers }) => ({
        name,
        traffic,
        peers: peers.flatMap((list) =>
            list.read().map(({ kind, property, text }) => [kind, property, text]),
        ),
    }));
}

function ingress(type: string, props: Inputs) {
    return shown(ingressRulesOf(type, guarded(props)));
}

function egress(type: string, props: Inputs) {
    return shown(egressRulesOf(type, guarded(props)));
}

describe("rules of security groups", () => {
    for (const type of [GROUP, DEFAULT_GROUP]) {
        it(`are found in both directions of ${type}`, () => {
            const rule = {
                protocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"],
                ipv6CidrBlocks: ["::/0"],
                prefixListIds: ["pl-1"],
                securityGroups: ["sg-1"],
                self: true,
            };
            const found = (direction: string) => ({
                name: `${direction}[0]`,
                traffic: HTTPS,
                peers: [
                    ["range", direction, "10.0.0.0/8"],
                    ["range", direction, "0.0.0.0/0"],
                    ["range", direction, "::/0"],
                    ["prefix-list", direction, "pl-1"],
                    ["group", direction, "sg-1"],
                    ["self", direction, ""],
                ],
            });
            const other = { protocol: "-1", fromPort: 0, toPort: 0, self: false };
            const nobody = {
                traffic: { protocol: "all", ports: [0, 65535], icmpType: undefined },
                peers: [],
            };
            assert.deepEqual(ingress(type, { ingress: [rule, other] }), [
                found("ingress"),
                { name: "ingress[1]", ...nobody },
            ]);
            assert.deepEqual(egress(type, { egress: [rule] }), [found("egress")]);
            assert.deepEqual(ingress(type, { egress: [rule] }), []);
            assert.deepEqual(egress(type, { ingress: [rule] }), []);
            assert.deepEqual(ingress(type, {}), []);
        });
    }

    it("are found where the rule is a resource for both directions", () => {
        const props = {
            securityGroupId: "sg-0",
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: ["0.0.0.0/0"],
            ipv6CidrBlocks: ["::/0"],
            prefixListIds: ["pl-1"],
            sourceSecurityGroupId: "sg-1",
            self: true,
        };
        const found = {
            name: "the rule",
            traffic: HTTPS,
            peers: [
                ["range", "cidrBlocks", "0.0.0.0/0"],
                ["range", "ipv6CidrBlocks", "::/0"],
                ["prefix-list", "prefixListIds", "pl-1"],
                ["group", "sourceSecurityGroupId", "sg-1"],
                ["self", "self", ""],
            ],
        };
        assert.deepEqual(ingress(RULE, { ...props, type: "ingress" }), [found]);
        assert.deepEqual(egress(RULE, { ...props, type: "egress" }), [found]);
        assert.deepEqual(ingress(RULE, { ...props, type: "egress" }), []);
        assert.deepEqual(egress(RULE, { ...props, type: "ingress" }), []);
    });

    it("are found where the rule is a resource for one direction", () => {
        const props = {
            securityGroupId: "sg-0",
            ipProtocol: "TCP",
            fromPort: 443,
            toPort: 443,
            cidrIpv4: "0.0.0.0/0",
            cidrIpv6: "::/0",
            prefixListId: "pl-1",
            referencedSecurityGroupId: "sg-1",
        };
        const found = {
            name: "the rule",
            traffic: HTTPS,
            peers: [
                ["range", "cidrIpv4", "0.0.0.0/0"],
                ["range", "cidrIpv6", "::/0"],
                ["prefix-list", "prefixListId", "pl-1"],
                ["group", "referencedSecurityGroupId", "sg-1"],
            ],
        };
        assert.deepEqual(ingress(INGRESS, props), [found]);
        assert.deepEqual(egress(EGRESS, props), [found]);
        assert.deepEqual(ingress(EGRESS, props), []);
        assert.deepEqual(egress(INGRESS, props), []);
    });

    it("take what ICMP calls its type from the first port", () => {
        const [rule] = ingress(INGRESS, { ipProtocol: "icmp", fromPort: 8, toPort: -1 });
        assert.deepEqual(rule!.traffic, { protocol: "icmp", ports: [0, 65535], icmpType: 8 });
    });

    it("have no peer where a text is empty, as AWS gives it back", () => {
        assert.deepEqual(ingress(INGRESS, { cidrIpv4: "", cidrIpv6: null })[0]!.peers, []);
    });

    it("keep their number and order, whatever shape declares them", () => {
        const cidrs = fc.array(fc.constantFrom("10.0.0.0/8", "0.0.0.0/0", "192.0.2.0/24"));
        fc.assert(
            fc.property(fc.array(cidrs), (lists) => {
                const rules = lists.map((cidrBlocks) => ({ protocol: "-1", cidrBlocks }));
                const texts = (found: ReturnType<typeof ingress>) =>
                    found.map(({ peers }) => peers.map(([, , text]) => text));
                assert.deepEqual(texts(ingress(GROUP, { ingress: rules })), lists);
                const single = rules.flatMap((rule) => ingress(RULE, { type: "ingress", ...rule }));
                assert.deepEqual(texts(single), lists);
            }),
        );
    });
});

describe("eachPeer", () => {
    it("visits peers of one kind, and what is not known yet ends its own part only", () => {
        const [rule] = ingressRulesOf(
            GROUP,
            guarded({
                ingress: [
                    {
                        cidrBlocks: ["10.0.0.0/8", UNKNOWN, "0.0.0.0/0"],
                        ipv6CidrBlocks: UNKNOWN,
                        prefixListIds: ["pl-1"],
                    },
                ],
            }),
        );
        const seen: string[] = [];
        let unknown = 0;
        const ifKnown = (part: () => void): void => {
            try {
                part();
            } catch (error) {
                assert.ok(isUnknownValue(error));
                unknown++;
            }
        };
        const visit = ({ text }: Peer): void => {
            seen.push(text);
        };
        eachPeer(rule!, "range", ifKnown, visit);
        assert.deepEqual({ seen, unknown }, { seen: ["10.0.0.0/8", "0.0.0.0/0"], unknown: 2 });
        eachPeer(rule!, "prefix-list", ifKnown, visit);
        assert.deepEqual(seen.slice(2), ["pl-1"]);
    });
});

describe("isOutsideText", () => {
    it("knows what is outside every VPC, and does not trust what it cannot read", () => {
        assert.ok(isOutsideText("0.0.0.0/0"));
        assert.ok(isOutsideText("somewhere"));
        assert.ok(!isOutsideText("10.0.0.0/16"));
    });
});
