import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { runProgram, type Graph, type Mode } from "../../../preflight";
import { readProject, readStackFile } from "../../../preflight/project/project";
import { resolveConfig } from "../../../preflight/project/stack-config";
import { ROOT } from "./surroundings";
import type { ReportedRun } from "./verdicts";

/**
 * What preflight makes of a program.
 * @param overrides configuration over the stack's file
 */
export async function graphOf(
    program: string,
    stack: string,
    mode: Mode,
    overrides: Readonly<Record<string, string>> = {},
): Promise<Graph> {
    const project = readProject(program);
    const over = Object.entries(overrides).map(([key, value]) => ({ key, value, path: false }));
    const config = resolveConfig(project, readStackFile(project, stack), over);
    return runProgram({
        dir: project.dir,
        ...(project.main === undefined ? {} : { main: project.main }),
        project: project.name,
        stack,
        mode,
        config: config.values,
        secretConfigKeys: config.secretKeys,
    });
}

/** How preflight is called. */
export interface ReportOptions {
    readonly mode: Mode;
    readonly policyPacks?: readonly string[];
    readonly policyPackConfigs?: readonly string[];
    readonly exceptions?: string;
    readonly date?: string;
}

/** Preflight's JSON report of one stack, from the command itself. */
export interface Report extends ReportedRun {
    readonly packs: readonly {
        readonly name: string;
        readonly policies: readonly { readonly name: string; readonly description: string }[];
    }[];
    readonly resources: readonly { readonly urn: string }[];
}

/** Runs the command. @throws {Error} when it could not judge */
export async function reportOf(
    program: string,
    stack: string,
    options: ReportOptions,
): Promise<Report> {
    const args = [
        join(ROOT, "preflight", "launch.mjs"),
        program,
        ...["--stack", stack, "--mode", options.mode, "--report", "json"],
        ...(options.policyPacks ?? []).flatMap((pack) => ["--policy-pack", pack]),
        ...(options.policyPackConfigs ?? []).flatMap((file) => ["--policy-pack-config", file]),
        ...(options.exceptions === undefined ? [] : ["--exceptions", options.exceptions]),
        ...(options.date === undefined ? [] : ["--date", options.date]),
    ];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
    const [status] = (await once(child, "close")) as [number | null];
    if (status !== 0 && status !== 2)
        throw new Error(`preflight ended with ${String(status)}: ${errors}`);
    const { runs } = JSON.parse(output) as { readonly runs: readonly Report[] };
    const [run] = runs;
    if (run === undefined) throw new Error("preflight reported no run");
    return run;
}

/** Descriptions of all policies in a report, by name. */
export function descriptionsIn(report: Report): ReadonlyMap<string, string> {
    return new Map(
        report.packs.flatMap((pack) =>
            pack.policies.map(({ name, description }) => [name, description] as const),
        ),
    );
}
