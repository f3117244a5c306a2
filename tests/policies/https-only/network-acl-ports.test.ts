import assert from "node:assert/strict";
import { networkAclPorts } from "../../../policies/https-only/network-acl-ports";
import { failures, judge, UNKNOWN } from "../support/judge";

const PASSED = { diagnostics: [], notApplicable: [] };
const TYPES = ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"];
const EXPECTED =
    "expected HTTPS, SSH from public networks of /24 or narrower, private ones of /20, IPv6 ones of /56, and answers on ports 1024 to 65535 but 3389 only";
const WORLD = "0.0.0.0/0";

type Entry = Readonly<Record<string, unknown>>;

function entry(fromPort: unknown, toPort: unknown, more: Entry = {}): Entry {
    return {
        action: "allow",
        ruleNo: 100,
        protocol: "tcp",
        fromPort,
        toPort,
        cidrBlock: WORLD,
        ...more,
    };
}

for (const type of TYPES) {
    const on = (...ingress: readonly unknown[]) =>
        judge(networkAclPorts, { type, props: { ingress } });

    describe(`network-acl-ports on ${type}`, () => {
        for (const [title, ...entries] of [
            ["HTTPS", entry(443, 443)],
            ["HTTPS over IPv6", entry(443, 443, { cidrBlock: null, ipv6CidrBlock: "::/0" })],
            ["answers", entry(1024, 3388), entry(3390, 65535)],
            ["answers to UDP", entry(1024, 3388, { protocol: "17" })],
            ["SSH from a narrow range", entry(22, 22, { cidrBlock: "203.0.113.0/24" })],
            ["a private range, which others judge", entry(80, 80, { cidrBlock: "10.0.0.0/16" })],
            ["routers' answers", entry(0, 0, { protocol: "icmp", icmpType: 3, icmpCode: 4 })],
            ["a denial", entry(0, 0, { action: "deny", protocol: "-1" })],
            [
                "what is denied in front",
                entry(1024, 65535),
                entry(3389, 3389, { action: "deny", ruleNo: 99 }),
            ],
            [
                "everything that is denied in front",
                entry(0, 0, { protocol: "-1" }),
                entry(0, 0, { action: "deny", protocol: "-1", ruleNo: 1 }),
            ],
        ] as const) {
            it(`accepts ${title}`, async () => {
                assert.deepEqual(await on(...entries), PASSED);
            });
        }

        for (const [found, from, ...entries] of [
            ["TCP port 80", WORLD, entry(80, 80)],
            ["TCP port 442", WORLD, entry(442, 443)],
            ["TCP port 444", WORLD, entry(443, 444)],
            ["TCP port 1023", WORLD, entry(1023, 1024)],
            ["TCP port 3389", WORLD, entry(1024, 65535)],
            ["TCP port 22", WORLD, entry(22, 22)],
            ["TCP port 22", "203.0.112.0/23", entry(22, 22, { cidrBlock: "203.0.112.0/23" })],
            ["TCP port 21", "203.0.113.0/24", entry(21, 22, { cidrBlock: "203.0.113.0/24" })],
            ["TCP ports 21 to 22", WORLD, entry(21, 22)],
            ["TCP port 23", "203.0.113.0/24", entry(22, 23, { cidrBlock: "203.0.113.0/24" })],
            ["TCP ports 0 to 442, 444 to 1023 and 3389", WORLD, entry(0, 65535)],
            ["UDP port 1023", WORLD, entry(1023, 1024, { protocol: "udp" })],
            ["UDP port 443", WORLD, entry(443, 443, { protocol: "udp" })],
            ["UDP port 3389", WORLD, entry(3389, 3390, { protocol: "udp" })],
            ["every protocol", WORLD, entry(0, 0, { protocol: "-1" })],
            ["every protocol", WORLD, entry(443, 443, { protocol: "all" })],
            ["protocol 50", WORLD, entry(0, 0, { protocol: "50" })],
            ["ICMP", WORLD, entry(0, 0, { protocol: "1", icmpType: -1, icmpCode: -1 })],
            ["ICMP type 8", WORLD, entry(0, 0, { protocol: "icmp", icmpType: 8, icmpCode: 0 })],
            ["TCP port 80", "::/0", entry(80, 80, { cidrBlock: "", ipv6CidrBlock: "::/0" })],
            ["TCP port 80", "everywhere", entry(80, 80, { cidrBlock: "everywhere" })],
            [
                "TCP port 80",
                WORLD,
                entry(80, 80),
                entry(80, 80, { action: "deny", ruleNo: 90, cidrBlock: "0.0.0.0/1" }),
            ],
            ["TCP port 80", WORLD, entry(80, 80), entry(80, 80, { action: "deny", ruleNo: 110 })],
        ] as const) {
            it(`reports ${found} from ${from} with ${entries.length} entries`, async () => {
                assert.deepEqual(failures(await on(...entries)), [
                    `ingress[0] admits ${found} from "${from}", ${EXPECTED}`,
                ]);
            });
        }

        it("reports every protocol though some are denied in front", async () => {
            const deny = (protocol: string) =>
                entry(0, 0, { action: "deny", ruleNo: 90, protocol, icmpType: -1 });
            assert.deepEqual(
                failures(await on(entry(0, 0, { protocol: "-1" }), deny("icmp"), deny("tcp"))),
                [`ingress[0] admits every protocol from "${WORLD}", ${EXPECTED}`],
            );
        });

        it("says which ports are left where denials leave some, each once", async () => {
            const half = { action: "deny", ruleNo: 90, cidrBlock: "0.0.0.0/1" };
            assert.deepEqual(
                failures(await on(entry(0, 100), entry(10, 80, half), entry(443, 443, half))),
                [`ingress[0] admits TCP ports 0 to 100 from "${WORLD}", ${EXPECTED}`],
            );
            assert.deepEqual(
                failures(await on(entry(0, 100), entry(10, 80, { ...half, cidrBlock: WORLD }))),
                [`ingress[0] admits TCP ports 0 to 9 and 81 to 100 from "${WORLD}", ${EXPECTED}`],
            );
        });

        it("does not evaluate what is not known yet, and judges the rest", async () => {
            const judgement = await on(
                entry(443, 443, { cidrBlock: UNKNOWN, ruleNo: 200 }),
                entry(80, 80),
            );
            assert.deepEqual(
                judgement.diagnostics.map(({ verdict, message }) => [verdict, message]),
                [
                    ["fail", `ingress[1] admits TCP port 80 from "${WORLD}", ${EXPECTED}`],
                    ["not-evaluated", "ingress[0].cidrBlock is not known yet"],
                ],
            );
        });

        it("does not evaluate an entry behind a denial that is not known yet", async () => {
            const judgement = await on(
                entry(80, 80),
                entry(80, 80, { action: "deny", ruleNo: 90, cidrBlock: UNKNOWN }),
            );
            assert.deepEqual(
                judgement.diagnostics.map(({ verdict, message }) => [verdict, message]),
                [["not-evaluated", "ingress[1].cidrBlock is not known yet"]],
            );
        });

        it("does not apply to what admits nothing by itself", async () => {
            for (const props of [{}, { ingress: [] }, { egress: [entry(80, 80)] }]) {
                assert.deepEqual(await judge(networkAclPorts, { type, props }), {
                    diagnostics: [],
                    notApplicable: ["It admits nothing by itself"],
                });
            }
        });
    });
}
