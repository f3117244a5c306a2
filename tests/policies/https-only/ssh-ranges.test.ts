import assert from "node:assert/strict";
import { sshRanges } from "../../../policies/https-only/ssh-ranges";
import { failures, judge, UNKNOWN } from "../support/judge";
import { SHAPES } from "./support/ingress-shapes";

const PASSED = { diagnostics: [], notApplicable: [] };
const EXPECTED =
    "expected public networks of /24 or narrower, private ones of /20, IPv6 ones of /56";

describe("ssh-ranges", () => {
    for (const { type, rule, declare } of SHAPES) {
        describe(type, () => {
            for (const range of [
                "203.0.113.0/24",
                "203.0.113.7/32",
                "2001:db8::/56",
                // These may be the VPC's own: ssh-networks judges them.
                "10.0.0.0/16",
                "2001:db8::/44",
                "169.254.0.0/16",
            ]) {
                it(`accepts ${range}`, async () => {
                    assert.deepEqual(
                        await judge(sshRanges, declare({ from: 22, ranges: [range] })),
                        PASSED,
                    );
                });
            }

            for (const range of [
                "0.0.0.0/0",
                "0.0.0.0/1",
                "203.0.112.0/23",
                "10.0.0.0/8",
                "10.0.0.0/15",
                "::/0",
                "2001:db8::/43",
                "everywhere",
            ]) {
                it(`reports ${range}`, async () => {
                    assert.deepEqual(
                        failures(await judge(sshRanges, declare({ from: 22, ranges: [range] }))),
                        [`${rule} admits SSH from "${range}", ${EXPECTED}`],
                    );
                });
            }

            it("leaves other traffic, groups and prefix lists to others", async () => {
                for (const other of [
                    { from: 443, ranges: ["0.0.0.0/0"] },
                    { from: 22, to: 23, ranges: ["0.0.0.0/0"] },
                    { protocol: "-1", ranges: ["0.0.0.0/0"] },
                    { protocol: "udp", from: 22, ranges: ["0.0.0.0/0"] },
                    { from: 22, group: "sg-0a1b2c3d" },
                    { from: 22, prefixList: "pl-4fa04526" },
                ]) {
                    assert.deepEqual(await judge(sshRanges, declare(other)), PASSED);
                }
            });

            it("does not evaluate a range that is not known yet", async () => {
                const { diagnostics } = await judge(
                    sshRanges,
                    declare({ from: 22, ranges: [UNKNOWN] }),
                );
                assert.deepEqual(
                    diagnostics.map(({ verdict }) => verdict),
                    ["not-evaluated"],
                );
            });
        });
    }

    it("reports narrow ranges of one resource that add up, over all its rules", async () => {
        const ssh = (...cidrBlocks: string[]) => ({
            protocol: "tcp",
            fromPort: 22,
            toPort: 22,
            cidrBlocks,
        });
        const messages = async (...ingress: object[]) =>
            failures(
                await judge(sshRanges, {
                    type: "aws:ec2/securityGroup:SecurityGroup",
                    props: { ingress },
                }),
            );
        assert.deepEqual(
            await messages(ssh("203.0.112.0/24"), ssh("198.51.100.0/24", "203.0.113.0/24")),
            [`SSH is admitted from 203.0.112.0/23 in pieces, ${EXPECTED}`],
        );
        assert.deepEqual(await messages(ssh("203.0.113.0/25"), ssh("203.0.113.128/25")), []);
        assert.deepEqual(await messages(ssh("203.0.112.0/24"), ssh("203.0.114.0/24")), []);
        assert.deepEqual(await messages(ssh("0.0.0.0/1", "128.0.0.0/1")), [
            `ingress[0] admits SSH from "0.0.0.0/1", ${EXPECTED}`,
            `ingress[0] admits SSH from "128.0.0.0/1", ${EXPECTED}`,
        ]);
        assert.deepEqual(
            await messages(ssh("203.0.112.0/24"), {
                protocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrBlocks: ["203.0.113.0/24"],
            }),
            [],
        );
    });

    it("does not apply to what admits nothing by itself", async () => {
        assert.deepEqual(
            await judge(sshRanges, { type: "aws:ec2/securityGroup:SecurityGroup", props: {} }),
            { diagnostics: [], notApplicable: ["It admits nothing by itself"] },
        );
    });
});
