import assert from "node:assert/strict";
import { listenerTlsPolicy } from "../../../policies/https-only/listener-tls-policy";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const TYPES = [
    "aws:lb/listener:Listener",
    "aws:alb/listener:Listener",
    "aws:elasticloadbalancingv2/listener:Listener",
    "aws:applicationloadbalancing/listener:Listener",
];
const EXPECTED = "expected one with TLS 1.2 and forward secrecy or newer only";
const UNSET = `fail: sslPolicy is not set, which means ELBSecurityPolicy-2016-08 and admits TLS 1.0, ${EXPECTED}`;

function listener(props: Record<string, unknown>, type = TYPES[0]!) {
    return verdicts(listenerTlsPolicy, { type, props: { port: 443, protocol: "HTTPS", ...props } });
}

describe("listener-tls-policy", () => {
    it("accepts policies that have TLS 1.2 with forward secrecy, or TLS 1.3 only", async () => {
        for (const sslPolicy of [
            "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
            "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
            "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
            "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
            "ELBSecurityPolicy-FS-1-2-Res-2020-10",
        ]) {
            for (const protocol of ["HTTPS", "TLS"]) {
                assert.deepEqual(await listener({ protocol, sslPolicy }), []);
            }
        }
    });

    for (const type of TYPES) {
        it(`reports what a policy admits on ${type}`, async () => {
            for (const [sslPolicy, problem] of [
                ["ELBSecurityPolicy-2016-08", "admits TLS 1.0"],
                ["ELBSecurityPolicy-TLS13-1-1-2021-06", "admits TLS 1.1"],
                ["ELBSecurityPolicy-TLS13-1-0-PQ-2025-09", "admits TLS 1.0"],
                [
                    "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06",
                    "admits ciphers without forward secrecy",
                ],
                [
                    "ELBSecurityPolicy-TLS13-1-2-2031-01",
                    "is no policy known to admit TLS 1.2 or newer only",
                ],
                ["", "is no policy known to admit TLS 1.2 or newer only"],
            ] as const) {
                assert.deepEqual(await listener({ sslPolicy }, type), [
                    `fail: sslPolicy is "${sslPolicy}", which ${problem}, ${EXPECTED}`,
                ]);
            }
        });
    }

    it("reports a policy that is left to AWS, which takes an old one", async () => {
        assert.deepEqual(await listener({}), [UNSET]);
        assert.deepEqual(await listener({ sslPolicy: null, protocol: "tls" }), [UNSET]);
    });

    it("does not evaluate what is not known yet", async () => {
        assert.deepEqual(await listener({ sslPolicy: UNKNOWN }), [
            "not-evaluated: sslPolicy is not known yet",
        ]);
        assert.deepEqual(await listener({ protocol: UNKNOWN }), [
            "not-evaluated: protocol is not known yet",
        ]);
    });

    it("does not apply where no TLS is spoken", async () => {
        for (const protocol of ["HTTP", "TCP", null]) {
            assert.deepEqual(await listener({ protocol, sslPolicy: "ELBSecurityPolicy-2016-08" }), [
                "not-applicable: The listener speaks no TLS",
            ]);
        }
        assert.deepEqual(await verdicts(listenerTlsPolicy, { type: TYPES[0]!, props: {} }), [
            "not-applicable: The listener speaks no TLS",
        ]);
    });
});
