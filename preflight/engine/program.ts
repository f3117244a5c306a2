import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire, register } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isObject } from "../values";
import { loaderSource } from "./esm-loader";
import { ProgramError } from "./program-error";
import { registerTypeScript } from "./typescript";

/** Where a program begins and how it is loaded. */
export interface Program {
    /** Folder that Pulumi.yaml lies in, or its `main` names: the working directory. */
    readonly dir: string;
    /** File or folder to load. */
    readonly entry: string;
    /** An ES module: package.json says `"type": "module"`. */
    readonly isModule: boolean;
    readonly warnings: readonly string[];
}

/**
 * Finds a program's entry as Pulumi's language host does: `main` of Pulumi.yaml, then `exports` and `main` of
 * the nearest package.json, then the index file.
 * @param projectDir folder of Pulumi.yaml
 * @param main `main` of Pulumi.yaml: a folder or a file
 * @throws {ProgramError} when there is nothing to load
 */
export function findProgram(projectDir: string, main?: string): Program {
    const target = resolve(projectDir, main ?? ".");
    if (!existsSync(target)) {
        throw unloadable(
            `Pulumi.yaml: main: found no ${main ?? "."}, expected a folder or a file of the program`,
        );
    }
    const isFile = statSync(target).isFile();
    const dir = isFile ? dirname(target) : target;
    const manifest = nearestManifest(dir);
    const isModule = manifest?.content.type === "module";
    if (isFile) return { dir, entry: realpathSync(target), isModule, warnings: [] };
    const named = manifest === undefined ? undefined : entryOf(manifest.content);
    if (named !== undefined && manifest !== undefined) {
        const path = join(manifest.dir, named);
        const found = [
            path,
            `${path}.js`,
            `${path}.ts`,
            join(path, "index.js"),
            join(path, "index.ts"),
        ].find(existsSync);
        if (found !== undefined)
            return { dir, entry: indexFile(found) ?? realpathSync(found), isModule, warnings: [] };
    }
    const entry = indexFile(dir);
    if (entry === undefined) {
        throw unloadable(
            named === undefined
                ? `${dir}: found no index.ts or index.js, expected the program`
                : `package.json: main: found "${named}", which does not exist, and no index.ts or index.js; expected the program${buildHint(manifest?.content)}`,
        );
    }
    const both = existsSync(join(dir, "index.js")) && existsSync(join(dir, "index.ts"));
    return {
        dir,
        entry,
        isModule,
        warnings: [
            ...(named === undefined
                ? []
                : [`package.json: main: found "${named}", which does not exist; ${entry} is used`]),
            ...(both && entry.endsWith("index.js")
                ? [
                      "found index.js beside index.ts and no main: index.js is used, as the Pulumi CLI does",
                  ]
                : []),
        ],
    };
}

/**
 * Loads a program; a function that it exports is called.
 * @returns what it exports: the stack's outputs
 */
export async function loadProgram(program: Program): Promise<unknown> {
    const root = registerTypeScript(program.dir);
    let exported: unknown;
    if (program.isModule || program.entry.endsWith(".mjs") || program.entry.endsWith(".mts")) {
        register(loaderSource(), pathToFileURL(program.entry), { data: root });
        exported = defaultExport(await importModule(pathToFileURL(program.entry).href));
    } else {
        exported = createRequire(join(program.dir, "program.js"))(program.entry);
    }
    return typeof exported === "function" ? (exported as () => unknown)() : exported;
}

// TypeScript would turn `import()` into `require()`, which loads no ES modules.
// eslint-disable-next-line @typescript-eslint/no-implied-eval -- the only way to keep a dynamic import in CommonJS output
const importModule = new Function("url", "return import(url)") as (url: string) => Promise<object>;

function defaultExport(namespace: object): unknown {
    if (!("default" in namespace)) return namespace;
    if (Object.keys(namespace).length !== 1) {
        throw new Error(
            "expected entrypoint module to have either a default export or named exports but not both",
        );
    }
    return namespace.default;
}

function indexFile(path: string): string | undefined {
    if (!statSync(path).isDirectory()) return realpathSync(path);
    const names = ["index.js", "index.mjs", "index.cjs", "index.ts", "index.mts", "index.cts"];
    return names.map((name) => join(realpathSync(path), name)).find(existsSync);
}

function nearestManifest(
    dir: string,
): { dir: string; content: Record<string, unknown> } | undefined {
    for (let folder = dir; ; folder = dirname(folder)) {
        const file = join(folder, "package.json");
        if (existsSync(file)) {
            try {
                const content: unknown = JSON.parse(readFileSync(file, "utf8"));
                return { dir: folder, content: isObject(content) ? content : {} };
            } catch (error) {
                throw unloadable(
                    `${file}: ${error instanceof Error ? error.message : String(error)}`,
                );
            }
        }
        if (folder === dirname(folder)) return undefined;
    }
}

function entryOf(manifest: Record<string, unknown>): string | undefined {
    const { exports, main } = manifest;
    if (typeof exports === "string") return exports;
    if (isObject(exports)) {
        const root = exports["."];
        const conditions = isObject(root) ? root : {};
        const found =
            typeof root === "string"
                ? root
                : (conditions.default ?? conditions.require ?? conditions.import);
        return typeof found === "string" ? found : undefined;
    }
    return typeof main === "string" && main !== "" ? main : undefined;
}

function buildHint(manifest: Record<string, unknown> | undefined): string {
    const scripts = manifest?.scripts;
    return isObject(scripts) && "build" in scripts
        ? "; run its build script first (`npm run build`)"
        : "";
}

function unloadable(message: string): ProgramError {
    return new ProgramError({ kind: "not-loadable", message });
}
