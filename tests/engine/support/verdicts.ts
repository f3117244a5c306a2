import { type Decoded, decodeMessage } from "../../../controls/verdict-encoding";
import type { EngineEvent } from "./engine";
import type { Stated, StatedResources } from "./stated-resources";

/** What a pack said in the engine's words (apitype.PolicyEvent). */
interface PolicyEvent {
    readonly resourceUrn?: string;
    readonly message: string;
    readonly policyName: string;
    readonly enforcementLevel: string;
}

/** Which policies were content (apitype.PolicyAnalyzeSummaryEvent; without a URN: stack policies). */
interface AnalyzeSummary {
    readonly resourceUrn?: string;
    readonly passed?: readonly string[];
}

/** The part of preflight's JSON report that is compared. */
export interface ReportedRun {
    readonly results: readonly {
        readonly policy: string;
        readonly urn: string;
        readonly verdict: string;
        readonly enforcement: string;
        readonly messages: readonly string[];
    }[];
}

/** Verdicts as lists of what is stated, so that they are compared like resources: by `policy on URN`. */
export type Verdicts = StatedResources;

const WORST_FIRST = ["error", "fail", "not-evaluated", "excepted"] as const;

/**
 * What the real engine said in its events.
 * @param root URN of the stack, under which a stack policy passes
 * @param descriptions of the policies, which the SDK writes before a message without a level of its own
 */
export function fromEvents(
    events: readonly EngineEvent[],
    root: string,
    descriptions: ReadonlyMap<string, string>,
): Verdicts {
    const said = new Map<string, (Decoded & { readonly level: string })[]>();
    const verdicts = new Map<string, Stated>();
    for (const event of events) {
        const summary = (event["policyAnalyzeSummaryEvent"] ??
            event["policyAnalyzeStackSummaryEvent"]) as AnalyzeSummary | undefined;
        for (const policy of summary?.passed ?? [])
            verdicts.set(key(policy, summary?.resourceUrn ?? root), { verdict: "pass" });
        const violation = event["policyEvent"] as PolicyEvent | undefined;
        if (violation === undefined) continue;
        const { policyName, resourceUrn = root, enforcementLevel, message } = violation;
        const at = key(policyName, resourceUrn);
        const text = plain(message, descriptions.get(policyName));
        said.set(at, [
            ...(said.get(at) ?? []),
            { ...decodeMessage(text), level: enforcementLevel },
        ]);
    }
    for (const [at, all] of said) {
        const verdict = WORST_FIRST.find((worst) => all.some((one) => one.verdict === worst));
        verdicts.set(at, {
            verdict,
            messages: all.map(({ message }) => message).sort(),
            ...(verdict === "fail" ? { level: levelOf(all) } : {}),
        });
    }
    return verdicts;
}

/** What preflight reported. */
export function fromReport(run: ReportedRun): Verdicts {
    return new Map(
        run.results.map(({ policy, urn, verdict, enforcement, messages }): [string, Stated] => [
            key(policy, urn),
            {
                verdict,
                ...(messages.length > 0 ? { messages: [...messages].sort() } : {}),
                ...(verdict === "fail" ? { level: enforcement } : {}),
            },
        ]),
    );
}

/** Messages of mandatory violations: what stops a deployment. */
export function mandatoryViolations(events: readonly EngineEvent[]): string[] {
    return events
        .map((event) => event["policyEvent"] as PolicyEvent | undefined)
        .filter((violation) => violation?.enforcementLevel === "mandatory")
        .map((violation) => `${violation?.policyName ?? ""}: ${violation?.message ?? ""}`);
}

function key(policy: string, urn: string): string {
    return `${policy} on ${urn}`;
}

function levelOf(all: readonly { readonly verdict: string; readonly level: string }[]): string {
    const failing = all.filter(({ verdict }) => verdict === "fail").map(({ level }) => level);
    return failing.some((level) => level === "mandatory" || level === "remediate")
        ? "mandatory"
        : "advisory";
}

/** A message without the engine's colour codes and the policy's description before it. */
function plain(message: string, description = ""): string {
    const text = message.replace(/<\{%.*?%\}>/g, "").trim();
    const prefix = `${description}\n`;
    return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}
