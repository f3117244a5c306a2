import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMarked, isObject, type Props, SECRET, unwrap } from "../../values";
import { known } from "../provider/context";
import { type Existing, refusal } from "../provider/deletion";
import { HOLDERS } from "../provider/holders";
import { nameKey } from "../provider/names";

/** Names the folder in which plugins write down what exists. */
export const FOLDER_VARIABLE = "PREFLIGHT_CLOUD_FOLDER";

/** A resource as the engine knows it. */
export interface Held {
    readonly urn: string;
    readonly type: string;
    readonly id: string;
    readonly inputs: Props;
    readonly outputs: Props;
}

/**
 * What exists, one file for each resource, so that the processes of several providers share it without locks. Without a
 * folder nothing is written and nothing is refused: a plugin alone sees the resource that it is to delete, and no other.
 */
export class Registry {
    public constructor(private readonly folder: string | undefined) {
        if (folder !== undefined) mkdirSync(folder, { recursive: true });
    }

    /** Writes down a resource that was created, changed or imported. */
    public keep(held: Held): void {
        if (this.folder === undefined) return;
        writeFileSync(fileOf(this.folder, held), JSON.stringify(describe(held)));
    }

    /** Strikes out a resource. @throws {Error} in AWS's words when others hold it */
    public remove(held: Held): void {
        if (this.folder === undefined) return;
        const reason = refusal(describe(held), this.all(this.folder));
        if (reason !== undefined) throw new Error(reason);
        rmSync(fileOf(this.folder, held), { force: true });
    }

    private all(folder: string): readonly Existing[] {
        return readdirSync(folder)
            .filter((name) => name.endsWith(".json"))
            .flatMap((name) => {
                try {
                    return [JSON.parse(readFileSync(join(folder, name), "utf8")) as Existing];
                } catch (error) {
                    // Another process deleted it in the meantime.
                    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
                    throw error;
                }
            });
    }
}

function fileOf(folder: string, { urn, id }: Held): string {
    const name = createHash("sha256").update(`${urn}\0${id}`).digest("hex");
    return join(folder, `${name}.json`);
}

function describe({ urn, type, id, inputs, outputs }: Held): Existing {
    const name = known(unwrap(outputs[nameKey(type)]));
    const arn = known(unwrap(outputs.arn));
    const byName = HOLDERS[type]?.byName === true ? name : undefined;
    return {
        urn,
        type,
        id,
        names: [...new Set([id, arn, byName].filter((given) => given !== undefined))],
        texts: Object.fromEntries(
            Object.entries(inputs).map(([key, value]) => [key, textsIn(value)]),
        ),
        isForced: unwrap(inputs.forceDestroy) === true || unwrap(inputs.forceDelete) === true,
    };
}

/** Texts anywhere inside, but none of a secret: this is written to a disk. */
function textsIn(value: unknown): readonly string[] {
    if (typeof value === "string") return [value];
    if (Array.isArray(value)) return value.flatMap(textsIn);
    if (!isObject(value) || isMarked(value, SECRET)) return [];
    return Object.values(value).flatMap(textsIn);
}
