import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { Undecided } from "../../../../policies/lib/undecided";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { BeanstalkSettings } from "../../../../policies/lib/views/beanstalk-settings";
import { resource } from "../../support/resources";
import { UNKNOWN } from "../../support/unknown";

const ENVIRONMENT = "aws:elasticbeanstalk/environment:Environment";
const TEMPLATE = "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate";
const NS = "aws:elbv2:listener:443";

type Props = Readonly<Record<string, unknown>>;

function set(value: unknown, name: unknown = "Protocol", namespace: unknown = NS): Props {
    return { namespace, name, value };
}

function environment(
    settings: readonly unknown[] | string | undefined,
    more: Props = {},
    dependencies: Readonly<Record<string, readonly PolicyResource[]>> = {},
): PolicyResource {
    const props = settings === undefined ? more : { settings, ...more };
    return resource(ENVIRONMENT, "env", props, dependencies);
}

function template(settings: readonly unknown[], more: Props = {}): PolicyResource {
    return resource(TEMPLATE, "template", { name: "t", settings, ...more });
}

function settingsOf(env: PolicyResource, ...others: readonly PolicyResource[]): BeanstalkSettings {
    return BeanstalkSettings.of(env, new StackIndex([env, ...others]));
}

/** What holds for the protocol, with who says so. */
function protocols(settings: BeanstalkSettings) {
    return settings
        .choices(NS, "Protocol", "HTTP")
        .map(({ text, says, place, isSet }) => [text, says, place.name, isSet]);
}

