import type { Note } from "../engine/graph";
import type { Props } from "../values";

/** What a provider plugin is told about the provider resource that asks: its type and configured inputs. */
export interface ProviderConfig {
    readonly urn: string;
    /** `pulumi:providers:aws` */
    readonly type: string;
    /** Inputs of the provider resource, in wire form; what is not a string is JSON-encoded, as the SDK sends it. */
    readonly inputs: Props;
}

/** One resource on its way through the provider. All property bags are lowered (no output values, no references). */
export interface ProviderRequest {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly inputs: Props;
    readonly preview: boolean;
    readonly provider?: ProviderConfig;
    /** Id of the resource in whose place this one comes: it gets an id and a name of its own. */
    readonly replaces?: string;
    /** Inputs that the resource was checked with before; its name stays. */
    readonly oldInputs?: Props;
}

/** A resource that exists, and what it is to become. */
export interface ChangeRequest extends ProviderRequest {
    readonly id: string;
    readonly oldInputs: Props;
    readonly oldOutputs: Props;
}

/** What a change means to a resource that exists. */
export interface Change {
    /** Input properties that differ, sorted. */
    readonly changed: readonly string[];
    /** Those that AWS cannot change: the resource is replaced. */
    readonly replaces: readonly string[];
    /** The old one must go first, for both would have the same name. */
    readonly deleteBeforeReplace: boolean;
}

/** What Create or Read gives back: the id (UNKNOWN in a preview) and all outputs, without `id`. */
export interface Created {
    readonly id: string;
    readonly outputs: Props;
    /** The type was not prepared; its outputs were guessed from the SDK's declarations. */
    readonly guessed: boolean;
}

/** A resource that a remote component makes inside its provider. */
export interface ChildGoal {
    readonly type: string;
    readonly name: string;
    /** URN of the parent. */
    readonly parent: string;
    readonly inputs: Props;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** A child after its registration. */
export interface Child {
    readonly urn: string;
    readonly id: string;
    readonly outputs: Props;
}

/** A remote component on its way through the provider's Construct. */
export interface ConstructRequest {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly inputs: Props;
    /** Dependencies of each input property, URNs. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly preview: boolean;
    readonly provider?: ProviderConfig;
    /** Registers a child under the component; the engine chooses its provider as it does for the real plugin's children. */
    readonly register: (goal: ChildGoal) => Promise<Child>;
    /** Answers a function call made by the component, on the children's provider. */
    readonly invoke: (token: string, args: Props) => Promise<Props>;
}

/** What becomes of resources after they were created; the gate itself knows no old state. */
export interface Lifecycle {
    /** The provider's Diff: what of the change is a replacement. */
    diff(request: ChangeRequest): Change;
    /** The provider's Update: what was computed stays, unless the change is about it. */
    update(request: ChangeRequest): Props;
}

/** The simulated cloud: every provider plugin in one, without state of the network, the account or the clock. */
export interface Simulation {
    /** The provider's Check: inputs with region, tagsAll, auto-names and defaults filled in. */
    check(request: ProviderRequest): Props;
    /** The provider's Create: in a preview computed outputs are unknown, else they are simulated. */
    create(request: ProviderRequest): Created;
    /** The provider's Read of an existing resource (`.get()`); `inputs` holds the state the program gave. */
    read(request: ProviderRequest & { readonly id: string }): Created;
    /** A function of a provider (`aws:index/getRegion:getRegion`). @throws {Error} for arguments that AWS would refuse. */
    invoke(token: string, args: Props, provider: ProviderConfig | undefined): Props;
    /** Builds a remote component's children; undefined when the type is not known, and its outputs are then guessed. */
    construct(request: ConstructRequest): Promise<Props> | undefined;
    /** What was guessed so far, one note per type or function. */
    readonly notes: readonly Note[];
}
