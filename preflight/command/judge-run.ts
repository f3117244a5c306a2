import type { Graph, Mode, Resource } from "../engine/graph";
import type { Remediate } from "../engine/engine";
import { ProgramError } from "../engine/program-error";
import {
    inEvidenceOrder,
    judge,
    loadPack,
    narrow,
    type Pack,
    PackError,
    type PackSource,
    remediator,
    SelectionError,
    startPack,
    type StackContext,
} from "../packs";
import type { PackEvidence, ResourceEvidence } from "../report/evidence";
import { programSecrets } from "../report/program-secrets";
import { regionOf } from "../report/region";
import { redactPacks, redactor } from "../report/redact";

/** What the worker needs to judge the graph of its program; plain data. */
export interface JudgeJob {
    readonly packs: readonly PackSource[];
    /** Each pack in a process of its own. */
    readonly isolated: boolean;
    readonly only: readonly string[];
    readonly skip: readonly string[];
    readonly context: StackContext;
    /** Variables that the packs of this repository read: exceptions and the date. */
    readonly environment: Readonly<Record<string, string>>;
}

/** What the judgement gives back. */
export interface Judgement {
    readonly packs: readonly PackEvidence[];
    readonly resources: readonly ResourceEvidence[];
    readonly notes: Graph["notes"];
}

let packs: readonly Pack[] = [];

/**
 * Loads the packs before the program starts.
 * @throws {ProgramError} naming everything that is wrong with packs and the selection of policies
 */
export async function prepare(job: JudgeJob): Promise<Remediate | undefined> {
    Object.assign(process.env, job.environment);
    const results = await load(job);
    packs = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    try {
        const failed = results.flatMap((result) =>
            result.status === "rejected" ? problemsOf(result.reason) : [],
        );
        if (failed.length > 0) throw unusable(failed);
        await narrow(packs, { only: job.only, skip: job.skip }).catch((error: unknown) => {
            throw unusable(problemsOf(error));
        });
        return remediator(packs);
    } catch (error) {
        await closePacks();
        throw error;
    }
}

async function load({
    packs: sources,
    isolated,
    context,
}: JudgeJob): Promise<PromiseSettledResult<Pack>[]> {
    if (isolated) return Promise.allSettled(sources.map((source) => startPack(source, context)));
    const loaded: PromiseSettledResult<Pack>[] = [];
    // One after another: a pack reads the working directory while it loads.
    for (const source of sources) {
        loaded.push(...(await Promise.allSettled([loadPack(source, context)])));
    }
    return loaded;
}

/** Judges the finished graph with the packs that `prepare` loaded and narrowed, and ends them. */
export async function judgeRun(graph: Graph): Promise<Judgement> {
    try {
        const evidence = await judge(graph, packs);
        const resources = inEvidenceOrder(graph).map(resourceEvidence);
        const redact = redactor(programSecrets(graph));
        return {
            packs: redactPacks(evidence, redact),
            resources,
            notes: graph.notes.map((note) => ({ ...note, message: redact(note.message) })),
        };
    } finally {
        await closePacks();
    }
}

async function closePacks(): Promise<void> {
    await Promise.all(packs.map((pack) => pack.close()));
}

function unusable(problems: readonly string[]): ProgramError {
    return new ProgramError({ kind: "packs-unusable", message: problems.join("\n") });
}

function problemsOf(error: unknown): readonly string[] {
    if (error instanceof PackError || error instanceof SelectionError)
        return error.message.split("\n");
    throw error;
}

function resourceEvidence(resource: Resource): ResourceEvidence {
    const { urn, type, name, parent, provider, source, guessed } = resource;
    const region = regionOf(resource.inputs);
    return {
        urn,
        type,
        name,
        parent,
        provider,
        ...(region === undefined ? {} : { region }),
        ...(source === undefined ? {} : { source }),
        ...(guessed ? { guessed } : {}),
    };
}

/** What packs are told about a run. */
export function stackContext(
    run: {
        readonly project: string;
        readonly stack: string;
        readonly organization: string;
        readonly mode: Mode;
    },
    config: {
        readonly values: Readonly<Record<string, string>>;
        readonly secretKeys: readonly string[];
    },
): StackContext {
    return {
        organization: run.organization,
        project: run.project,
        stack: run.stack,
        preview: run.mode === "preview",
        config: config.values,
        secretConfigKeys: config.secretKeys,
        tags: {},
    };
}
