import assert from "node:assert/strict";
import { listenerHttps } from "../../../policies/https-only/listener-https";
import { failures, judge, UNKNOWN } from "../support/judge";

const V2_TYPES = [
    "aws:lb/listener:Listener",
    "aws:alb/listener:Listener",
    "aws:elasticloadbalancingv2/listener:Listener",
    "aws:applicationloadbalancing/listener:Listener",
];
const CLASSIC_TYPES = [
    "aws:elb/loadBalancer:LoadBalancer",
    "aws:elasticloadbalancing/loadBalancer:LoadBalancer",
];

const listener = {
    loadBalancerArn: "arn:aws:elasticloadbalancing:::loadbalancer/app/web/1",
    port: 443,
};

function classic(...protocols: (string | undefined)[]): Record<string, unknown> {
    const listeners = protocols.map((lbProtocol) => ({
        lbPort: 443,
        instancePort: 8443,
        instanceProtocol: "HTTPS",
        ...(lbProtocol === undefined ? {} : { lbProtocol }),
    }));
    return { listeners };
}

async function messages(type: string, props: Record<string, unknown>): Promise<readonly string[]> {
    return failures(await judge(listenerHttps, { type, props }));
}

describe("listener-https", () => {
    for (const type of V2_TYPES) {
        it(`accepts HTTPS and TLS, in any case, on ${type}`, async () => {
            for (const protocol of ["HTTPS", "TLS", "https"]) {
                assert.deepEqual(
                    await judge(listenerHttps, { type, props: { ...listener, protocol } }),
                    {
                        diagnostics: [],
                        notApplicable: [],
                    },
                );
            }
        });

        it(`reports every protocol that is not encrypted on ${type}`, async () => {
            for (const protocol of [
                "HTTP",
                "TCP",
                "UDP",
                "TCP_UDP",
                "QUIC",
                "TCP_QUIC",
                "GENEVE",
                "",
            ]) {
                assert.deepEqual(await messages(type, { ...listener, protocol }), [
                    `protocol is "${protocol}", expected HTTPS or TLS`,
                ]);
            }
        });
    }

    for (const type of CLASSIC_TYPES) {
        it(`accepts HTTPS and SSL, in any case, on ${type}`, async () => {
            assert.deepEqual(
                await judge(listenerHttps, { type, props: classic("HTTPS", "SSL", "https") }),
                {
                    diagnostics: [],
                    notApplicable: [],
                },
            );
        });

        it(`reports each listener that is not encrypted on ${type}`, async () => {
            assert.deepEqual(await messages(type, classic("HTTP", "HTTPS", "TCP")), [
                `listeners[0].lbProtocol is "HTTP", expected HTTPS or TLS`,
                `listeners[2].lbProtocol is "TCP", expected HTTPS or TLS`,
            ]);
        });
    }

    it("reports a listener on HTTP that only redirects", async () => {
        const redirect = {
            type: "redirect",
            redirect: { protocol: "HTTPS", statusCode: "HTTP_301" },
        };
        assert.deepEqual(
            await messages("aws:lb/listener:Listener", {
                ...listener,
                protocol: "HTTP",
                defaultActions: [redirect],
            }),
            [`protocol is "HTTP", expected HTTPS or TLS`],
        );
    });

    it("reports a protocol that is left to AWS, which takes HTTP", async () => {
        const expected = ["protocol is not set, which means HTTP, expected HTTPS or TLS"];
        assert.deepEqual(await messages("aws:lb/listener:Listener", listener), expected);
        assert.deepEqual(
            await messages("aws:lb/listener:Listener", { ...listener, protocol: null }),
            expected,
        );
    });

    it("reports a protocol that is left out while the port is not known yet", async () => {
        assert.deepEqual(
            await messages("aws:lb/listener:Listener", { loadBalancerArn: UNKNOWN, port: UNKNOWN }),
            ["protocol is not set, which means HTTP, expected HTTPS or TLS"],
        );
    });

    it("reports a classic listener without a protocol", async () => {
        assert.deepEqual(await messages("aws:elb/loadBalancer:LoadBalancer", classic(undefined)), [
            "listeners[0].lbProtocol is not set, which means HTTP, expected HTTPS or TLS",
        ]);
    });

    it("does not evaluate a protocol that is not known yet", async () => {
        const judgement = await judge(listenerHttps, {
            type: "aws:lb/listener:Listener",
            props: { ...listener, protocol: UNKNOWN },
        });
        assert.deepEqual(judgement.diagnostics, [
            { verdict: "not-evaluated", message: "protocol is not known yet", level: "advisory" },
        ]);
    });

    it("judges the listeners around one that is not known yet", async () => {
        const { listeners } = classic("HTTP", UNKNOWN, "TCP") as { listeners: unknown[] };
        const judgement = await judge(listenerHttps, {
            type: "aws:elb/loadBalancer:LoadBalancer",
            props: { listeners: [...listeners, UNKNOWN] },
        });
        assert.deepEqual(judgement.diagnostics, [
            {
                verdict: "fail",
                message: `listeners[0].lbProtocol is "HTTP", expected HTTPS or TLS`,
                level: "mandatory",
            },
            {
                verdict: "fail",
                message: `listeners[2].lbProtocol is "TCP", expected HTTPS or TLS`,
                level: "mandatory",
            },
            {
                verdict: "not-evaluated",
                message: "listeners[1].lbProtocol is not known yet",
                level: "advisory",
            },
            {
                verdict: "not-evaluated",
                message: "listeners[3] is not known yet",
                level: "advisory",
            },
        ]);
    });

    it("does not evaluate listeners none of which is known yet", async () => {
        const judgement = await judge(listenerHttps, {
            type: "aws:elb/loadBalancer:LoadBalancer",
            props: { listeners: UNKNOWN },
        });
        assert.deepEqual(judgement.diagnostics, [
            { verdict: "not-evaluated", message: "listeners is not known yet", level: "advisory" },
        ]);
    });

    it("does not apply where no listener takes connections from clients", async () => {
        const gateway = { type: "aws:lb/listener:Listener", props: { loadBalancerArn: UNKNOWN } };
        const empty = { type: "aws:elb/loadBalancer:LoadBalancer", props: { listeners: [] } };
        for (const fixture of [gateway, empty]) {
            assert.deepEqual(await judge(listenerHttps, fixture), {
                diagnostics: [],
                notApplicable: ["No listener takes connections from clients"],
            });
        }
    });

    it("does not apply to other types", async () => {
        const { notApplicable } = await judge(listenerHttps, {
            type: "aws:lb/loadBalancer:LoadBalancer",
        });
        assert.deepEqual(notApplicable, [
            "Policy only applies to resources of type 'aws:lb/listener:Listener' or 'aws:alb/listener:Listener' or " +
                "'aws:elasticloadbalancingv2/listener:Listener' or 'aws:applicationloadbalancing/listener:Listener' or 2 others",
        ]);
    });
});
