import assert from "node:assert/strict";
import { classicListenerTlsPolicy } from "../../../policies/https-only/classic-listener-tls-policy";
import { UNKNOWN, urnOf, type Fixture } from "../support/judge";
import { verdicts } from "../support/verdicts";

const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const NEGOTIATION = "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy";
const POLICY = "aws:elb/loadBalancerPolicy:LoadBalancerPolicy";
const ASSIGNMENT = "aws:elb/listenerPolicy:ListenerPolicy";

function balancer(props: Record<string, unknown> = {}, type = CLASSIC): Fixture {
    return {
        type,
        name: "web",
        props: { name: "web", listeners: [{ lbPort: 443, lbProtocol: "HTTPS" }], ...props },
    };
}

function finding(index = 0, protocol = "HTTPS", port = "443"): string {
    return (
        `web fail: listeners[${index}].lbProtocol is ${protocol} on port ${port} without a TLS policy, ` +
        "which means ELBSecurityPolicy-2016-08, expected a policy with TLS 1.2 only"
    );
}

function judged(...fixtures: Fixture[]) {
    return verdicts(classicListenerTlsPolicy, fixtures);
}

const tls: Fixture = {
    type: POLICY,
    props: { policyName: "tls", policyTypeName: "SSLNegotiationPolicyType" },
};
const sticky: Fixture = {
    type: POLICY,
    props: { policyName: "sticky", policyTypeName: "AppCookieStickinessPolicyType" },
};

function negotiation(props: Record<string, unknown>): Fixture {
    return { type: NEGOTIATION, props: { loadBalancer: "web", lbPort: 443, ...props } };
}

function assignment(props: Record<string, unknown>): Fixture {
    return {
        type: ASSIGNMENT,
        props: { loadBalancerName: "web", loadBalancerPort: 443, policyNames: ["tls"], ...props },
    };
}

describe("classic-listener-tls-policy", () => {
    it("accepts a listener with a negotiation policy", async () => {
        assert.deepEqual(await judged(balancer(), negotiation({})), []);
        assert.deepEqual(
            await judged(
                balancer({ id: "web-1" }, "aws:elasticloadbalancing/loadBalancer:LoadBalancer"),
                {
                    type: "aws:elasticloadbalancing/sslNegotiationPolicy:SslNegotiationPolicy",
                    props: { loadBalancer: "web-1", lbPort: "443" },
                },
            ),
            [],
        );
    });

    it("accepts a listener that is given a TLS policy among others", async () => {
        const policyNames = ["sticky", "tls"];
        assert.deepEqual(await judged(balancer(), sticky, tls, assignment({ policyNames })), []);
    });

    it("accepts listeners without TLS, which listener-https reports", async () => {
        const listeners = [{ lbPort: 80, lbProtocol: "HTTP" }];
        assert.deepEqual(await judged(balancer({ listeners })), []);
    });

    it("reports each listener without a policy", async () => {
        const listeners = [
            { lbPort: 443, lbProtocol: "HTTPS" },
            { lbPort: 8443, lbProtocol: "ssl" },
        ];
        assert.deepEqual(await judged(balancer({ listeners })), [
            finding(),
            finding(1, "SSL", "8443"),
        ]);
        assert.deepEqual(await judged(balancer({ listeners }), negotiation({})), [
            finding(1, "SSL", "8443"),
        ]);
    });

    it("reports a policy that the listener does not have", async () => {
        for (const others of [
            [negotiation({ lbPort: 8443 })],
            [negotiation({ loadBalancer: "other" })],
            [tls],
            [tls, assignment({ loadBalancerPort: 8443 })],
            [tls, assignment({ loadBalancerName: "other" })],
            [tls, assignment({ policyNames: [] })],
            [sticky, assignment({ policyNames: ["sticky"] })],
            [assignment({ policyNames: ["elsewhere"] })],
        ]) {
            assert.deepEqual(await judged(balancer(), ...others), [finding()]);
        }
    });

    it("finds a policy by what it was made of while names are not known yet", async () => {
        const web = balancer({ name: UNKNOWN, id: UNKNOWN });
        const made = {
            ...negotiation({ loadBalancer: UNKNOWN }),
            propertyDependencies: { loadBalancer: [urnOf(web)] },
        };
        assert.deepEqual(await judged(web, made), []);
    });

    it("does not evaluate a listener that may have a policy", async () => {
        for (const [others, path] of [
            [[negotiation({ loadBalancer: UNKNOWN })], "loadBalancer"],
            [[negotiation({ lbPort: UNKNOWN })], "lbPort"],
            [[tls, assignment({ loadBalancerName: UNKNOWN })], "loadBalancerName"],
            [[tls, assignment({ policyNames: UNKNOWN })], "policyNames"],
        ] as const) {
            assert.deepEqual(await judged(balancer(), ...others), [
                `web not-evaluated: ${path} is not known yet`,
            ]);
        }
    });

    it("reports what a policy that is not known yet cannot mend", async () => {
        const other = negotiation({ loadBalancer: UNKNOWN, lbPort: 8443 });
        assert.deepEqual(await judged(balancer(), other), [finding()]);
    });

    it("judges the listeners around what is not known yet", async () => {
        const listeners = [UNKNOWN, { lbPort: 443, lbProtocol: "HTTPS" }];
        assert.deepEqual(await judged(balancer({ listeners })), [
            finding(1),
            "web not-evaluated: listeners[0] is not known yet",
        ]);
        assert.deepEqual(await judged(balancer({ listeners: UNKNOWN })), [
            "web not-evaluated: listeners is not known yet",
        ]);
    });

    it("does not apply to stacks without a classic load balancer", async () => {
        assert.deepEqual(await judged(tls), [
            "not-applicable: Policy only applies to resources of type 'aws:elb/loadBalancer:LoadBalancer' " +
                "or 'aws:elasticloadbalancing/loadBalancer:LoadBalancer'",
        ]);
    });
});
