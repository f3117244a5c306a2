import type { Engine } from "./engine";
import type { SourcePosition } from "./graph";
import type { MissingKeys } from "./missing-keys";
import type { EngineFailure, Monitor } from "./monitor";
import { ProgramError, type ProgramFailure } from "./program-error";
import type { WaitingFor } from "./promise-tracking";
import { shownPath } from "./source-position";
import { userFrames } from "./stack-frames";
import { dirname } from "node:path";

/** The gate's own code never counts as the user's. */
const OWN_CODE = dirname(__dirname);

/** Watches a program until nothing is left for it to do, and tells how it ended. */
export class PendingRun {
    private readonly errors: unknown[] = [];

    constructor(
        private readonly engine: Engine,
        private readonly monitor: Monitor,
        private readonly missing: MissingKeys,
        private readonly waitingFor: WaitingFor,
        private readonly root: string,
    ) {}

    /**
     * Waits for the program and for all that it left running.
     * @throws {ProgramError} for errors that nobody handled, refused registrations, missing keys and outputs that never resolve
     */
    public async settle(running: Promise<unknown>): Promise<void> {
        const onError = (error: unknown): void => {
            this.errors.push(error);
        };
        process.on("uncaughtException", onError).on("unhandledRejection", onError);
        let resolved = false;
        const done = running.then(
            () => {
                resolved = true;
            },
            (error: unknown) => {
                onError(error);
                resolved = true;
            },
        );
        try {
            await idle(done, () => this.engine.resources.length + this.waitingFor().length);
            this.check(resolved);
        } finally {
            process.off("uncaughtException", onError).off("unhandledRejection", onError);
        }
    }

    private check(resolved: boolean): void {
        const { message } = this.missing;
        if (message !== undefined)
            throw new ProgramError({ kind: "missing-configuration", message });
        const refused = this.monitor.failures.filter((failure) => !failure.answered);
        if (refused[0] !== undefined) throw new ProgramError(refusal(refused[0], refused.slice(1)));
        if (this.errors.length > 0) throw new ProgramError(this.thrown());
        const waiting = this.waitingFor();
        if (!resolved || waiting.length > 0) throw new ProgramError(this.hung(waiting));
    }

    private thrown(): ProgramFailure {
        const distinct = [...new Set(this.errors)];
        const [error] = distinct;
        const text = error instanceof Error ? error.message || error.name : String(error);
        const syntax = error instanceof SyntaxError ? /^(\/.*):(\d+): /.exec(text) : null;
        const frames =
            syntax?.[1] === undefined
                ? this.framesOf(error)
                : [{ file: shownPath(syntax[1], this.root), line: Number(syntax[2]) }];
        const others = distinct
            .slice(1)
            .map((other) => (other instanceof Error ? other.message : String(other)));
        const unique = [...new Set(others)].filter((other) => other !== text);
        const detail = [
            // What aws.config.requireRegion() of @pulumi/aws says; it asks no Config of the SDK.
            ...(text === "No AWS region has been configured"
                ? ["set it with --config aws:region=VALUE"]
                : []),
            ...frames.map(({ file, line }) => `at ${file}:${line}`),
            ...unique.slice(0, 5).map((other) => `also: ${other}`),
        ].join("\n");
        return {
            kind: "threw",
            message: text,
            ...(frames[0] === undefined ? {} : { place: frames[0] }),
            ...(detail === "" ? {} : { detail }),
        };
    }

    private framesOf(error: unknown): readonly SourcePosition[] {
        if (!(error instanceof Error) || typeof error.stack !== "string") return [];
        return userFrames(error.stack, this.root, [OWN_CODE]);
    }

    private hung(waiting: readonly string[]): ProgramFailure {
        const names = waiting.length === 0 ? "" : `: ${waiting.slice(0, 5).join(", ")}`;
        const failed = this.monitor.failures.map((failure) => failure.message);
        const last = this.engine.resources.at(-1);
        return {
            kind: "hung",
            message:
                failed.length > 0
                    ? `the program waits for ever for something that failed: ${failed.join("; ")}`
                    : `the program waits for outputs that never resolve${names}; expected no cycle and no promise without an end`,
            ...(last?.source === undefined ? {} : { place: last.source }),
            ...(last === undefined ? {} : { detail: `last registered: ${last.urn}` }),
        };
    }
}

function refusal(failure: EngineFailure, others: readonly EngineFailure[]): ProgramFailure {
    const detail = [...new Set(others.map((other) => other.message))].map(
        (message) => `also: ${message}`,
    );
    return {
        kind: "registration-failed",
        message: failure.message.includes(failure.subject)
            ? failure.message
            : `${failure.subject}: ${failure.message}`,
        ...(failure.source === undefined ? {} : { place: failure.source }),
        ...(detail.length === 0 ? {} : { detail: detail.slice(0, 5).join("\n") }),
    };
}

/**
 * Resolves when the event loop has nothing left, whether the program is done or not. A program may go on in a
 * `beforeExit` of its own (aws.s3.Bucket's `onObjectCreated` registers there), so it is over when nothing came of one.
 */
async function idle(done: Promise<void>, progress: () => number): Promise<void> {
    await new Promise<void>((resolve) => {
        let before = -1;
        const onIdle = (): void => {
            const now = progress();
            if (now === before) {
                process.off("beforeExit", onIdle);
                resolve();
                return;
            }
            before = now;
            // One more turn of the loop, and another `beforeExit` behind it.
            setImmediate(() => undefined);
        };
        process.on("beforeExit", onIdle);
        void done;
    });
}
