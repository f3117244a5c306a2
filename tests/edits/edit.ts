import { isDeepStrictEqual } from "node:util";
import { UNKNOWN, unwrap } from "../../preflight/values";
import type { Graph, Resource } from "../../preflight/engine/graph";

/** Properties that an edit may change in place. */
export type Editable = Record<string, unknown>;

/** One change of the production stack, and what it must lead to. */
export interface Edit {
    /** The policy that reports it, and no other does. */
    readonly policy: string;
    /** Completes "reports …". */
    readonly title: string;
    /** Type and name of the resource that is changed. */
    readonly type: string;
    readonly name: string;
    /** Changes its inputs in place. */
    readonly change: (inputs: Editable) => void;
    /** Name of the resource that is reported, where it is not the one that is changed. */
    readonly reportedOn?: string;
    /** Resources that the production stack does not have, as they should be. */
    readonly added?: readonly AddedResource[];
}

/** A resource beside those of the production stack. */
export interface AddedResource {
    readonly type: string;
    readonly name: string;
    readonly inputs: Editable;
}

/** Sets one property, given by its path: `viewerCertificate.minimumProtocolVersion`, `origins.0.domainName`. */
export function setting(path: string, value: unknown): Edit["change"] {
    return (inputs) => {
        const keys = path.split(".");
        const last = keys.pop() ?? path;
        const place = keys.reduce<Editable>((at, key) => at[key] as Editable, inputs);
        place[last] = value;
    };
}

/** Takes a property away. */
export function unsetting(key: string): Edit["change"] {
    return (inputs) => {
        Reflect.deleteProperty(inputs, key);
    };
}

/** An edit of a resource that the production stack does not have: it is added as it should be, then changed. */
export function ofAdded(
    policy: string,
    title: string,
    resource: { readonly type: string; readonly inputs: Editable },
    change: Edit["change"],
    beside: readonly AddedResource[] = [],
): Edit {
    const added = { name: "added", ...resource };
    return { policy, title, type: added.type, name: added.name, change, added: [added, ...beside] };
}

/** Changes a JSON document in a property, if it is known. */
export function inDocument(
    property: string,
    change: (document: { Statement: Editable[] }) => void,
): Edit["change"] {
    return (inputs) => {
        const text = unwrap(inputs[property]);
        if (typeof text !== "string" || text === UNKNOWN) return;
        const document = JSON.parse(text) as { Statement: Editable[] };
        change(document);
        inputs[property] = JSON.stringify(document);
    };
}

/** The stack with an edit's additions, but not yet its change. */
export function withAdditions(graph: Graph, edit: Edit): Graph {
    return {
        ...graph,
        resources: [
            ...graph.resources,
            ...(edit.added ?? []).map((resource) => resourceOf(graph, resource)),
        ],
    };
}

/**
 * The stack with one resource changed. What the provider copies from inputs to outputs, changes there as well.
 * @throws {Error} when there is no such resource, or when the change changes nothing
 */
export function withChange(
    graph: Graph,
    edit: Edit,
): { readonly graph: Graph; readonly urn: string } {
    const subject = find(graph, edit.type, edit.name);
    const inputs = structuredClone(subject.inputs);
    edit.change(inputs);
    // In a preview the value that would change may not be known yet.
    if (graph.mode === "up" && isDeepStrictEqual(inputs, subject.inputs)) {
        throw new Error(`${edit.title}: found no change of ${subject.urn}, expected one`);
    }
    const outputs = { ...subject.outputs };
    for (const key of Object.keys(subject.inputs)) {
        if (!(key in inputs)) Reflect.deleteProperty(outputs, key);
    }
    // What is written there now depends on nothing else.
    const propertyDependencies = Object.fromEntries(
        Object.entries(subject.propertyDependencies).filter(([key]) =>
            isDeepStrictEqual(inputs[key], subject.inputs[key]),
        ),
    );
    const changed: Resource = {
        ...subject,
        inputs,
        outputs: { ...outputs, ...inputs },
        propertyDependencies,
    };
    const reported =
        edit.reportedOn === undefined
            ? subject
            : graph.resources.find(({ name }) => name === edit.reportedOn);
    if (reported === undefined) {
        throw new Error(`${edit.title}: found no ${String(edit.reportedOn)}, expected it`);
    }
    const resources = graph.resources.map((each) => (each === subject ? changed : each));
    return { graph: { ...graph, resources }, urn: reported.urn };
}

function find(graph: Graph, type: string, name: string): Resource {
    const found = graph.resources.filter((each) => each.type === type && each.name === name);
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return only;
    const names = graph.resources.filter((each) => each.type === type).map((each) => each.name);
    throw new Error(
        `${type} ${name}: found ${found.length}, expected one; there are: ${names.join(", ")}`,
    );
}

/** As the provider would make it: beside the others, in the provider's region. */
function resourceOf(graph: Graph, { type, name, inputs }: AddedResource): Resource {
    const sibling = graph.resources.find((each) => each.type === "aws:kms/key:Key");
    if (sibling === undefined) throw new Error("found no key in the stack, expected one");
    const given = { region: "eu-west-1", ...inputs };
    return {
        ...sibling,
        type,
        name,
        urn: `urn:pulumi:${graph.stack}::${graph.project}::${type}::${name}`,
        parent: graph.resources[0]?.urn ?? "",
        id: name,
        inputs: given,
        outputs: { id: name, ...given },
        dependencies: [],
        propertyDependencies: {},
        protect: false,
    };
}
