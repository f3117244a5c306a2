import type { Enforcement, Severity } from "../packs/pack";
import { differences } from "../packs/remediation";
import { isObject, type Props } from "../values";
import { Fields, kindOf, ShapeError } from "./fields";

/** A pack as events name it. */
export interface PackName {
    readonly name: string;
    readonly version: string;
}

/** A policy was violated, or said one of the other things that travel as violations. */
export interface Violation {
    readonly kind: "violation";
    readonly pack: PackName;
    readonly policy: string;
    /** The resource, or the stack. */
    readonly urn: string;
    readonly enforcement: Enforcement;
    readonly severity?: Severity;
    /** With the policy's description before it, as the SDK writes it. */
    readonly message: string;
}

/** A policy changed a resource's inputs, or would. */
export interface Remediated {
    readonly kind: "remediated";
    readonly policy: string;
    readonly urn: string;
    /** Names of the properties, without values. */
    readonly changed: readonly string[];
}

/** What a pack says of one resource: policies without and with violations; those that do not apply are in neither list. */
export interface Judged {
    readonly kind: "judged";
    readonly pack: PackName;
    readonly urn: string;
    readonly passed: readonly string[];
    readonly failed: readonly string[];
}

/**
 * A resource was shown to a pack for remediation. The event lists every policy as passed, whatever it is about, so that is
 * no verdict; which resource policies the pack has switched on, and that the resource will be judged, it does say.
 */
export interface Shown {
    readonly kind: "shown";
    readonly pack: PackName;
    readonly urn: string;
    readonly policies: readonly string[];
}

/** What a pack's stack policies say, at the end of an operation whose steps all succeeded. */
export interface StackJudged {
    readonly kind: "stack-judged";
    readonly pack: PackName;
    readonly passed: readonly string[];
    readonly failed: readonly string[];
}

/** A step of the operation on a resource. */
export interface Step {
    readonly kind: "step";
    readonly op: string;
    readonly urn: string;
    readonly type: string;
    /** What was replaced in an earlier operation and waited for its deletion; its successor has the same URN. */
    readonly replaced: boolean;
    /** The resource after the step; absent when there is none any more. */
    readonly after?: {
        readonly parent: string;
        readonly provider: string;
        /** Read by the program, not managed by it. */
        readonly external: boolean;
        readonly inputs: Props;
    };
}

/** The operation is over. */
export interface Summary {
    readonly kind: "summary";
    readonly preview: boolean;
    readonly seconds: number;
    /** Packs that were loaded, by name. */
    readonly packs: ReadonlyMap<string, string>;
    /** `succeeded`, `failed`, `canceled`; empty before Pulumi 3.237. */
    readonly result: string;
}

/** What an event says, as far as it is evidence. */
export type Said =
    | Violation
    | Remediated
    | Judged
    | Shown
    | StackJudged
    | Step
    | Summary
    /** The operation begins to work. */
    | { readonly kind: "prelude" }
    /** The engine's last word; nothing of this operation follows. */
    | { readonly kind: "end" }
    | { readonly kind: "error"; readonly message: string }
    /** Not evidence. */
    | { readonly kind: "other" }
    /** An event that these sources do not know. */
    | { readonly kind: "unknown"; readonly name: string };

/** An event of Pulumi's engine. Source: sdk/go/common/apitype/events.go. */
export interface EngineEvent {
    /** Grows from event to event of an operation. */
    readonly sequence: number;
    /** Seconds since 1970. */
    readonly timestamp: number;
    readonly said: Said;
}

const LEVELS: Readonly<Record<string, Enforcement>> = {
    advisory: "advisory",
    mandatory: "mandatory",
    // A violation that is left after a remediation is a mandatory one (step_generator.go).
    remediate: "mandatory",
};
const SEVERITIES: Readonly<Record<string, Severity>> = {
    low: "low",
    medium: "medium",
    high: "high",
    critical: "critical",
};

const OTHER: Said = { kind: "other" };
const ignore = (): Said => OTHER;

