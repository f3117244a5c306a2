import { distance } from "fastest-levenshtein";
import type { Pack } from "./pack";

/** Which policies a run is narrowed to: names, or `pack/name`. */
export interface Selection {
    /** Only these. @defaultValue all */
    readonly only?: readonly string[];
    /** All but these. @defaultValue none */
    readonly skip?: readonly string[];
}

/** A selection that names what no pack has, or leaves nothing. */
export class SelectionError extends Error {
    override readonly name = "SelectionError";
}

/**
 * Switches off what a selection leaves out.
 * @throws {SelectionError} with every name that no pack has, and the nearest one
 */
export async function narrow(packs: readonly Pack[], selection: Selection): Promise<void> {
    const { only = [], skip = [] } = selection;
    if (only.length === 0 && skip.length === 0) return;
    const known = packs.flatMap((pack) => pack.info.policies.map((policy) => policy.name));
    const qualified = packs.flatMap((pack) =>
        pack.info.policies.map((policy) => `${pack.info.name}/${policy.name}`),
    );
    const names = new Set([...known, ...qualified]);
    const problems = [...only, ...skip]
        .filter((name) => !names.has(name))
        .map((name) => unknown(name, known));
    if (problems.length > 0) throw new SelectionError(problems.join("\n"));
    let left = 0;
    for (const pack of packs) {
        const chosen = (list: readonly string[], policy: string): boolean =>
            list.includes(policy) || list.includes(`${pack.info.name}/${policy}`);
        const off = pack.info.policies
            .map((policy) => policy.name)
            .filter((policy) => (only.length > 0 && !chosen(only, policy)) || chosen(skip, policy));
        left += pack.info.policies.length - off.length;
        if (off.length > 0) await pack.disable(new Set(off));
    }
    if (left === 0)
        throw new SelectionError(
            "policies: found none left, expected at least one that is not skipped",
        );
}

function unknown(name: string, known: readonly string[]): string {
    const near = nearest(name, known);
    const hint =
        near.length > 0
            ? `one like ${near.join(", ")}`
            : `one of ${[...new Set(known)].sort().join(", ")}`;
    return `policy ${JSON.stringify(name)}: found in no pack, expected ${hint}`;
}

/** Names that a typing error away, nearest first. */
export function nearest(name: string, known: Iterable<string>): string[] {
    const wanted = name.slice(name.lastIndexOf("/") + 1);
    return [...new Set(known)]
        .map((candidate) => ({ candidate, far: distance(wanted, candidate) }))
        .filter(({ candidate, far }) => far <= Math.max(2, Math.floor(candidate.length / 3)))
        .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
        .slice(0, 3)
        .map(({ candidate }) => candidate);
}
