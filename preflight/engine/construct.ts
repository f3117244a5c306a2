import type { Child, ChildGoal, ConstructRequest } from "../cloud/simulation";
import { OUTPUT, isMarked, isObject, keepReferences, lowerProps, type Props } from "../values";
import type { Engine } from "./engine";
import type { Resource } from "./graph";
import { blankRegistration, type Registration } from "./registration";
import { packageOf } from "./urn";

/** A constructed component: what the program gets back. */
export interface Constructed {
    readonly resource: Resource;
    readonly outputs: Props;
    /** Output property → URNs it depends on beside the component. */
    readonly outputDependencies: Readonly<Record<string, readonly string[]>>;
}

/** Registers a remote component and has the simulation build what is in it, as the provider's Construct does. */
export async function construct(
    engine: Engine,
    registration: Registration,
    registerChild: (registration: Registration) => Promise<Resource>,
    invoke: (token: string, args: Props, provider: string) => Promise<Props>,
): Promise<Constructed> {
    const provider = engine.providerConfig(registration.provider);
    if (provider === undefined) throw new Error(`unknown provider '${registration.provider}'`);
    const resource = await engine.step({
        ...registration,
        provider: "",
        inputs: lowerProps(registration.inputs),
    });
    const request: ConstructRequest = {
        urn: resource.urn,
        type: resource.type,
        name: resource.name,
        inputs: lowerProps(registration.inputs),
        propertyDependencies: withOutputDependencies(
            registration.propertyDependencies,
            registration.inputs,
        ),
        preview: engine.isPreview,
        provider,
        register: (goal) => registerGoal(goal, registerChild),
        invoke: async (token, args) => {
            const own = registration.providers[packageOf(token)] ?? "";
            return invoke(token, args, own);
        },
    };
    const building = engine.options.simulation.construct(request);
    const state =
        building === undefined
            ? guess(engine, { ...request, provider: await childProvider(engine, registration) })
            : await building;
    const outputs = keepReferences(state);
    engine.setOutputs(resource.urn, outputs, building === undefined);
    return { resource, outputs, outputDependencies: withOutputDependencies({}, state) };
}

async function registerGoal(
    goal: ChildGoal,
    register: (registration: Registration) => Promise<Resource>,
): Promise<Child> {
    const child = await register({
        ...blankRegistration(goal.type, goal.name),
        parent: goal.parent,
        inputs: goal.inputs,
        dependencies: goal.dependencies ?? Object.values(goal.propertyDependencies ?? {}).flat(),
        propertyDependencies: goal.propertyDependencies ?? {},
    });
    return { urn: child.urn, id: child.id, outputs: child.outputs };
}

/** Where the children of awsx components live: with the component's own AWS provider, else the default one. */
async function childProvider(
    engine: Engine,
    registration: Registration,
): Promise<ConstructRequest["provider"]> {
    const own = engine.providerConfig(registration.provider);
    if (packageOf(registration.type) !== "awsx") return own;
    const given = registration.providers.aws;
    const request = { version: "", pluginDownloadUrl: "", packageRef: "" };
    return engine.providerConfig(
        given ?? (await engine.defaultProviders.of("aws", request, registration.type)),
    );
}

function guess(engine: Engine, request: ConstructRequest): Props {
    const { urn, type, name, inputs, preview, provider } = request;
    return engine.options.simulation.create({
        urn,
        type,
        name,
        inputs,
        preview,
        ...(provider && { provider }),
    }).outputs;
}

/** Dependencies with those that output values inside the properties carry themselves. */
export function withOutputDependencies(
    known: Readonly<Record<string, readonly string[]>>,
    properties: Props,
): Record<string, readonly string[]> {
    const all: Record<string, readonly string[]> = { ...known };
    for (const key of Object.keys(properties)) {
        const found = new Set(known[key]);
        collect(properties[key], found);
        if (found.size > 0) all[key] = [...found];
    }
    return all;
}

function collect(value: unknown, found: Set<string>): void {
    if (Array.isArray(value)) {
        value.forEach((element) => {
            collect(element, found);
        });
    } else if (isObject(value)) {
        if (isMarked(value, OUTPUT)) value.dependencies?.forEach((urn) => found.add(urn));
        Object.values(value).forEach((inner) => {
            collect(inner, found);
        });
    }
}
