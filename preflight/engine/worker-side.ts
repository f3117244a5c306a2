import { createRequire } from "node:module";
import { collectGarbage } from "./garbage";
import { deferModules } from "./deferred-modules";
import type { Resource } from "./graph";
import { announceExits } from "./last-words";
import { endGroup } from "./process-group";
import { ProgramError } from "./program-error";
import { runHere, type RunContext } from "./run";
import { startWatchdog } from "./watchdog";
import type { Remediate } from "./engine";
import type { Job, WorkerMessage } from "./worker-protocol";

/** A progress message at most this often, in milliseconds. */
const PROGRESS_INTERVAL = 100;

/** Waits for a job from the parent, does it and answers. */
export function serve(): void {
    process.once("message", (job: Job) => {
        // The channel must not keep the process alive: an empty event loop is how a waiting program is recognised.
        process.channel?.unref();
        const exit = announceExits();
        // The parent died of what it could not hear: nobody waits for this run, or for what it started, any more.
        process.once("disconnect", () => {
            endGroup(process);
        });
        const answer = (message: WorkerMessage): void => {
            process.channel?.ref();
            process.send?.(message, () => exit(0));
        };
        void work(job).then(
            (message) => {
                answer(message);
            },
            (error: unknown) => {
                answer(
                    error instanceof ProgramError
                        ? { type: "failed", failure: error.toFailure() }
                        : {
                              type: "broken",
                              stack:
                                  error instanceof Error
                                      ? (error.stack ?? error.message)
                                      : String(error),
                          },
                );
            },
        );
    });
}

async function work(job: Job): Promise<WorkerMessage> {
    startWatchdog(Math.max(0, job.deadline - Date.now()));
    for (const dir of [job.run.dir, __dirname]) deferModules(dir);
    const { after } = job;
    const module =
        after === undefined
            ? {}
            : (load(after.module) as Record<string, (...args: unknown[]) => unknown>);
    const makeRemediate = after?.remediate === undefined ? undefined : module[after.remediate];
    const remediate = (await makeRemediate?.(after?.argument)) as Remediate | undefined;
    const { createSimulation } = load(job.simulation ?? "../cloud") as Pick<
        RunContext,
        "createSimulation"
    >;
    const graph = await runHere(job.run, {
        createSimulation,
        traces: job.traces,
        onResource: progress(),
        ...(remediate && { remediate }),
    });
    // One frame names the place of a bug; more of them cost a tenth of a judgement, for packs throw what does not apply.
    Error.stackTraceLimit = 1;
    collectGarbage();
    if (after === undefined) return { type: "done", graph };
    const result = await module[after.name]?.(graph, after.argument);
    return after.dropGraph === true ? { type: "done", result } : { type: "done", graph, result };
}

/** Loaded late, so that a program's start does not wait for what it may not need. */
function load(module: string): unknown {
    return createRequire(__filename)(module);
}

function progress(): (resource: Resource) => void {
    let count = 0;
    let sent = 0;
    return ({ urn }) => {
        count += 1;
        const now = Date.now();
        if (now - sent < PROGRESS_INTERVAL) return;
        sent = now;
        const message: WorkerMessage = {
            type: "progress",
            progress: { resources: count, last: urn },
        };
        process.send?.(message);
    };
}
