import assert from "node:assert/strict";
import type { Options } from "../../../policies/https-only/beanstalk-example";
import { beanstalkTlsPolicy } from "../../../policies/https-only/beanstalk-tls-policy";
import { type Fixture, UNKNOWN } from "../support/judge";
import { APPLICATION, ENVIRONMENT, said, template, UNSEEN } from "./support/environments";

const LISTENER = "aws:elbv2:listener:443";
const EXPECTED = "expected one with TLS 1.2 and forward secrecy or newer only";

const says = (options: Options, more = {}, ...others: readonly Fixture[]) =>
    said(beanstalkTlsPolicy, options, more, ...others);

function https(values: Readonly<Record<string, unknown>>): Options {
    return { ...APPLICATION, [LISTENER]: { Protocol: "HTTPS", ...values } };
}

describe("beanstalk-tls-policy", () => {
    for (const [title, options] of [
        ["TLS 1.2 and newer", https({ SSLPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" })],
        ["TLS 1.3", https({ SSLPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" })],
        ["a listener in plain text, which another policy reports", APPLICATION],
        ["a listener that is off", https({ ListenerEnabled: "false" })],
        [
            "a shared load balancer, whose listener is a resource of its own",
            {
                [ENVIRONMENT]: { LoadBalancerType: "application", LoadBalancerIsShared: "true" },
                [LISTENER]: { Rules: "a" },
            },
        ],
        ["a network load balancer", { [ENVIRONMENT]: { LoadBalancerType: "network" } }],
        ["a single instance", { [ENVIRONMENT]: { EnvironmentType: "SingleInstance" } }],
        ["a classic load balancer in plain text", {}],
    ] as readonly (readonly [string, Options])[]) {
        it(`accepts ${title}`, async () => {
            assert.deepEqual(await says(options), []);
        });
    }

    it("accepts a worker", async () => {
        assert.deepEqual(await says({}, { tier: "Worker" }), []);
    });

    it("reports AWS's default, old policies, ciphers without forward secrecy, and names that nobody knows", async () => {
        const absent = `env fail: ${LISTENER} SSLPolicy is not set, which means ELBSecurityPolicy-2016-08 and admits TLS 1.0, ${EXPECTED}`;
        assert.deepEqual(await says(https({})), [absent]);
        assert.deepEqual(await says({ ...APPLICATION, [LISTENER]: { Protocol: "https" } }), [
            absent,
        ]);
        for (const [name, problem] of [
            ["ELBSecurityPolicy-2016-08", "admits TLS 1.0"],
            ["ELBSecurityPolicy-TLS13-1-1-2021-06", "admits TLS 1.1"],
            ["ELBSecurityPolicy-TLS-1-2-2017-01", "admits ciphers without forward secrecy"],
            ["ELBSecurityPolicy-New", "is no policy known to admit TLS 1.2 or newer only"],
        ] as const) {
            assert.deepEqual(await says(https({ SSLPolicy: name })), [
                `env fail: ${LISTENER} SSLPolicy is "${name}", which ${problem}, ${EXPECTED}`,
            ]);
        }
    });

    it("reports a classic load balancer's listener, with a policy of AWS's or without one", async () => {
        const listener = { "aws:elb:listener:443": { ListenerProtocol: "HTTPS" } };
        assert.deepEqual(await says(listener), [
            `env fail: aws:elb:listener:443 SSLReferencePolicy is not set, which means ELBSecurityPolicy-2016-08 and admits TLS 1.0, ${EXPECTED}`,
        ]);
        const policy = {
            "aws:elb:policies:tls": {
                LoadBalancerPorts: ":all",
                SSLReferencePolicy: "ELBSecurityPolicy-TLS-1-2-2017-01",
            },
        };
        assert.deepEqual(await says({ ...listener, ...policy }), [
            `env fail: aws:elb:policies:tls SSLReferencePolicy is "ELBSecurityPolicy-TLS-1-2-2017-01", which admits ciphers without forward secrecy, ${EXPECTED}`,
        ]);
        assert.deepEqual(await says({ "aws:elb:listener:443": { ListenerProtocol: "SSL" } }), [
            `env fail: aws:elb:listener:443 SSLReferencePolicy is not set, which means ELBSecurityPolicy-2016-08 and admits TLS 1.0, ${EXPECTED}`,
        ]);
    });

    it("reports on the template that sets it, and does not evaluate one that is not seen", async () => {
        const old = template({ [LISTENER]: { SSLPolicy: "ELBSecurityPolicy-2015-05" } });
        assert.deepEqual(await says(https({}), { templateName: "t" }, old), [
            `template fail: ${LISTENER} SSLPolicy is "ELBSecurityPolicy-2015-05", which admits TLS 1.0, ${EXPECTED}`,
        ]);
        assert.deepEqual(await says(https({}), { templateName: "elsewhere" }), [UNSEEN]);
    });

    it("does not evaluate what is not known yet, and judges the rest", async () => {
        assert.deepEqual(
            await says({
                ...https({ SSLPolicy: UNKNOWN }),
                "aws:elbv2:listener:444": { Protocol: UNKNOWN },
                "aws:elbv2:listener:445": { Protocol: "HTTPS" },
            }),
            [
                `env fail: aws:elbv2:listener:445 SSLPolicy is not set, which means ELBSecurityPolicy-2016-08 and admits TLS 1.0, ${EXPECTED}`,
                "env not-evaluated: settings[2].value is not known yet",
                "env not-evaluated: settings[3].value is not known yet",
            ],
        );
    });
});
