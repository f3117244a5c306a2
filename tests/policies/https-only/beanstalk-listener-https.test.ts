import assert from "node:assert/strict";
import { beanstalkListenerHttps } from "../../../policies/https-only/beanstalk-listener-https";
import type { Options } from "../../../policies/https-only/beanstalk-example";
import { type Fixture, UNKNOWN } from "../support/judge";
import {
    APPLICATION,
    CERTIFICATE,
    ENVIRONMENT,
    said,
    template,
    UNSEEN,
} from "./support/environments";

const DEFAULT = "aws:elbv2:listener:default";
const LISTENER = "aws:elbv2:listener:443";
const OFF: Options = { [DEFAULT]: { ListenerEnabled: "false" } };
const HTTPS: Options = { [LISTENER]: { Protocol: "HTTPS", SSLCertificateArns: CERTIFICATE } };
const SHARED: Options = {
    [ENVIRONMENT]: { LoadBalancerType: "application", LoadBalancerIsShared: "true" },
};
const EXPECTED = "expected HTTPS, or ListenerEnabled false";
const NO_RULES =
    "no listener has Rules, so Beanstalk takes port 80 of the shared load balancer, expected Rules in aws:elbv2:listener:443";

const says = (options: Options, more = {}, ...others: readonly Fixture[]) =>
    said(beanstalkListenerHttps, options, more, ...others);

