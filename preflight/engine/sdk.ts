/* eslint-disable @typescript-eslint/no-unsafe-assignment -- the classes belong to the program's own copy of the SDK (see Message) */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ProgramError } from "./program-error";

/** A protobuf message: getters and setters named after its fields. */
// Each copy of the SDK brings its own generated classes, so their fields cannot be known to the compiler.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- generated accessors of another package's copy
export type Message = any;

/** A generated message class. */
export type MessageClass = (new () => Message) & { deserializeBinary(bytes: Uint8Array): Message };

/** The parts of the program's own copy of @pulumi/pulumi that the engine touches. */
export interface Sdk {
    readonly version: string;
    /** Folder of the copy. */
    readonly dir: string;
    readonly settings: {
        setMockOptions(
            monitor: unknown,
            project: string,
            stack: string,
            preview: boolean,
            organization: string,
        ): void;
        disconnect(): Promise<void>;
    };
    readonly stack: { runInPulumiStack(init: () => Promise<unknown>): Promise<unknown> };
    readonly config: {
        setAllConfig(config: Readonly<Record<string, string>>, secretKeys: readonly string[]): void;
    };
    /** The generated class of google.protobuf.Struct that this copy uses. */
    readonly struct: Message;
    /** The generated class of google.protobuf.Empty. */
    readonly empty: Message;
    /** Loads another module of the copy, e.g. `proto/resource_pb`. */
    load(module: string): Message;
}

/** The oldest version whose monitor protocol the engine speaks. */
export const OLDEST_SDK = "3.0.0";

/**
 * Loads the copy of @pulumi/pulumi that a program uses.
 * @param dir folder of the program
 * @throws {ProgramError} `unsupported` when there is none or it is too old or too new
 */
export function loadSdk(dir: string): Sdk {
    const packageJson = findSdk(dir);
    const { version } = JSON.parse(readFileSync(packageJson, "utf8")) as { version: string };
    if (!version.startsWith("3.")) {
        throw new ProgramError({
            kind: "unsupported",
            message: `${shortPath(packageJson)}: found @pulumi/pulumi ${version}, expected ${OLDEST_SDK} or newer, below 4`,
        });
    }
    const folder = dirname(packageJson);
    const require = createRequire(packageJson);
    const load = (module: string): Message => require(join(folder, module));
    // Its modules require each other in a circle that only this entry leaves whole in releases before 3.40 or so.
    load("index");
    const settings = load("runtime/settings") as Sdk["settings"];
    if (typeof settings.setMockOptions !== "function") {
        throw new ProgramError({
            kind: "unsupported",
            message: `${shortPath(packageJson)}: @pulumi/pulumi ${version} cannot run without the Pulumi CLI, expected a release with runtime.setMockOptions`,
        });
    }
    return {
        version,
        dir: folder,
        settings,
        stack: load("runtime/stack") as Sdk["stack"],
        config: load("runtime/config") as Sdk["config"],
        struct: (require("google-protobuf/google/protobuf/struct_pb") as { Struct: Message })
            .Struct,
        empty: (require("google-protobuf/google/protobuf/empty_pb") as { Empty: Message }).Empty,
        load,
    };
}

function findSdk(dir: string): string {
    try {
        return createRequire(join(dir, "program.js")).resolve("@pulumi/pulumi/package.json");
    } catch {
        const modules = hasNodeModules(dir);
        throw new ProgramError({
            kind: "unsupported",
            message: modules
                ? `${dir}: found no @pulumi/pulumi in node_modules, expected the program's dependencies; run \`npm install @pulumi/pulumi\` there`
                : `${dir}: found no node_modules, expected the program's dependencies; run \`npm install\` there`,
        });
    }
}

function hasNodeModules(dir: string): boolean {
    for (let folder = dir; ; folder = dirname(folder)) {
        if (existsSync(join(folder, "node_modules"))) return true;
        if (folder === dirname(folder)) return false;
    }
}

function shortPath(file: string): string {
    const index = file.lastIndexOf("node_modules");
    return index < 0 ? file : file.slice(index);
}
