import assert from "node:assert/strict";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { announceExits } from "../../../preflight/engine/last-words";
import { folder } from "../support/folders";

interface Words {
    readonly kind: string;
    readonly what: string;
    readonly stack: string;
}

describe("the last words of a program", () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as they were, never called
    const { exit, kill, abort, exitCode } = process;
    let file: string;
    let fd: number;
    let done: unknown[];
    let quietly: typeof process.exit;

    beforeEach(() => {
        file = join(folder({ words: "" }), "words");
        fd = openSync(file, "w");
        done = [];
        const standIn =
            (name: string) =>
            (...args: unknown[]): true => {
                done.push([name, ...args]);
                return true;
            };
        process.exit = standIn("exit") as unknown as typeof exit;
        process.kill = standIn("kill");
        process.abort = standIn("abort") as unknown as typeof abort;
        quietly = announceExits(fd);
    });
    afterEach(() => {
        Object.assign(process, { exit, kill, abort });
        process.exitCode = exitCode;
        closeSync(fd);
    });

    function said(): readonly Words[] {
        const lines = readFileSync(file, "utf8").split("\n");
        assert.equal(lines.pop(), "");
        return lines.map((line) => JSON.parse(line) as Words);
    }
    const kindsAndCalls = (): unknown => said().map(({ kind, what }) => [kind, what]);

    it("name the status, or the one that was set before", () => {
        process.exit(3);
        process.exit();
        process.exitCode = 5;
        process.exit();
        assert.deepEqual(kindsAndCalls(), [
            ["exited", "process.exit(3)"],
            ["exited", "process.exit()"],
            ["exited", "process.exit(5)"],
        ]);
        assert.deepEqual(done, [
            ["exit", 3],
            ["exit", undefined],
            ["exit", undefined],
        ]);
    });

    it("name the signal that the program sends itself or its group", () => {
        process.kill(process.pid);
        process.kill(process.pid, "SIGKILL");
        process.kill(0, 9);
        assert.deepEqual(kindsAndCalls(), [
            ["killed", 'process.kill(process.pid, "SIGTERM")'],
            ["killed", 'process.kill(process.pid, "SIGKILL")'],
            ["killed", 'process.kill(process.pid, "9")'],
        ]);
        assert.deepEqual(done, [
            ["kill", process.pid, undefined],
            ["kill", process.pid, "SIGKILL"],
            ["kill", 0, 9],
        ]);
    });

    it("are not said for other processes, and for a signal that only asks", () => {
        assert.equal(process.kill(process.pid + 1, "SIGTERM"), true);
        assert.equal(process.kill(process.pid, 0), true);
        assert.deepEqual(said(), []);
        assert.equal(done.length, 2);
    });

    it("name abort, and the line that calls", () => {
        const limit = Error.stackTraceLimit;
        Error.stackTraceLimit = 0;
        try {
            process.abort();
            assert.equal(Error.stackTraceLimit, 0);
        } finally {
            Error.stackTraceLimit = limit;
        }
        assert.deepEqual(kindsAndCalls(), [["killed", "process.abort()"]]);
        assert.match(said()[0]!.stack, /last-words\.test\.ts:\d+:\d+/);
        assert.deepEqual(done, [["abort"]]);
    });

    it("are not said by the gate's own exit", () => {
        quietly(1);
        assert.deepEqual(said(), []);
        assert.deepEqual(done, [["exit", 1]]);
    });

    it("keep nobody from the exit when no one listens", () => {
        Object.assign(process, { exit: (code: unknown) => done.push(code) });
        announceExits(-1);
        process.exit(4);
        assert.deepEqual(done, [4]);
    });
});
