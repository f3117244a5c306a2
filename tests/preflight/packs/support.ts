import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { Graph, Resource } from "../../../preflight/engine/graph";
import type { StackContext } from "../../../preflight/packs/pack";
import type { PackEvidence, PolicyEvidence } from "../../../preflight/report/evidence";
import type { Props } from "../../../preflight/values";

/** The stack that all packs here are told about. */
export const context: StackContext = {
    organization: "acme",
    project: "shop",
    stack: "dev",
    preview: false,
    config: { "shop:size": "small" },
    secretConfigKeys: [],
    tags: { team: "blue" },
};

export const root = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

/** Folder of a pack in `fixtures`. */
export function fixture(name: string): string {
    return path.join(__dirname, "fixtures", name);
}

export function urnOf(type: string, name: string): string {
    return `urn:pulumi:dev::shop::${type}::${name}`;
}

export function resource(
    type: string,
    name: string,
    inputs: Props = {},
    more: Partial<Resource> = {},
): Resource {
    return {
        urn: urnOf(type, name),
        type,
        name,
        parent: root,
        custom: true,
        remote: false,
        external: false,
        provider: "",
        id: `${name}-id`,
        inputs,
        outputs: inputs,
        dependencies: [],
        propertyDependencies: {},
        protect: false,
        ignoreChanges: [],
        replaceOnChanges: [],
        additionalSecretOutputs: [],
        aliases: [],
        retainOnDelete: false,
        deletedWith: "",
        importId: "",
        customTimeouts: { create: 0, update: 0, delete: 0 },
        guessed: false,
        ...more,
    };
}

/** A graph of the stack resource and these. */
export function graphOf(...resources: readonly Resource[]): Graph {
    const stack = resource("pulumi:pulumi:Stack", "shop-dev", {}, { parent: "", custom: false });
    return {
        project: "shop",
        stack: "dev",
        organization: "acme",
        mode: "up",
        config: {},
        secretConfigKeys: [],
        resources: [stack, ...resources],
        outputs: {},
        notes: [],
    };
}

/** A policy's evidence. @throws {Error} when it is not there */
export function policyOf(evidence: readonly PackEvidence[], name: string): PolicyEvidence {
    const found = evidence.flatMap((pack) => pack.policies).find((policy) => policy.name === name);
    if (!found) throw new Error(`${name} is not in the evidence`);
    return found;
}

const repository = path.join(__dirname, "../../..");
const made: string[] = [];

/** A pack in a folder of its own outside the repository, with the repository's node_modules unless told otherwise. */
export function temporaryPack(files: Readonly<Record<string, string>>, installed = true): string {
    const dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "pack-")));
    made.push(dir);
    if (installed)
        fs.symlinkSync(path.join(repository, "node_modules"), path.join(dir, "node_modules"));
    for (const [name, content] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
        fs.writeFileSync(path.join(dir, name), content);
    }
    return dir;
}

/** Removes what `temporaryPack` made; for `after`. */
export function removeTemporaryPacks(): void {
    for (const dir of made.splice(0)) fs.rmSync(dir, { recursive: true, force: true });
}

/** The text of a rejection. */
export async function rejection(work: Promise<unknown>): Promise<Error> {
    try {
        await work;
    } catch (error) {
        if (error instanceof Error) return error;
        throw new Error(`rejected with ${String(error)}`);
    }
    throw new Error("resolved, expected a rejection");
}
