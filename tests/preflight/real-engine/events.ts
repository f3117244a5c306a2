import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder } from "../support/folders";

/** Events as sdk/go/common/apitype/events.go has them, without sequence and timestamp. */
export type Event = Readonly<Record<string, unknown>>;

export const ROOT = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
export const BUCKET = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::images";
export const PROVIDER = "urn:pulumi:prod::shop::pulumi:providers:aws::default_7_48_0";

const PACK = {
    policyPackName: "storage",
    policyPackVersion: "1.2.3",
    policyPackVersionTag: "1.2.3",
};

export const prelude: Event = { preludeEvent: { config: { "shop:password": "[secret]" } } };
export const end: Event = { cancelEvent: {} };

/** A step, as `resourcePreEvent`. */
export function step(urn: string, more: Record<string, unknown> = {}, op = "create"): Event {
    const type = urn.split("::")[2]?.split("$").pop();
    const parent = urn === ROOT ? "" : ROOT;
    const state = { type, urn, id: "", parent, inputs: {}, outputs: {}, provider: "", ...more };
    const gone = ["delete", "discard", "delete-replaced"].includes(op);
    const sides = gone ? { old: state, new: null } : { old: null, new: state };
    return {
        resourcePreEvent: {
            metadata: { op, urn, type, ...sides, detailedDiff: null, logical: true, provider: "" },
        },
    };
}

export function judged(
    resourceUrn: string,
    lists: { passed?: string[]; failed?: string[] } = {},
    pack: object = PACK,
): Event {
    return { policyAnalyzeSummaryEvent: { resourceUrn, ...pack, ...lists } };
}

/** What the engine says before it asks for a judgement; `policies` are the pack's. */
export function shown(resourceUrn: string, policies: string[] = []): Event {
    return { policyRemediateSummaryEvent: { resourceUrn, ...PACK, passed: policies } };
}

export function stackJudged(
    lists: { passed?: string[]; failed?: string[] } = {},
    pack: object = PACK,
): Event {
    return { policyAnalyzeStackSummaryEvent: { ...pack, ...lists } };
}

export function violation(
    resourceUrn: string,
    policyName: string,
    message: string,
    more: Record<string, unknown> = {},
): Event {
    return {
        policyEvent: {
            resourceUrn,
            message,
            color: "raw",
            policyName,
            ...PACK,
            enforcementLevel: "mandatory",
            ...more,
        },
    };
}

export function summary(more: Record<string, unknown> = {}): Event {
    return {
        summaryEvent: {
            maybeCorrupt: false,
            durationSeconds: 3,
            resourceChanges: { create: 2 },
            PolicyPacks: { "storage|local|packs/storage": "1.2.3" },
            isPreview: true,
            result: "succeeded",
            ...more,
        },
    };
}

/** A preview of a stack with one bucket, which passes `bucket-named` and, as a whole, `one-site`. */
export const PREVIEW: readonly Event[] = [
    { policyLoadEvent: {} },
    prelude,
    judged(ROOT),
    step(ROOT),
    judged(BUCKET, { passed: ["bucket-named"] }),
    step(BUCKET, { inputs: { region: "eu-west-1" }, provider: `${PROVIDER}::id` }),
    stackJudged({ passed: ["one-site"] }),
    summary(),
    end,
];

/** The lines of an operation that begins on 2026-11-23 at 10:00 UTC, an event a second. */
export function lines(events: readonly Event[]): string[] {
    return events.map((event, sequence) =>
        JSON.stringify({ sequence, timestamp: 1_795_428_000 + sequence, ...event }),
    );
}

/** A file with this text, or with these events. */
export function fileOf(content: string | readonly Event[], name = "events.jsonl"): string {
    const text = typeof content === "string" ? content : `${lines(content).join("\n")}\n`;
    const file = join(folder({}), name);
    writeFileSync(file, text);
    return file;
}