const READERS: Readonly<Record<string, (event: Fields) => Said>> = {
    policyEvent: violation,
    policyRemediationEvent: remediated,
    policyAnalyzeSummaryEvent: (event) => ({
        kind: "judged",
        pack: packOf(event),
        urn: event.urn("resourceUrn"),
        passed: event.texts("passed"),
        failed: event.texts("failed"),
    }),
    policyAnalyzeStackSummaryEvent: (event) => ({
        kind: "stack-judged",
        pack: packOf(event),
        passed: event.texts("passed"),
        failed: event.texts("failed"),
    }),
    resourcePreEvent: step,
    resOutputsEvent: step,
    preludeEvent: () => ({ kind: "prelude" }),
    summaryEvent: summary,
    cancelEvent: () => ({ kind: "end" }),
    diagnosticEvent: (event) =>
        event.raw("severity") === "error" ? { kind: "error", message: plain(event) } : OTHER,
    errorEvent: (event) => ({ kind: "error", message: event.text("error") }),
    policyRemediateSummaryEvent: (event) => ({
        kind: "shown",
        pack: packOf(event),
        urn: event.urn("resourceUrn"),
        policies: [...event.texts("passed"), ...event.texts("failed")],
    }),
    policyLoadEvent: ignore,
    resOpFailedEvent: ignore,
    stdoutEvent: ignore,
    startDebuggingEvent: ignore,
    progressEvent: ignore,
};

/**
 * Reads one event.
 * @throws {ShapeError} when it is none
 */
export function readEvent(value: unknown): EngineEvent {
    const event = Fields.of(value, "");
    const names = Object.keys(value as object).filter((key) => key.endsWith("Event"));
    const [name] = names;
    if (name === undefined || names.length > 1)
        throw new ShapeError("", kindOf(value), "an event of Pulumi's engine, such as policyEvent");
    return {
        sequence: event.number("sequence"),
        timestamp: event.number("timestamp"),
        said: Object.hasOwn(READERS, name)
            ? (READERS[name] as (event: Fields) => Said)(event.fields(name))
            : { kind: "unknown", name },
    };
}

function violation(event: Fields): Violation {
    const severity = event.optionalText("severity") === "" ? undefined : event;
    return {
        kind: "violation",
        pack: packOf(event),
        policy: event.text("policyName"),
        urn: event.urn("resourceUrn"),
        enforcement: event.word("enforcementLevel", LEVELS),
        ...(severity && { severity: severity.word("severity", SEVERITIES) }),
        message: plain(event),
    };
}

function remediated(event: Fields): Remediated {
    const bag = (key: string): Props => {
        const value = event.raw(key);
        return isObject(value) ? value : {};
    };
    return {
        kind: "remediated",
        policy: event.text("policyName"),
        urn: event.urn("resourceUrn"),
        changed: differences(bag("before"), bag("after")),
    };
}

function step(event: Fields): Step {
    const metadata = event.fields("metadata");
    const after = metadata.optionalFields("new");
    const inputs = after?.raw("inputs");
    return {
        kind: "step",
        op: metadata.text("op"),
        urn: metadata.urn("urn"),
        type: metadata.text("type"),
        replaced: metadata.optionalFields("old")?.raw("delete") === true,
        ...(after && {
            after: {
                parent: after.optionalText("parent"),
                provider: after.optionalText("provider"),
                external: after.raw("external") === true,
                inputs: isObject(inputs) ? inputs : {},
            },
        }),
    };
}

function summary(event: Fields): Summary {
    const packs = new Map<string, string>();
    const named = event.raw("PolicyPacks") ?? event.raw("policyPacks");
    for (const [key, version] of Object.entries(isObject(named) ? named : {})) {
        // A pack of this machine is `name|local|folder` (engine.LocalPolicyPack.NameForEvents).
        packs.set(key.replace(/\|local\|.*$/s, ""), typeof version === "string" ? version : "");
    }
    return {
        kind: "summary",
        preview: event.raw("isPreview") === true,
        seconds: event.number("durationSeconds"),
        packs,
        result: event.optionalText("result"),
    };
}

function packOf(event: Fields): PackName {
    return {
        name: event.text("policyPackName"),
        version: event.optionalText("policyPackVersion"),
    };
}

/** Pulumi's marks for colours, which stay in the text unless the command was told --color never. */
const COLORS = /<\{%[a-z]+(?: \d+)?%\}>/g;

/** A message without colours and the line break that the engine puts behind it. */
function plain(event: Fields): string {
    return event.text("message").replace(COLORS, "").replace(/\n$/, "");
}
