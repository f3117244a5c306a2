import type { Graph, Resource } from "../engine/graph";
import { isObject, lowerProps, type Props } from "../values";
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

/** Properties as the engine marshals them for Analyze: lowered, without `__` keys at any depth. */
export function asSent(properties: Props): Props {
    return clean(lowerProps(properties)) as Props;
}

function clean(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : clean(item)));
    if (!isObject(value)) return value;
    const cleaned: Props = {};
    for (const key of Object.keys(value)) {
        const item = value[key];
        if (item !== undefined && !key.startsWith("__")) cleaned[key] = clean(item);
    }
    return cleaned;
}
