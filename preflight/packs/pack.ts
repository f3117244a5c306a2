import type { Timeouts } from "../engine/graph";
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

/** A policy that threw: the engine would stop the deployment here. */
export interface BrokenPolicy {
    readonly policy: string;
    /** What it threw, without the stack trace, which names this machine. */
    readonly message: string;
}

/** What one call of a pack said. */
export interface Analysis {
    readonly diagnostics: readonly Diagnostic[];
    readonly notApplicable: readonly NotApplicable[];
    readonly broken: readonly BrokenPolicy[];
}

/** What one remediation did to a resource. */
export interface Remediation {
    readonly policy: string;
    /** All inputs afterwards, in wire form; absent when the remediation could not run. */
    readonly inputs?: Props;
    /** Why it could not run. */
    readonly diagnostic?: string;
}

/** The provider that manages a resource, as packs are told about it. */
export interface SubjectProvider {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly properties: Props;
}

/** A resource as packs are told about it; property bags are lowered, in wire form. */
export interface Subject {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** Inputs for a resource policy, outputs for a stack policy. */
    readonly properties: Props;
    readonly provider?: SubjectProvider;
    readonly parent: string;
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    readonly deleteBeforeReplace?: boolean;
    readonly additionalSecretOutputs: readonly string[];
    readonly customTimeouts: Timeouts;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** A loaded and configured pack. */
export interface Pack {
    /** Its folder, absolute. */
    readonly dir: string;
    /** Whether it runs in this process, and then expects its folder to be the working directory. */
    readonly inProcess: boolean;
    /** What it says of itself, with the enforcement in force. */
    readonly info: PackInfo;
    /** Whether a policy has level `remediate`; only then `remediate` does anything. */
    readonly remediates: boolean;
    /** Runs the remediations on one resource's inputs, one after another. */
    remediate(subject: Subject): Promise<readonly Remediation[]>;
    /** Judges one resource by its inputs. */
    analyze(subject: Subject): Promise<Analysis>;
    /** Judges the whole stack by its outputs. */
    analyzeStack(subjects: readonly Subject[]): Promise<Analysis>;
    /** Switches policies off, whatever the configuration says. */
    disable(policies: ReadonlySet<string>): Promise<void>;
    /** Ends the pack; afterwards nothing of it is left running. */
    close(): Promise<void>;
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

/** A pack that cannot be loaded, started or configured, in words for the person who wrote or chose it. */
export class PackError extends Error {
    override readonly name = "PackError";

    constructor(
        /** The pack's folder. */
        readonly dir: string,
        readonly found: string,
        readonly expected: string,
        /** What the pack itself said, line by line; shown below the message. */
        detail = "",
    ) {
        const lines = detail === "" ? [] : detail.split("\n").map((line) => `    ${line}`);
        super([`${dir}: found ${found}, expected ${expected}`, ...lines].join("\n"));
    }
}

/** A configuration that does not fit its pack: every problem, a line each. */
export class PackConfigError extends PackError {
    constructor(
        dir: string,
        readonly problems: readonly string[],
    ) {
        super(dir, "a wrong policy configuration", "one that fits the pack");
        this.message = problems.map((problem) => `${dir}: ${problem}`).join("\n");
    }
}
