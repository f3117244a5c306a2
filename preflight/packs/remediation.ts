import type { Note } from "../engine/graph";
import type { Registration } from "../engine/registration";
import { isObject, lowerProps, type Props } from "../values";
import type { Pack, Subject } from "./pack";
import { asSent } from "./subjects";
import { order } from "./tally";

/** A resource between Check and Create, as the engine shows it to remediating policies. */
export interface Remediable {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** After Check, `__` keys included. */
    readonly inputs: Props;
    readonly registration: Pick<
        Registration,
        | "parent"
        | "protect"
        | "ignoreChanges"
        | "deleteBeforeReplace"
        | "additionalSecretOutputs"
        | "customTimeouts"
    >;
    readonly provider?: {
        readonly urn: string;
        readonly type: string;
        readonly name: string;
        readonly inputs: Props;
    };
}

/** Inputs as the policies leave them, and what a reader of the report must know. */
export interface Remediated {
    readonly inputs: Props;
    readonly notes: readonly Note[];
}

/**
 * The engine's remediation of one resource: pack after pack, each on what the one before left (step_generator.go).
 * The working directory stays the program's, which runs on meanwhile.
 * @param packs in their order on the command line, which matters when two write the same property
 * @returns undefined when no policy has level `remediate`
 */
export function remediator(
    packs: readonly Pack[],
): ((resource: Remediable) => Promise<Remediated>) | undefined {
    const remediating = packs.filter((pack) => pack.remediates);
    if (remediating.length === 0) return undefined;
    return async (resource) => {
        let inputs = resource.inputs;
        const notes: Note[] = [];
        for (const pack of remediating) {
            for (const remediation of await pack.remediate(subject(resource, inputs))) {
                const policy = `${pack.info.name}/${remediation.policy}`;
                if (remediation.diagnostic !== undefined) {
                    notes.push({
                        kind: "not-remediated",
                        urn: resource.urn,
                        message: `${policy}: ${remediation.diagnostic}`,
                    });
                }
                if (remediation.inputs === undefined) continue;
                const changed = differences(inputs, remediation.inputs);
                inputs = remediation.inputs;
                if (changed.length === 0) continue;
                notes.push({
                    kind: "remediated",
                    urn: resource.urn,
                    message: `${policy} changed ${changed.join(", ")}`,
                });
            }
        }
        return { inputs, notes };
    };
}

function subject(resource: Remediable, inputs: Props): Subject {
    const { urn, type, name, registration, provider } = resource;
    const {
        parent,
        protect,
        ignoreChanges,
        deleteBeforeReplace,
        additionalSecretOutputs,
        customTimeouts,
    } = registration;
    return {
        urn,
        type,
        name,
        properties: lowerProps(inputs),
        parent,
        protect: protect ?? false,
        ignoreChanges,
        additionalSecretOutputs,
        customTimeouts,
        dependencies: [],
        propertyDependencies: {},
        ...(deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace }),
        ...(provider && {
            provider: {
                urn: provider.urn,
                type: provider.type,
                name: provider.name,
                properties: asSent(provider.inputs),
            },
        }),
    };
}

/** Names of the properties that differ at the top level; values stay out, as they may be secret. */
export function differences(before: Props, after: Props): string[] {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].filter((name) => !equal(before[name], after[name])).sort(order);
}

function equal(a: unknown, b: unknown): boolean {
    if (Array.isArray(a) && Array.isArray(b))
        return a.length === b.length && a.every((item, at) => equal(item, b[at]));
    if (!isObject(a) || !isObject(b)) return a === b;
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => equal(a[name], b[name]));
}
