import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "../../policies/lib/policy";

/** Root of the repository. */
export const ROOT = join(__dirname, "../..");

/** A pack's folder and what it lists. */
export interface Pack {
    readonly name: string;
    readonly policies: readonly Policy[];
}

/** Names of all packs: folders of policies/ that say so in a PulumiPolicy.yaml, sorted. */
function packNames(root = ROOT): readonly string[] {
    return readdirSync(join(root, "policies"))
        .filter((name) => existsSync(join(root, "policies", name, "PulumiPolicy.yaml")))
        .sort();
}

/** All packs with their policies, sorted by name. */
export function packs(root = ROOT): readonly Pack[] {
    return packNames(root).map((name) => {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- packs are found, not known by name
        const list = require(join(root, "policies", name, "policies")) as {
            readonly policies: readonly Policy[];
        };
        return { name, policies: list.policies };
    });
}
