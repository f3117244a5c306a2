import { Worker } from "node:worker_threads";
import { LAST_WORDS_FD } from "./worker-protocol";

/** How often the thread looks whether the gate still lives, in milliseconds. */
const PARENT_INTERVAL = 500;

/**
 * Looks from a thread of its own, shortly before the time is up, where the program is stuck, and says so on the pipe
 * for last words: a program that never gives its thread back cannot say anything itself. The parent ends it,
 * and when the parent has died of what it could not hear, this thread ends the whole process group.
 * @param milliseconds until the look
 */
export function startWatchdog(milliseconds: number): void {
    const worker = new Worker(
        `(${watch.toString()})(${JSON.stringify({
            milliseconds,
            fd: LAST_WORDS_FD,
            parent: process.ppid,
            parentInterval: PARENT_INTERVAL,
        })})`,
        {
            eval: true,
            execArgv: [],
            stdout: false,
            stderr: false,
        },
    );
    worker.unref();
}

/* eslint-disable @typescript-eslint/no-require-imports -- the text runs as a script of its own */
/* c8 ignore start -- runs in a thread from its text; the tests of programs that never end see its words */
function watch(settings: {
    readonly milliseconds: number;
    readonly fd: number;
    readonly parent: number;
    readonly parentInterval: number;
}): void {
    const inspector = require("node:inspector") as typeof import("node:inspector");
    const { writeSync } = require("node:fs") as typeof import("node:fs");
    const timers = require("node:timers") as typeof import("node:timers");
    interface Paused {
        readonly callFrames: readonly { readonly callFrameId: string }[];
    }
    // Evaluated where the program stands, so that the lines are those of the TypeScript.
    const expression = "(() => { Error.stackTraceLimit = 50; return new Error().stack; })()";
    // A thread that is busy never hears that its channel to the parent has closed.
    timers.setInterval(() => {
        if (process.ppid !== settings.parent) process.kill(-process.pid, "SIGKILL");
    }, settings.parentInterval);
    timers.setTimeout(() => {
        const session = new inspector.Session();
        session.connectToMainThread();
        session.on("Debugger.paused", (event) => {
            const callFrameId =
                (event.params as unknown as Paused).callFrames[0]?.callFrameId ?? "";
            session.post(
                "Debugger.evaluateOnCallFrame",
                { callFrameId, expression },
                (_error, answer) => {
                    const stack = String(
                        (answer as { result?: { value?: unknown } } | undefined)?.result?.value,
                    );
                    writeSync(
                        settings.fd,
                        `${JSON.stringify({ kind: "stuck", what: "stuck", stack })}\n`,
                    );
                },
            );
        });
        session.post("Debugger.enable");
        session.post("Debugger.pause");
    }, settings.milliseconds);
}
/* c8 ignore stop */
