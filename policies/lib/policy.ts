import type { PolicyResource, Severity } from "@pulumi/policy";
import type { Resource, Unwrap } from "@pulumi/pulumi";
import type { StackIndex } from "./stack-index";

/** What a policy is about, beside its check: all that documentation, report and SDK need. */
export interface PolicyMetadata {
    /** Kebab-case, unique over all packs; also the name of the file, the test and the anchor in the documentation. */
    readonly name: string;
    /** Id of the control in controls/controls.ts that this policy checks. */
    readonly control: string;
    /** One sentence that states the compliant state. */
    readonly title: string;
    readonly severity: Severity;
    /** What goes wrong otherwise. */
    readonly why: string;
    /** What to change, and where. */
    readonly remediation: string;
    /** Controls of other catalogues that ask for the same: `fsbp:ELB.18`, `checkov:CKV_AWS_2`. */
    readonly frameworks: readonly string[];
    /**
     * Whether a violation stops a deployment.
     * @defaultValue `mandatory`
     */
    readonly enforcement?: "advisory" | "mandatory";
    /** Shown in the documentation and executed as tests. */
    readonly examples: Examples;
}

/** Inputs that a policy accepts, and inputs that it reports. */
interface Examples {
    readonly accepted: readonly Example[];
    readonly rejected: readonly RejectedExample[];
}

/** One resource as a program would declare it; for a policy about the stack, all that matter. */
export interface Example {
    /** Completes "accepts …" or "reports …". */
    readonly title: string;
    readonly resources: readonly ExampleResource[];
}

/** An example that is reported, with every message. */
export interface RejectedExample extends Example {
    readonly messages: readonly string[];
}

/** A resource in an example. */
export interface ExampleResource {
    readonly type: string;
    readonly props: Readonly<Record<string, unknown>>;
    /** @defaultValue `it`, behind the first one `it-1` and so on */
    readonly name?: string;
}

/** Says that something is not as it should be: what was found, then what is expected. */
export type Report = (message: string) => void;

/** What a check may know and say beside the resource's properties. */
export interface Subject {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    /** This resource is none of the policy's business, and why. Never returns; call it before any report. */
    readonly notApplicable: (reason: string) => never;
    /**
     * Runs a part of the check. If it needs a value that is not known yet, the policy counts as not evaluated, and the
     * check goes on behind this part instead of ending.
     */
    readonly ifKnown: (part: () => void) => void;
}

/** What a stack check may know and say. */
export interface StackSubject {
    readonly stack: StackIndex;
    /** Reports on one resource. */
    readonly report: (resource: PolicyResource, message: string) => void;
    /** Reports on the stack itself: something that must exist does not. */
    readonly reportStack: (message: string) => void;
    /** As in `Subject`: values that are not known yet end this part, which is about that resource, only. */
    readonly ifKnown: (resource: PolicyResource, part: () => void) => void;
    /** The stack has nothing that the policy is about, and why. Never returns; call it before any report. */
    readonly notApplicable: (reason: string) => never;
}

/** Properties as a policy sees them: plain values, nothing promised about their shape. */
export type Inputs = Readonly<Record<string, unknown>>;

/** A resource class of a Pulumi SDK. */
export type ResourceClass<TArgs> = new (name: string, args: TArgs, opts?: never) => Resource;

/** Properties of a resource class as a policy sees them. */
export type InputsOf<TArgs> = Readonly<Unwrap<NonNullable<TArgs>>>;

/** Which resources a policy is about. */
export type Scope =
    | { readonly kind: "types"; readonly tokens: readonly [string, ...string[]] }
    /** Every resource of every type that begins so, such as `aws:`. */
    | { readonly kind: "prefix"; readonly prefix: string };

/** Decides on one resource. It must not be asynchronous. */
export type Check<TProps> = (props: TProps, report: Report, subject: Subject) => void;

/** Decides on a stack. It must not be asynchronous. */
export type StackCheck = (subject: StackSubject) => void;

/** A policy that decides on one resource at a time, before it is made. */
export interface ResourcePolicy extends PolicyMetadata {
    readonly kind: "resource";
    readonly scope: Scope;
    readonly check: Check<Inputs>;
}

/** A policy that decides on the whole stack, at the end. */
export interface StackPolicy extends PolicyMetadata {
    readonly kind: "stack";
    /** Types one of which must be in a stack for the policy to have something to judge; absent, it judges every stack. */
    readonly resourceTypes?: readonly [string, ...string[]];
    readonly check: StackCheck;
}

/** A policy of this repository. */
export type Policy = ResourcePolicy | StackPolicy;