describe("beanstalk-listener-https", () => {
    for (const [title, options] of [
        ["HTTPS alone", { ...APPLICATION, ...OFF, ...HTTPS }],
        ["no listener at all", { ...APPLICATION, ...OFF }],
        [
            "a default listener on HTTPS",
            { ...APPLICATION, [DEFAULT]: { Protocol: "https", SSLCertificateArns: CERTIFICATE } },
        ],
        [
            "a listener on HTTP that is off",
            { ...APPLICATION, ...OFF, "aws:elbv2:listener:81": { ListenerEnabled: "false" } },
        ],
        [
            "a classic load balancer on HTTPS and SSL",
            {
                "aws:elb:listener": { ListenerEnabled: "false" },
                "aws:elb:listener:443": {
                    ListenerProtocol: "HTTPS",
                    SSLCertificateId: CERTIFICATE,
                },
                "aws:elb:listener:8443": { ListenerProtocol: "SSL", SSLCertificateId: CERTIFICATE },
            },
        ],
        ["rules on port 443 of a shared load balancer", { ...SHARED, [LISTENER]: { Rules: "a" } }],
        [
            "a shared load balancer's default listener, which is not Beanstalk's",
            { ...SHARED, [LISTENER]: { Rules: "a" }, [DEFAULT]: { ListenerEnabled: "true" } },
        ],
        [
            "a single instance in groups of one's own",
            {
                [ENVIRONMENT]: { EnvironmentType: "SingleInstance" },
                "aws:autoscaling:launchconfiguration": { DisableDefaultEC2SecurityGroup: "true" },
            },
        ],
    ] as readonly (readonly [string, Options])[]) {
        it(`accepts ${title}`, async () => {
            assert.deepEqual(await says(options), []);
        });
    }

    it("accepts a worker, which nobody reaches", async () => {
        assert.deepEqual(await says({}, { tier: "Worker" }), []);
    });

    it("reports the default listener unless it is off or speaks HTTPS", async () => {
        assert.deepEqual(await says({ ...APPLICATION, ...HTTPS }), [
            `env fail: ${DEFAULT} Protocol is not set, which means HTTP, ${EXPECTED}`,
        ]);
        for (const ListenerEnabled of ["true", "", "yes"]) {
            assert.deepEqual(await says({ ...APPLICATION, [DEFAULT]: { ListenerEnabled } }), [
                `env fail: ${DEFAULT} Protocol is not set, which means HTTP, ${EXPECTED}`,
            ]);
        }
        assert.deepEqual(await says({ ...APPLICATION, [DEFAULT]: { Protocol: "HTTP" } }), [
            `env fail: ${DEFAULT} Protocol is "HTTP", ${EXPECTED}`,
        ]);
    });

    it("reports an environment that says nothing: a classic load balancer on port 80", async () => {
        const message = `env fail: aws:elb:listener ListenerProtocol is not set, which means HTTP, ${EXPECTED}`;
        assert.deepEqual(await says({}), [message]);
        assert.deepEqual(await says({}, { settings: null }), [message]);
    });

    it("reports every other listener in plain text", async () => {
        assert.deepEqual(
            await says({
                ...APPLICATION,
                ...OFF,
                ...HTTPS,
                "aws:elbv2:listener:80": { Rules: "a" },
                "aws:elbv2:listener:81": { Protocol: "HTTP" },
            }),
            [
                `env fail: aws:elbv2:listener:80 Protocol is not set, which means HTTP, ${EXPECTED}`,
                `env fail: aws:elbv2:listener:81 Protocol is "HTTP", ${EXPECTED}`,
            ],
        );
        assert.deepEqual(
            await says({
                "aws:elb:listener": { ListenerProtocol: "TCP" },
                "aws:elb:listener:81": { InstancePort: "81" },
            }),
            [
                `env fail: aws:elb:listener ListenerProtocol is "TCP", ${EXPECTED}`,
                `env fail: aws:elb:listener:81 ListenerProtocol is not set, which means HTTP, ${EXPECTED}`,
            ],
        );
    });

    it("reports a network load balancer, which ends no TLS", async () => {
        assert.deepEqual(
            await says({ [ENVIRONMENT]: { LoadBalancerType: "network" }, ...OFF }),
            [],
        );
        assert.deepEqual(await says({ [ENVIRONMENT]: { LoadBalancerType: "network" } }), [
            `env fail: ${DEFAULT} Protocol is not set, which means TCP, ${EXPECTED}`,
        ]);
    });

    it("reports HTTPS without a certificate", async () => {
        for (const values of [{}, { SSLCertificateArns: "" }]) {
            const listener = { [LISTENER]: { Protocol: "HTTPS", ...values } };
            assert.deepEqual(await says({ ...APPLICATION, ...OFF, ...listener }), [
                `env fail: ${LISTENER} SSLCertificateArns is not set, expected a certificate`,
            ]);
        }
        assert.deepEqual(
            await says({
                "aws:elb:listener": { ListenerEnabled: "false" },
                "aws:elb:listener:443": { ListenerProtocol: "HTTPS" },
            }),
            ["env fail: aws:elb:listener:443 SSLCertificateId is not set, expected a certificate"],
        );
    });

    it("reports a shared load balancer's port 80, taken or left to Beanstalk", async () => {
        assert.deepEqual(await says(SHARED), [`env fail: ${NO_RULES}`]);
        assert.deepEqual(await says({ ...SHARED, [LISTENER]: { Rules: "" } }), [
            `env fail: ${NO_RULES}`,
        ]);
        assert.deepEqual(
            await says({
                ...SHARED,
                "aws:elbv2:listener:80": { Rules: "a" },
                [LISTENER]: { Rules: "b" },
            }),
            [
                'env fail: aws:elbv2:listener:80 Rules is "a", expected Rules in aws:elbv2:listener:443',
            ],
        );
    });

    it("reports a single instance, which the world reaches on port 80", async () => {
        for (const launch of [{}, { DisableDefaultEC2SecurityGroup: "false" }]) {
            assert.deepEqual(
                await says({
                    [ENVIRONMENT]: { EnvironmentType: "SingleInstance" },
                    "aws:autoscaling:launchconfiguration": launch,
                }),
                [
                    "env fail: EnvironmentType is SingleInstance, whose instance is open to the world on port 80, expected LoadBalanced, or DisableDefaultEC2SecurityGroup true",
                ],
            );
        }
    });

    describe("with a template", () => {
        const named = { templateName: "t" };

        it("accepts what the template sets, and what the environment sets over it", async () => {
            assert.deepEqual(
                await says({}, named, template({ ...APPLICATION, ...OFF, ...HTTPS })),
                [],
            );
            const open = template({ ...APPLICATION, [DEFAULT]: { ListenerEnabled: "true" } });
            assert.deepEqual(await says({ ...OFF, ...HTTPS }, named, open), []);
        });

        it("reports on whoever sets what is to change", async () => {
            const http = template({ ...APPLICATION, ...HTTPS, [DEFAULT]: { Protocol: "HTTP" } });
            assert.deepEqual(await says({}, named, http), [
                `template fail: ${DEFAULT} Protocol is "HTTP", ${EXPECTED}`,
            ]);
            const on = template({ ...APPLICATION, [DEFAULT]: { ListenerEnabled: "true" } });
            assert.deepEqual(await says({}, named, on), [
                `template fail: ${DEFAULT} Protocol is not set, which means HTTP, ${EXPECTED}`,
            ]);
            assert.deepEqual(await says({}, named, template(APPLICATION)), [
                `env fail: ${DEFAULT} Protocol is not set, which means HTTP, ${EXPECTED}`,
            ]);
            const bare = template({ ...APPLICATION, ...OFF, [LISTENER]: { Protocol: "HTTPS" } });
            assert.deepEqual(await says({}, named, bare), [
                `env fail: ${LISTENER} SSLCertificateArns is not set, expected a certificate`,
            ]);
            const single = template({ [ENVIRONMENT]: { EnvironmentType: "SingleInstance" } });
            assert.match((await says({}, named, single))[0]!, /^template fail: EnvironmentType/);
            const port80 = template({ ...SHARED, "aws:elbv2:listener:80": { Rules: "a" } });
            assert.match((await says({}, named, port80))[0]!, /^template fail: aws:elbv2/);
        });

        it("does not evaluate one that this stack does not declare", async () => {
            assert.deepEqual(await says(APPLICATION, { templateName: "elsewhere" }), [UNSEEN]);
        });
    });

    it("does not evaluate what is not known yet, and judges the rest", async () => {
        assert.deepEqual(
            await says({
                ...APPLICATION,
                ...HTTPS,
                "aws:elbv2:listener:81": { Protocol: UNKNOWN },
                "aws:elbv2:listener:82": { ListenerEnabled: UNKNOWN },
            }),
            [
                `env fail: ${DEFAULT} Protocol is not set, which means HTTP, ${EXPECTED}`,
                "env not-evaluated: settings[3].value is not known yet",
                "env not-evaluated: settings[4].value is not known yet",
            ],
        );
        assert.deepEqual(await says({ [ENVIRONMENT]: { LoadBalancerType: UNKNOWN } }), [
            "env not-evaluated: settings[0].value is not known yet",
        ]);
        const hidden = { settings: [UNKNOWN] };
        assert.deepEqual(await says({}, hidden), [
            "env not-evaluated: settings[0] is not known yet",
        ]);
    });

    it("needs no certificate's name to know that there is one", async () => {
        const listener = { [LISTENER]: { Protocol: "HTTPS", SSLCertificateArns: UNKNOWN } };
        assert.deepEqual(await says({ ...APPLICATION, ...OFF, ...listener }), []);
    });

    it("judges every value where settings contradict each other", async () => {
        const twice = ["HTTPS", "HTTP"].map((value) => ({
            namespace: LISTENER,
            name: "Protocol",
            value,
        }));
        const settings = [
            { namespace: ENVIRONMENT, name: "LoadBalancerType", value: "application" },
            { namespace: DEFAULT, name: "ListenerEnabled", value: "false" },
            ...twice,
        ];
        assert.deepEqual(await says({}, { settings }), [
            `env fail: ${LISTENER} Protocol is "HTTP", ${EXPECTED}`,
        ]);
    });
});
