import assert from "node:assert/strict";
import { Queue } from "@pulumi/aws/sqs";
import { definePolicy } from "../../../policies/lib/define-policy";
import type { Grants } from "../../../policies/lib/exceptions";
import type { ResourcePolicy } from "../../../policies/lib/policy";
import { Undecided } from "../../../policies/lib/undecided";
import { judge, UNKNOWN, urnOf, type Judged } from "../support/judge";
import { METADATA, THING } from "../support/policies";

function policyThat(check: ResourcePolicy["check"]): ResourcePolicy {
    return definePolicy({ ...METADATA, resourceTypes: [THING], check });
}

async function diagnosticsOf(
    check: ResourcePolicy["check"],
    props: Record<string, unknown> = {},
    grants?: Grants,
): Promise<readonly Judged[]> {
    return (await judge(policyThat(check), { type: THING, props }, grants)).diagnostics;
}

const FAIL = { verdict: "fail", level: "mandatory" } as const;

describe("a check that needs a value which is not known yet", () => {
    it("keeps what was found before", async () => {
        const found = await diagnosticsOf(
            (props, report) => {
                report("first");
                report(String(props["later"]));
            },
            { later: UNKNOWN },
        );
        assert.deepEqual(found, [
            { ...FAIL, message: "first" },
            { verdict: "not-evaluated", message: "later is not known yet", level: "advisory" },
        ]);
    });

    it("goes on behind the part that needs it", async () => {
        const found = await diagnosticsOf(
            (props, report, { ifKnown }) => {
                ifKnown(() => {
                    report(String(props["one"]));
                });
                ifKnown(() => {
                    report("two");
                });
            },
            { one: UNKNOWN },
        );
        assert.deepEqual(found, [
            { ...FAIL, message: "two" },
            { verdict: "not-evaluated", message: "one is not known yet", level: "advisory" },
        ]);
    });

    it("names the value's place", async () => {
        const found = await diagnosticsOf(
            (props) => {
                JSON.stringify(props);
            },
            { rules: [{ cidr: "10.0.0.0/8" }, { cidr: UNKNOWN }] },
        );
        assert.deepEqual(
            found.map(({ message }) => message),
            ["rules[1].cidr is not known yet"],
        );
    });
});

describe("a check whose values do not say enough", () => {
    it("is not evaluated, keeps what was found before, and goes on behind the part", async () => {
        const found = await diagnosticsOf((_, report, { ifKnown }) => {
            report("first");
            ifKnown(() => {
                throw new Undecided("the version is not set");
            });
            report("second");
        });
        assert.deepEqual(found, [
            { ...FAIL, message: "first" },
            { ...FAIL, message: "second" },
            { verdict: "not-evaluated", message: "the version is not set", level: "advisory" },
        ]);
    });
});

describe("a check that breaks", () => {
    it("is an error that stops the deployment, and keeps what was found before", async () => {
        const found = await diagnosticsOf((_, report) => {
            report("first");
            throw new TypeError("x is not a function");
        });
        assert.deepEqual(found, [
            { ...FAIL, message: "first" },
            { verdict: "error", message: "TypeError: x is not a function", level: "mandatory" },
        ]);
    });

    it("is an error that stops the deployment even where its policy only advises", async () => {
        const advising = definePolicy({
            ...METADATA,
            enforcement: "advisory",
            resourceTypes: [THING],
            check: (_, report) => {
                report("first");
                throw new TypeError("x is not a function");
            },
        });
        const { diagnostics } = await judge(advising, { type: THING, props: {} });
        assert.deepEqual(
            diagnostics.map(({ verdict, level }) => [verdict, level]),
            [
                ["fail", "advisory"],
                ["error", "mandatory"],
            ],
        );
    });

    it("does not tell what a parser could not read, which may be a secret", async () => {
        const found = await diagnosticsOf(
            (props) => {
                JSON.parse(String(props["policy"]));
            },
            { policy: "hunter2" },
        );
        assert.deepEqual(found, [
            { verdict: "error", message: "SyntaxError in a value", level: "mandatory" },
        ]);
    });

    it("is an error even when what it throws is none", async () => {
        const found = await diagnosticsOf(() => {
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is what this test is about
            throw "hunter2";
        });
        assert.deepEqual(found, [
            {
                verdict: "error",
                message: "something that is no Error was thrown",
                level: "mandatory",
            },
        ]);
    });

    it("is an error when it would decide later", async () => {
        const later = (async () => {
            await Promise.resolve();
        }) as unknown as ResourcePolicy["check"];
        const expected = [
            {
                verdict: "error",
                message: "TypeError: the check is asynchronous",
                level: "mandatory",
            },
        ];
        assert.deepEqual(await diagnosticsOf(later), expected);
        const policy = definePolicy({
            ...METADATA,
            resource: Queue,
            check: later,
        });
        const { diagnostics } = await judge(policy, { type: "aws:sqs/queue:Queue" });
        assert.deepEqual(diagnostics, expected);
    });
});

