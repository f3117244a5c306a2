import assert from "node:assert/strict";
import { securityGroupNetworks } from "../../../policies/https-only/security-group-networks";
import { failures, type Fixture, judge, UNKNOWN, urnOf } from "../support/judge";
import { type Rule, SHAPES } from "./support/ingress-shapes";

const PASSED = { diagnostics: [], notApplicable: [] };
const VPC: Fixture = {
    type: "aws:ec2/vpc:Vpc",
    name: "vpc",
    props: { cidrBlock: "10.20.0.0/16", ipv6CidrBlock: "2001:db8::/56" },
};
const LIST: Fixture = {
    type: "aws:ec2/managedPrefixList:ManagedPrefixList",
    name: "list",
    props: {
        id: "pl-1",
        entries: [{ cidr: "10.20.0.0/20" }, { cidr: "8.8.8.0/24" }, { cidr: "?" }],
    },
};

describe("security-group-networks", () => {
    for (const { type, rule: name, declare } of SHAPES) {
        const on = (rule: Rule, ...others: readonly Fixture[]) =>
            judge(securityGroupNetworks, [VPC, LIST, { ...declare(rule), name: "web" }, ...others]);

        describe(type, () => {
            for (const [title, rule] of [
                ["the VPC's own addresses", { from: 5432, ranges: ["10.20.0.0/16"] }],
                ["the VPC's own IPv6 addresses", { from: 5432, ranges: ["2001:db8:0:1::/64"] }],
                ["local addresses", { from: 80, ranges: ["169.254.171.0/24"] }],
                ["HTTPS from a partner", { from: 443, ranges: ["192.168.0.0/24"] }],
                [
                    "SSH from a partner, which others judge",
                    { from: 22, ranges: ["192.168.0.0/24"] },
                ],
                ["public ranges, which others judge", { from: 80, ranges: ["0.0.0.0/0"] }],
                ["what cannot be read, which others judge", { from: 80, ranges: ["?"] }],
                ["HTTPS from a list", { from: 443, prefixList: "pl-4fa04526" }],
                ["another group", { from: 5432, group: "sg-0a1b2c3d" }],
                ["nobody", { from: 80 }],
            ] as const) {
                it(`accepts ${title}`, async () => {
                    assert.deepEqual(await on(rule), PASSED);
                });
            }

            for (const [rule, what] of [
                [
                    { from: 80, ranges: ["10.21.0.0/16"] },
                    `TCP port 80 from "10.21.0.0/16", which no VPC of this stack has`,
                ],
                [
                    { protocol: "-1", ranges: ["192.168.0.7/32"] },
                    `every protocol from "192.168.0.7/32", which no VPC of this stack has`,
                ],
                [
                    { from: 80, ranges: ["2001:db8:1::/56"] },
                    `TCP port 80 from "2001:db8:1::/56", which no VPC of this stack has`,
                ],
                [
                    { from: 80, prefixList: "pl-4fa04526" },
                    `TCP port 80 from prefix list "pl-4fa04526", which this stack does not declare`,
                ],
                [
                    { from: 5432, group: "123456789012/sg-0a1b2c3d" },
                    `TCP port 5432 from group "123456789012/sg-0a1b2c3d" of another account`,
                ],
            ] as const) {
                it(`reports ${what}`, async () => {
                    assert.deepEqual((await on(rule)).diagnostics, [
                        {
                            verdict: "fail",
                            message: `${name} admits ${what}, expected TCP port 443 only`,
                            level: "mandatory",
                            urn: urnOf({ type, name: "web" }),
                        },
                    ]);
                });
            }

            it("reports entries of a list that are outside, or cannot be read", async () => {
                assert.deepEqual(failures(await on({ from: 80, prefixList: "pl-1" })), [
                    `${name} admits TCP port 80 from prefix list "pl-1", which holds "8.8.8.0/24", expected TCP port 443 only`,
                    `${name} admits TCP port 80 from prefix list "pl-1", which holds "?", expected TCP port 443 only`,
                ]);
            });

            it("does not evaluate what is not known yet", async () => {
                // The engine names what an unknown input waits for.
                const waiting = (fixture: Fixture): Fixture => ({
                    ...fixture,
                    propertyDependencies: { ingress: [urnOf(VPC)] },
                });
                for (const rule of [
                    { from: 80, ranges: [UNKNOWN] },
                    { from: 80, prefixList: UNKNOWN },
                    { from: 80, group: UNKNOWN },
                    { from: UNKNOWN, ranges: ["192.168.0.0/24"] },
                ]) {
                    const { diagnostics } = await judge(securityGroupNetworks, [
                        VPC,
                        waiting(declare(rule)),
                    ]);
                    assert.deepEqual(
                        diagnostics.map(({ verdict }) => verdict),
                        ["not-evaluated"],
                    );
                }
            });
        });
    }

    it("takes private ranges for the VPC's own where that is declared elsewhere", async () => {
        const [{ declare }] = SHAPES as readonly [(typeof SHAPES)[number]];
        const alone = (range: string) =>
            judge(securityGroupNetworks, [declare({ from: 5432, ranges: [range] })]);
        assert.deepEqual(await alone("10.99.0.0/16"), PASSED);
        assert.deepEqual(failures(await alone("2001:db8::/56")), [
            `ingress[0] admits TCP port 5432 from "2001:db8::/56", which no VPC of this stack has, expected TCP port 443 only`,
        ]);
    });

    it("does not evaluate a range while a VPC's own is not known yet", async () => {
        const [{ declare }] = SHAPES as readonly [(typeof SHAPES)[number]];
        const later: Fixture = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: UNKNOWN } };
        const group = { ...declare({ from: 5432, ranges: ["10.99.0.0/24"] }), name: "web" };
        assert.deepEqual((await judge(securityGroupNetworks, [later, group])).diagnostics, [
            {
                verdict: "not-evaluated",
                message: "cidrBlock is not known yet",
                level: "advisory",
                urn: urnOf(group),
            },
        ]);
    });

    it("does not apply to stacks without rules", async () => {
        const { notApplicable } = await judge(securityGroupNetworks, [VPC]);
        assert.deepEqual(notApplicable, [
            "Policy only applies to resources of type 'aws:ec2/securityGroup:SecurityGroup' or " +
                "'aws:ec2/defaultSecurityGroup:DefaultSecurityGroup' or 'aws:ec2/securityGroupRule:SecurityGroupRule' or " +
                "'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule'",
        ]);
    });
});
