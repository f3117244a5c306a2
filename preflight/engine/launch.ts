import { fork, type ChildProcess } from "node:child_process";
import { extname, join } from "node:path";
import { endGroup, endWithThisProcess } from "./process-group";
import type { Graph } from "./graph";
import type { Progress, RunOptions } from "./job";
import { ProgramError, type ProgramFailure } from "./program-error";
import { userFrames } from "./stack-frames";
import {
    LAST_WORDS_FD,
    type AfterRun,
    type Job,
    type LastWords,
    type WorkerMessage,
} from "./worker-protocol";

/** How the caller follows a run, and what else is to be done in its process. */
export interface LaunchOptions {
    readonly after?: AfterRun;
    readonly onProgress?: (progress: Progress) => void;
    /** Path of a module with `createSimulation`. @defaultValue the simulated AWS */
    readonly simulation?: string;
}

/** What a run and the work after it gave. */
export interface Outcome {
    /** Missing when `after.dropGraph` says so. */
    readonly graph?: Graph;
    readonly result?: unknown;
}

/** Seconds that the watchdog may take for its look; a busy machine needs several. */
const GRACE = 15;
const DEFAULT_TIMEOUT = 300;

/** What Node needs for a worker in TypeScript. */
const TRANSLATION = {
    execArgv: ["--require", "ts-node/register/transpile-only"],
    env: { TS_NODE_PROJECT: join(__dirname, "..", "..", "tsconfig.json") },
};

/**
 * Runs a program in a process of its own.
 * A program that throws is run a second time with stack traces, which cost too much to have them always.
 * @throws {ProgramError} for whatever keeps the program from being judged
 */
export async function launch(run: RunOptions, options: LaunchOptions = {}): Promise<Outcome> {
    const job: Omit<Job, "deadline"> = {
        run,
        traces: false,
        ...(options.after && { after: options.after }),
        ...(options.simulation && { simulation: options.simulation }),
    };
    try {
        return await inWorker(job, options.onProgress);
    } catch (error) {
        if (!(error instanceof ProgramError) || !wantsTraces(error)) throw error;
        return inWorker({ ...job, traces: true }, options.onProgress).catch((second: unknown) => {
            throw second instanceof ProgramError && second.kind === error.kind ? second : error;
        });
    }
}

function wantsTraces(error: ProgramError): boolean {
    return error.kind === "threw" && error.place === undefined;
}

function inWorker(
    job: Omit<Job, "deadline">,
    onProgress: LaunchOptions["onProgress"],
): Promise<Outcome> {
    const child = start();
    endWithThisProcess(child);
    const timeout = job.run.timeout ?? DEFAULT_TIMEOUT;
    let words = "";
    let last: Progress | undefined;
    let timedOut = false;
    const end = (): void => {
        timedOut = true;
        endGroup(child);
    };
    child.stdio[LAST_WORDS_FD]?.on("data", (bytes: Buffer) => {
        words += bytes.toString();
        if (lastWords(words)?.kind === "stuck") end();
    });
    const timer = setTimeout(end, (timeout + GRACE) * 1000);
    return new Promise<Outcome>((resolve, reject) => {
        let settled = false;
        const settle = (act: () => void): void => {
            if (settled) return;
            settled = true;
            clearTimeout(timer);
            act();
        };
        child.on("message", (message: WorkerMessage) => {
            switch (message.type) {
                case "progress":
                    last = message.progress;
                    onProgress?.(message.progress);
                    break;
                case "done":
                    settle(() => {
                        resolve(message);
                    });
                    break;
                case "failed":
                    settle(() => {
                        reject(new ProgramError(message.failure));
                    });
                    break;
                case "broken":
                    settle(() => {
                        reject(new Error(`preflight itself broke: ${message.stack}`));
                    });
                    break;
            }
        });
        child.on("error", (error) => {
            settle(() => {
                reject(error);
            });
        });
        // Packs in processes of their own outlive a worker that ends at once.
        child.on("exit", () => {
            endGroup(child);
        });
        // `close`, unlike `exit`, comes after the last words were read.
        child.on("close", (code, signal) => {
            settle(() => {
                reject(
                    new ProgramError(
                        ending(job.run, timedOut, lastWords(words), last, code, signal),
                    ),
                );
            });
        });
        child.send({ ...job, deadline: Date.now() + timeout * 1000 } satisfies Job);
    });
}

function start(): ChildProcess {
    // Beside this file, in TypeScript or built as it is.
    const worker = join(__dirname, "..", `worker${extname(__filename)}`);
    const translation = worker.endsWith(".ts") ? TRANSLATION : undefined;
    return fork(worker, [], {
        // The worker goes to the program itself; its own modules are found from here.
        cwd: __dirname,
        execArgv: [
            // A larger nursery: most of what a run makes is promises that die young.
            "--max-semi-space-size=32",
            ...(translation?.execArgv ?? []),
        ],
        serialization: "advanced",
        // Leads a process group, so that everything it starts ends with it.
        detached: true,
        // What a program prints must not mix with the report.
        stdio: ["ignore", 2, 2, "ipc", "pipe"],
        env: { ...process.env, NODE_OPTIONS: "", ...translation?.env },
    });
}

function lastWords(text: string): LastWords | undefined {
    const end = text.indexOf("\n");
    return end < 0 ? undefined : (JSON.parse(text.slice(0, end)) as LastWords);
}

function ending(
    run: RunOptions,
    timedOut: boolean,
    words: LastWords | undefined,
    last: Progress | undefined,
    code: number | null,
    signal: string | null,
): ProgramFailure {
    const frames =
        words === undefined ? [] : userFrames(words.stack, run.dir, [join(__dirname, "..")]);
    const [place] = frames;
    const detail = [
        ...frames.map(({ file, line }) => `at ${file}:${line}`),
        ...(last === undefined ? [] : [`last registered: ${last.last}`]),
    ].join("\n");
    return {
        ...described(run, timedOut, words, code, signal),
        ...(place === undefined ? {} : { place }),
        ...(detail === "" ? {} : { detail }),
    };
}

function described(
    run: RunOptions,
    timedOut: boolean,
    words: LastWords | undefined,
    code: number | null,
    signal: string | null,
): Pick<ProgramFailure, "kind" | "message"> {
    if (timedOut) {
        return {
            kind: "timed-out",
            message: `the program did not end within ${run.timeout ?? DEFAULT_TIMEOUT} seconds (--timeout)`,
        };
    }
    if (words?.kind === "exited") {
        return {
            kind: "exited",
            message: `the program called ${words.what}, expected it to end by itself`,
        };
    }
    if (words?.kind === "killed")
        return { kind: "killed", message: `the program ended its own process: ${words.what}` };
    if (signal !== null) {
        const memory = signal === "SIGABRT" ? ", which happens when it runs out of memory" : "";
        return { kind: "killed", message: `the program's process was ended by ${signal}${memory}` };
    }
    return {
        kind: "exited",
        message: `the program's process ended with status ${String(code)} before the program was done`,
    };
}
