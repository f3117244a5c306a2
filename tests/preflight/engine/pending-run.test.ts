import assert from "node:assert/strict";
import { join } from "node:path";
import type { Engine } from "../../../preflight/engine/engine";
import type { MissingKeys } from "../../../preflight/engine/missing-keys";
import type { EngineFailure, Monitor } from "../../../preflight/engine/monitor";
import { PendingRun } from "../../../preflight/engine/pending-run";
import { ProgramError, type ProgramFailure } from "../../../preflight/engine/program-error";

const ROOT = "/program";
const BUCKET = "urn:pulumi:dev::p::aws:s3/bucket:Bucket::b";

interface State {
    readonly running?: Promise<unknown>;
    readonly resources?: readonly object[];
    readonly failures?: readonly EngineFailure[];
    readonly missing?: string;
    readonly waiting?: readonly string[];
    /** Errors that nobody handles. */
    readonly unhandled?: readonly unknown[];
}

function failure(message: string, more: Partial<EngineFailure> = {}): EngineFailure {
    return { message, subject: BUCKET, answered: false, ...more };
}

/** An error as a program throws it at these places. */
function thrownAt(message: string, ...places: readonly string[]): Error {
    const error = new Error(message);
    error.stack = [`Error: ${message}`, ...places.map((place) => `    at f (${place}:1)`)].join(
        "\n",
    );
    return error;
}

/** Settles a run whose event loop is empty at once. */
async function settle(state: State): Promise<void> {
    const pending = new PendingRun(
        { resources: state.resources ?? [] } as unknown as Engine,
        { failures: state.failures ?? [] } as unknown as Monitor,
        { message: state.missing } as unknown as MissingKeys,
        () => state.waiting ?? [],
        ROOT,
    );
    const idle = process.listenerCount("beforeExit");
    const settling = pending.settle(state.running ?? Promise.resolve());
    for (const error of state.unhandled ?? []) {
        process.listeners("unhandledRejection").at(-1)!(error, Promise.resolve());
    }
    await new Promise(setImmediate);
    while (process.listenerCount("beforeExit") > idle) process.listeners("beforeExit").at(-1)!(0);
    return settling;
}

async function failureOf(state: State): Promise<ProgramFailure> {
    return settle(state).then(
        () => assert.fail("the run settled"),
        (error: unknown) => {
            assert.ok(error instanceof ProgramError);
            return error.toFailure();
        },
    );
}

