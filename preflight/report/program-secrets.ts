import type { Graph } from "../engine/graph";
import { isMarked, isObject, OUTPUT, SECRET, UNKNOWN } from "../values";

/**
 * Texts that a program keeps secret: what stands under a secret's mark in some property and nowhere in the clear. Packs
 * see such values without the mark and may quote them.
 */
export function programSecrets({ resources, outputs }: Graph): readonly string[] {
    return secretTexts([
        outputs,
        ...resources.flatMap((resource) => [resource.inputs, resource.outputs]),
    ]);
}

/** Texts that stand under a secret's mark in some of the bags and nowhere in the clear. */
export function secretTexts(bags: readonly unknown[]): readonly string[] {
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
    else if (isMarked(value, SECRET)) visit(secretValue(value), true, see);
    else if (isMarked(value, OUTPUT)) visit(value.value, hidden || value.secret === true, see);
    else if (isObject(value)) for (const item of Object.values(value)) visit(item, hidden, see);
}

/** The value on the wire; in a state that was exported with --show-secrets its JSON, otherwise a ciphertext, which is none. */
function secretValue({ value, plaintext }: { value?: unknown; plaintext?: unknown }): unknown {
    return typeof plaintext === "string" ? (JSON.parse(plaintext) as unknown) : value;
}
