import type { Graph, Resource } from "../engine/graph";
import { isObject, lowerProps, type Props, SIGNATURE } from "../values";
import type { Subject, SubjectProvider } from "./pack";

/** The resources that the engine analyzes: all but those that the program only reads. */
export function analyzed(graph: Graph): readonly Resource[] {
    return graph.resources.filter((resource) => !resource.external);
}

/** Resources as packs are told about them, by inputs for resource policies and by outputs for stack policies. */
export class Subjects {
    readonly #byUrn: ReadonlyMap<string, Resource>;
    readonly #providers = new Map<string, SubjectProvider | undefined>();

    constructor(graph: Graph) {
        this.#byUrn = new Map(graph.resources.map((resource) => [resource.urn, resource]));
    }

    /** A resource with its inputs after Check. */
    byInputs(resource: Resource): Subject {
        return this.#subject(resource, resource.inputs);
    }

    /** A resource with its outputs. */
    byOutputs(resource: Resource): Subject {
        return this.#subject(resource, resource.outputs);
    }

    #subject(resource: Resource, properties: Props): Subject {
        const provider = this.#provider(resource.provider);
        return {
            urn: resource.urn,
            type: resource.type,
            name: resource.name,
            properties: asSent(properties),
            ...(provider === undefined ? {} : { provider }),
            parent: resource.parent,
            protect: resource.protect,
            ignoreChanges: resource.ignoreChanges,
            ...(resource.deleteBeforeReplace === undefined
                ? {}
                : { deleteBeforeReplace: resource.deleteBeforeReplace }),
            additionalSecretOutputs: resource.additionalSecretOutputs,
            customTimeouts: resource.customTimeouts,
            dependencies: resource.dependencies,
            propertyDependencies: resource.propertyDependencies,
        };
    }

    /** @param reference `urn::id` */
    #provider(reference: string): SubjectProvider | undefined {
        if (reference === "") return undefined;
        const urn = reference.slice(0, reference.lastIndexOf("::"));
        if (!this.#providers.has(urn)) {
            const found = this.#byUrn.get(urn);
            const provider = found && {
                urn,
                type: found.type,
                name: found.name,
                properties: asSent(found.inputs),
            };
            this.#providers.set(urn, provider);
        }
        return this.#providers.get(urn);
    }
}

/**
 * Properties as the engine marshals them for Analyze: lowered, without `__` keys at any depth. What needs no change is
 * not copied: with thousands of resources the copies would be half of the memory.
 */
export function asSent(properties: Props): Props {
    return cleanProps(needsLowering(properties) ? lowerProps(properties) : properties);
}

function needsLowering(value: unknown): boolean {
    if (Array.isArray(value)) return value.some(needsLowering);
    return isObject(value) && (SIGNATURE in value || Object.values(value).some(needsLowering));
}

function clean(value: unknown): unknown {
    if (Array.isArray(value)) return cleanList(value);
    return isObject(value) ? cleanProps(value) : value;
}

function cleanList(list: readonly unknown[]): readonly unknown[] {
    const cleaned = list.map((item) => (item === undefined ? null : clean(item)));
    return cleaned.every((item, at) => item === list[at]) ? list : cleaned;
}

function cleanProps(properties: Props): Props {
    const cleaned: Props = {};
    let same = true;
    for (const key of Object.keys(properties)) {
        const item = properties[key];
        if (item === undefined || key.startsWith("__")) {
            same = false;
            continue;
        }
        cleaned[key] = clean(item);
        same &&= cleaned[key] === item;
    }
    return same ? properties : cleaned;
}
