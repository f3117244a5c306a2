import assert from "node:assert/strict";
import type { Options } from "../../../policies/https-only/beanstalk-example";
import { beanstalkProcessHttps } from "../../../policies/https-only/beanstalk-process-https";
import { type Fixture, UNKNOWN } from "../support/judge";
import { APPLICATION, ENVIRONMENT, said, template, UNSEEN } from "./support/environments";

const PROCESS = "aws:elasticbeanstalk:environment:process:";
const SHARED: Options = {
    [ENVIRONMENT]: { LoadBalancerType: "application", LoadBalancerIsShared: "true" },
    "aws:elbv2:listener:443": { Rules: "a" },
};

const says = (options: Options, more = {}, ...others: readonly Fixture[]) =>
    said(beanstalkProcessHttps, options, more, ...others);

function process(name: string, values: Readonly<Record<string, unknown>>): Options {
    return { [`${PROCESS}${name}`]: values };
}

describe("beanstalk-process-https", () => {
    for (const [title, options] of [
        [
            "HTTPS to the instances",
            { ...APPLICATION, ...process("default", { Protocol: "HTTPS" }) },
        ],
        ["HTTPS in any case", { ...SHARED, ...process("default", { Protocol: "https" }) }],
        [
            "a process on HTTP that nobody uses",
            {
                ...APPLICATION,
                "aws:elbv2:listener:default": { ListenerEnabled: "false" },
                "aws:elbv2:listener:443": { DefaultProcess: "tls" },
                ...process("tls", { Protocol: "HTTPS" }),
                ...process("default", { Protocol: "HTTP" }),
            },
        ],
        [
            "a classic load balancer that goes on in TLS",
            {
                "aws:elb:listener:443": { ListenerProtocol: "HTTPS", InstanceProtocol: "HTTPS" },
                "aws:elb:listener:8443": { ListenerProtocol: "SSL", InstanceProtocol: "ssl" },
            },
        ],
        [
            "a classic listener that is off, or in plain text, which another policy reports",
            {
                "aws:elb:listener": { InstanceProtocol: "HTTP" },
                "aws:elb:listener:443": { ListenerProtocol: "HTTPS", ListenerEnabled: "false" },
            },
        ],
        ["a single instance", { [ENVIRONMENT]: { EnvironmentType: "SingleInstance" } }],
        ["a network load balancer", { [ENVIRONMENT]: { LoadBalancerType: "network" } }],
    ] as readonly (readonly [string, Options])[]) {
        it(`accepts ${title}`, async () => {
            assert.deepEqual(await says(options), []);
        });
    }

    it("accepts a worker", async () => {
        assert.deepEqual(await says({}, { tier: "Worker" }), []);
    });

    it("reports processes in plain text, and those that say nothing", async () => {
        for (const start of [APPLICATION, SHARED]) {
            assert.deepEqual(await says(start), [
                `env fail: ${PROCESS}default Protocol is not set, which means HTTP, expected HTTPS`,
            ]);
            assert.deepEqual(
                await says({ ...start, ...process("default", { Protocol: "HTTP" }) }),
                [`env fail: ${PROCESS}default Protocol is "HTTP", expected HTTPS`],
            );
            assert.deepEqual(await says({ ...start, ...process("default", { Protocol: "TCP" }) }), [
                `env fail: ${PROCESS}default Protocol is "TCP", expected HTTPS`,
            ]);
        }
    });

    it("reports the process of a rule", async () => {
        assert.deepEqual(
            await says({ ...SHARED, "aws:elbv2:listenerrule:a": { Process: "admin" } }),
            [`env fail: ${PROCESS}admin Protocol is not set, which means HTTP, expected HTTPS`],
        );
    });

    it("reports classic listeners behind which plain text goes on", async () => {
        assert.deepEqual(
            await says({
                "aws:elb:listener:443": { ListenerProtocol: "HTTPS" },
                "aws:elb:listener:444": { ListenerProtocol: "HTTPS", InstanceProtocol: "HTTP" },
                "aws:elb:listener:8443": { ListenerProtocol: "ssl" },
            }),
            [
                "env fail: aws:elb:listener:443 InstanceProtocol is not set, which means HTTP, expected HTTPS",
                'env fail: aws:elb:listener:444 InstanceProtocol is "HTTP", expected HTTPS',
                "env fail: aws:elb:listener:8443 InstanceProtocol is not set, which means TCP, expected SSL",
            ],
        );
    });

    it("reports on the template that sets it, and does not evaluate one that is not seen", async () => {
        const http = template(process("default", { Protocol: "HTTP" }));
        assert.deepEqual(await says(SHARED, { templateName: "t" }, http), [
            `template fail: ${PROCESS}default Protocol is "HTTP", expected HTTPS`,
        ]);
        assert.deepEqual(await says(SHARED, { templateName: "elsewhere" }), [UNSEEN]);
    });

    it("does not evaluate what is not known yet, and judges the rest", async () => {
        assert.deepEqual(
            await says({
                ...APPLICATION,
                "aws:elbv2:listener:443": { DefaultProcess: "tls" },
                ...process("tls", { Protocol: UNKNOWN }),
            }),
            [
                `env fail: ${PROCESS}default Protocol is not set, which means HTTP, expected HTTPS`,
                "env not-evaluated: settings[2].value is not known yet",
            ],
        );
        assert.deepEqual(
            await says({
                "aws:elb:listener:443": { ListenerProtocol: UNKNOWN },
                "aws:elb:listener:444": { ListenerProtocol: "HTTPS" },
            }),
            [
                "env fail: aws:elb:listener:444 InstanceProtocol is not set, which means HTTP, expected HTTPS",
                "env not-evaluated: settings[0].value is not known yet",
            ],
        );
    });
});