describe("BeanstalkSettings", () => {
    const absent = [["HTTP", "is not set, which means HTTP", "env", false]];

    it("have the environment's own settings", () => {
        assert.deepEqual(protocols(settingsOf(environment([set("HTTPS")]))), [
            ["HTTPS", `is "HTTPS"`, "env", true],
        ]);
    });

    it("have AWS's default for what nobody sets", () => {
        for (const settings of [
            undefined,
            [],
            [{ value: "HTTPS" }],
            [set("HTTPS", "SSLPolicy")],
            [set("HTTPS", "Protocol", "aws:elbv2:listener:444")],
        ]) {
            assert.deepEqual(protocols(settingsOf(environment(settings))), absent);
        }
    });

    it("read an empty value, and none, as the default", () => {
        for (const value of ["", null]) {
            assert.deepEqual(protocols(settingsOf(environment([set(value)]))), [
                ["HTTP", "is empty, which means HTTP", "env", true],
            ]);
        }
    });

    it("are found in any case", () => {
        const odd = set("HTTPS", "PROTOCOL", "AWS:ELBv2:Listener:443");
        assert.deepEqual(protocols(settingsOf(environment([odd]))), [
            ["HTTPS", `is "HTTPS"`, "env", true],
        ]);
    });

    it("keep every setting of the same option", () => {
        assert.deepEqual(protocols(settingsOf(environment([set("HTTPS"), set("HTTP")]))), [
            ["HTTPS", `is "HTTPS"`, "env", true],
            ["HTTP", `is "HTTP"`, "env", true],
        ]);
    });

    it("have the template's settings behind the environment's own", () => {
        const t = template([set("HTTPS"), set("arn", "SSLCertificateArns")]);
        const plain = settingsOf(environment([], { templateName: "t" }), t);
        assert.deepEqual(protocols(plain), [["HTTPS", `is "HTTPS"`, "template", true]]);
        const own = settingsOf(environment([set("HTTP")], { templateName: "t" }), t);
        assert.deepEqual(protocols(own), [["HTTP", `is "HTTP"`, "env", true]]);
        assert.equal(own.choice(NS, "SSLCertificateArns", "").text, "arn");
        assert.equal(own.choice(NS, "SSLPolicy", "old").text, "old");
    });

    it("find the template by dependency, and by its application where names are the same", () => {
        const t = template([set("HTTPS")], { application: "a" });
        const other = resource(TEMPLATE, "other", { name: "t", settings: [], application: "b" });
        const named = { templateName: "t", application: "a" };
        assert.deepEqual(protocols(settingsOf(environment([], named), other, t)), [
            ["HTTPS", `is "HTTPS"`, "template", true],
        ]);
        const waiting = environment([], { templateName: UNKNOWN }, { templateName: [t] });
        assert.deepEqual(protocols(settingsOf(waiting, t)), [
            ["HTTPS", `is "HTTPS"`, "template", true],
        ]);
        // An application that is not known yet may be the same.
        const unclear = { templateName: "t", application: UNKNOWN };
        assert.equal(
            settingsOf(environment([], unclear), t).choice(NS, "Protocol", "").text,
            "HTTPS",
        );
        const unborn = template([set("HTTPS")], { application: UNKNOWN });
        assert.deepEqual(protocols(settingsOf(environment([], named), unborn)), [
            ["HTTPS", `is "HTTPS"`, "template", true],
        ]);
    });

    it("do not decide what a template may set that this stack does not declare", () => {
        const message =
            'templateName is "t", which this stack does not declare, expected a ConfigurationTemplate of this stack';
        const foreign = template([set("HTTPS")], { application: "b" });
        for (const settings of [
            settingsOf(environment([set("HTTPS")], { templateName: "t" })),
            settingsOf(
                environment([set("HTTPS")], { templateName: "t", application: "a" }),
                foreign,
            ),
        ]) {
            assert.deepEqual(protocols(settings), [["HTTPS", `is "HTTPS"`, "env", true]]);
            for (const read of [
                () => settings.choice(NS, "SSLPolicy", ""),
                () => settings.is(NS, "SSLPolicy", "x", "x"),
                () => {
                    settings.readAll();
                },
            ]) {
                assert.throws(read, (error) => {
                    assert.ok(error instanceof Undecided);
                    assert.equal(error.message, message);
                    return true;
                });
            }
        }
    });

    it("do without a template that is empty or left to AWS", () => {
        for (const templateName of ["", null, UNKNOWN]) {
            const settings = settingsOf(environment(undefined, { templateName }));
            assert.deepEqual(protocols(settings), absent);
            settings.readAll();
        }
    });

    it("cannot be read before it is known which template, or what a setting is about", () => {
        const other = resource("test:index/thing:Thing", "it", {});
        const waiting = environment([], { templateName: UNKNOWN }, { templateName: [other] });
        assert.throws(() => settingsOf(waiting), isUnknownValue);
        const later = environment(UNKNOWN, {}, { settings: [other] });
        assert.throws(() => settingsOf(later), isUnknownValue);
        for (const hidden of [UNKNOWN, set("x", UNKNOWN), set("x", "Protocol", UNKNOWN)]) {
            const settings = settingsOf(environment([hidden, set("HTTPS")]));
            assert.equal(settings.choice(NS, "Protocol", "").text, "HTTPS");
            assert.throws(() => settings.choice(NS, "SSLPolicy", ""), isUnknownValue);
            assert.throws(() => {
                settings.readAll();
            }, isUnknownValue);
        }
        // What is behind it in the template might be overridden.
        const t = template([set("HTTPS")]);
        const above = settingsOf(environment([UNKNOWN], { templateName: "t" }), t);
        assert.throws(() => above.choice(NS, "Protocol", ""), isUnknownValue);
        const below = settingsOf(
            environment([set("TLS")], { templateName: "t" }),
            template([UNKNOWN]),
        );
        assert.equal(below.choice(NS, "Protocol", "").text, "TLS");
        assert.throws(() => {
            below.readAll();
        }, isUnknownValue);
    });

    it("take settings for none where a preview leaves them to AWS", () => {
        assert.deepEqual(protocols(settingsOf(environment(UNKNOWN))), absent);
    });

    it("know that a value is set before it is known", () => {
        const [choice] = settingsOf(environment([set(UNKNOWN)])).choices(NS, "Protocol", "HTTP");
        assert.equal(choice.isSet, true);
        assert.throws(() => choice.text, isUnknownValue);
        assert.throws(() => choice.says, isUnknownValue);
    });

    it("compare values in any case, the default as well", () => {
        const settings = settingsOf(environment([set("https")]));
        assert.ok(settings.is(NS, "Protocol", "HTTPS", "HTTP"));
        assert.ok(!settings.is(NS, "Protocol", "HTTP", "HTTP"));
        assert.ok(settings.is(NS, "SSLPolicy", "x", "X"));
    });

    it("know the namespaces under a prefix, each once, as they are written", () => {
        const t = template([set("1", "a", "aws:elbv2:listener:8443"), set("1", "a", NS)]);
        const own = [
            set("1", "a", "aws:elbv2:listener:default"),
            set("1", "a", "aws:elbv2:listener:Default"),
            set("1", "a", "AWS:elbv2:listener:443"),
            set("1", "a", "aws:elbv2:listener"),
            set("1", "a", "aws:elbv2:listener:"),
            set("1", "a", "aws:elbv2:listenerrule:x"),
        ];
        const settings = settingsOf(environment(own, { templateName: "t" }), t);
        assert.deepEqual(settings.namespacesUnder("aws:elbv2:listener:"), [
            "default",
            "443",
            "8443",
        ]);
        assert.deepEqual(settings.namespacesUnder("aws:elb:"), []);
    });

    it("are those of the environment over those of the template, option by option", () => {
        const values = fc.dictionary(fc.constantFrom("A", "B", "C"), fc.constantFrom("1", "2"));
        fc.assert(
            fc.property(values, values, (own, templates) => {
                const list = (of: Props) =>
                    Object.entries(of).map(([name, value]) => set(value, name));
                const settings = settingsOf(
                    environment(list(own), { templateName: "t" }),
                    template(list(templates)),
                );
                const effective: Props = { A: "0", B: "0", C: "0", ...templates, ...own };
                for (const [option, value] of Object.entries(effective)) {
                    assert.equal(settings.choice(NS, option, "0").text, value);
                }
            }),
        );
    });
});
