import {
    isMarked,
    isObject,
    SECRET,
    secret,
    SIGNATURE,
    type Props,
} from "../../../preflight/values";
import type { Graph, Resource, Timeouts } from "../../../preflight/engine/graph";

/** Signatures of assets and archives (sdk/nodejs/runtime/rpc.ts). */
const ASSETS = ["c44067f5952c0a294b673a41bacd8c17", "0def7320c3a5731c473e5ecbe6d01bc7"];

/** A resource as both worlds can state it: a field is left out where it has its default. */
export type Stated = Readonly<Record<string, unknown>>;

/** URN → what is stated of the resource. */
export type StatedResources = ReadonlyMap<string, Stated>;

/** A resource in an exported state (apitype.ResourceV3). */
interface ExportedResource {
    readonly urn: string;
    readonly type: string;
    readonly custom: boolean;
    readonly delete?: boolean;
    readonly id?: string;
    readonly parent?: string;
    readonly provider?: string;
    readonly inputs?: Props;
    readonly outputs?: Props;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
    readonly protect?: boolean;
    readonly external?: boolean;
    readonly additionalSecretOutputs?: readonly string[];
    readonly ignoreChanges?: readonly string[];
    readonly replaceOnChanges?: readonly string[];
    readonly retainOnDelete?: boolean;
    readonly deletedWith?: string;
    readonly importID?: string;
    readonly customTimeouts?: Partial<Timeouts>;
}

/** The resources of an exported state. */
export function fromState(exported: unknown): StatedResources {
    const { deployment } = exported as {
        readonly deployment: { readonly resources?: readonly ExportedResource[] };
    };
    return new Map(
        (deployment.resources ?? [])
            .filter((resource) => resource.delete !== true)
            .map((resource) => [
                resource.urn,
                stated({
                    ...resource,
                    id: isProvider(resource.type) ? "" : resource.id,
                    inputs: decrypted(resource.inputs ?? {}) as Props,
                    outputs: decrypted(resource.outputs ?? {}) as Props,
                    importId: resource.importID,
                }),
            ]),
    );
}

/**
 * The resources of preflight's graph.
 * @param as `preview`: what the events of a preview tell of them
 */
export function fromGraph(graph: Graph, as: "state" | "preview" = "state"): StatedResources {
    return new Map(
        graph.resources.map((resource) => {
            const { urn, type, custom, parent, protect, external, retainOnDelete, provider } =
                resource;
            if (as === "state")
                return [urn, stated({ ...resource, id: isProvider(type) ? "" : resource.id })];
            const inputs = veiled(resource.inputs) as Props;
            const outputs = veiled(resource.outputs) as Props;
            return [
                urn,
                stated({
                    type,
                    custom,
                    parent,
                    protect,
                    external,
                    retainOnDelete,
                    provider,
                    inputs,
                    outputs,
                }),
            ];
        }),
    );
}

/** A value as events show it, where every secret is covered. */
export function veiled(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(veiled);
    if (!isObject(value)) return value;
    if (isMarked(value, SECRET)) return "[secret]";
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, veiled(inner)]));
}

/** What may be stated of a resource. */
type Either = Partial<Omit<Resource, "customTimeouts">> & {
    readonly customTimeouts?: Partial<Timeouts>;
};

/** A resource in the form that is compared. */
export function stated(resource: Either): Stated {
    const { create = 0, update = 0, delete: remove = 0 } = resource.customTimeouts ?? {};
    const all: Props = {
        type: resource.type,
        parent: resource.parent,
        custom: resource.custom,
        external: resource.external,
        id: resource.id,
        // Behind the URN is the provider's id, which the engine draws at random.
        provider: (resource.provider ?? "").replace(/::[^:]*$/, ""),
        inputs: marked(resource.inputs),
        outputs: marked(resource.outputs),
        dependencies: sorted(resource.dependencies),
        propertyDependencies: Object.fromEntries(
            Object.entries(resource.propertyDependencies ?? {})
                .filter(([, urns]) => urns.length > 0)
                .map(([property, urns]) => [property, sorted(urns)]),
        ),
        protect: resource.protect,
        additionalSecretOutputs: sorted(resource.additionalSecretOutputs),
        ignoreChanges: sorted(resource.ignoreChanges),
        replaceOnChanges: sorted(resource.replaceOnChanges),
        retainOnDelete: resource.retainOnDelete,
        deletedWith: resource.deletedWith,
        importId: resource.importId,
        customTimeouts: { create, update, delete: remove },
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => !isDefault(value)));
}

function isProvider(type: string): boolean {
    return type.startsWith("pulumi:providers:");
}

function sorted(texts: readonly string[] = []): readonly string[] {
    return [...new Set(texts)].sort();
}

function isDefault(value: unknown): boolean {
    if (value === undefined || value === false || value === "" || value === 0) return true;
    if (Array.isArray(value)) return value.length === 0;
    return isObject(value) && Object.values(value).every(isDefault);
}

/** An exported secret holds its value as JSON. */
function decrypted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(decrypted);
    if (!isObject(value)) return value;
    if (isMarked(value, SECRET) && typeof value["plaintext"] === "string")
        return secret(decrypted(JSON.parse(value["plaintext"])));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decrypted(inner)]));
}

/**
 * Makes the marks readable: a secret's difference should say "secret", not a signature. Of an asset it leaves the mark and
 * where it is from: preflight opens no file, so it has no hash of it, and events leave texts out.
 */
function marked(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(marked);
    if (!isObject(value)) return value;
    if (isMarked(value, SECRET)) return { secret: marked(value.value) };
    if (ASSETS.includes(String(value[SIGNATURE]))) {
        const { [SIGNATURE]: mark, assets, path, uri } = value;
        return { mark, path, uri, assets: marked(assets) };
    }
    return Object.fromEntries(
        Object.entries(value)
            // Go writes a reference's version even where there is none.
            .filter(
                ([key, inner]) =>
                    inner !== undefined && !(key === "packageVersion" && inner === ""),
            )
            .map(([key, inner]) => [key === SIGNATURE ? "mark" : key, marked(inner)]),
    );
}
