import assert from "node:assert/strict";
import { sshNetworks } from "../../../policies/https-only/ssh-networks";
import { failures, type Fixture, judge, UNKNOWN, urnOf } from "../support/judge";
import { SHAPES } from "./support/ingress-shapes";

const PASSED = { diagnostics: [], notApplicable: [] };
const EXPECTED =
    "expected public networks of /24 or narrower, private ones of /20, IPv6 ones of /56";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const VPC: Fixture = {
    type: "aws:ec2/vpc:Vpc",
    name: "vpc",
    props: { cidrBlock: "10.20.0.0/16" },
};

function list(...cidrs: readonly string[]): Fixture {
    const entries = cidrs.map((cidr) => ({ cidr }));
    const type = "aws:ec2/managedPrefixList:ManagedPrefixList";
    return { type, name: "list", props: { id: "pl-1", entries } };
}

function ssh(name: string, cidr: string, securityGroupId = "sg-1"): Fixture {
    const range = cidr.includes(":") ? { cidrIpv6: cidr } : { cidrIpv4: cidr };
    const port = { ipProtocol: "tcp", fromPort: 22, toPort: 22 };
    return { type: RULE, name, props: { securityGroupId, ...port, ...range } };
}

describe("ssh-networks", () => {
    for (const { type, rule, declare } of SHAPES) {
        const on = (source: Parameters<typeof declare>[0], ...others: readonly Fixture[]) =>
            judge(sshNetworks, [
                VPC,
                { ...declare({ from: 22, ...source }), name: "it" },
                ...others,
            ]);

        describe(type, () => {
            for (const range of [
                "192.168.0.0/20",
                "10.20.0.0/16",
                "203.0.113.0/24",
                "2001:db8::/56",
                "169.254.0.0/16",
                // ssh-ranges reports these.
                "0.0.0.0/0",
                "10.0.0.0/8",
                "::/0",
                "?",
            ]) {
                it(`accepts ${range}`, async () => {
                    assert.deepEqual(await on({ ranges: [range] }), PASSED);
                });
            }

            for (const range of ["192.168.0.0/19", "10.21.0.0/16", "2001:db8::/55"]) {
                it(`reports ${range}`, async () => {
                    assert.deepEqual((await on({ ranges: [range] })).diagnostics, [
                        {
                            verdict: "fail",
                            message: `${rule} admits SSH from "${range}", ${EXPECTED}`,
                            level: "mandatory",
                            urn: urnOf({ type, name: "it" }),
                        },
                    ]);
                });
            }

            it("reports wide entries of prefix lists, and what others look after", async () => {
                const entries = list(
                    "0.0.0.0/0",
                    "203.0.113.0/28",
                    "10.20.0.0/16",
                    "192.168.0.0/19",
                    "?",
                );
                assert.deepEqual(failures(await on({ prefixList: "pl-1" }, entries)), [
                    `${rule} admits SSH from prefix list "pl-1", which holds "0.0.0.0/0", ${EXPECTED}`,
                    `${rule} admits SSH from prefix list "pl-1", which holds "192.168.0.0/19", ${EXPECTED}`,
                    `${rule} admits SSH from prefix list "pl-1", which holds "?", ${EXPECTED}`,
                ]);
                assert.deepEqual(failures(await on({ prefixList: "pl-2" }, entries)), [
                    `${rule} admits SSH from prefix list "pl-2", which this stack does not declare, ${EXPECTED}`,
                ]);
                assert.deepEqual(failures(await on({ group: "123456789012/sg-1" })), [
                    `${rule} admits SSH from group "123456789012/sg-1" of another account, ${EXPECTED}`,
                ]);
            });

            it("leaves other traffic to others", async () => {
                assert.deepEqual(await on({ from: 443, ranges: ["192.168.0.0/16"] }), PASSED);
                assert.deepEqual(await on({ to: 23, ranges: ["192.168.0.0/16"] }), PASSED);
            });
        });
    }

    describe("ranges that add up", () => {
        const group: Fixture = { type: GROUP, name: "bastion", props: { id: "sg-1" } };
        const messages = async (...fixtures: readonly Fixture[]) =>
            (await judge(sshNetworks, [VPC, ...fixtures])).diagnostics.map(({ message, urn }) => [
                message,
                urn,
            ]);
        const [a, b] = [ssh("a", "203.0.112.0/24"), ssh("b", "203.0.113.0/24")];
        const sum = `SSH is admitted from 203.0.112.0/23 in pieces, ${EXPECTED}`;

        it("are reported at their group, or at the first rule of one that is declared elsewhere", async () => {
            assert.deepEqual(await messages(group, a, b), [[sum, urnOf(group)]]);
            assert.deepEqual(await messages(b, a), [[sum, urnOf(a)]]);
            const apart = ssh("0", "198.51.100.0/24");
            assert.deepEqual(await messages(apart, b, a), [[sum, urnOf(a)]]);
        });

        it("are reported between rules, inline rules and prefix lists", async () => {
            const port = { protocol: "tcp", fromPort: 22, toPort: 22 };
            const inline = (source: object): Fixture => ({
                ...group,
                props: { id: "sg-1", ingress: [{ ...port, ...source }] },
            });
            const half = inline({ cidrBlocks: ["203.0.112.0/24"] });
            assert.deepEqual(await messages(half, b), [[sum, urnOf(group)]]);
            const listed = inline({ prefixListIds: ["pl-1"] });
            const both = list("203.0.112.0/24", "203.0.113.0/24");
            assert.deepEqual(await messages(listed, both), [[sum, urnOf(group)]]);
            assert.deepEqual(await messages(listed, list("203.0.112.0/24"), b), [
                [sum, urnOf(group)],
            ]);
        });

        it("are not reported over different groups, with gaps, or where they stay narrow", async () => {
            assert.deepEqual(await messages(a, ssh("b", "203.0.113.0/24", "sg-2")), []);
            assert.deepEqual(await messages(a, ssh("b", "203.0.114.0/24")), []);
            assert.deepEqual(
                await messages(ssh("a", "203.0.113.0/25"), ssh("b", "203.0.113.128/25")),
                [],
            );
        });

        it("are not reported again where one resource says them all", async () => {
            const props = {
                id: "sg-1",
                ingress: [
                    {
                        protocol: "tcp",
                        fromPort: 22,
                        toPort: 22,
                        cidrBlocks: ["203.0.112.0/24", "203.0.113.0/24"],
                    },
                ],
            };
            assert.deepEqual(await messages({ ...group, props }), []);
            const third = ssh("third", "203.0.114.0/24");
            assert.deepEqual(await messages({ ...group, props }, third), []);
            // Private networks are not looked at there.
            const inside = {
                ...props,
                ingress: [
                    { ...props.ingress[0], cidrBlocks: ["192.168.0.0/20", "192.168.16.0/20"] },
                ],
            };
            assert.deepEqual(await messages({ ...group, props: inside }), [
                [`SSH is admitted from 192.168.0.0/19 in pieces, ${EXPECTED}`, urnOf(group)],
            ]);
        });

        it("do not count the platform's own networks", async () => {
            assert.deepEqual(
                await messages(ssh("a", "10.20.0.0/20"), ssh("b", "10.20.16.0/20")),
                [],
            );
            assert.deepEqual(
                await messages(ssh("a", "10.20.240.0/20"), ssh("b", "10.21.0.0/20")),
                [],
            );
            assert.deepEqual(await messages(ssh("a", "10.21.0.0/20"), ssh("b", "10.21.16.0/20")), [
                [`SSH is admitted from 10.21.0.0/19 in pieces, ${EXPECTED}`, urnOf(ssh("a", ""))],
            ]);
        });

        it("are not evaluated while it is not known what is the platform's own", async () => {
            const later = { ...VPC, name: "later", props: { cidrBlock: UNKNOWN } };
            assert.deepEqual(
                await messages(later, ssh("a", "10.21.0.0/20"), ssh("b", "10.21.16.0/20")),
                [["cidrBlock is not known yet", urnOf(ssh("a", ""))]],
            );
        });

        it("are not evaluated while it is not known whose rules they are", async () => {
            assert.deepEqual(await messages(ssh("a", "203.0.113.0/24", UNKNOWN)), [
                ["securityGroupId is not known yet", urnOf(a)],
            ]);
        });
    });
});
