/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access -- the classes belong to the program's own copy of the SDK (see Message) */
import type { Props } from "../values";
import type { AliasSpec } from "./aliases";
import type { Timeouts } from "./graph";
import type {
    Callback,
    HookBinding,
    InvokeRequest,
    ReadRegistration,
    Registration,
} from "./registration";
import type { Message } from "./sdk";
import { sourcePosition } from "./source-position";

// Requests come from the program's own copy of the SDK, of any version: a getter that an older version
// has not is looked for before it is called, and the field then has its default.

/** A field, or its default where this version's message has no such getter. */
function field<T>(message: Message, getter: string, absent: T): T {
    const read = message[getter] as (() => T) | undefined;
    return typeof read === "function" ? read.call(message) : absent;
}

/** A switch that need not be set. In releases before 3.149 it is a plain field, whose false says nothing. */
function optionalSwitch(message: Message, name: string): boolean | undefined {
    const value = field<boolean>(message, `get${name}`, false);
    return field<boolean>(message, `has${name}`, value) ? value : undefined;
}

/** A map field as a plain object. */
export function mapField<V>(message: Message, getter: string): Record<string, V> {
    const map = field<Message>(message, getter, undefined);
    const plain: Record<string, V> = {};
    map?.forEach((value: V, key: string) => {
        plain[key] = value;
    });
    return plain;
}

/** A Struct as plain JavaScript. */
export function fromStruct(struct: Message): Props {
    return struct === undefined || struct === null ? {} : (struct.toJavaScript() as Props);
}

/** Plain JavaScript as a Struct of the given class; `undefined` values, which a Struct cannot hold, are left out. */
export function toStruct(structClass: Message, props: Props): Message {
    return structClass.fromJavaScript(withoutUndefined(props));
}

function withoutUndefined(value: unknown): unknown {
    if (Array.isArray(value))
        return value.map((element: unknown) => withoutUndefined(element) ?? null);
    if (value === null || typeof value !== "object") return value;
    const kept: Props = {};
    for (const key of Object.keys(value)) {
        const inner = (value as Props)[key];
        if (inner !== undefined) kept[key] = withoutUndefined(inner);
    }
    return kept;
}

/** A RegisterResourceRequest. */
export function decodeRegistration(request: Message, root: string): Registration {
    const protect = optionalSwitch(request, "Protect");
    const retainOnDelete = optionalSwitch(request, "Retainondelete");
    const deleteBeforeReplace = field<boolean>(request, "getDeletebeforereplace", false);
    const definesReplace =
        field<boolean>(request, "getDeletebeforereplacedefined", false) || deleteBeforeReplace;
    const position = decodePosition(request, root);
    return {
        type: field(request, "getType", ""),
        name: field(request, "getName", ""),
        parent: field(request, "getParent", ""),
        custom: field<boolean>(request, "getCustom", false),
        remote: field<boolean>(request, "getRemote", false),
        inputs: fromStruct(request.getObject()),
        provider: field(request, "getProvider", ""),
        providers: mapField<string>(request, "getProvidersMap"),
        ...decodePackage(request),
        dependencies: field<string[]>(request, "getDependenciesList", []),
        propertyDependencies: decodePropertyDependencies(request),
        ...(protect === undefined ? {} : { protect }),
        ignoreChanges: field<string[]>(request, "getIgnorechangesList", []),
        replaceOnChanges: field<string[]>(request, "getReplaceonchangesList", []),
        additionalSecretOutputs: field<string[]>(request, "getAdditionalsecretoutputsList", []),
        aliases: [
            ...field<string[]>(request, "getAliasurnsList", []).map((urn) => ({ urn })),
            ...field<Message[]>(request, "getAliasesList", []).map((alias) =>
                decodeAlias(alias, field<boolean>(request, "getAliasspecs", false)),
            ),
        ],
        ...(definesReplace ? { deleteBeforeReplace } : {}),
        ...(retainOnDelete === undefined ? {} : { retainOnDelete }),
        deletedWith: field(request, "getDeletedwith", ""),
        importId: field(request, "getImportid", ""),
        customTimeouts: decodeTimeouts(field<Message>(request, "getCustomtimeouts", undefined)),
        hooks: decodeHooks(field<Message>(request, "getHooks", undefined)),
        transforms: field<Message[]>(request, "getTransformsList", []).map(decodeCallback),
        ...(position === undefined ? {} : { source: position }),
    };
}

