import { Worker } from "node:worker_threads";
import { LAST_WORDS_FD } from "./worker-protocol";

/**
 * Looks from a thread of its own, shortly before the time is up, where the program is stuck, and says so on the pipe
 * for last words: a program that never gives its thread back cannot say anything itself. The parent ends it.
 * @param seconds until the look
 */
export function startWatchdog(seconds: number): void {
    const worker = new Worker(
        `(${watch.toString()})(${JSON.stringify({ milliseconds: seconds * 1000, fd: LAST_WORDS_FD })})`,
        {
            eval: true,
            stdout: false,
            stderr: false,
        },
    );
    worker.unref();
}

/* c8 ignore start -- runs in a thread from its text; the tests of programs that never end see its words */
function watch(settings: { readonly milliseconds: number; readonly fd: number }): void {
    const inspector = require("node:inspector") as typeof import("node:inspector");
    const { writeSync } = require("node:fs") as typeof import("node:fs");
    const timers = require("node:timers") as typeof import("node:timers");
    interface Frame {
        readonly functionName: string;
        readonly url: string;
        readonly location: {
            readonly scriptId: string;
            readonly lineNumber: number;
            readonly columnNumber?: number;
        };
    }
    timers.setTimeout(() => {
        const session = new inspector.Session();
        session.connectToMainThread();
        session.on("Debugger.paused", (event) => {
            const frames = (event.params as unknown as { callFrames: Frame[] }).callFrames;
            const stack = frames
                .map(({ functionName, url, location }) => {
                    const name = functionName === "" ? "<anonymous>" : functionName;
                    return `    at ${name} (${url.replace(/^file:\/\//, "")}:${String(location.lineNumber + 1)}:${String((location.columnNumber ?? 0) + 1)})`;
                })
                .join("\n");
            writeSync(settings.fd, `${JSON.stringify({ kind: "stuck", what: "stuck", stack })}\n`);
        });
        session.post("Debugger.enable");
        session.post("Debugger.pause");
    }, settings.milliseconds);
}
/* c8 ignore stop */
