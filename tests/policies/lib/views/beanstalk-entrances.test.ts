import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { isUnknownValue, pathOf } from "../../../../policies/lib/unknown-value";
import {
    beanstalkListenersOf,
    eachBeanstalkEnvironment,
    entranceOf,
    isOn,
    sharedPortsOf,
    tlsPoliciesOf,
    usedProcessesOf,
} from "../../../../policies/lib/views/beanstalk-entrances";
import { BeanstalkSettings } from "../../../../policies/lib/views/beanstalk-settings";
import { resource } from "../../support/resources";
import { UNKNOWN } from "../../support/unknown";

type Options = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Props = Readonly<Record<string, unknown>>;

const TYPE = "aws:elasticbeanstalk/environment:Environment";
const ENVIRONMENT = "aws:elasticbeanstalk:environment";

function list(options: Options): readonly Props[] {
    return Object.entries(options).flatMap(([namespace, values]) =>
        Object.entries(values).map(([name, value]) => ({ namespace, name, value })),
    );
}

function environment(options: Options, more: Props = {}): PolicyResource {
    return resource(TYPE, "env", { settings: list(options), ...more });
}

function settingsOf(options: Options, more: Props = {}): BeanstalkSettings {
    const env = environment(options, more);
    return BeanstalkSettings.of(env, new StackIndex([env]));
}

function elbv2(port: string, values: Readonly<Record<string, unknown>>): Options {
    return { [`aws:elbv2:listener:${port}`]: values };
}

describe("entranceOf", () => {
    const entrance = (values: Readonly<Record<string, unknown>>, more: Props = {}) =>
        entranceOf(settingsOf({ [ENVIRONMENT]: values }, more));

    for (const [values, expected] of [
        [{}, "classic"],
        [{ LoadBalancerType: "classic" }, "classic"],
        [{ LoadBalancerType: "Application" }, "application"],
        [{ LoadBalancerType: "application", LoadBalancerIsShared: "false" }, "application"],
        [{ LoadBalancerType: "application", LoadBalancerIsShared: "True" }, "shared"],
        [{ LoadBalancerType: "network", LoadBalancerIsShared: "true" }, "network"],
        [{ LoadBalancerType: "something" }, "classic"],
        [{ EnvironmentType: "SingleInstance", LoadBalancerType: "application" }, "single"],
        [{ EnvironmentType: "LoadBalanced" }, "classic"],
    ] as const) {
        it(`is ${expected} for ${JSON.stringify(values)}`, () => {
            assert.equal(entrance(values), expected);
        });
    }

    it("is worker by the environment's tier", () => {
        for (const tier of ["Worker", "worker"]) assert.equal(entrance({}, { tier }), "worker");
        // In a preview AWS may yet say what the program leaves out, which is a web server.
        for (const tier of ["WebServer", "", null, UNKNOWN]) {
            assert.equal(entrance({}, { tier }), "classic");
        }
    });

    it("cannot be told before it is known", () => {
        const waiting = resource(TYPE, "env", { tier: UNKNOWN }, { tier: [environment({})] });
        const settings = BeanstalkSettings.of(waiting, new StackIndex([waiting]));
        assert.throws(() => entranceOf(settings), isUnknownValue);
        assert.throws(() => entrance({ LoadBalancerType: UNKNOWN }), isUnknownValue);
    });
});

