import assert from "node:assert/strict";
import { targetTls } from "../../../policies/https-only/target-tls";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const GROUPS = [
    "aws:lb/targetGroup:TargetGroup",
    "aws:alb/targetGroup:TargetGroup",
    "aws:elasticloadbalancingv2/targetGroup:TargetGroup",
    "aws:applicationloadbalancing/targetGroup:TargetGroup",
];
const CLASSICS = [
    "aws:elb/loadBalancer:LoadBalancer",
    "aws:elasticloadbalancing/loadBalancer:LoadBalancer",
];

function group(props: Record<string, unknown>, type = GROUPS[0]!) {
    return verdicts(targetTls, { type, props: { port: 8443, ...props } });
}

describe("target-tls", () => {
    for (const type of GROUPS) {
        it(`accepts HTTPS and TLS, in any case, on ${type}`, async () => {
            for (const protocol of ["HTTPS", "TLS", "https"]) {
                assert.deepEqual(await group({ protocol }, type), []);
            }
        });

        it(`reports every protocol that is not encrypted on ${type}`, async () => {
            for (const protocol of ["HTTP", "TCP", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC", ""]) {
                assert.deepEqual(await group({ protocol }, type), [
                    `fail: protocol is "${protocol}", expected HTTPS or TLS`,
                ]);
            }
        });
    }

    it("reports a protocol that is not set", async () => {
        for (const props of [{}, { protocol: null }, { targetType: "ip" }]) {
            assert.deepEqual(await group(props), [
                "fail: protocol is not set, expected HTTPS or TLS",
            ]);
        }
    });

    it("reports HTTP to whatever kind of target, known or not", async () => {
        for (const targetType of ["instance", "ip", "alb", UNKNOWN]) {
            assert.deepEqual(await group({ protocol: "HTTP", targetType }), [
                `fail: protocol is "HTTP", expected HTTPS or TLS`,
            ]);
        }
    });

    for (const type of CLASSICS) {
        it(`judges every listener of ${type}`, async () => {
            const listeners = [
                { instanceProtocol: "HTTPS" },
                { instanceProtocol: "ssl" },
                { instanceProtocol: "HTTP" },
                UNKNOWN,
                { instanceProtocol: "TCP" },
                {},
            ];
            assert.deepEqual(await verdicts(targetTls, { type, props: { listeners } }), [
                `fail: listeners[2].instanceProtocol is "HTTP", expected HTTPS or TLS`,
                `fail: listeners[4].instanceProtocol is "TCP", expected HTTPS or TLS`,
                "fail: listeners[5].instanceProtocol is not set, expected HTTPS or TLS",
                "not-evaluated: listeners[3] is not known yet",
            ]);
        });
    }

    it("does not evaluate what is not known yet", async () => {
        assert.deepEqual(await group({ protocol: UNKNOWN }), [
            "not-evaluated: protocol is not known yet",
        ]);
        assert.deepEqual(await group({ protocol: "TCP", targetType: UNKNOWN }), [
            "not-evaluated: targetType is not known yet",
        ]);
    });

    it("does not apply where a protocol with TLS is not the target group's to set", async () => {
        for (const [props, reason] of [
            [{ targetType: "lambda" }, "Lambda functions are invoked through AWS's own API"],
            [
                { targetType: "alb", protocol: "TCP" },
                "The application load balancer behind it ends TLS itself",
            ],
            [{ protocol: "GENEVE" }, "Appliances get packets as they are"],
        ] as const) {
            assert.deepEqual(await group(props), [`not-applicable: ${reason}`]);
        }
        assert.deepEqual(
            await verdicts(targetTls, { type: CLASSICS[0]!, props: { listeners: [] } }),
            ["not-applicable: The load balancer has no listener"],
        );
    });
});
