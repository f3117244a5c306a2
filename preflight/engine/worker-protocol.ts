import type { Graph } from "./graph";
import type { Progress, RunOptions } from "./job";
import type { ProgramFailure } from "./program-error";

/** What the worker is asked to do. */
export interface Job {
    readonly run: RunOptions;
    /** Errors know their place, at the price of speed. */
    readonly traces: boolean;
    /** When the time is up, in milliseconds since the epoch. */
    readonly deadline: number;
    /** Module to call in the worker after the program, with its exported function's name and argument. */
    readonly after?: AfterRun;
    /** Module with `createSimulation`. @defaultValue the simulated AWS */
    readonly simulation?: string;
}

/**
 * Work on the finished graph that is done in the worker, so that the graph need not travel.
 * The module exports `name(graph, argument)`; its result must be plain data.
 */
export interface AfterRun {
    /** Path without extension. */
    readonly module: string;
    readonly name: string;
    readonly argument: unknown;
    /** Name of an export `(argument) => Promise<Remediate>` of the same module, for packs that change inputs on the way. */
    readonly remediate?: string;
    /** Leave the graph out of the answer. */
    readonly dropGraph?: boolean;
}

/** What the worker says while and after it works. */
export type WorkerMessage =
    | { readonly type: "progress"; readonly progress: Progress }
    | { readonly type: "done"; readonly graph?: Graph; readonly result?: unknown }
    | { readonly type: "failed"; readonly failure: ProgramFailure }
    | { readonly type: "broken"; readonly stack: string };

/** Said on a pipe of its own, written at once, when the process may not live long enough for a message. */
export interface LastWords {
    readonly kind: "exited" | "killed" | "stuck";
    readonly what: string;
    /** Stack at that moment, innermost first. */
    readonly stack: string;
}

/** Number of the pipe for last words. */
export const LAST_WORDS_FD = 4;