describe("a check that is not applicable", () => {
    it("ends with its reason, also from within a part", async () => {
        const policy = policyThat((_, report, subject) => {
            subject.ifKnown(() => subject.notApplicable("A copy is judged with its original"));
            report("never");
        });
        assert.deepEqual(await judge(policy, { type: THING }), {
            diagnostics: [],
            notApplicable: ["A copy is judged with its original"],
        });
    });

    it("may not have reported before: one of the two is wrong", async () => {
        const found = await diagnosticsOf((_, report, subject) => {
            report("first");
            subject.notApplicable("after all");
        });
        assert.deepEqual(found, [
            { ...FAIL, message: "first" },
            {
                verdict: "error",
                message: "Error: notApplicable called after a report",
                level: "mandatory",
            },
        ]);
    });
});

describe("an exception", () => {
    const exception = {
        policy: "test-policy",
        stack: "test",
        urn: urnOf({ type: THING }),
        reason: "The vendor's device cannot do otherwise before it is replaced.",
        approver: "Security officer",
        expires: "2026-06-30",
    };
    const check: ResourcePolicy["check"] = (_, report) => {
        report("found");
    };

    it("makes the finding advisory, with its last day", async () => {
        const grants = { exceptions: [exception], today: "2026-06-29" };
        assert.deepEqual(await diagnosticsOf(check, {}, grants), [
            { verdict: "excepted", message: "found", expires: "2026-06-30", level: "advisory" },
        ]);
    });

    it("holds on its last day", async () => {
        const [found] = await diagnosticsOf(
            check,
            {},
            { exceptions: [exception], today: "2026-06-30" },
        );
        assert.equal(found?.verdict, "excepted");
    });

    it("is over on the day after, and the finding says so", async () => {
        const grants = { exceptions: [exception], today: "2026-07-01" };
        assert.deepEqual(await diagnosticsOf(check, {}, grants), [
            {
                ...FAIL,
                message: "found; the exception that Security officer granted ended on 2026-06-30",
            },
        ]);
    });

    it("holds for its policy and its resource only", async () => {
        for (const other of [
            { ...exception, policy: "other-policy" },
            { ...exception, urn: `${exception.urn}-2` },
        ]) {
            const grants = { exceptions: [other], today: "2026-06-29" };
            assert.deepEqual(await diagnosticsOf(check, {}, grants), [
                { ...FAIL, message: "found" },
            ]);
        }
    });

    it("covers neither a bug nor a value that is not known yet", async () => {
        const grants = { exceptions: [exception], today: "2026-06-29" };
        const found = await diagnosticsOf(
            (props, _, { ifKnown }) => {
                ifKnown(() => {
                    String(props["size"]);
                });
                throw new Error("bug");
            },
            { size: UNKNOWN },
            grants,
        );
        assert.deepEqual(
            found.map(({ verdict, level }) => [verdict, level]),
            [
                ["error", "mandatory"],
                ["not-evaluated", "advisory"],
            ],
        );
    });
});
