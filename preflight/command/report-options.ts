import { existsSync } from "node:fs";
import { Command } from "commander";
import { UsageError } from "../usage-error";
import { collect, parseInto } from "./command-line";
import { type RawShared, type SharedOptions, checkShared } from "./option-checks";

/** What `preflight report` asks for, checked. */
export interface ReportOptions extends SharedOptions {
    /** Files of a deployment's events. */
    readonly events: readonly string[];
    /** A file of `pulumi policy analyze --json`, and the state that it judged. */
    readonly analysis?: { readonly file: string; readonly state: string };
}

interface Raw extends RawShared {
    readonly events: string[];
    readonly analysis?: string;
    readonly state?: string;
}

/**
 * Reads the command line of `preflight report`.
 * @param argv behind the command's name
 * @returns the options, or the text that `--help` asks for
 * @throws {UsageError} naming everything that is wrong with the arguments
 */
export function parseReportOptions(
    argv: readonly string[],
): ReportOptions | { readonly print: string } {
    const command = buildCommand();
    const print = parseInto(command, argv);
    if (print !== undefined) return { print };
    const problems: string[] = [];
    const raw = command.opts<Raw>();
    const [stray] = command.args;
    if (stray !== undefined) {
        problems.push(
            `found "${stray}", expected options only; a program in a folder named report is judged by \`preflight ./report\``,
        );
    }
    const { events, analysis, state } = raw;
    if (events.length === 0 && analysis === undefined && state === undefined)
        problems.push("found nothing to report on, expected --events, or --analysis and --state");
    if ((analysis === undefined) !== (state === undefined)) {
        const [one, other] = state === undefined ? ["analysis", "state"] : ["state", "analysis"];
        problems.push(`--${one}: found it alone, expected --${other}, too`);
    }
    for (const file of [...events, ...[analysis, state].flatMap((name) => name ?? [])]) {
        if (!existsSync(file)) problems.push(`${file}: found no such file`);
    }
    const shared = checkShared(raw, problems);
    if (problems.length > 0) throw new UsageError(problems);
    return {
        events,
        ...(analysis === undefined || state === undefined
            ? {}
            : { analysis: { file: analysis, state } }),
        ...shared,
    };
}

function buildCommand(): Command {
    return new Command("preflight report")
        .usage("--events FILE | --analysis FILE --state FILE [options]")
        .description(
            "Turns what Pulumi's own engine said of a deployment into a report; nothing is run or judged anew.",
        )
        .argument("[nothing...]")
        .option(
            "--events <file>",
            "events of `pulumi preview` or `pulumi up`, one JSON a line; repeatable",
            collect,
            [],
        )
        .option("--analysis <file>", "what `pulumi policy analyze --json` wrote")
        .option("--state <file>", "what `pulumi stack export` wrote about the analyzed stack")
        .option(
            "--policy-pack <dir>",
            "where another pack's titles, controls and remedies are; this repository's are known; repeatable",
            collect,
            [],
        )
        .option("--policy-pack-config <file>", "repeatable, one per --policy-pack", collect, [])
        .option("--exceptions <file>", "instead of this repository's (JSON)")
        .option(
            "--report <format[=file]>",
            "console, json; repeatable; at most one without a file",
            collect,
            [],
        )
        .option(
            "--date <YYYY-MM-DD>",
            'what "today" is for expiries; default: the day of the operation',
        )
        .option("--verbose", "show the tree of resources and every note");
}
