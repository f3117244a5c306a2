import assert from "node:assert/strict";
import { sshBastion } from "../../../policies/https-only/ssh-bastion";
import { failures, type Fixture, judge, UNKNOWN, urnOf } from "../support/judge";
import { SHAPES } from "./support/ingress-shapes";

const PASSED = { diagnostics: [], notApplicable: [] };
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const VPC: Fixture = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { cidrBlock: "10.20.0.0/16" } };
const LIST: Fixture = {
    type: "aws:ec2/managedPrefixList:ManagedPrefixList",
    name: "list",
    props: { id: "pl-1", entries: [{ cidr: "203.0.113.0/28" }, { cidr: "0.0.0.0/0" }] },
};
const EXPECTED = "expected the bastion's group only";

/** Where the tag stands: on the group that holds the rule, or on the group that the rule names. */
function stack(
    { type, declare }: (typeof SHAPES)[number],
    source: Parameters<typeof declare>[0],
    tags: unknown,
): readonly Fixture[] {
    const holdsRules = type.includes("ecurityGroup:") && !type.includes("Rule");
    const rule = { ...declare({ from: 22, ...source }, holdsRules ? { tags } : {}), name: "it" };
    if (holdsRules) return [VPC, LIST, rule];
    const group = { type: GROUP, name: "group", props: { id: "sg-0a1b2c3d", tags } };
    return [VPC, LIST, group, rule];
}

describe("ssh-bastion", () => {
    for (const shape of SHAPES) {
        const { type, rule } = shape;
        const on = (source: Parameters<typeof shape.declare>[0], tags: unknown) =>
            judge(sshBastion, stack(shape, source, tags));

        describe(type, () => {
            for (const range of ["203.0.113.0/28", "192.168.0.0/20", "2001:db8::/56"]) {
                it(`accepts ${range} for the bastion`, async () => {
                    assert.deepEqual(await on({ ranges: [range] }, { role: "bastion" }), PASSED);
                });

                it(`reports ${range} for another group`, async () => {
                    for (const tags of [
                        { role: "web" },
                        { role: "Bastion" },
                        { Role: "bastion" },
                        {},
                        null,
                    ]) {
                        assert.deepEqual((await on({ ranges: [range] }, tags)).diagnostics, [
                            {
                                verdict: "fail",
                                message: `${rule} admits SSH from "${range}" into a group without the tag role: "bastion", ${EXPECTED}`,
                                level: "mandatory",
                                urn: urnOf({ type, name: "it" }),
                            },
                        ]);
                    }
                });
            }

            it("accepts SSH from inside, and what others judge", async () => {
                for (const source of [
                    { ranges: ["10.20.3.0/24"] },
                    { ranges: ["169.254.0.1/32"] },
                    { group: "sg-0a1b2c3d" },
                    { ranges: ["0.0.0.0/0"] },
                    { ranges: ["192.168.0.0/16"] },
                    { ranges: ["?"] },
                    { prefixList: "pl-2" },
                    { group: "123456789012/sg-1" },
                    { from: 443, ranges: ["203.0.113.0/28"] },
                ]) {
                    assert.deepEqual(await on(source, {}), PASSED);
                }
            });

            it("reports a prefix list that holds narrow ranges from outside", async () => {
                assert.deepEqual(failures(await on({ prefixList: "pl-1" }, {})), [
                    `${rule} admits SSH from prefix list "pl-1", which holds "203.0.113.0/28" into a group without the tag role: "bastion", ${EXPECTED}`,
                ]);
            });

            it("does not evaluate tags that are not known yet", async () => {
                for (const tags of [UNKNOWN, { role: UNKNOWN }]) {
                    const { diagnostics } = await on({ ranges: ["203.0.113.0/28"] }, tags);
                    assert.deepEqual(
                        diagnostics.map(({ verdict }) => verdict),
                        ["not-evaluated"],
                    );
                }
            });
        });
    }

    it("reports a rule of a group that is declared elsewhere", async () => {
        const [, , , { declare }] = SHAPES as readonly [
            unknown,
            unknown,
            unknown,
            (typeof SHAPES)[number],
        ];
        assert.deepEqual(
            failures(await judge(sshBastion, [declare({ from: 22, ranges: ["203.0.113.0/28"] })])),
            [
                `the rule admits SSH from "203.0.113.0/28" into a group that this stack does not declare, ${EXPECTED}`,
            ],
        );
    });

    it("finds the group by dependency before ids are known, and does not evaluate without one", async () => {
        const group: Fixture = {
            type: GROUP,
            name: "group",
            props: { id: UNKNOWN, tags: { role: "bastion" }, ingress: UNKNOWN },
        };
        const rule: Fixture = {
            type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            name: "rule",
            props: {
                securityGroupId: UNKNOWN,
                ipProtocol: "tcp",
                fromPort: 22,
                toPort: 22,
                cidrIpv4: "203.0.113.0/28",
            },
        };
        const propertyDependencies = { securityGroupId: [urnOf(group)] };
        assert.deepEqual(
            await judge(sshBastion, [group, { ...rule, propertyDependencies }]),
            PASSED,
        );
        assert.deepEqual((await judge(sshBastion, [group, rule])).diagnostics, [
            {
                verdict: "not-evaluated",
                message: "securityGroupId is not known yet",
                level: "advisory",
                urn: urnOf(rule),
            },
        ]);
    });
});
