import type { Exception } from "./exceptions";

const FIELDS = ["policy", "stack", "urn", "reason", "approver", "expires"] as const;
const MIN_REASON = 20;

/** What is wrong with a list of exceptions, `path: found …, expected …` each; empty when nothing is. */
export function exceptionProblems(list: unknown): readonly string[] {
    if (!Array.isArray(list)) return [`found ${describe(list)}, expected a list of exceptions`];
    const seen = new Set<string>();
    return list.flatMap((entry: unknown, index) => {
        const path = `[${index}]`;
        if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
            return [`${path}: found ${describe(entry)}, expected an exception`];
        }
        const problems = entryProblems(path, entry as Readonly<Record<string, unknown>>);
        if (problems.length > 0) return problems;
        const { policy, urn } = entry as Exception;
        const key = `${policy} ${urn}`;
        if (seen.has(key)) {
            return [`${path}: found a second exception from ${policy} for ${urn}, expected one`];
        }
        seen.add(key);
        return [];
    });
}

function entryProblems(path: string, entry: Readonly<Record<string, unknown>>): readonly string[] {
    const problems: string[] = [];
    for (const field of FIELDS) {
        const value = entry[field];
        if (typeof value !== "string" || value.trim() === "") {
            problems.push(`${path}.${field}: found ${describe(value)}, expected a text`);
        }
    }
    for (const key of Object.keys(entry)) {
        if (!(FIELDS as readonly string[]).includes(key)) {
            problems.push(`${path}.${key}: found an unknown field, expected ${FIELDS.join(", ")}`);
        }
    }
    if (problems.length > 0) return problems;
    const { policy, stack, urn, reason, expires } = entry as unknown as Exception;
    if (policy.includes("/")) {
        // Names are unique over all packs, and a policy may run in the pack that joins them all.
        problems.push(
            `${path}.policy: found ${JSON.stringify(policy)}, expected a name without a pack`,
        );
    }
    if (!urn.startsWith(`urn:pulumi:${stack}::`)) {
        problems.push(
            `${path}.urn: found ${JSON.stringify(urn)}, expected a URN of stack ${stack}`,
        );
    }
    if (reason.trim().length < MIN_REASON) {
        problems.push(
            `${path}.reason: found ${JSON.stringify(reason)}, expected at least ${MIN_REASON} characters`,
        );
    }
    if (!isDay(expires)) {
        problems.push(
            `${path}.expires: found ${JSON.stringify(expires)}, expected a day as YYYY-MM-DD`,
        );
    }
    return problems;
}

/** Whether a text is a day of the calendar: `2026-02-30` is none. */
export function isDay(text: string): boolean {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function describe(value: unknown): string {
    return value === undefined ? "nothing" : JSON.stringify(value);
}
