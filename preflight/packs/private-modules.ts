/**
 * A pack's own instances of modules. @pulumi/policy admits one pack per instance of itself, and a library shared by
 * two packs would hold the other one's `UnknownValueError`; so every pack gets its own instance of @pulumi/policy, of
 * its files, of what they import from outside node_modules, and of packages that build on @pulumi/policy. Everything
 * else (the SDKs above all) is shared with the process. Modules required later, while a policy runs, follow the same rule.
 */
import * as fs from "node:fs";
import Module, { isBuiltin } from "node:module";
import * as path from "node:path";

/** The part of Node's CommonJS loader that is used here; stable for years, and what every require hook relies on. */
interface CommonJs {
    new (id: string, parent?: object): LoadedModule;
    _load: (request: string, parent: object | undefined, isMain: boolean) => unknown;
    _resolveFilename(request: string, parent: object | undefined, isMain: boolean): string;
    _nodeModulePaths(dir: string): string[];
}
interface LoadedModule {
    exports: unknown;
    filename: string;
    paths: string[];
    loaded: boolean;
    load(filename: string): void;
    _compile(code: string, filename: string): void;
}

const commonJs = Module as unknown as CommonJs;
const owners = new WeakMap<object, PrivateModules>();
const TYPESCRIPT = /\.[cm]?tsx?$/;
const TYPESCRIPT_ENDINGS = [".ts", ".tsx", ".cts", "/index.ts"];
const SDK = "@pulumi/policy";
let installed = false;
let shared = commonJs._load;

/** Requires of modules that belong to a pack go to the pack; all others pass through. */
function installOnce(): void {
    if (installed) return;
    installed = true;
    shared = commonJs._load;
    commonJs._load = function (this: unknown, request, parent, isMain) {
        const owner = parent && owners.get(parent);
        return owner ? owner.require(request, parent) : shared.call(this, request, parent, isMain);
    };
}

/** What a pack's modules get in place of the real thing. */
export interface Surroundings {
    /** TypeScript → JavaScript. */
    readonly compile: (filename: string) => string;
    /** A stand-in for a module that @pulumi/policy asks for, or undefined for the real one. */
    readonly substitute: (request: string, real: () => unknown) => unknown;
}

/** The private modules of one pack. */
export class PrivateModules {
    readonly #dir: string;
    readonly #sdk: string;
    readonly #surroundings: Surroundings;
    readonly #loaded = new Map<string, LoadedModule>();
    readonly #packages = new Map<string, boolean>();

    /**
     * @param dir the pack's folder
     * @param sdk the folder of its @pulumi/policy
     */
    constructor(dir: string, sdk: string, surroundings: Surroundings) {
        this.#dir = fs.realpathSync(dir);
        this.#sdk = sdk;
        this.#surroundings = surroundings;
        installOnce();
    }

    /** Loads a file of the pack, once. */
    load(filename: string, parent?: object): unknown {
        const known = this.#loaded.get(filename);
        if (known) return known.exports;
        const module = new commonJs(filename, parent);
        module.filename = filename;
        module.paths = commonJs._nodeModulePaths(path.dirname(filename));
        owners.set(module, this);
        this.#loaded.set(filename, module);
        try {
            if (TYPESCRIPT.test(filename)) {
                module._compile(this.#surroundings.compile(filename), filename);
                module.loaded = true;
            } else {
                module.load(filename);
            }
        } catch (error) {
            this.#loaded.delete(filename);
            throw error;
        }
        return module.exports;
    }

    /** Answers a require of one of the pack's modules. */
    require(request: string, parent: object): unknown {
        const real = (): unknown => shared(request, parent, false);
        if (isBuiltin(request)) return real();
        const from = (parent as LoadedModule).filename;
        const filename = resolve(request, parent, path.dirname(from));
        if (this.#isPrivate(filename)) return this.load(filename, parent);
        const substitute = within(this.#sdk, from)
            ? this.#surroundings.substitute(request, real)
            : undefined;
        return substitute ?? real();
    }

    #isPrivate(filename: string): boolean {
        const root = packageRoot(filename);
        if (root === undefined || within(this.#sdk, filename)) return true;
        if (within(this.#dir, filename) && within(root, this.#dir)) return true;
        let verdict = this.#packages.get(root);
        if (verdict === undefined) this.#packages.set(root, (verdict = buildsOnPolicySdk(root)));
        return verdict;
    }
}

/** Node's answer; where it finds nothing, a TypeScript source beside, as ts-node's extensions would. */
function resolve(request: string, parent: object, dir: string): string {
    try {
        return commonJs._resolveFilename(request, parent, false);
    } catch (error) {
        if (!/^(\.|\/)/.test(request)) throw error;
        const target = path.resolve(dir, request);
        const source = TYPESCRIPT_ENDINGS.map((ending) => target + ending).find((file) =>
            fs.existsSync(file),
        );
        if (source === undefined) throw error;
        return fs.realpathSync(source);
    }
}

function within(folder: string, filename: string): boolean {
    return filename === folder || filename.startsWith(folder + path.sep);
}

/** The folder of the installed package a file belongs to; undefined outside node_modules. */
function packageRoot(filename: string): string | undefined {
    const marker = `${path.sep}node_modules${path.sep}`;
    const at = filename.lastIndexOf(marker);
    if (at < 0) return undefined;
    const start = at + marker.length;
    const segments = filename.slice(start).split(path.sep);
    const name = segments.slice(0, segments[0]?.startsWith("@") ? 2 : 1);
    return filename.slice(0, start) + name.join(path.sep);
}

/** Policy libraries (awsguard and the like) must see the pack's own instance of the SDK. */
function buildsOnPolicySdk(root: string): boolean {
    const file = path.join(root, "package.json");
    if (!fs.existsSync(file)) return false;
    const manifest = JSON.parse(fs.readFileSync(file, "utf8")) as Record<
        string,
        Record<string, string> | undefined
    >;
    return (
        manifest["dependencies"]?.[SDK] !== undefined ||
        manifest["peerDependencies"]?.[SDK] !== undefined
    );
}
