import type { Graph } from "../engine/graph";
import { isMarked, isObject, OUTPUT, SECRET, UNKNOWN } from "../values";

/**
 * Texts that a program keeps secret: what stands under a secret's mark in some property and nowhere in the clear. Packs
 * see such values without the mark and may quote them.
 */
export function programSecrets({ resources, outputs }: Graph): readonly string[] {
    const bags = [outputs, ...resources.flatMap((resource) => [resource.inputs, resource.outputs])];
    const secrets = new Set<string>();
    for (const bag of bags) visit(bag, false, (text, hidden) => hidden && secrets.add(text));
    secrets.delete(UNKNOWN);
    // A second look only where there is something to look for: most programs have no secret.
    if (secrets.size === 0) return [];
    for (const bag of bags) visit(bag, false, (text, hidden) => !hidden && secrets.delete(text));
    return [...secrets];
}

function visit(
    value: unknown,
    hidden: boolean,
    see: (text: string, hidden: boolean) => unknown,
): void {
    if (typeof value === "string") see(value, hidden);
    else if (Array.isArray(value)) for (const item of value) visit(item, hidden, see);
    else if (isMarked(value, SECRET)) visit(value.value, true, see);
    else if (isMarked(value, OUTPUT)) visit(value.value, hidden || value.secret === true, see);
    else if (isObject(value)) for (const item of Object.values(value)) visit(item, hidden, see);
}
