import assert from "node:assert/strict";
import { securityGroupPorts } from "../../../policies/https-only/security-group-ports";
import { failures, judge, UNKNOWN } from "../support/judge";
import { type Rule, SHAPES } from "./support/ingress-shapes";

const PASSED = { diagnostics: [], notApplicable: [] };
const WORLD = ["0.0.0.0/0"];

describe("security-group-ports", () => {
    for (const { type, rule: name, declare } of SHAPES) {
        const found = async (rule: Rule) =>
            failures(await judge(securityGroupPorts, declare(rule)));

        describe(type, () => {
            for (const [title, rule] of [
                ["HTTPS from the world", { from: 443, ranges: WORLD }],
                ["HTTPS from the IPv6 world", { from: 443, ranges: ["::/0"] }],
                ["HTTPS by number and in capitals", { protocol: "6", from: 443, ranges: WORLD }],
                ["SSH, which others judge", { from: 22, ranges: WORLD }],
                ["a private network, which others judge", { from: 80, ranges: ["10.0.0.0/16"] }],
                ["an IPv6 network that may be the VPC's", { from: 80, ranges: ["2001:db8::/44"] }],
                ["local addresses", { from: 80, ranges: ["169.254.0.0/16"] }],
                ["another group", { protocol: "-1", group: "sg-0a1b2c3d" }],
                [
                    "another account's group, which others judge",
                    { from: 80, group: "123456789012/sg-1" },
                ],
                ["a prefix list, which others judge", { from: 80, prefixList: "pl-4fa04526" }],
                ["large packets getting lost", { protocol: "icmp", from: 3, to: 4, ranges: WORLD }],
                ["nobody", { from: 80 }],
            ] as const) {
                it(`accepts ${title}`, async () => {
                    assert.deepEqual(await judge(securityGroupPorts, declare(rule)), PASSED);
                });
            }

            for (const [rule, what] of [
                [{ from: 80, ranges: WORLD }, `TCP port 80 from "0.0.0.0/0"`],
                [{ from: 80, ranges: ["::/0"] }, `TCP port 80 from "::/0"`],
                [{ from: 80, ranges: ["203.0.113.7/32"] }, `TCP port 80 from "203.0.113.7/32"`],
                [{ from: 3389, ranges: ["10.0.0.0/8"] }, `TCP port 3389 from "10.0.0.0/8"`],
                [{ from: 80, ranges: ["10.0.0.0/15"] }, `TCP port 80 from "10.0.0.0/15"`],
                [{ from: 80, ranges: ["2001:db8::/43"] }, `TCP port 80 from "2001:db8::/43"`],
                [{ from: 80, ranges: ["anywhere"] }, `TCP port 80 from "anywhere"`],
                [{ from: 443, to: 444, ranges: WORLD }, `TCP ports 443 to 444 from "0.0.0.0/0"`],
                [{ from: 22, to: 443, ranges: WORLD }, `TCP ports 22 to 443 from "0.0.0.0/0"`],
                [{ from: 0, to: 65535, ranges: WORLD }, `TCP ports 0 to 65535 from "0.0.0.0/0"`],
                [{ from: -1, to: -1, ranges: WORLD }, `TCP ports 0 to 65535 from "0.0.0.0/0"`],
                [{ protocol: "-1", ranges: WORLD }, `every protocol from "0.0.0.0/0"`],
                [{ protocol: "All", from: 443, ranges: WORLD }, `every protocol from "0.0.0.0/0"`],
                [{ protocol: "udp", from: 443, ranges: WORLD }, `UDP port 443 from "0.0.0.0/0"`],
                [
                    { protocol: "icmp", from: 8, to: 0, ranges: WORLD },
                    `ICMP type 8 from "0.0.0.0/0"`,
                ],
                [{ protocol: "icmp", from: -1, to: -1, ranges: WORLD }, `ICMP from "0.0.0.0/0"`],
                [{ protocol: "icmpv6", from: -1, ranges: ["::/0"] }, `ICMPv6 from "::/0"`],
                [{ protocol: "50", from: 443, ranges: WORLD }, `protocol 50 from "0.0.0.0/0"`],
            ] as const) {
                it(`reports ${what}`, async () => {
                    assert.deepEqual(await found(rule), [
                        `${name} admits ${what}, expected TCP port 443 only`,
                    ]);
                });
            }

            it("does not evaluate what is not known yet", async () => {
                for (const rule of [
                    { from: 80, ranges: [UNKNOWN] },
                    { protocol: UNKNOWN, from: 443, ranges: WORLD },
                    { from: UNKNOWN, ranges: WORLD },
                ]) {
                    const { diagnostics } = await judge(securityGroupPorts, declare(rule));
                    assert.deepEqual(
                        diagnostics.map(({ verdict, level }) => [verdict, level]),
                        [["not-evaluated", "advisory"]],
                    );
                }
                assert.deepEqual(
                    await judge(securityGroupPorts, declare({ from: 443, ranges: [UNKNOWN] })),
                    PASSED,
                );
            });
        });
    }

    it("does not let the group itself hide a range beside it", async () => {
        const [group, , rule] = SHAPES;
        for (const { declare, rule: name } of [group!, rule!]) {
            assert.deepEqual(
                failures(
                    await judge(
                        securityGroupPorts,
                        declare({ from: 80, ranges: WORLD, self: true }),
                    ),
                ),
                [`${name} admits TCP port 80 from "0.0.0.0/0", expected TCP port 443 only`],
            );
        }
    });

    it("reports the world in pieces, each of them, and what stands around what is not known yet", async () => {
        const ingress = [
            {
                protocol: "tcp",
                fromPort: 80,
                toPort: 80,
                cidrBlocks: ["0.0.0.0/1", UNKNOWN, "128.0.0.0/1"],
                ipv6CidrBlocks: UNKNOWN,
            },
            UNKNOWN,
            { protocol: "tcp", fromPort: 81, toPort: 81, cidrBlocks: ["10.0.0.0/8"] },
        ];
        const { diagnostics } = await judge(securityGroupPorts, {
            type: "aws:ec2/securityGroup:SecurityGroup",
            props: { ingress },
        });
        assert.deepEqual(
            diagnostics.map(({ message }) => message),
            [
                `ingress[0] admits TCP port 80 from "0.0.0.0/1", expected TCP port 443 only`,
                `ingress[0] admits TCP port 80 from "128.0.0.0/1", expected TCP port 443 only`,
                `ingress[2] admits TCP port 81 from "10.0.0.0/8", expected TCP port 443 only`,
                "ingress[0].cidrBlocks[1] is not known yet",
                "ingress[0].ipv6CidrBlocks is not known yet",
                "ingress[1] is not known yet",
            ],
        );
    });

    it("does not apply to what admits nothing by itself", async () => {
        const egress = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: WORLD };
        for (const fixture of [
            { type: "aws:ec2/securityGroup:SecurityGroup", props: { egress: [egress] } },
            { type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress: [] } },
            { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", props: {} },
            {
                type: "aws:ec2/securityGroupRule:SecurityGroupRule",
                props: { ...egress, type: "egress" },
            },
        ]) {
            assert.deepEqual(await judge(securityGroupPorts, fixture), {
                diagnostics: [],
                notApplicable: ["It admits nothing by itself"],
            });
        }
    });

    it("does not evaluate rules none of which is known yet", async () => {
        const { diagnostics } = await judge(securityGroupPorts, {
            type: "aws:ec2/securityGroup:SecurityGroup",
            props: { ingress: UNKNOWN },
        });
        assert.deepEqual(diagnostics, [
            { verdict: "not-evaluated", message: "ingress is not known yet", level: "advisory" },
        ]);
    });
});
