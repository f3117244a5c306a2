import { createHash } from "node:crypto";
import type { Created } from "../cloud/simulation";
import type { Props } from "../values";

const STACK_REFERENCE = "pulumi:pulumi:StackReference";
const STASH = "pulumi:index:Stash";
const DYNAMIC = /^pulumi-nodejs:dynamic[:/]/;

/** Types that Pulumi's engine or SDK serves itself, without a provider plugin. */
export function isBuiltin(type: string): boolean {
    return type === STACK_REFERENCE || type === STASH || DYNAMIC.test(type);
}

/**
 * Create of a built-in type. A dynamic provider's own `create` is not run: it would act on the world;
 * its resource has its inputs as outputs.
 */
export function builtinCreate(type: string, id: string, inputs: Props): Created {
    if (type === STASH)
        return { id, outputs: { input: inputs.input, output: inputs.input }, guessed: false };
    if (type === STACK_REFERENCE) return { ...builtinRead(type, id, inputs), id };
    return { id, outputs: inputs, guessed: true };
}

/**
 * Read of a built-in type. Another stack's outputs cannot be known offline: they are filled in where they are asked for.
 * A preview knows them, too: that stack is there already.
 */
export function builtinRead(type: string, id: string, inputs: Props): Created {
    if (type !== STACK_REFERENCE) return { id, outputs: inputs, guessed: true };
    const name = inputs.name ?? id;
    return { id, outputs: { name, outputs: {}, secretOutputNames: [] }, guessed: false };
}

/** An id in the shape of a UUID that is the same in every run. */
export function simulatedId(urn: string): string {
    const hex = createHash("sha256").update(urn).digest("hex");
    return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `8${hex.slice(17, 20)}`,
        hex.slice(20, 32),
    ].join("-");
}
