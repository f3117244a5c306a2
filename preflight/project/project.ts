import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseDocument } from "yaml";
import { isObject } from "../values";
import { UsageError, suggestion } from "../usage-error";
import { goScalars } from "./go-scalars";
import { type DeclaredKey, readDeclarations } from "./declarations";

/** A Pulumi project: its folder and what Pulumi.yaml says. */
export interface Project {
    /** Absolute folder of Pulumi.yaml. */
    readonly dir: string;
    readonly name: string;
    /** `nodejs` is the only one that preflight runs. */
    readonly runtime: string;
    /** Folder or file of the program when Pulumi.yaml names one. */
    readonly main?: string;
    /** `runtime.options`. */
    readonly runtimeOptions: Readonly<Record<string, unknown>>;
    readonly declared: readonly DeclaredKey[];
    /** Folder of the stack files. */
    readonly stackDir: string;
    /** `yaml`, `yml` or `json`: how this project's files end. */
    readonly extension: string;
}

const EXTENSIONS = ["yaml", "yml", "json"];

/**
 * Reads a project.
 * @param folder with Pulumi.yaml, Pulumi.yml or Pulumi.json
 * @throws {UsageError} naming every problem of the file
 */
export function readProject(folder: string): Project {
    const dir = resolve(folder);
    if (!existsSync(dir) || !statSync(dir).isDirectory()) {
        throw new UsageError([
            `${folder}: found no such folder, expected the folder of a Pulumi program`,
        ]);
    }
    const extension = EXTENSIONS.find((end) => existsSync(join(dir, `Pulumi.${end}`)));
    if (extension === undefined) {
        throw new UsageError([
            `${folder}: found no Pulumi.yaml, expected the folder of a Pulumi program`,
        ]);
    }
    const file = `Pulumi.${extension}`;
    const content = readYaml(join(dir, file), file);
    const problems: string[] = [];
    const name = content.name;
    if (typeof name !== "string" || name === "") {
        problems.push(`${file}: name: found ${shown(name)}, expected the project's name`);
    }
    const { runtime, options } = readRuntime(content.runtime);
    if (runtime === undefined) {
        problems.push(`${file}: runtime: found ${shown(content.runtime)}, expected nodejs`);
    } else if (runtime !== "nodejs") {
        problems.push(
            `${file}: runtime: found "${runtime}", expected nodejs: preflight runs TypeScript and JavaScript programs`,
        );
    }
    if (content.main !== undefined && typeof content.main !== "string") {
        problems.push(`${file}: main: found ${shown(content.main)}, expected a path`);
    }
    const declared = readDeclarations(content.config, `${file}: config`, String(name), problems);
    if (problems.length > 0) throw new UsageError(problems);
    const stackDir =
        typeof content.stackConfigDir === "string" ? join(dir, content.stackConfigDir) : dir;
    return {
        dir,
        name: String(name),
        runtime: "nodejs",
        ...(typeof content.main === "string" ? { main: content.main } : {}),
        runtimeOptions: options,
        declared,
        stackDir,
        extension,
    };
}

function readRuntime(value: unknown): { runtime?: string; options: Record<string, unknown> } {
    if (typeof value === "string") return { runtime: value, options: {} };
    if (isObject(value) && typeof value.name === "string") {
        return { runtime: value.name, options: isObject(value.options) ? value.options : {} };
    }
    return { options: {} };
}

/** Names of the stacks that have a file, sorted. */
export function stackNames(project: Project): string[] {
    if (!existsSync(project.stackDir)) return [];
    return readdirSync(project.stackDir)
        .map((file) => /^Pulumi\.([\w.-]+)\.(yaml|yml|json)$/.exec(file)?.[1])
        .filter((name) => name !== undefined)
        .sort();
}

/** A stack's configuration as its file has it. */
export interface StackFile {
    readonly stack: string;
    /** Name of the file, as in messages; undefined when the stack has none. */
    readonly file?: string;
    /** The `config` section. */
    readonly config: Readonly<Record<string, unknown>>;
    /** ESC environments that the file imports and nobody can resolve offline. */
    readonly environments: readonly string[];
}

/**
 * Reads a stack's file.
 * @throws {UsageError} for a stack without a file where the project has others, and for a file that cannot be read
 */
export function readStackFile(project: Project, stack: string): StackFile {
    const file = EXTENSIONS.map((end) => `Pulumi.${stack}.${end}`).find((name) =>
        existsSync(join(project.stackDir, name)),
    );
    if (file === undefined) {
        const known = stackNames(project);
        if (known.length === 0) return { stack, config: {}, environments: [] };
        throw new UsageError([
            `--stack ${stack}: found no Pulumi.${stack}.${project.extension}, expected one of: ` +
                `${known.join(", ")}${suggestion(stack, known)}`,
        ]);
    }
    const content = readYaml(join(project.stackDir, file), file);
    if (content.config !== undefined && content.config !== null && !isObject(content.config)) {
        throw new UsageError([
            `${file}: config: found ${shown(content.config)}, expected a map of keys`,
        ]);
    }
    return {
        stack,
        file,
        config: isObject(content.config) ? content.config : {},
        environments: importedEnvironments(content.environment),
    };
}

function importedEnvironments(section: unknown): string[] {
    const list = isObject(section) ? section.imports : section;
    if (!Array.isArray(list)) return [];
    return list.map((entry) => (isObject(entry) ? Object.keys(entry).join() : String(entry)));
}

/** Reads a YAML or JSON file whose top is a map. @throws {UsageError} with line and column */
function readYaml(path: string, shownAs: string): Record<string, unknown> {
    const document = parseDocument(readFileSync(path, "utf8"), {
        prettyErrors: true,
        customTags: (tags) => [...goScalars, ...tags],
    });
    if (document.errors.length > 0) {
        throw new UsageError(
            document.errors.map((error) => `${shownAs}: ${firstLine(error.message)}`),
        );
    }
    const content: unknown = document.toJS();
    if (content === null || content === undefined) return {};
    if (!isObject(content)) {
        throw new UsageError([`${shownAs}: found ${shown(content)}, expected a map of keys`]);
    }
    return content;
}

function firstLine(text: string): string {
    return text.split("\n")[0]?.replace(/:$/, "") ?? text;
}

/** A value as messages show it. */
export function shown(value: unknown): string {
    return value === undefined ? "nothing" : JSON.stringify(value);
}
