import { createColors } from "picocolors";
import type { RunEvidence } from "../report/evidence";
import { REPORTERS } from "../report/format";
import { exitStatus } from "../report/results";
import { UsageError } from "../usage-error";
import type { Surroundings } from "./main";
import type { ReportTarget } from "./option-checks";
import { writeFileWhole, writeToStream } from "./write";

/** What became of one thing that was to be judged. */
export type Outcome =
    | { readonly run: RunEvidence }
    /** It could not be judged, and why; `stack`, where its problems do not say what they are about. */
    | { readonly stack?: string; readonly problems: readonly string[] };

/**
 * Writes the reports about what was judged, and says of the rest why it was not.
 * @returns the exit status: 1 could not be judged beats 2 does not conform beats 0
 * @throws {UsageError} when a report cannot be written
 */
export async function reportOutcomes(
    outcomes: readonly Outcome[],
    { reports, verbose }: { readonly reports: readonly ReportTarget[]; readonly verbose: boolean },
    { stdout, stderr, environment }: Surroundings,
): Promise<0 | 1 | 2> {
    const runs = outcomes.flatMap((outcome) => ("run" in outcome ? [outcome.run] : []));
    if (runs.length > 0) {
        const color = colors(stdout, environment);
        for (const { format, file } of reports) {
            const report = REPORTERS[format]?.(runs, {
                verbose,
                color: color && file === undefined,
            });
            if (report === undefined) throw new Error(`${format}: found no reporter`);
            if (file === undefined) await writeToStream(stdout, report);
            else writeReport(format, file, report);
        }
    }
    let failed = false;
    for (const outcome of outcomes) {
        if (!("problems" in outcome)) continue;
        failed = true;
        const { problems, stack } = outcome;
        await writeToStream(stderr, complaint(problems, colors(stderr, environment), stack));
    }
    return failed ? 1 : worst(runs);
}

/** Says why nothing could be judged. */
export async function complain(
    problems: readonly string[],
    { stderr, environment }: Surroundings,
): Promise<void> {
    await writeToStream(stderr, complaint(problems, colors(stderr, environment)));
}

function worst(runs: readonly RunEvidence[]): 0 | 2 {
    return runs.some((run) => exitStatus(run) === 2) ? 2 : 0;
}

function writeReport(format: string, file: string, report: Iterable<string>): void {
    try {
        writeFileWhole(file, report);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
        throw new UsageError([
            `--report ${format}: found ${(error as Error).message}, expected a file that can be written`,
        ]);
    }
}

// A pipe has no isTTY at all, and "undefined" would leave the choice to picocolors, which paints where CI is set.
function colors(
    stream: { readonly isTTY?: boolean },
    { NO_COLOR, TERM }: NodeJS.ProcessEnv,
): boolean {
    return stream.isTTY === true && (NO_COLOR ?? "") === "" && TERM !== "dumb";
}

function complaint(problems: readonly string[], color: boolean, stack?: string): string[] {
    const { red } = createColors(color);
    const of = stack === undefined ? "" : ` (${stack})`;
    return [
        `${red(`preflight could not judge this${of}:`)}\n`,
        ...problems.map((problem) => `  ${problem}\n`),
    ];
}
