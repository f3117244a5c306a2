/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment, @typescript-eslint/no-unsafe-enum-comparison -- the classes belong to the program's own copy of the SDK (see Message) */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire, SourceMap, type SourceMapPayload } from "node:module";
import { dirname, join, sep } from "node:path";
import type ts from "typescript";
import { TranslationCache } from "./translation-cache";

type Compiler = typeof ts;

/** How the TypeScript of one folder is translated. */
export interface TypeScriptRoot {
    readonly dir: string;
    /** Path of the `typescript` package that translates. */
    readonly compilerPath: string;
    /** Options as the API takes them, without what says how modules are written. */
    readonly options: ts.CompilerOptions;
}

interface Registered extends TypeScriptRoot {
    readonly compiler: Compiler;
    readonly cache: TranslationCache<ts.CompilerOptions>;
}

interface Loadable {
    _compile(code: string, file: string): void;
}
type Extension = (module: Loadable, file: string) => void;

const roots: Registered[] = [];
/** Source maps as JSON; parsed when a line is asked for. */
const maps = new Map<string, string | undefined>();
const parsedMaps = new Map<string, SourceMap>();

/**
 * Makes `require` understand the TypeScript under a folder, without type checks.
 * One process may have several folders, each with its own compiler and tsconfig.json: the longest that holds a file
 * translates it, and a file outside them all goes to the last one registered, whose code must be what asks for it.
 * @param dir folder of a program or pack
 * @param tsconfig path of the configuration, relative to the folder
 */
export function registerTypeScript(dir: string, tsconfig = "tsconfig.json"): TypeScriptRoot {
    const folder = realpathSync(dir);
    const known = roots.findIndex((root) => root.dir === folder);
    if (known >= 0) roots.splice(known, 1);
    const { compilerPath, version } = findCompiler(folder);
    const compiler = createRequire(join(folder, "x.js"))(compilerPath) as Compiler;
    const settings = join(folder, tsconfig);
    const text = existsSync(settings) ? readFileSync(settings, "utf8") : "";
    // A configuration that extends others is read by the compiler, which takes half a second to load.
    const read = (): ts.CompilerOptions => readOptions(compiler, folder, tsconfig);
    const cache = text.includes('"extends"')
        ? TranslationCache.open(folder, [compilerPath, version, JSON.stringify(read())], read)
        : TranslationCache.open(folder, [compilerPath, version, text], read);
    const root = { dir: folder, compilerPath, compiler, options: cache.options, cache };
    if (roots.length === 0) hook();
    roots.push(root);
    return { dir: root.dir, compilerPath, options: root.options };
}

function hook(): void {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only hook into `require`; Node keeps it
    const { extensions } = createRequire(__filename);
    for (const extension of [".ts", ".cts", ".tsx"]) {
        const before = extensions[extension] as Extension | undefined;
        const own: Extension = (module, file) => {
            const root = rootOf(file, before !== undefined);
            if (root === undefined) before?.(module, file);
            else module._compile(translate(root, file, "commonjs"), file);
        };
        (extensions as unknown as Record<string, Extension>)[extension] = own;
    }
}

/** @param strict leaves files outside all roots to the hook that was there before */
function rootOf(file: string, strict: boolean): Registered | undefined {
    const holding = roots
        .filter((root) => file.startsWith(root.dir + sep))
        .sort((a, b) => b.dir.length - a.dir.length);
    return holding[0] ?? (strict ? undefined : roots.at(-1));
}

/** Translates one file and remembers its source map. */
function translate(root: Registered, file: string, module: "commonjs" | "esm"): string {
    const source = readFileSync(file, "utf8");
    const { code, map } = root.cache.get([module, file, source], () =>
        transpile(root.compiler, root.options, source, file, module),
    );
    maps.set(file, map);
    return code;
}

/** Keeps translations for the next run. */
export function keepTranslations(): void {
    for (const { cache } of roots) cache.save();
}

