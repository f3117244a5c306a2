import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Command, CommanderError } from "commander";
import type { Mode } from "../engine/graph";
import type { Override } from "../project/stack-config";
import { isDay } from "../../controls/exception-rules";
import { REPORTERS } from "../report/format";
import { UsageError, suggestion } from "../usage-error";

/** One report to write. */
export interface ReportTarget {
    readonly format: string;
    /** Absent: standard output. */
    readonly file?: string;
}

/** What the command line asks for, checked. */
export interface Options {
    readonly program: string;
    readonly stacks: readonly string[];
    readonly mode: Mode;
    /** Folders of packs; empty: every pack of this repository. */
    readonly policyPacks: readonly string[];
    /** One per pack, or none. */
    readonly policyPackConfigs: readonly string[];
    readonly policies: readonly string[];
    readonly skip: readonly string[];
    readonly list: boolean;
    readonly exceptions?: string;
    readonly overrides: readonly Override[];
    readonly reports: readonly ReportTarget[];
    readonly isolated: boolean;
    /** `YYYY-MM-DD`, or absent for the clock's day. */
    readonly date?: string;
    readonly timeoutSeconds: number;
    readonly verbose: boolean;
}

interface Raw {
    readonly stack: string[];
    readonly mode: string;
    readonly policyPack: string[];
    readonly policyPackConfig: string[];
    readonly policy: string[];
    readonly skip: string[];
    readonly list?: boolean;
    readonly exceptions?: string;
    readonly report: string[];
    readonly isolated?: boolean;
    readonly date?: string;
    readonly timeout: string;
    readonly verbose?: boolean;
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
    let output = "";
    const overrides: Override[] = [];
    const problems: string[] = [];
    const addOverride = (flag: string, path: boolean) => (text: string) => {
        const at = text.indexOf("=");
        if (at < 1) problems.push(`${flag} ${text}: found no value, expected KEY=VALUE`);
        else overrides.push({ key: text.slice(0, at), value: text.slice(at + 1), path });
    };
    const command = buildCommand(version, addOverride).configureOutput({
        writeOut: (text) => (output += text),
        writeErr: () => undefined,
    });
    try {
        command.parse([...argv], { from: "user" });
    } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        if (error.exitCode === 0) return { print: output };
        throw new UsageError([
            `${error.message.replace(/^error: /, "")} (preflight --help lists the options)`,
        ]);
    }
    return check(command.opts(), command.args, overrides, problems);
}

function buildCommand(
    version: string,
    addOverride: (flag: string, path: boolean) => (text: string) => void,
): Command {
    const collect = (value: string, all: string[]): string[] => [...all, value];
    return new Command("preflight")
        .usage("[check] [PROGRAM] [options]")
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
        .version(version)
        .exitOverride();
}

function check(
    raw: Raw,
    positional: readonly string[],
    overrides: Override[],
    problems: string[],
): Options {
    const folders = positional[0] === "check" ? positional.slice(1) : positional;
    if (folders.length > 1) {
        problems.push(`found ${folders.length} programs (${folders.join(", ")}), expected one`);
    }
    if (raw.mode !== "up" && raw.mode !== "preview") {
        problems.push(`--mode: found "${raw.mode}", expected up or preview`);
    }
    const configs = raw.policyPackConfig.length;
    if (configs > 0 && configs !== raw.policyPack.length) {
        problems.push(
            `--policy-pack-config: found ${configs} files for ${raw.policyPack.length} packs, expected one per --policy-pack`,
        );
    }
    for (const file of [
        ...raw.policyPackConfig,
        ...(raw.exceptions === undefined ? [] : [raw.exceptions]),
    ]) {
        if (!existsSync(file)) problems.push(`${file}: found no such file`);
    }
    if (raw.date !== undefined && !isDay(raw.date)) {
        problems.push(`--date: found "${raw.date}", expected a day as YYYY-MM-DD`);
    }
    const timeoutSeconds = Number(raw.timeout);
    if (!(timeoutSeconds > 0 && timeoutSeconds <= 86_400)) {
        problems.push(`--timeout: found "${raw.timeout}", expected seconds between 1 and 86400`);
    }
    const reports = readReports(raw.report, problems);
    if (problems.length > 0) throw new UsageError(problems);
    return {
        program: folders[0] ?? ".",
        stacks: [...new Set(raw.stack)],
        mode: raw.mode as Mode,
        // Another process works with these, in a folder of its own.
        policyPacks: raw.policyPack.map((dir) => resolve(dir)),
        policyPackConfigs: raw.policyPackConfig.map((file) => resolve(file)),
        policies: raw.policy,
        skip: raw.skip,
        list: raw.list === true,
        ...(raw.exceptions === undefined ? {} : { exceptions: resolve(raw.exceptions) }),
        overrides,
        reports,
        isolated: raw.isolated === true,
        ...(raw.date === undefined ? {} : { date: raw.date }),
        timeoutSeconds,
        verbose: raw.verbose === true,
    };
}

function readReports(given: readonly string[], problems: string[]): ReportTarget[] {
    const reports = (given.length === 0 ? ["console"] : given).map((text): ReportTarget => {
        const at = text.indexOf("=");
        return at < 0
            ? { format: text }
            : { format: text.slice(0, at), file: resolve(text.slice(at + 1)) };
    });
    const formats = Object.keys(REPORTERS);
    for (const { format, file } of reports) {
        if (!formats.includes(format)) {
            problems.push(
                `--report: found "${format}", expected one of: ${formats.join(", ")}${suggestion(format, formats)}`,
            );
        }
        if (file !== undefined && !existsSync(dirname(file))) {
            problems.push(
                `--report ${format}: found no folder ${dirname(file)}, expected it to exist`,
            );
        } else if (file !== undefined && statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
            problems.push(`--report ${format}: found the folder ${file}, expected a file`);
        }
    }
    const toOutput = reports
        .filter((report) => report.file === undefined)
        .map((report) => report.format);
    if (toOutput.length > 1) {
        problems.push(
            `--report: found ${toOutput.length} reports to standard output (${toOutput.join(", ")}), ` +
                "expected at most one: give the others a file, as in --report json=report.json",
        );
    }
    return reports;
}
