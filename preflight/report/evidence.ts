import type { Mode, Note, SourcePosition } from "../engine/graph";
import type { Enforcement, Severity } from "../packs/pack";

/** What is said about one resource by one policy; `not-applicable` is counted by reason instead of listed. */
export type ResultVerdict = "pass" | "fail" | "excepted" | "not-evaluated" | "error";

/** A policy in a run, with the count of resources it did not apply to. */
export interface PolicyEvidence {
    readonly name: string;
    /** Absent for policies of packs that are not ours. */
    readonly control?: string;
    readonly title: string;
    readonly description: string;
    readonly remediation: string;
    readonly url?: string;
    readonly severity?: Severity;
    readonly enforcement: Enforcement;
    readonly kind: "resource" | "stack";
    readonly frameworks: readonly string[];
    readonly notApplicable: readonly { readonly reason: string; readonly count: number }[];
    /** Indexes into `RunEvidence.resources` of what passed, ascending: 10,000 × 100 rows must not be objects. */
    readonly passed: readonly number[];
    /** Everything that is not a pass, by URN. */
    readonly findings: readonly Finding[];
}

/** A result that is not a pass. */
export interface Finding {
    readonly urn: string;
    readonly verdict: Exclude<ResultVerdict, "pass">;
    readonly severity?: Severity;
    readonly enforcement: Enforcement;
    readonly messages: readonly string[];
    /** For `excepted`: last day of the exception. */
    readonly expires?: string;
}

/** A pack in a run. */
export interface PackEvidence {
    readonly name: string;
    readonly version: string;
    readonly policies: readonly PolicyEvidence[];
}

/** A resource in a run. */
export interface ResourceEvidence {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly provider: string;
    readonly region?: string;
    readonly source?: SourcePosition;
    /** Its outputs were guessed, so results on it are marked `simulated`. */
    readonly guessed?: boolean;
}

/** A granted deviation and what became of it in this run. */
export interface ExceptionEvidence {
    readonly policy: string;
    readonly stack: string;
    readonly urn: string;
    readonly reason: string;
    readonly approver: string;
    readonly expires: string;
    readonly state: "used" | "unused" | "expired" | "unknown";
}

/** Everything that one run of one stack established. Plain data: it crosses a process boundary. */
export interface RunEvidence {
    readonly project: string;
    readonly stack: string;
    readonly mode: Mode;
    readonly source: "preflight" | "engine";
    /** ISO 8601. */
    readonly startedAt: string;
    readonly durationMs: number;
    /** The source lists violations only, so nothing is known to have passed: `passed` is empty everywhere. */
    readonly violationsOnly?: true;
    readonly packs: readonly PackEvidence[];
    /** Sorted by URN. */
    readonly resources: readonly ResourceEvidence[];
    readonly exceptions: readonly ExceptionEvidence[];
    readonly notes: readonly Note[];
}

/** One row of the report: one policy, one resource. */
export interface Result {
    readonly pack: string;
    readonly policy: string;
    readonly urn: string;
    readonly verdict: ResultVerdict;
    readonly severity?: Severity;
    readonly enforcement: Enforcement;
    readonly messages: readonly string[];
    readonly exception?: { readonly expires: string };
    readonly simulated?: true;
}
