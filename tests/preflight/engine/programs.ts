import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
    launch,
    type Graph,
    type ProgramError,
    type Resource,
    type RunOptions,
} from "../../../preflight";

const MODULES = join(__dirname, "..", "..", "..", "node_modules");
const made: string[] = [];

/** Writes a program into a folder of its own; `node_modules` is this repository's unless the files say otherwise. */
export function writeProgram(files: Readonly<Record<string, string>>, modules = true): string {
    const dir = mkdtempSync(join(tmpdir(), "program-"));
    made.push(dir);
    if (modules) symlinkSync(MODULES, join(dir, "node_modules"));
    const all = { "Pulumi.yaml": "name: sample\nruntime: nodejs\n", ...files };
    for (const [name, text] of Object.entries(all)) {
        mkdirSync(dirname(join(dir, name)), { recursive: true });
        writeFileSync(join(dir, name), text);
    }
    return dir;
}

/** Removes what `writeProgram` made. */
export function removePrograms(): void {
    for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
}

/** Runs a program against the fake simulation. */
export async function run(
    files: Readonly<Record<string, string>>,
    options: Partial<RunOptions> = {},
): Promise<Graph> {
    return runIn(writeProgram(files), options);
}

export async function runIn(dir: string, options: Partial<RunOptions> = {}): Promise<Graph> {
    const { graph } = await launch(
        { dir, project: "sample", stack: "dev", mode: "up", config: {}, timeout: 50, ...options },
        { simulation: join(__dirname, "fake-simulation") },
    );
    return graph!;
}

/** The failure of a program that must fail. */
export async function failureOf(
    files: Readonly<Record<string, string>>,
    options: Partial<RunOptions> = {},
): Promise<ProgramError> {
    return run(files, options).then(
        () => {
            throw new Error("the program ran to its end");
        },
        (error: unknown) => error as ProgramError,
    );
}

/** The one resource of this name. */
export function named(graph: Graph, name: string): Resource {
    const found = graph.resources.filter((resource) => resource.name === name);
    if (found.length !== 1) throw new Error(`${name}: found ${String(found.length)} resources`);
    return found[0]!;
}