/** A ReadResourceRequest. */
export function decodeRead(request: Message, root: string): ReadRegistration {
    const position = decodePosition(request, root);
    return {
        type: field(request, "getType", ""),
        name: field(request, "getName", ""),
        parent: field(request, "getParent", ""),
        id: field(request, "getId", ""),
        inputs: fromStruct(request.getProperties()),
        provider: field(request, "getProvider", ""),
        ...decodePackage(request),
        dependencies: field<string[]>(request, "getDependenciesList", []),
        additionalSecretOutputs: field<string[]>(request, "getAdditionalsecretoutputsList", []),
        ...(position === undefined ? {} : { source: position }),
    };
}

/** A ResourceInvokeRequest or ResourceCallRequest. */
export function decodeInvoke(request: Message): InvokeRequest {
    return {
        token: field(request, "getTok", ""),
        args: fromStruct(request.getArgs()),
        provider: field(request, "getProvider", ""),
        ...decodePackage(request),
    };
}

/** A Callback. */
export function decodeCallback(callback: Message): Callback {
    return { token: callback.getToken() as string, target: callback.getTarget() as string };
}

/** Hooks bound to a resource. */
export function decodeHooks(binding: Message): HookBinding {
    if (binding === undefined || binding === null) return {};
    const bound: Record<string, readonly string[]> = {};
    for (const moment of [
        "BeforeCreate",
        "AfterCreate",
        "BeforeUpdate",
        "AfterUpdate",
        "BeforeDelete",
        "AfterDelete",
    ]) {
        const names = field<string[]>(binding, `get${moment}List`, []);
        if (names.length > 0) bound[moment.charAt(0).toLowerCase() + moment.slice(1)] = names;
    }
    return bound;
}

/** Timeouts given as Go durations (`1h30m`); what is not given is 0. */
export function decodeTimeouts(timeouts: Message): Timeouts {
    if (timeouts === undefined || timeouts === null) return { create: 0, update: 0, delete: 0 };
    return {
        create: seconds(timeouts.getCreate() as string),
        update: seconds(timeouts.getUpdate() as string),
        delete: seconds(timeouts.getDelete() as string),
    };
}

const UNIT_SECONDS = {
    h: 3600,
    m: 60,
    s: 1,
    ms: 1e-3,
    us: 1e-6,
    µs: 1e-6,
    μs: 1e-6,
    ns: 1e-9,
};

type Unit = keyof typeof UNIT_SECONDS;

/** One part of a duration; Go takes the micro sign (U+00B5) and the Greek letter (U+03BC). */
const PART = /(\d+\.?\d*|\.\d+)(h|ms|m|us|µs|μs|ns|s)/g;
const DURATION = new RegExp(`^(?:${PART.source})+$`);

/** Seconds of a Go duration. @throws {Error} in the engine's words when it is none */
export function seconds(duration: string): number {
    if (duration === "" || duration === "0") return 0;
    if (!DURATION.test(duration)) {
        throw new Error(`unable to parse customTimeout Value ${duration}`);
    }
    let total = 0;
    for (const [, amount, unit] of duration.matchAll(PART)) {
        total += Number(amount) * UNIT_SECONDS[unit as Unit];
    }
    return total;
}

function decodePackage(request: Message): {
    version: string;
    pluginDownloadUrl: string;
    packageRef: string;
} {
    return {
        version: field(request, "getVersion", ""),
        pluginDownloadUrl: field(request, "getPlugindownloadurl", ""),
        packageRef: field(request, "getPackageref", ""),
    };
}

function decodePropertyDependencies(request: Message): Record<string, readonly string[]> {
    const messages = mapField<Message>(request, "getPropertydependenciesMap");
    const plain: Record<string, readonly string[]> = {};
    for (const [property, dependencies] of Object.entries(messages)) {
        plain[property] = dependencies.getUrnsList() as string[];
    }
    return plain;
}

function decodePosition(request: Message, root: string): ReturnType<typeof sourcePosition> {
    const position = field<Message>(request, "getSourceposition", undefined);
    if (position === undefined || position === null) return undefined;
    return sourcePosition(position.getUri() as string, position.getLine() as number, root);
}

/** An alias; an SDK that does not say `aliasSpecs` swaps "no parent" and "same parent" (transformAliasForNodeJSCompat). */
function decodeAlias(alias: Message, isProperSpec: boolean): AliasSpec {
    if (typeof alias === "string") return { urn: alias };
    const urn = alias.getUrn() as string;
    if (urn !== "") return { urn };
    const spec = alias.getSpec();
    const parentUrn = spec.getParenturn() as string;
    const noParent = spec.getNoparent() as boolean;
    return {
        name: spec.getName() as string,
        type: spec.getType() as string,
        stack: spec.getStack() as string,
        project: spec.getProject() as string,
        parentUrn,
        noParent: isProperSpec || parentUrn !== "" ? noParent : !noParent,
    };
}
