import { UsageError } from "../usage-error";
import { check, packSources } from "./check";
import { version } from "./installation";
import { listPacks } from "./list";
import { parseOptions } from "./options";
import { complain, reportOutcomes } from "./outcomes";
import { progressLine } from "./progress";
import { writeToStream } from "./write";

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
    const { stdout, stderr } = surroundings;
    try {
        if (argv[0] === "report") return await reportCommand(argv.slice(1), surroundings);
        const options = parseOptions(argv, version());
        if ("print" in options) {
            await writeToStream(stdout, [options.print]);
            return 0;
        }
        if (options.list) {
            await writeToStream(stdout, [await listPacks(packSources(options))]);
            return 0;
        }
        const progress = await progressLine(stderr);
        const outcomes = await check(options, progress.onProgress).finally(() => {
            progress.stop();
        });
        return await reportOutcomes(outcomes, options, surroundings);
    } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        await complain(error.problems, surroundings);
        return 1;
    }
}

function reportCommand(argv: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only for this command: checking starts as fast without it
    const { report } = require("./report") as typeof import("./report");
    return report(argv, surroundings);
}
