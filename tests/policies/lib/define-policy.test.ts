import assert from "node:assert/strict";
import { Provider } from "@pulumi/aws";
import { Listener } from "@pulumi/aws/lb";
import { definePolicy, defineStackPolicy, tokenOf } from "../../../policies/lib/define-policy";
import type { StackCheck } from "../../../policies/lib/policy";
import { toSdkPolicy } from "../../../policies/lib/sdk-policy";
import { judge, NO_GRANTS, UNKNOWN, urnOf, type Judgement } from "../support/judge";
import { METADATA, THING } from "../support/policies";

const PASSED: Judgement = { diagnostics: [], notApplicable: [] };

function fail(message: string, urn?: string) {
    return {
        verdict: "fail" as const,
        message,
        level: "mandatory" as const,
        ...(urn === undefined ? {} : { urn }),
    };
}

describe("definePolicy", () => {
    it("hands all metadata to the SDK", () => {
        const policy = definePolicy({
            ...METADATA,
            resourceTypes: [THING],
            check: () => undefined,
        });
        const { validateResource, ...metadata } = toSdkPolicy(policy, NO_GRANTS) as {
            validateResource?: unknown;
        };
        assert.equal(typeof validateResource, "function");
        assert.deepEqual(metadata, {
            name: "test-policy",
            displayName: "Things are as they should be.",
            description: "Things break.",
            remediationSteps: "Put things right.",
            severity: "high",
            enforcementLevel: "mandatory",
            tags: ["control:TEST-01", "fsbp:Test.1"],
            url: "docs/policies/test-policy.md",
        });
    });

    it("takes the enforcement level that the policy asks for", () => {
        const policy = definePolicy({
            ...METADATA,
            enforcement: "advisory",
            resourceTypes: [THING],
            check: () => undefined,
        });
        assert.equal(toSdkPolicy(policy, NO_GRANTS).enforcementLevel, "advisory");
    });

    describe("about one class", () => {
        const policy = definePolicy({
            ...METADATA,
            resource: Listener,
            check(listener, report) {
                if (listener.port !== 443) report(`port is ${String(listener.port)}, expected 443`);
            },
        });
        const type = "aws:lb/listener:Listener";

        it("accepts", async () => {
            assert.deepEqual(await judge(policy, { type, props: { port: 443 } }), PASSED);
        });

        it("reports", async () => {
            assert.deepEqual(await judge(policy, { type, props: { port: 80 } }), {
                diagnostics: [fail("port is 80, expected 443")],
                notApplicable: [],
            });
        });

        it("uses the SDK's fast path, which deserialises no other type", async () => {
            const { validateResource } = toSdkPolicy(policy, NO_GRANTS) as {
                validateResource?: unknown;
            };
            assert.equal((validateResource as { __pulumiType?: string }).__pulumiType, type);
            assert.deepEqual(
                await judge(policy, { type: "aws:alb/listener:Listener", props: { port: 80 } }),
                {
                    diagnostics: [],
                    notApplicable: [`Policy only applies to resources of type '${type}'`],
                },
            );
        });
    });

    describe("about several types", () => {
        const policy = definePolicy({
            ...METADATA,
            resourceTypes: ["a:a/a:A", "b:b/b:B"],
            check: (_, report, { type, name, urn }) => {
                report(`${type} ${name} ${urn}`);
            },
        });

        it("tells a check what it judges", async () => {
            for (const type of ["a:a/a:A", "b:b/b:B"]) {
                const { diagnostics } = await judge(policy, { type, name: "one", urn: "urn:one" });
                assert.deepEqual(diagnostics, [fail(`${type} one urn:one`)]);
            }
        });

        it("says that other types are not its business", async () => {
            assert.deepEqual(await judge(policy, { type: "a:a/a:Aa" }), {
                diagnostics: [],
                notApplicable: ["Policy only applies to resources of type 'a:a/a:A' or 'b:b/b:B'"],
            });
        });

        it("names four types, and counts the others", async () => {
            const reason = async (...types: readonly string[]) => {
                const resourceTypes = ["a", ...types] as const;
                const several = definePolicy({
                    ...METADATA,
                    resourceTypes,
                    check: () => undefined,
                });
                return (await judge(several, { type: "z" })).notApplicable;
            };
            assert.deepEqual(await reason("b", "c", "d"), [
                "Policy only applies to resources of type 'a' or 'b' or 'c' or 'd'",
            ]);
            assert.deepEqual(await reason("b", "c", "d", "e", "f"), [
                "Policy only applies to resources of type 'a' or 'b' or 'c' or 'd' or 2 others",
            ]);
        });
    });

    describe("with parts by type", () => {
        const policy = definePolicy({
            ...METADATA,
            checks: {
                "a:a/a:A": [
                    (props, report) => {
                        if (props["colour"] !== "red") report("colour is not red");
                    },
                    (_, report, { name }) => {
                        report(`${name} is an A`);
                    },
                ],
                "b:b/b:B": [],
            },
        });

        it("runs every part of the type", async () => {
            const found = await judge(policy, { type: "a:a/a:A", name: "one" });
            assert.deepEqual(found.diagnostics, [fail("colour is not red"), fail("one is an A")]);
            assert.deepEqual(await judge(policy, { type: "b:b/b:B" }), PASSED);
        });

        it("goes on with the next part where a value is not known yet", async () => {
            const props = { colour: UNKNOWN };
            const { diagnostics } = await judge(policy, { type: "a:a/a:A", name: "one", props });
            assert.deepEqual(
                diagnostics.map(({ verdict }) => verdict),
                ["fail", "not-evaluated"],
            );
        });

        it("says that other types are not its business", async () => {
            assert.deepEqual(await judge(policy, { type: "c:c/c:C" }), {
                diagnostics: [],
                notApplicable: ["Policy only applies to resources of type 'a:a/a:A' or 'b:b/b:B'"],
            });
        });
    });

    it("covers every type that begins with a prefix", async () => {
        const policy = definePolicy({
            ...METADATA,
            resourcePrefix: "aws:",
            check: (_, report) => {
                report("found");
            },
        });
        assert.deepEqual((await judge(policy, { type: "aws:x/y:Y" })).diagnostics, [fail("found")]);
        assert.deepEqual(await judge(policy, { type: "awsx:x/y:Y" }), {
            diagnostics: [],
            notApplicable: ["Policy only applies to resources of type 'aws:*'"],
        });
    });

    it("refuses a class whose token is not its type", () => {
        const message =
            "resource: found Provider, which has no type token, expected a resource class; use resourceTypes";
        assert.throws(() => tokenOf(Provider), { message });
        class Component {
            readonly name = "without a token";
        }
        assert.throws(() => tokenOf(Component as never), {
            message: message.replace("Provider", "Component"),
        });
    });
});

