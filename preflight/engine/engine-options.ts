import type { ProviderConfig, Simulation } from "../cloud/simulation";
import type { Props } from "../values";
import type { Mode, Note, Resource } from "./graph";
import type { Inheritable } from "./inheritance";
import type { Callback, Registration } from "./registration";

/** What a remediating policy is shown, after Check and before Create. */
export interface Remediable {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly inputs: Props;
    readonly registration: Registration;
    readonly provider?: ProviderConfig & { readonly name: string };
}

/** Inputs as the policies want them, and what to tell the reader. */
export interface Remediation {
    readonly inputs: Props;
    readonly notes: readonly Note[];
}

/** Runs the remediating policies on a resource; called one resource at a time. */
export type Remediate = (resource: Remediable) => Promise<Remediation>;

/** Everything the engine is told about a deployment. */
export interface EngineOptions {
    readonly project: string;
    readonly stack: string;
    readonly organization: string;
    readonly mode: Mode;
    readonly config: Readonly<Record<string, string>>;
    readonly secretConfigKeys: readonly string[];
    readonly simulation: Simulation;
    readonly remediate?: Remediate;
    /** Version of a package as installed beside the program; empty when it is not. */
    readonly installedVersion?: (pkg: string) => string;
    /** Called after each resource. */
    readonly onResource?: (resource: Resource) => void;
}

/** A resource and what its children take from it. */
export interface Node extends Inheritable {
    resource: Resource;
    readonly providers: Readonly<Record<string, string>>;
    transforms: readonly Callback[];
}

/** Called around Create; gives the resource's hooks their turn. */
export type RunHooks = (
    moment: "beforeCreate" | "afterCreate",
    resource: Resource,
    registration: Registration,
) => Promise<void>;
