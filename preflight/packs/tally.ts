import { type Decoded, decodeMessage } from "../../controls/verdict-encoding";
import type { Finding, PolicyEvidence } from "../report/evidence";
import type { Diagnostic, Enforcement, NotApplicable, PolicyInfo, Severity } from "./pack";

/** The SDK's sentence (sdk/nodejs/policy/policy.ts) for a resource of a type that the policy is not about. */
const OTHER_TYPE = "Policy only applies to ";
const CONTROL = "control:";
const WORST_FIRST = ["error", "fail", "not-evaluated", "excepted"] as const;
const STRICTEST_FIRST: readonly Enforcement[] = ["mandatory", "remediate", "advisory", "disabled"];
const GRAVEST_FIRST: readonly (Severity | undefined)[] = [
    "critical",
    "high",
    "medium",
    "low",
    undefined,
];

type Said = Decoded & Pick<Diagnostic, "enforcement" | "severity">;

/** What one policy said in one run, resource by resource, as it comes in. */
export class Tally {
    /** For each resource, how many of the policy's validations did not apply to it. */
    readonly #misses: Uint16Array;
    readonly #reasons: { readonly index: number; readonly reason: string }[] = [];
    readonly #said = new Map<string, Said[]>();

    /** @param resources how many resources the run has */
    constructor(
        readonly policy: PolicyInfo,
        resources: number,
    ) {
        this.#misses = new Uint16Array(resources);
    }

    /** Takes a not-applicable. @param index of the resource in the run, of the stack for a stack policy */
    skip(index: number, { reason }: NotApplicable): void {
        this.#misses[index] = (this.#misses[index] ?? 0) + 1;
        if (!reason.startsWith(OTHER_TYPE))
            this.#reasons.push({ index, reason: reason || "no reason given" });
    }

    /** Takes a violation of the resource with this URN. */
    report(urn: string, { message, enforcement, severity }: Diagnostic): void {
        this.#add(urn, {
            ...decodeMessage(message),
            enforcement,
            ...(severity === undefined ? {} : { severity }),
        });
    }

    /** Takes the news that the policy threw; the engine stops there, whatever the level. */
    breaks(urn: string, message: string): void {
        this.#add(urn, { verdict: "error", message, enforcement: "mandatory" });
    }

    #add(urn: string, said: Said): void {
        const known = this.#said.get(urn);
        if (known) known.push(said);
        else this.#said.set(urn, [said]);
    }

    /**
     * Sums up.
     * @param urns of all resources of the run, by index
     * @param candidates indexes of what the policy was asked about, ascending: the analyzed resources, or the stack
     */
    evidence(urns: readonly string[], candidates: readonly number[]): PolicyEvidence {
        const { name, title, description, remediation, url, severity, enforcement, kind, tags } =
            this.policy;
        const control = tags.find((tag) => tag.startsWith(CONTROL))?.slice(CONTROL.length);
        return {
            name,
            ...(control === undefined ? {} : { control }),
            title,
            description,
            remediation,
            ...(url === undefined ? {} : { url }),
            ...(severity === undefined ? {} : { severity }),
            enforcement,
            kind,
            frameworks: tags.filter((tag) => !tag.startsWith(CONTROL)),
            ...this.#outcome(urns, candidates),
            findings: [...this.#said]
                .map(([urn, said]) => summarize(urn, said))
                .sort((a, b) => order(a.urn, b.urn)),
        };
    }

    #outcome(
        urns: readonly string[],
        candidates: readonly number[],
    ): Pick<PolicyEvidence, "passed" | "notApplicable"> {
        if (this.policy.kind === "stack" && this.#said.size > 0)
            return { passed: [], notApplicable: [] };
        // No validation for certain types matches the stack resource, so the most misses there are tell how many
        // validations may miss: a resource with fewer is one that the policy looked at.
        const validations = this.#misses.reduce((most, misses) => Math.max(most, misses), 0);
        const missed = (index: number): boolean =>
            validations > 0 && this.#misses[index] === validations;
        const reported = this.#said;
        const passed = candidates.filter(
            (index) => !missed(index) && !reported.has(urns[index] ?? ""),
        );
        const counts = new Map<string, Set<number>>();
        for (const { index, reason } of this.#reasons) {
            if (!missed(index) || reported.has(urns[index] ?? "")) continue;
            const known = counts.get(reason);
            if (known) known.add(index);
            else counts.set(reason, new Set([index]));
        }
        const notApplicable = [...counts].map(([reason, indexes]) => ({
            reason,
            count: indexes.size,
        }));
        return { passed, notApplicable: notApplicable.sort((a, b) => order(a.reason, b.reason)) };
    }
}

/** One resource's finding: the worst verdict, as strict and grave as the worst of its violations, with all messages. */
function summarize(urn: string, said: readonly Said[]): Finding {
    const verdict = first(
        WORST_FIRST,
        said.map((one) => one.verdict),
        "fail",
    );
    const deciding = said.filter((one) => one.verdict === verdict);
    const severity = first(
        GRAVEST_FIRST,
        deciding.map((one) => one.severity),
        undefined,
    );
    const expires =
        verdict === "excepted" ? deciding.flatMap((one) => one.expires ?? []).sort()[0] : undefined;
    return {
        urn,
        verdict,
        ...(severity === undefined ? {} : { severity }),
        enforcement: first(
            STRICTEST_FIRST,
            deciding.map((one) => one.enforcement),
            "mandatory",
        ),
        messages: [...new Set(said.map((one) => one.message))].sort(order),
        ...(expires === undefined ? {} : { expires }),
    };
}

/** The first of the ranked that is there. */
function first<T>(ranked: readonly T[], there: readonly T[], otherwise: T): T {
    return ranked.find((one) => there.includes(one)) ?? otherwise;
}

/** Byte order, the same in every locale. */
export function order(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