describe("defineStackPolicy", () => {
    const STACK = { type: "pulumi:pulumi:Stack", name: "appsonic-test" };
    const one = { type: THING, name: "one" };
    const two = { type: THING, name: "two" };

    it("finds resources by type and URN, sorted by URN", async () => {
        const policy = defineStackPolicy({
            ...METADATA,
            check({ stack, report }) {
                const things = stack.ofType("test:index/other:Other", THING);
                for (const thing of things)
                    report(thing, `${thing.name} of ${things.map((t) => t.name).join()}`);
                assert.equal(stack.get(urnOf(one))?.name, "one");
                assert.equal(stack.get("urn:none"), undefined);
                assert.equal(stack.resources.length, 3);
            },
        });
        assert.deepEqual((await judge(policy, [two, STACK, one])).diagnostics, [
            fail("one of one,two", urnOf(one)),
            fail("two of one,two", urnOf(two)),
        ]);
    });

    it("reports in the same order whatever the order of resources and reports", async () => {
        const policy = defineStackPolicy({
            ...METADATA,
            check({ stack, report }) {
                for (const message of ["b", "a", "b"]) {
                    for (const thing of stack.ofType(THING).slice().reverse())
                        report(thing, message);
                }
            },
        });
        const expected = [
            fail("a", urnOf(one)),
            fail("b", urnOf(one)),
            fail("a", urnOf(two)),
            fail("b", urnOf(two)),
        ];
        assert.deepEqual((await judge(policy, [one, two])).diagnostics, expected);
        assert.deepEqual((await judge(policy, [two, one])).diagnostics, expected);
    });

    it("reports on the stack itself, which needs no URN", async () => {
        const policy = defineStackPolicy({
            ...METADATA,
            check: ({ reportStack }) => {
                reportStack("found no trail, expected one");
            },
        });
        const expected = [fail("found no trail, expected one")];
        assert.deepEqual((await judge(policy, [STACK])).diagnostics, expected);
        assert.deepEqual((await judge(policy, [])).diagnostics, expected);
    });

    it("does not apply where a check says so", async () => {
        const policy = defineStackPolicy({
            ...METADATA,
            check: ({ notApplicable }) => notApplicable("This stack has no data"),
        });
        assert.deepEqual(await judge(policy, [STACK]), {
            diagnostics: [],
            notApplicable: ["This stack has no data"],
        });
    });

    it("judges the other resources where a value of one is not known yet", async () => {
        const policy = defineStackPolicy({
            ...METADATA,
            check({ stack, ifKnown, report }) {
                for (const thing of stack.ofType(THING)) {
                    ifKnown(thing, () => {
                        if (thing.props["size"] !== 1) report(thing, "size is not 1");
                    });
                }
            },
        });
        const fixtures = [
            { ...one, props: { size: UNKNOWN } },
            { ...two, props: { size: 2 } },
        ];
        assert.deepEqual((await judge(policy, fixtures)).diagnostics, [
            {
                verdict: "not-evaluated",
                message: "size is not known yet",
                level: "advisory",
                urn: urnOf(one),
            },
            fail("size is not 1", urnOf(two)),
        ]);
    });

    it("does not pass a check that would decide later", async () => {
        const later = (async () => {
            await Promise.resolve();
        }) as unknown as StackCheck;
        assert.deepEqual(
            (await judge(defineStackPolicy({ ...METADATA, check: later }), [STACK])).diagnostics,
            [
                {
                    verdict: "error",
                    message: "TypeError: the check is asynchronous",
                    level: "mandatory",
                },
            ],
        );
    });

    describe("about stacks with certain resources", () => {
        function about(...resourceTypes: [string, ...string[]]) {
            const check: StackCheck = ({ reportStack }) => {
                reportStack("found");
            };
            return defineStackPolicy({ ...METADATA, resourceTypes, check });
        }

        it("judges a stack that has one of them", async () => {
            const fixtures = [{ type: "other:index/other:Other" }, { type: THING }];
            const { diagnostics } = await judge(about("a:a/a:A", THING), fixtures);
            assert.deepEqual(diagnostics, [fail("found")]);
        });

        it("does not apply to a stack that has none", async () => {
            assert.deepEqual(await judge(about("a:a/a:A", "b:b/b:B"), [{ type: THING }]), {
                diagnostics: [],
                notApplicable: ["Policy only applies to resources of type 'a:a/a:A' or 'b:b/b:B'"],
            });
        });

        it("uses the SDK's fast path where it is about one type", async () => {
            const { validateStack } = toSdkPolicy(about(THING), NO_GRANTS) as {
                validateStack?: unknown;
            };
            assert.equal((validateStack as { __pulumiType?: string }).__pulumiType, THING);
            assert.deepEqual((await judge(about(THING), [{ type: THING }])).diagnostics, [
                fail("found"),
            ]);
            assert.deepEqual(await judge(about(THING), [{ type: "a:a/a:A" }]), {
                diagnostics: [],
                notApplicable: [`Policy only applies to resources of type '${THING}'`],
            });
        });
    });
});
