import { basename, join } from "node:path";
import type { PackSource } from "../packs";
import {
    type Analysis,
    type KnownPacks,
    type Operation,
    type ReportContext,
    type State,
    analysisRun,
    deploymentRun,
    knownPacks,
    readAnalysis,
    readOperations,
    readState,
} from "../real-engine";
import type { RunEvidence } from "../report/evidence";
import { UsageError } from "../usage-error";
import { packSources } from "./check";
import { grantedExceptions } from "./granted-exceptions";
import { HOME, ownPacks } from "./installation";
import type { Surroundings } from "./main";
import { type Outcome, reportOutcomes } from "./outcomes";
import { parseReportOptions, type ReportOptions } from "./report-options";
import { writeToStream } from "./write";

/** A file that was read; its runs follow once the packs are known that it names. */
interface Read {
    readonly file: string;
    readonly operations: readonly Operation[];
    readonly runs: readonly ((context: ReportContext) => RunEvidence)[];
}

/**
 * The command `preflight report`.
 * @param argv behind the command's name
 * @returns the exit status, which means what that of `preflight check` means
 * @throws {UsageError} when options, packs or exceptions are not usable
 */
export async function report(
    argv: readonly string[],
    surroundings: Surroundings,
): Promise<0 | 1 | 2> {
    const options = parseReportOptions(argv);
    if ("print" in options) {
        await writeToStream(surroundings.stdout, [options.print]);
        return 0;
    }
    const exceptions = grantedExceptions(options.exceptions);
    const read: (Read | Outcome)[] = [];
    for (const work of reading(options)) read.push(await orProblems(work));
    const known = await packsOf(
        options,
        read.filter((one) => "operations" in one),
    );
    const { date } = options;
    const context = { known, exceptions, ...(date === undefined ? {} : { date }) };
    const outcomes: Outcome[] = [];
    for (const one of read) {
        if (!("runs" in one)) outcomes.push(one);
        else
            for (const run of one.runs)
                outcomes.push(await orProblems(() => ({ run: run(context) })));
    }
    return reportOutcomes(outcomes, options, surroundings);
}

function reading({ events, analysis }: ReportOptions): (() => Promise<Read>)[] {
    const works = events.map((file) => async () => {
        const operations = await readOperations(file);
        const runs = operations.map(
            (operation) => (context: ReportContext) => deploymentRun(operation, context),
        );
        return { file, operations, runs };
    });
    if (analysis === undefined) return works;
    return [
        ...works,
        async () => {
            const said: Analysis = await readAnalysis(analysis.file);
            const state: State = readState(analysis.state);
            const run = (context: ReportContext): RunEvidence => analysisRun(said, state, context);
            return { file: analysis.file, operations: [said.operation], runs: [run] };
        },
    ];
}

/** What cannot be used does not keep the other files from their reports. */
async function orProblems<T>(work: () => T | Promise<T>): Promise<T | Outcome> {
    try {
        return await work();
    } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        return { problems: error.problems };
    }
}

/** @throws {UsageError} when a pack cannot be loaded, or one that was asked for by name judged nothing */
async function packsOf(options: ReportOptions, read: readonly Read[]): Promise<KnownPacks> {
    const named = new Set(
        read.flatMap(({ operations }) =>
            operations.flatMap(({ packs }) => packs.map((pack) => pack.name)),
        ),
    );
    const given: KnownPacks =
        options.policyPacks.length === 0 ? new Map() : await knownPacks(packSources(options));
    const own = await knownPacks(ownSources([...named].filter((name) => !given.has(name))));
    const known = new Map([...own, ...given]);
    if (read.length === 0) return known;
    const idle = [...given.keys()].filter((name) => !named.has(name));
    if (idle.length > 0)
        throw new UsageError(
            idle.map((name) => {
                const files = read.map(({ file }) => file).join(", ");
                const found = [...named].sort().join(", ") || "none";
                return `--policy-pack: found ${name}, expected a pack that judged in ${files}: ${found}`;
            }),
        );
    return known;
}

/** This repository's packs with these names; their folders have the same. */
function ownSources(named: readonly string[]): PackSource[] {
    return [...ownPacks(), join(HOME, "dist", "policies", "all")]
        .filter((dir) => named.includes(basename(dir)))
        .map((dir) => ({ dir }));
}
