import type { Props } from "../values";

/** What happens when a policy is violated. */
export type Enforcement = "advisory" | "mandatory" | "remediate" | "disabled";

/** How bad a violation is. */
export type Severity = "low" | "medium" | "high" | "critical";

/** A policy as its pack describes it, with the enforcement that is in force after configuration. */
export interface PolicyInfo {
    readonly name: string;
    readonly kind: "resource" | "stack";
    readonly title: string;
    readonly description: string;
    readonly remediation: string;
    readonly url?: string;
    readonly severity?: Severity;
    readonly enforcement: Enforcement;
    /** Free tags: `control:REGION-02`, `fsbp:ELB.1`. */
    readonly tags: readonly string[];
}

/** A pack as it describes itself. */
export interface PackInfo {
    readonly name: string;
    readonly version: string;
    readonly policies: readonly PolicyInfo[];
}

/** One violation as the pack protocol carries it. */
export interface Diagnostic {
    readonly policy: string;
    /** Empty: the resource that was analyzed, or the stack. */
    readonly urn: string;
    readonly enforcement: Enforcement;
    readonly severity?: Severity;
    readonly message: string;
}

/** Why a policy did not apply to the resource that was analyzed, or to the stack. */
export interface NotApplicable {
    readonly policy: string;
    readonly reason: string;
}

/** What one call of a pack said. */
export interface Analysis {
    readonly diagnostics: readonly Diagnostic[];
    readonly notApplicable: readonly NotApplicable[];
    /** The call itself broke (a policy threw): the engine would stop the deployment here. */
    readonly broken?: string;
}

/** What packs are told about the stack under judgement. */
export interface StackContext {
    readonly organization: string;
    readonly project: string;
    readonly stack: string;
    readonly preview: boolean;
    readonly config: Readonly<Record<string, string>>;
    readonly secretConfigKeys: readonly string[];
    readonly tags: Readonly<Record<string, string>>;
}

/** Configuration of a pack's policies: a level, or a level with properties; `all` goes first. */
export type PackConfig = Readonly<Record<string, string | Props>>;

/** Where a pack is and how it is configured. */
export interface PackSource {
    /** Folder with PulumiPolicy.yaml. */
    readonly dir: string;
    readonly config?: PackConfig;
}