describe("beanstalkListenersOf", () => {
    const shown = (options: Options, entrance: Parameters<typeof beanstalkListenersOf>[1]) =>
        beanstalkListenersOf(settingsOf(options), entrance).map((listener) => {
            const protocols = listener.protocols().map(({ text }) => text);
            const { namespace, port, protocolOption } = listener;
            return [namespace, port, protocolOption, protocols, isOn(listener)];
        });

    it("has the default listener of an application load balancer, and those that settings name", () => {
        const options = {
            ...elbv2("443", { Protocol: "HTTPS" }),
            ...elbv2("8443", { ListenerEnabled: "False" }),
        };
        const named = (byDefault: string) => [
            ["aws:elbv2:listener:443", "443", "Protocol", ["HTTPS"], true],
            ["aws:elbv2:listener:8443", "8443", "Protocol", [byDefault], false],
        ];
        assert.deepEqual(shown(options, "application"), [
            ["aws:elbv2:listener:default", "default", "Protocol", ["HTTP"], true],
            ...named("HTTP"),
        ]);
        assert.deepEqual(shown(options, "network"), [
            ["aws:elbv2:listener:default", "default", "Protocol", ["TCP"], true],
            ...named("TCP"),
        ]);
    });

    it("has the default listener once, though settings name it", () => {
        for (const name of ["default", "Default"]) {
            assert.deepEqual(shown(elbv2(name, { ListenerEnabled: "false" }), "application"), [
                ["aws:elbv2:listener:default", "default", "Protocol", ["HTTP"], false],
            ]);
        }
    });

    it("has the listeners of a classic load balancer, with both ways to switch off the default one", () => {
        const named = ["aws:elb:listener:443", "443", "ListenerProtocol", ["HTTPS"], true];
        const https = { "aws:elb:listener:443": { ListenerProtocol: "HTTPS" } };
        const byDefault = (isOnToo: boolean) => [
            "aws:elb:listener",
            "default",
            "ListenerProtocol",
            ["HTTP"],
            isOnToo,
        ];
        assert.deepEqual(shown(https, "classic"), [byDefault(true), named]);
        const ways: readonly Options[] = [
            { "aws:elb:listener": { ListenerEnabled: "false" } },
            { "aws:elb:loadbalancer": { LoadBalancerHTTPPort: "OFF" } },
        ];
        for (const off of ways) {
            assert.deepEqual(shown({ ...https, ...off }, "classic"), [byDefault(false), named]);
        }
        const on = { "aws:elb:loadbalancer": { LoadBalancerHTTPPort: "80" } };
        assert.deepEqual(shown({ ...https, ...on }, "classic"), [byDefault(true), named]);
        const other = { "aws:elb:listener:443": { ListenerEnabled: "false" } };
        assert.deepEqual(shown(other, "classic")[1], [
            "aws:elb:listener:443",
            "443",
            "ListenerProtocol",
            ["HTTP"],
            false,
        ]);
    });

    it("is on where settings contradict each other", () => {
        const env = resource(TYPE, "env", {
            settings: ["false", "true"].map((value) => ({
                namespace: "aws:elbv2:listener:default",
                name: "ListenerEnabled",
                value,
            })),
        });
        const settings = BeanstalkSettings.of(env, new StackIndex([env]));
        assert.ok(beanstalkListenersOf(settings, "application").every(isOn));
    });

    it("has a listener for every port that settings name, and the default one", () => {
        const ports = fc.uniqueArray(fc.integer({ min: 1, max: 65535 }));
        fc.assert(
            fc.property(ports, (all) => {
                const options = Object.assign(
                    {},
                    ...all.map((port) => elbv2(String(port), { Protocol: "HTTPS" })),
                ) as Options;
                assert.deepEqual(
                    new Set(shown(options, "application").map(([, port]) => port)),
                    new Set(["default", ...all.map(String)]),
                );
            }),
        );
    });
});

describe("sharedPortsOf", () => {
    it("has the ports that rules are attached to", () => {
        const settings = settingsOf({
            ...elbv2("443", { Rules: "a,b" }),
            ...elbv2("80", { Rules: "c" }),
            ...elbv2("81", { Rules: "" }),
            ...elbv2("82", { Protocol: "HTTPS" }),
            // It does not apply to a shared load balancer.
            ...elbv2("default", { Rules: "d" }),
        });
        assert.deepEqual(
            sharedPortsOf(settings).map(({ port, rules }) => [port, rules.text]),
            [
                ["443", "a,b"],
                ["80", "c"],
            ],
        );
    });
});

