import type { Props } from "../values";
import type { AliasSpec } from "./aliases";
import type { SourcePosition, Timeouts } from "./graph";

/** A function in the program that the engine calls back: a transform or a hook. */
export interface Callback {
    readonly token: string;
    readonly target: string;
}

/** Names of the hooks bound to a resource, by moment (`beforeCreate`, `afterCreate`, …). */
export type HookBinding = Readonly<Record<string, readonly string[]>>;

/** What asks for a provider: everything that chooses a default one. */
export interface PackageRequest {
    readonly version: string;
    readonly pluginDownloadUrl: string;
    /** Reference that `registerPackage` gave out for a parameterized package. */
    readonly packageRef: string;
}

/** A resource as the program registers it, before anything is inherited, transformed or checked. */
export interface Registration extends PackageRequest {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly custom: boolean;
    readonly remote: boolean;
    readonly inputs: Props;
    /** `urn::id` of an explicit provider, or empty. */
    readonly provider: string;
    readonly providers: Readonly<Record<string, string>>;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    /** Undefined: as the parent. */
    readonly protect?: boolean;
    readonly ignoreChanges: readonly string[];
    readonly replaceOnChanges: readonly string[];
    readonly additionalSecretOutputs: readonly string[];
    readonly aliases: readonly AliasSpec[];
    readonly deleteBeforeReplace?: boolean;
    /** Undefined: as the parent. */
    readonly retainOnDelete?: boolean;
    readonly deletedWith: string;
    readonly importId: string;
    readonly customTimeouts: Timeouts;
    readonly hooks: HookBinding;
    readonly transforms: readonly Callback[];
    readonly source?: SourcePosition;
}

/** A resource that the program reads instead of managing it. */
export interface ReadRegistration extends PackageRequest {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly id: string;
    readonly inputs: Props;
    readonly provider: string;
    readonly dependencies: readonly string[];
    readonly additionalSecretOutputs: readonly string[];
    readonly source?: SourcePosition;
}

/** A call of a provider's function, or of a method of a resource. */
export interface InvokeRequest extends PackageRequest {
    readonly token: string;
    readonly args: Props;
    readonly provider: string;
}

/** A registration with nothing but what it must have. */
export function blankRegistration(type: string, name: string): Registration {
    return {
        type,
        name,
        parent: "",
        custom: true,
        remote: false,
        inputs: {},
        provider: "",
        providers: {},
        version: "",
        pluginDownloadUrl: "",
        packageRef: "",
        dependencies: [],
        propertyDependencies: {},
        ignoreChanges: [],
        replaceOnChanges: [],
        additionalSecretOutputs: [],
        aliases: [],
        deletedWith: "",
        importId: "",
        customTimeouts: { create: 0, update: 0, delete: 0 },
        hooks: {},
        transforms: [],
    };
}
