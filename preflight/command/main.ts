import { createColors } from "picocolors";
import { REPORTERS } from "../report/format";
import type { RunEvidence } from "../report/evidence";
import { exitStatus } from "../report/results";
import { UsageError } from "../usage-error";
import { check, packSources } from "./check";
import { version } from "./installation";
import { listPacks } from "./list";
import { type Options, parseOptions } from "./options";
import { progressLine } from "./progress";
import { writeFileWhole, writeToStream } from "./write";

/** The streams and variables that a command sees; tests bring their own. */
export interface Surroundings {
    readonly stdout: NodeJS.WriteStream;
    readonly stderr: NodeJS.WriteStream;
    readonly environment: NodeJS.ProcessEnv;
}

/**
 * The command `preflight`.
 * @param argv without node and script
 * @returns the exit status: 0 conforms, 1 could not be judged, 2 does not conform; 1 beats 2 beats 0
 */
export async function main(
    argv: readonly string[],
    surroundings: Surroundings,
): Promise<0 | 1 | 2> {
    const { stdout, stderr, environment } = surroundings;
    try {
        const options = parseOptions(argv, version());
        if ("print" in options) {
            await writeToStream(stdout, [options.print]);
            return 0;
        }
        if (options.list) {
            await writeToStream(stdout, [await listPacks(packSources(options))]);
            return 0;
        }
        return await judgeAndReport(options, surroundings);
    } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        await writeToStream(stderr, complaint(error.problems, colors(stderr, environment)));
        return 1;
    }
}

async function judgeAndReport(
    options: Options,
    { stdout, stderr, environment }: Surroundings,
): Promise<0 | 1 | 2> {
    const progress = await progressLine(stderr);
    const outcomes = await check(options, progress.onProgress).finally(() => {
        progress.stop();
    });
    const runs = outcomes.flatMap((outcome) => ("run" in outcome ? [outcome.run] : []));
    if (runs.length > 0) {
        const color = colors(stdout, environment);
        for (const { format, file } of options.reports) {
            const report = REPORTERS[format]?.(runs, {
                verbose: options.verbose,
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
        await writeToStream(
            stderr,
            complaint(outcome.problems, colors(stderr, environment), outcome.stack),
        );
    }
    return failed ? 1 : worst(runs);
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