describe("usedProcessesOf", () => {
    const used = (options: Options, entrance: "application" | "shared") =>
        usedProcessesOf(settingsOf(options), entrance);
    const rules = {
        "aws:elbv2:listenerrule:a": { Process: "one" },
        "aws:elbv2:listenerrule:b": { PathPatterns: "/b" },
        "aws:elbv2:listenerrule:unused": { Process: "other" },
    };

    it("has the default process of every listener that is on, and those of its rules", () => {
        assert.deepEqual(used({}, "application"), ["default"]);
        assert.deepEqual(
            used({ ...rules, ...elbv2("443", { DefaultProcess: "https" }) }, "application"),
            ["default", "https"],
        );
        const off = elbv2("default", { ListenerEnabled: "false" });
        const https = elbv2("443", { DefaultProcess: "https", Rules: "a, ,b" });
        assert.deepEqual(used({ ...rules, ...off, ...https }, "application"), [
            "https",
            "one",
            "default",
        ]);
        assert.deepEqual(used(off, "application"), []);
    });

    it("has those of the rules on a shared load balancer, or the default one where there are none", () => {
        assert.deepEqual(used({ ...rules, ...elbv2("443", { Rules: "a" }) }, "shared"), ["one"]);
        assert.deepEqual(used({ ...rules, ...elbv2("443", { Rules: "b" }) }, "shared"), [
            "default",
        ]);
        // The listener's own default belongs to whoever owns the load balancer.
        const own = elbv2("443", { Rules: "a", DefaultProcess: "x" });
        assert.deepEqual(used({ ...rules, ...own }, "shared"), ["one"]);
        assert.deepEqual(used(rules, "shared"), ["default"]);
    });
});

describe("tlsPoliciesOf", () => {
    const policies = (options: Options, entrance: "application" | "classic", port: string) => {
        const settings = settingsOf(options);
        const listener = beanstalkListenersOf(settings, entrance).find((l) => l.port === port)!;
        return tlsPoliciesOf(settings, listener).map(({ option, choice }) => [option, choice.says]);
    };
    const absent = "is not set, which means ELBSecurityPolicy-2016-08";

    it("is what an application load balancer's listener names", () => {
        assert.deepEqual(policies(elbv2("443", { SSLPolicy: "x" }), "application", "443"), [
            ["aws:elbv2:listener:443 SSLPolicy", `is "x"`],
        ]);
        assert.deepEqual(policies(elbv2("443", { Rules: "a" }), "application", "443"), [
            ["aws:elbv2:listener:443 SSLPolicy", absent],
        ]);
    });

    it("is what is attached to a classic load balancer's listener, by port or by name", () => {
        const https = { "aws:elb:listener:443": { ListenerProtocol: "HTTPS" } };
        const found = [["aws:elb:policies:tls SSLReferencePolicy", `is "x"`]];
        const policy = (values: Props) => ({
            ...https,
            "aws:elb:policies:tls": { SSLReferencePolicy: "x", ...values },
        });
        const none = [["aws:elb:listener:443 SSLReferencePolicy", absent]];
        for (const LoadBalancerPorts of ["443", "80, 443", ":all"]) {
            assert.deepEqual(policies(policy({ LoadBalancerPorts }), "classic", "443"), found);
        }
        for (const values of [{}, { LoadBalancerPorts: "80" }, { LoadBalancerPorts: "4430" }]) {
            assert.deepEqual(policies(policy(values), "classic", "443"), none);
        }
        const byName = {
            ...policy({}),
            "aws:elb:listener:443": { ListenerProtocol: "HTTPS", PolicyNames: "a, tls" },
        };
        assert.deepEqual(policies(byName, "classic", "443"), found);
        const cookie = {
            ...https,
            "aws:elb:policies:cookie": { LoadBalancerPorts: ":all", CookieName: "c" },
        };
        assert.deepEqual(policies(cookie, "classic", "443"), none);
        assert.deepEqual(policies(https, "classic", "443"), none);
    });
});

describe("eachBeanstalkEnvironment", () => {
    it("visits every environment, and lets what is not known yet end its own part only", () => {
        const thing = resource("test:index/thing:Thing", "thing", {});
        const first = resource(TYPE, "first", { settings: [UNKNOWN] });
        const second = resource(TYPE, "second", { settings: UNKNOWN }, { settings: [thing] });
        const third = resource(TYPE, "third", {});
        const seen: string[] = [];
        const unknown: string[] = [];
        eachBeanstalkEnvironment(
            {
                stack: new StackIndex([third, second, thing, first]),
                ifKnown: ({ name }, part) => {
                    try {
                        part();
                    } catch (error) {
                        assert.ok(isUnknownValue(error));
                        unknown.push(`${name} ${pathOf(error)}`);
                    }
                },
            },
            (settings, ifKnown) => {
                seen.push(settings.environment.name);
                ifKnown(() => settings.choice("a", "b", ""));
                entranceOf(settings);
            },
        );
        assert.deepEqual(seen, ["first", "third"]);
        assert.deepEqual(unknown, [
            "first settings[0]",
            "first settings[0]",
            "first settings[0]",
            "second settings",
        ]);
    });
});
