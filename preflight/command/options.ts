import { Command } from "commander";
import type { Mode } from "../engine/graph";
import type { Override } from "../project/stack-config";
import { UsageError } from "../usage-error";
import { collect, parseInto } from "./command-line";
import { type RawShared, type SharedOptions, checkShared } from "./option-checks";

/** What the command line asks for, checked. */
export interface Options extends SharedOptions {
    readonly program: string;
    readonly stacks: readonly string[];
    readonly mode: Mode;
    readonly policies: readonly string[];
    readonly skip: readonly string[];
    readonly list: boolean;
    readonly overrides: readonly Override[];
    readonly isolated: boolean;
    readonly timeoutSeconds: number;
}

interface Raw extends RawShared {
    readonly stack: string[];
    readonly mode: string;
    readonly policy: string[];
    readonly skip: string[];
    readonly list?: boolean;
    readonly isolated?: boolean;
    readonly timeout: string;
}

/**
 * Reads the command line.
 * @param argv without node and script
 * @param version of this package, for `--version`
 * @returns the options, or the text that `--help` or `--version` asks for
 * @throws {UsageError} naming everything that is wrong with the arguments
 */
export function parseOptions(
    argv: readonly string[],
    version: string,
): Options | { readonly print: string } {
    const overrides: Override[] = [];
    const problems: string[] = [];
    const addOverride = (flag: string, path: boolean) => (text: string) => {
        const at = text.indexOf("=");
        if (at < 1) problems.push(`${flag} ${text}: found no value, expected KEY=VALUE`);
        else overrides.push({ key: text.slice(0, at), value: text.slice(at + 1), path });
    };
    const command = buildCommand(version, addOverride);
    const print = parseInto(command, argv);
    if (print !== undefined) return { print };
    return check(command.opts(), command.args, overrides, problems);
}

function buildCommand(
    version: string,
    addOverride: (flag: string, path: boolean) => (text: string) => void,
): Command {
    return new Command("preflight")
        .usage(
            "[check] [PROGRAM] [options]\n       preflight report --events FILE | --analysis FILE --state FILE [options]",
        )
        .description(
            "Runs a Pulumi program for AWS against a simulated cloud and judges it with policy packs, offline.",
        )
        .argument("[program...]", "folder with Pulumi.yaml; default: here")
        .option(
            "--stack <name>",
            "reads Pulumi.NAME.yaml; repeatable; default: every stack file there is",
            collect,
            [],
        )
        .option(
            "--mode <up|preview>",
            "up: outputs have simulated values; preview: they are unknown",
            "up",
        )
        .option(
            "--policy-pack <dir>",
            "repeatable; default: every pack of this repository",
            collect,
            [],
        )
        .option("--policy-pack-config <file>", "repeatable, one per --policy-pack", collect, [])
        .option("--policy <name>", "judge with this policy only; repeatable", collect, [])
        .option("--skip <name>", "leave this policy out; repeatable", collect, [])
        .option("--list", "show packs and policies and stop")
        .option("--exceptions <file>", "instead of this repository's (JSON)")
        .option(
            "--config <key=value>",
            "over the stack file; repeatable",
            addOverride("--config", false),
        )
        .option(
            "--config-path <path=value>",
            "the same for a.b[0]",
            addOverride("--config-path", true),
        )
        .option(
            "--report <format[=file]>",
            "console, json; repeatable; at most one without a file",
            collect,
            [],
        )
        .option("--isolated", "each pack in a process of its own, as the engine starts it")
        .option("--date <YYYY-MM-DD>", 'what "today" is for expiries; default: the clock')
        .option("--timeout <seconds>", "how long one stack may take", "300")
        .option("--verbose", "show the tree of resources and every note")
        .addHelpText(
            "after",
            "\n`preflight report --help` tells how a deployment's events become a report.\n" +
                "A folder that is named like a command is written with a dot: ./check, ./report.",
        )
        .version(version);
}

function check(
    raw: Raw,
    positional: readonly string[],
    overrides: Override[],
    problems: string[],
): Options {
    const folders = positional[0] === "check" ? positional.slice(1) : positional;
    if (positional[0] === "report") {
        problems.push(
            "report: found the command behind options, expected it first; a folder of that name is ./report",
        );
    } else if (folders.length > 1) {
        problems.push(`found ${folders.length} programs (${folders.join(", ")}), expected one`);
    }
    if (raw.mode !== "up" && raw.mode !== "preview") {
        problems.push(`--mode: found "${raw.mode}", expected up or preview`);
    }
    const shared = checkShared(raw, problems);
    const timeoutSeconds = Number(raw.timeout);
    if (!(timeoutSeconds > 0 && timeoutSeconds <= 86_400)) {
        problems.push(`--timeout: found "${raw.timeout}", expected seconds between 1 and 86400`);
    }
    if (problems.length > 0) throw new UsageError(problems);
    return {
        program: folders[0] ?? ".",
        stacks: [...new Set(raw.stack)],
        mode: raw.mode as Mode,
        policies: raw.policy,
        skip: raw.skip,
        list: raw.list === true,
        overrides,
        isolated: raw.isolated === true,
        timeoutSeconds,
        ...shared,
    };
}
