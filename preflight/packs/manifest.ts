import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { parse } from "yaml";
import { isObject } from "../values";
import { PackError } from "./pack";

/** What a pack's folder says before any of its code runs. */
export interface PackManifest {
    /** Absolute. */
    readonly dir: string;
    /** The file that makes the pack, absolute. */
    readonly entry: string;
    /** Node loads the entry as an ES module. */
    readonly esModule: boolean;
    /** `version` of PulumiPolicy.yaml, which goes over package.json's. */
    readonly version?: string;
    /** Arguments for node, from the runtime's options. */
    readonly nodeArgs: readonly string[];
    /** Folder of the @pulumi/policy that the pack uses. */
    readonly sdk: string;
}

const MANIFEST = "PulumiPolicy.yaml";
const SOURCES = ["", ".js", ".json", ".cjs", ".ts", ".cts", ".mjs", ".mts"];

/**
 * Reads a pack's folder.
 * @param dir the folder with PulumiPolicy.yaml
 * @throws {PackError} for a folder that is no policy pack for Node.js, or has not been installed
 */
export function readManifest(dir: string): PackManifest {
    const root = path.resolve(dir);
    const runtime = readRuntime(root);
    const manifest = readPackage(root);
    const entry = findEntry(root, manifest["main"]);
    return {
        dir: root,
        entry,
        esModule: isEsModule(entry, manifest["type"]),
        ...(runtime.version === undefined ? {} : { version: runtime.version }),
        nodeArgs: runtime.nodeArgs,
        sdk: findSdk(root),
    };
}

function readRuntime(dir: string): { readonly version?: string; readonly nodeArgs: string[] } {
    const file = path.join(dir, MANIFEST);
    if (!fs.existsSync(file)) {
        const found = fs.existsSync(dir) ? `no ${MANIFEST}` : "no such folder";
        throw new PackError(dir, found, `a policy pack's folder with ${MANIFEST} and package.json`);
    }
    let text: unknown;
    try {
        text = parse(fs.readFileSync(file, "utf8"));
    } catch (error) {
        throw new PackError(
            dir,
            `a ${MANIFEST} that is not YAML (${String(error)})`,
            "YAML with `runtime: nodejs`",
        );
    }
    const yaml = isObject(text) ? text : {};
    const runtime = isObject(yaml["runtime"]) ? yaml["runtime"] : { name: yaml["runtime"] };
    if (runtime["name"] !== "nodejs") {
        const found = `runtime ${JSON.stringify(runtime["name"] ?? null)} in ${MANIFEST}`;
        throw new PackError(dir, found, "runtime nodejs: packs in other languages cannot be run");
    }
    const options = isObject(runtime["options"]) ? runtime["options"] : {};
    const nodeArgs =
        typeof options["nodeargs"] === "string"
            ? options["nodeargs"].split(/\s+/).filter(Boolean)
            : [];
    const { version } = yaml;
    return {
        nodeArgs,
        ...(version === undefined || version === null ? {} : { version: scalar(version) }),
    };
}

function scalar(value: unknown): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}

function readPackage(dir: string): Record<string, unknown> {
    const file = path.join(dir, "package.json");
    if (!fs.existsSync(file)) {
        throw new PackError(
            dir,
            "no package.json",
            "a package.json with name, version and dependencies",
        );
    }
    let manifest: unknown;
    try {
        manifest = JSON.parse(fs.readFileSync(file, "utf8"));
    } catch (error) {
        throw new PackError(
            dir,
            `a package.json that is not JSON (${String(error)})`,
            "a JSON object",
        );
    }
    if (!isObject(manifest))
        throw new PackError(dir, "a package.json that is no object", "a JSON object");
    if (typeof manifest["version"] !== "string" || manifest["version"] === "") {
        throw new PackError(
            dir,
            "no version in package.json",
            "a version such as 1.0.0: @pulumi/policy requires one",
        );
    }
    return manifest;
}

/** As Node finds a folder's module: `main` as a file, with an extension, as a folder; otherwise the index. */
function findEntry(dir: string, main: unknown): string {
    const candidates: string[] = [];
    if (typeof main === "string" && main !== "") {
        const target = path.resolve(dir, main);
        candidates.push(...SOURCES.map((extension) => target + extension));
        candidates.push(
            ...SOURCES.slice(1).map((extension) => path.join(target, `index${extension}`)),
        );
    }
    candidates.push(...SOURCES.slice(1).map((extension) => path.join(dir, `index${extension}`)));
    const entry = candidates.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
    if (entry !== undefined) return fs.realpathSync(entry);
    const found =
        typeof main === "string"
            ? `main ${JSON.stringify(main)}, which does not exist`
            : "neither main nor an index file";
    throw new PackError(
        dir,
        found,
        "the pack's entry: build the pack, or mend `main` in package.json",
    );
}

function isEsModule(entry: string, type: unknown): boolean {
    if (/\.m[jt]s$/.test(entry)) return true;
    return type === "module" && !/\.(c[jt]s|json)$/.test(entry);
}

function findSdk(dir: string): string {
    try {
        return path.dirname(
            createRequire(path.join(dir, "package.json")).resolve("@pulumi/policy"),
        );
    } catch {
        throw new PackError(
            dir,
            "no @pulumi/policy",
            "the pack's dependencies to be installed: run `npm install` in its folder",
        );
    }
}