describe("the end of a run", () => {
    it("accepts a program that is done, and listens no longer", async () => {
        const count = (): readonly number[] =>
            ["beforeExit", "uncaughtException", "unhandledRejection"].map((event) =>
                process.listenerCount(event),
            );
        const before = count();
        await settle({});
        await failureOf({ unhandled: ["no"] });
        assert.deepEqual(count(), before);
    });

    it("accepts refusals that the program was told of", async () => {
        await settle({ failures: [failure("refused", { answered: true })] });
    });

    it("reports missing keys before all else, which may follow from them", async () => {
        assert.deepEqual(
            await failureOf({ missing: "a:b: found nothing", failures: [failure("no")] }),
            { kind: "missing-configuration", message: "a:b: found nothing" },
        );
    });

    describe("by a refusal", () => {
        it("names the resource, unless the message does", async () => {
            const source = { file: "index.ts", line: 3 };
            assert.deepEqual(await failureOf({ failures: [failure("is bad", { source })] }), {
                kind: "registration-failed",
                message: `${BUCKET}: is bad`,
                place: source,
            });
            assert.deepEqual(await failureOf({ failures: [failure(`bad: ${BUCKET}`)] }), {
                kind: "registration-failed",
                message: `bad: ${BUCKET}`,
            });
        });

        it("names five others, each once, and goes before what the program threw of it", async () => {
            const others = ["1", "1", "2", "3", "4", "5", "6"].map((text) => failure(text));
            const { message, detail } = await failureOf({
                failures: [failure("0"), failure("told", { answered: true }), ...others],
                unhandled: [new Error("thrown")],
            });
            assert.equal(message, `${BUCKET}: 0`);
            assert.equal(detail, "also: 1\nalso: 2\nalso: 3\nalso: 4\nalso: 5");
        });
    });

    describe("by an error", () => {
        it("names the user's lines, innermost first, none of packages and of the gate", async () => {
            const error = thrownAt(
                "no",
                "/program/node_modules/x/index.js:9",
                join(__dirname, "../../../preflight/engine/run.ts:8"),
                "/program/a.ts:2",
                "/elsewhere/b.ts:7",
            );
            assert.deepEqual(await failureOf({ running: Promise.reject(error) }), {
                kind: "threw",
                message: "no",
                place: { file: "a.ts", line: 2 },
                detail: "at a.ts:2\nat /elsewhere/b.ts:7",
            });
        });

        it("names what was thrown, whatever it is", async () => {
            for (const [thrown, message] of [
                ["text", "text"],
                [undefined, "undefined"],
                [thrownAt(""), "Error"],
                [Object.assign(new TypeError("no stack"), { stack: undefined }), "no stack"],
            ] as const) {
                assert.deepEqual(await failureOf({ unhandled: [thrown] }), {
                    kind: "threw",
                    message,
                });
            }
        });

        it("names five others, each once, errors or not", async () => {
            const first = thrownAt("first");
            const { message, detail } = await failureOf({
                running: Promise.reject(first),
                unhandled: [first, "a", new Error("first"), thrownAt("a"), "b", "c", "d", "e", "f"],
            });
            assert.equal(message, "first");
            assert.equal(detail, "also: a\nalso: b\nalso: c\nalso: d\nalso: e");
        });

        it("names the line of a syntax error, which has no frame of the user's", async () => {
            for (const [message, place] of [
                ["/program/a.ts:4: Expression expected.", { file: "a.ts", line: 4 }],
                ["Unexpected token", undefined],
            ] as const) {
                const error = Object.assign(new SyntaxError(message), { stack: "" });
                assert.deepEqual((await failureOf({ unhandled: [error] })).place, place);
            }
        });

        it("says how a region is set that @pulumi/aws requires", async () => {
            const error = thrownAt("No AWS region has been configured", "/program/a.ts:2");
            const { detail } = await failureOf({ unhandled: [error] });
            assert.equal(detail, "set it with --config aws:region=VALUE\nat a.ts:2");
        });
    });

    describe("that never comes", () => {
        const never = new Promise(() => undefined);
        const source = { file: "index.ts", line: 5 };

        it("names five resources that wait, and the last that was registered", async () => {
            assert.deepEqual(
                await failureOf({
                    waiting: ["a (t)", "b (t)", "c (t)", "d (t)", "e (t)", "f (t)"],
                    resources: [{ urn: "urn:first" }, { urn: BUCKET, source }],
                }),
                {
                    kind: "hung",
                    message:
                        "the program waits for outputs that never resolve: a (t), b (t), c (t), d (t), e (t); expected no cycle and no promise without an end",
                    place: source,
                    detail: `last registered: ${BUCKET}`,
                },
            );
        });

        it("is reported of a program that registered nothing and waits for something else", async () => {
            assert.deepEqual(await failureOf({ running: never }), {
                kind: "hung",
                message:
                    "the program waits for outputs that never resolve; expected no cycle and no promise without an end",
            });
        });

        it("names what failed before, as the likely reason", async () => {
            assert.deepEqual(
                await failureOf({
                    running: never,
                    failures: [
                        failure("one", { answered: true }),
                        failure("two", { answered: true }),
                    ],
                    resources: [{ urn: BUCKET }],
                }),
                {
                    kind: "hung",
                    message: "the program waits for ever for something that failed: one; two",
                    detail: `last registered: ${BUCKET}`,
                },
            );
        });
    });
});
