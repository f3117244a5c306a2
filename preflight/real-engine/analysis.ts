import type { Note } from "../engine/graph";
import { rootUrn } from "../engine/graph";
import type { ResourceEvidence, RunEvidence } from "../report/evidence";
import { exitStatus } from "../report/results";
import { UsageError } from "../usage-error";
import { eventsOf } from "./event-file";
import { stackOf } from "./fields";
import { Operation } from "./operation";
import { type ReportContext, runEvidence } from "./run-evidence";
import type { State } from "./state";

/** What `pulumi policy analyze --json` wrote. */
export interface Analysis {
    readonly file: string;
    readonly operation: Operation;
    readonly durationMs: number;
}

const EXPECTED = "what `pulumi policy analyze --json` writes";

/**
 * Reads a file that `pulumi policy analyze --json` wrote: violations, remediations, a summary.
 * @throws {UsageError} naming the line, when it is none or is not whole
 */
export async function readAnalysis(file: string): Promise<Analysis> {
    let operation: Operation | undefined;
    let next = 0;
    let now = 0;
    for await (const { place, event } of eventsOf(file)) {
        const { said, sequence, timestamp } = event;
        const refuse = (found: string, expected: string): never => {
            throw new UsageError([`${place}: found ${found}, expected ${expected}`]);
        };
        if (["prelude", "step", "shown", "judged", "stack-judged", "end"].includes(said.kind))
            refuse("a deployment's event", `${EXPECTED}: --events takes a deployment's events`);
        if (operation?.summary !== undefined)
            refuse("an event behind the summary", "one analysis, which ends there");
        // Unlike in a deployment's events there are no gaps: nothing is filtered.
        if (sequence !== next)
            refuse(`sequence ${sequence}`, `${next}: the analysis is not whole, or there are two`);
        operation ??= new Operation(place, timestamp);
        operation.take(said);
        next = sequence + 1;
        now = timestamp;
    }
    if (operation?.summary === undefined)
        throw new UsageError([
            `${file}: found no summaryEvent at its end, expected ${EXPECTED}: it is truncated`,
        ]);
    return { file, operation, durationMs: (now - operation.startedAt) * 1000 };
}

/**
 * What an analysis of a deployed state proves.
 * @throws {UsageError} when state and analysis do not belong together, or nothing was judged
 */
export function analysisRun(
    { file, operation, durationMs }: Analysis,
    state: State,
    context: ReportContext,
): RunEvidence {
    const { packs, summary } = operation;
    if (packs.length === 0)
        throw new UsageError([
            `${file}: found no policy pack, expected an analysis by at least one`,
        ]);
    const strangers = strangersTo(state.resources, operation);
    if (strangers.length > 0)
        throw new UsageError(
            strangers.map(
                (urn) => `${file}: found ${urn}, expected resources of the state that was analyzed`,
            ),
        );
    const run = runEvidence(
        {
            operation,
            place: state.file,
            mode: "up",
            resources: state.resources,
            durationMs,
            notes: [...NOTES, ...readOnly(state, operation)],
            violationsOnly: true,
            secrets: state.secrets,
        },
        context,
    );
    if (summary?.result === "failed" && exitStatus(run) === 0)
        throw new UsageError([
            `${file}: found an analysis that failed without a mandatory violation, expected one that ended: its standard error says why`,
        ]);
    return run;
}

const NOTES: readonly Note[] = [
    {
        kind: "engine",
        message:
            "`pulumi policy analyze` lists violations only: of everything else no violation is reported, which is less than that it passed",
    },
];

/** A deployment does not judge what its program only reads; an analysis does, by what the state knows of it. */
function readOnly({ external }: State, { packs }: Operation): Note[] {
    const said = new Set(packs.flatMap((pack) => pack.violations.map(({ urn }) => urn)));
    return [...said]
        .filter((urn) => external.has(urn))
        .map((urn) => ({
            kind: "read-resource",
            urn,
            message:
                "the program reads this resource and does not manage it: only an analysis judges it",
        }));
}

function strangersTo(resources: readonly ResourceEvidence[], { packs }: Operation): string[] {
    const { project, stack } = stackOf(resources[0]?.urn ?? "");
    // What a stack policy says of no resource, the engine says of the stack, even if the state has no resource for it.
    const known = new Set([...resources.map(({ urn }) => urn), rootUrn(project, stack)]);
    const said = packs.flatMap((pack) => pack.violations.map(({ urn }) => urn));
    return [...new Set(said)].filter((urn) => !known.has(urn)).slice(0, 5);
}