/** Translation of one text; a function of its arguments alone, since the loader of ES modules runs it in a thread of its own. */
export function transpile(
    compiler: Compiler,
    options: ts.CompilerOptions,
    source: string,
    file: string,
    module: "commonjs" | "esm",
): { readonly code: string; readonly map: string } {
    const isNodeStyle = (options.module ?? 0) >= 100;
    // The compiler decides by the file's ending what a Node-style module is; the caller knows better.
    const fileName = isNodeStyle
        ? file.replace(/\.[cm]?tsx?$/, module === "esm" ? ".mts" : ".cts")
        : file;
    const { outputText, sourceMapText, diagnostics } = compiler.transpileModule(source, {
        fileName: file.endsWith("x") ? file : fileName,
        reportDiagnostics: true,
        compilerOptions: {
            ...options,
            ...(isNodeStyle ? {} : { module: module === "esm" ? 99 : 1 }),
            sourceMap: true,
            inlineSourceMap: false,
        },
    });
    const problem = diagnostics?.find((found) => found.file !== undefined && found.category === 1);
    if (problem !== undefined) {
        const before = source.slice(0, problem.start ?? 0).split("\n");
        const text = compiler.flattenDiagnosticMessageText(problem.messageText, " ");
        throw new SyntaxError(`${file}:${String(before.length)}: ${text}`);
    }
    return {
        code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"),
        map: sourceMapText ?? "{}",
    };
}

/**
 * The line that a translated place was written on.
 * @returns undefined for a file that was not translated here
 */
export function originalLine(file: string, line: number, column: number): number | undefined {
    if (!maps.has(file)) {
        const root = /\.m?ts$/.test(file) && existsSync(file) ? rootOf(file, true) : undefined;
        // An ES module was translated in the loader's thread; doing it once more gives its map.
        if (root === undefined) maps.set(file, undefined);
        else translate(root, file, "esm");
    }
    const entry = sourceMap(file)?.findEntry(line - 1, column - 1);
    return entry !== undefined && "originalLine" in entry ? entry.originalLine + 1 : undefined;
}

function sourceMap(file: string): SourceMap | undefined {
    const map = maps.get(file);
    if (map === undefined) return undefined;
    let parsed = parsedMaps.get(file);
    if (parsed === undefined) {
        parsedMaps.set(file, (parsed = new SourceMap(JSON.parse(map) as SourceMapPayload)));
    }
    return parsed;
}

/** The program's own compiler; without one, or with one that has no such API (7 and later), the one this project brings. */
function findCompiler(dir: string): { readonly compilerPath: string; readonly version: string } {
    for (const from of [dir, __dirname]) {
        try {
            const found = createRequire(join(from, "x.js")).resolve("typescript");
            const { version } = JSON.parse(
                readFileSync(join(dirname(found), "..", "package.json"), "utf8"),
            ) as { version: string };
            const [major = 0] = version.split(".").map(Number);
            if (major >= 4 && major < 7) return { compilerPath: found, version };
        } catch {
            // Not installed there: the next place is asked.
        }
    }
    throw new Error(`${dir}: found no typescript, expected one of 4.0 to 6.x in node_modules`);
}

/** Defaults as the Pulumi CLI sets them, under what tsconfig.json says. */
function readOptions(compiler: Compiler, dir: string, tsconfig: string): ts.CompilerOptions {
    const file = join(dir, tsconfig);
    const nodeNext = 199;
    const defaults: ts.CompilerOptions = {
        target: compiler.ScriptTarget.ES2020,
        module: compilerAtLeast(compiler, 4, 7) ? nodeNext : compiler.ModuleKind.CommonJS,
    };
    if (!existsSync(file)) return { ...defaults, esModuleInterop: true };
    const { config } = compiler.readConfigFile(file, (path) => readFileSync(path, "utf8")) as {
        config?: object;
    };
    const host: ts.ParseConfigHost = {
        useCaseSensitiveFileNames: true,
        readDirectory: () => [],
        fileExists: existsSync,
        readFile: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
    };
    const parsed = compiler.parseJsonConfigFileContent(config ?? {}, host, dir);
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- named to be left out
    const { outDir, declaration, composite, incremental, noEmit, ...options } = parsed.options;
    return {
        ...defaults,
        ...options,
        ...(options.target === undefined ? { target: defaults.target } : {}),
    };
}

function compilerAtLeast(compiler: Compiler, major: number, minor: number): boolean {
    const [found = 0, foundMinor = 0] = compiler.version.split(".").map(Number);
    return found > major || (found === major && foundMinor >= minor);
}
