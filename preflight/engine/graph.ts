import type { Props } from "../values";

/** How far a run goes: `preview` leaves outputs unknown, `up` gives every output a simulated value. */
export type Mode = "preview" | "up";

/** Seconds that an operation may take; 0 is the provider's own default. */
export interface Timeouts {
    readonly create: number;
    readonly update: number;
    readonly delete: number;
}

/** A place in a program, relative to the program's folder when it lies inside it. */
export interface SourcePosition {
    readonly file: string;
    readonly line: number;
}

/** One resource as the engine would hold it, after transforms, inheritance, Check, remediation and Create. */
export interface Resource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** URN of the parent, empty for the stack itself and for default providers. */
    readonly parent: string;
    readonly custom: boolean;
    /** A component that a provider plugin constructs, such as awsx.ec2.Vpc. */
    readonly remote: boolean;
    /** Read with `.get()`: not managed by the program, so not analyzed one by one nor as part of the stack. */
    readonly external: boolean;
    /** `urn::id` of the provider that manages it; empty for components. */
    readonly provider: string;
    /** The physical id; UNKNOWN or empty in a preview. */
    readonly id: string;
    /** Inputs after the provider's Check, in wire form. */
    readonly inputs: Props;
    /** Outputs in wire form; for a component what `registerOutputs` said. */
    readonly outputs: Props;
    /** URNs this resource depends on, sorted, without duplicates. */
    readonly dependencies: readonly string[];
    /** Property → URNs it depends on, each sorted. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    readonly replaceOnChanges: readonly string[];
    readonly additionalSecretOutputs: readonly string[];
    /** URNs that the resource was known by, computed from its `aliases`. */
    readonly aliases: readonly string[];
    readonly deleteBeforeReplace?: boolean;
    readonly retainOnDelete: boolean;
    readonly deletedWith: string;
    readonly importId: string;
    readonly customTimeouts: Timeouts;
    readonly source?: SourcePosition;
    /** The type was not prepared: its outputs are guessed from the SDK's declarations. */
    readonly guessed: boolean;
}

/** Something a reader of the report must know about how the graph came to be. */
export interface Note {
    /** Kebab-case, e.g. `guessed-type`, `guessed-function`, `remediated`, `program-warning`. */
    readonly kind: string;
    readonly urn?: string;
    readonly message: string;
}

/** What a program made: every resource in the order of registration, and what was simulated on the way. */
export interface Graph {
    readonly project: string;
    readonly stack: string;
    readonly organization: string;
    readonly mode: Mode;
    /** Configuration as packs get it: `namespace:key` → value, secrets in plaintext. */
    readonly config: Readonly<Record<string, string>>;
    readonly secretConfigKeys: readonly string[];
    readonly resources: readonly Resource[];
    /** The stack's outputs, in wire form. */
    readonly outputs: Props;
    readonly notes: readonly Note[];
}

/** URN of a stack's root resource. */
export function rootUrn(project: string, stack: string): string {
    return `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;
}
