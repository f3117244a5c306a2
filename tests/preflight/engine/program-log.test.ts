import assert from "node:assert/strict";
import type { Engine } from "../../../preflight/engine/engine";
import type { Note } from "../../../preflight/engine/graph";
import { collectLog } from "../../../preflight/engine/program-log";
import type { Sdk } from "../../../preflight/engine/sdk";

type Log = (message: string, ...rest: unknown[]) => Promise<void>;

/** A program's log, the notes that are taken of it, and what is passed on. */
function logged(): { log: Record<"info" | "warn" | "error", Log>; notes: Note[]; said: unknown[] } {
    const said: unknown[] = [];
    const level =
        (name: string): Log =>
        (...args) => {
            said.push([name, ...args]);
            return Promise.resolve();
        };
    const log = { info: level("info"), warn: level("warn"), error: level("error") };
    const notes: Note[] = [];
    const sdk = {
        load: (module: string) => (module === "log" ? log : assert.fail(module)),
    } as unknown as Sdk;
    collectLog(sdk, { note: (note: Note) => notes.push(note) } as unknown as Engine);
    return { log, notes, said };
}

describe("what a program logs", () => {
    it("is noted when it warns or complains, and passed on in any case", async () => {
        const { log, notes, said } = logged();
        await log.info("hello");
        await log.warn("careful");
        await log.error("broken", undefined, 7, true);
        assert.deepEqual(notes, [
            { kind: "program-warning", message: "careful" },
            { kind: "program-error", message: "broken" },
        ]);
        assert.deepEqual(said, [
            ["info", "hello"],
            ["warn", "careful", undefined],
            ["error", "broken", undefined, 7, true],
        ]);
    });

    it("names the resource that it is about", async () => {
        const { log, notes, said } = logged();
        const resource = { urn: { promise: () => Promise.resolve("urn:x") } };
        await log.warn("careful", resource);
        assert.deepEqual(notes, [{ kind: "program-warning", urn: "urn:x", message: "careful" }]);
        assert.deepEqual(said, [["warn", "careful", resource]]);
    });

    it("is accepted with something that is no resource", async () => {
        const { log, notes } = logged();
        await log.warn("first", null);
        await log.warn("second", {});
        assert.deepEqual(notes, [
            { kind: "program-warning", message: "first" },
            { kind: "program-warning", message: "second" },
        ]);
    });
});
