import assert from "node:assert/strict";
import { targetHealthCheckTls } from "../../../policies/https-only/target-health-check-tls";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const GROUP = "aws:lb/targetGroup:TargetGroup";
const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";

function group(props: Record<string, unknown>, type = GROUP) {
    return verdicts(targetHealthCheckTls, { type, props: { protocol: "HTTPS", ...props } });
}

function classic(healthCheck: unknown, instanceProtocol = "HTTPS") {
    return verdicts(targetHealthCheckTls, {
        type: CLASSIC,
        props: {
            listeners: [{ instanceProtocol: "HTTP" }, { instanceProtocol }],
            ...(healthCheck === undefined ? {} : { healthCheck }),
        },
    });
}

describe("target-health-check-tls", () => {
    it("accepts HTTPS, and TCP, which says nothing", async () => {
        for (const type of [
            GROUP,
            "aws:alb/targetGroup:TargetGroup",
            "aws:elasticloadbalancingv2/targetGroup:TargetGroup",
        ]) {
            for (const protocol of ["HTTPS", "https", "TCP"]) {
                assert.deepEqual(await group({ healthCheck: { protocol } }, type), []);
            }
        }
        assert.deepEqual(await group({ protocol: "TLS" }), []);
        for (const target of ["HTTPS:8443/health", "SSL:8443", "TCP:8443", "tcp:8443"]) {
            assert.deepEqual(await classic({ target }), []);
        }
        assert.deepEqual(await classic(undefined), []);
    });

    it("reports HTTP", async () => {
        for (const protocol of ["HTTP", "http"]) {
            for (const of of ["HTTPS", "TLS"]) {
                assert.deepEqual(await group({ protocol: of, healthCheck: { protocol } }), [
                    `fail: healthCheck.protocol is "HTTP", expected HTTPS or TCP`,
                ]);
            }
        }
        assert.deepEqual(await classic({ target: "HTTP:8080/health" }), [
            `fail: healthCheck.target's protocol is "HTTP", expected HTTPS or TCP`,
        ]);
    });

    it("reports a protocol that is left to the provider, or to AWS", async () => {
        const unset = [
            "fail: healthCheck.protocol is not set, which means HTTP, expected HTTPS or TCP",
        ];
        assert.deepEqual(await group({ healthCheck: { path: "/health" } }), unset);
        assert.deepEqual(await group({ protocol: "TLS", healthCheck: {} }), unset);
        assert.deepEqual(await group({}), [
            "fail: healthCheck is not set, which means HTTP, expected HTTPS or TCP",
        ]);
    });

    it("does not evaluate what is not known yet", async () => {
        assert.deepEqual(await group({ healthCheck: UNKNOWN }), [
            "not-evaluated: healthCheck is not known yet",
        ]);
        assert.deepEqual(await group({ healthCheck: { protocol: UNKNOWN } }), [
            "not-evaluated: healthCheck.protocol is not known yet",
        ]);
        assert.deepEqual(await group({ protocol: UNKNOWN }), [
            "not-evaluated: protocol is not known yet",
        ]);
        assert.deepEqual(await classic({ target: UNKNOWN }), [
            "not-evaluated: healthCheck.target is not known yet",
        ]);
    });

    it("does not apply where target-tls reports already, or nothing is to report", async () => {
        const plain =
            "not-applicable: The targets are reached without TLS, which target-tls reports";
        const healthCheck = { protocol: "HTTP" };
        assert.deepEqual(await group({ protocol: "HTTP", healthCheck }), [plain]);
        assert.deepEqual(await classic({ target: "HTTP:8080/" }, "TCP"), [plain]);
        for (const [props, reason] of [
            [
                { protocol: null, targetType: "lambda" },
                "Lambda functions are invoked through AWS's own API",
            ],
            [
                { protocol: "TCP", targetType: "alb" },
                "The application load balancer behind it ends TLS itself",
            ],
            [{ protocol: "GENEVE" }, "Appliances get packets as they are"],
        ] as const) {
            assert.deepEqual(await group({ ...props, healthCheck }), [`not-applicable: ${reason}`]);
        }
    });
});
