import assert from "node:assert/strict";
import { listenerHsts } from "../../../policies/https-only/listener-hsts";
import { UNKNOWN, urnOf, type Fixture } from "../support/judge";
import { verdicts } from "../support/verdicts";

const PROPERTY = "routingHttpResponseStrictTransportSecurityHeaderValue";
const EXPECTED = "expected a max-age of 31536000 or more";
const TYPES = ["lb", "alb", "elasticloadbalancingv2", "applicationloadbalancing"];

function balancer(props: Record<string, unknown> = {}): Fixture {
    return {
        type: "aws:lb/loadBalancer:LoadBalancer",
        name: "balancer",
        props: { arn: "arn:web", ...props },
    };
}

/** A listener with this header. */
function listener(
    header: unknown,
    props: Record<string, unknown> = {},
    type = "aws:lb/listener:Listener",
): Fixture {
    return {
        type,
        name: "web",
        props: { loadBalancerArn: "arn:web", protocol: "HTTPS", [PROPERTY]: header, ...props },
    };
}

function judged(...fixtures: Fixture[]) {
    return verdicts(listenerHsts, fixtures);
}

describe("listener-hsts", () => {
    it("accepts a year and more", async () => {
        for (const header of [
            "max-age=31536000",
            "max-age=63072000; includeSubDomains; preload",
            "MAX-AGE=31536001",
        ]) {
            assert.deepEqual(await judged(balancer(), listener(header)), []);
        }
    });

    for (const name of TYPES) {
        it(`reports less on aws:${name}/listener:Listener`, async () => {
            const type = `aws:${name}/listener:Listener`;
            for (const header of ["max-age=31535999", "max-age=0", "includeSubDomains"]) {
                assert.deepEqual(await judged(balancer(), listener(header, {}, type)), [
                    `web fail: ${PROPERTY} is "${header}", ${EXPECTED}`,
                ]);
            }
        });
    }

    it("reports a header that is not set", async () => {
        for (const header of [null, ""]) {
            for (const props of [{}, { internal: false }]) {
                assert.deepEqual(await judged(balancer(props), listener(header)), [
                    `web fail: ${PROPERTY} is not set, ${EXPECTED}`,
                ]);
            }
        }
    });

    it("accepts what the public does not reach, or what speaks no HTTPS", async () => {
        assert.deepEqual(await judged(balancer({ internal: true }), listener(null)), []);
        for (const protocol of ["TLS", "HTTP", "TCP", null]) {
            assert.deepEqual(await judged(balancer(), listener(null, { protocol })), []);
        }
    });

    it("finds the load balancer by what the listener was made of", async () => {
        const web = listener(null, { loadBalancerArn: UNKNOWN });
        const made = (from: Fixture) => ({
            ...web,
            propertyDependencies: { loadBalancerArn: [urnOf(from)] },
        });
        const open = balancer({ arn: UNKNOWN });
        const quiet = balancer({ arn: UNKNOWN, internal: true });
        assert.deepEqual(await judged(open, made(open)), [
            `web fail: ${PROPERTY} is not set, ${EXPECTED}`,
        ]);
        assert.deepEqual(await judged(quiet, made(quiet)), []);
    });

    it("does not evaluate what is not known yet", async () => {
        for (const [fixtures, path] of [
            [[balancer(), listener(UNKNOWN)], PROPERTY],
            [[balancer(), listener(null, { protocol: UNKNOWN })], "protocol"],
            [[balancer({ internal: UNKNOWN }), listener(null)], "internal"],
            [[balancer(), listener(null, { loadBalancerArn: UNKNOWN })], "loadBalancerArn"],
        ] as const) {
            assert.deepEqual(await judged(...fixtures), [
                `web not-evaluated: ${path} is not known yet`,
            ]);
        }
        const known = listener("max-age=31536000", { loadBalancerArn: UNKNOWN });
        assert.deepEqual(await judged(known), []);
    });

    it("does not evaluate a listener whose load balancer is declared elsewhere", async () => {
        assert.deepEqual(await judged(balancer({ arn: "arn:other" }), listener("max-age=60")), [
            `web not-evaluated: ${PROPERTY} is too short for a public listener, ` +
                `and the load balancer is not declared in the stack, ${EXPECTED}`,
        ]);
    });
});
