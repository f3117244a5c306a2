import { isObject } from "../values";
import type { PackEvidence } from "./evidence";

/** What stands in a report where a secret of the configuration stood; the engine's word. */
const INSTEAD = "[secret]";
/** Shorter ones would make texts unreadable and hide nothing; the engine's limit, too. */
const SHORTEST = 3;

/** Takes the secrets out of a text. */
export type Redact = (text: string) => string;

/**
 * A filter of texts: packs see secrets in the clear and may quote them, as programs may in their errors.
 * @param secrets values of secret configuration keys; of structured ones (JSON) every string in them counts
 */
export function redactor(secrets: readonly string[]): Redact {
    const found = [...new Set(secrets.flatMap((value) => [value, ...leaves(value)]))]
        .filter((value) => value.length >= SHORTEST)
        .sort((a, b) => b.length - a.length);
    if (found.length === 0) return (text) => text;
    const any = new RegExp(found.map(literally).join("|"), "g");
    return (text) => text.replace(any, INSTEAD);
}

/** Packs whose messages and reasons hold no secret. */
export function redactPacks(packs: readonly PackEvidence[], redact: Redact): PackEvidence[] {
    return packs.map((pack) => ({
        ...pack,
        policies: pack.policies.map((policy) => ({
            ...policy,
            notApplicable: policy.notApplicable.map(({ reason, count }) => ({
                reason: redact(reason),
                count,
            })),
            findings: policy.findings.map((finding) => ({
                ...finding,
                messages: finding.messages.map(redact),
            })),
        })),
    }));
}

function literally(text: string): string {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function leaves(text: string): string[] {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        return [];
    }
    return strings(value);
}

function strings(value: unknown): string[] {
    if (typeof value === "string") return [value];
    if (Array.isArray(value)) return value.flatMap(strings);
    return isObject(value) ? Object.values(value).flatMap(strings) : [];
}
