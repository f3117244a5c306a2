import { decodeMessage } from "../../controls/verdict-encoding";
import { withoutDescription } from "../packs/description";
import type { PackInfo, PolicyInfo } from "../packs/pack";
import { order, Tally } from "../packs/tally";
import type { PackEvidence } from "../report/evidence";
import type { Judged, Shown, StackJudged, Violation } from "./event";

/** The resources of a run, in the order that `PolicyEvidence.passed` counts. */
export interface RunResources {
    /** Sorted. */
    readonly urns: readonly string[];
    /** URN of the stack itself. */
    readonly root: string;
}

/** What one pack said in one operation. */
export class PackRecord {
    readonly #violations: Violation[] = [];
    /** Policy → URNs on which it passed. */
    readonly #passed = new Map<string, Set<string>>();
    readonly #stackPassed = new Set<string>();
    readonly #stackFailed = new Set<string>();
    /** Policies and URNs that a list calls failed; each has its violations. */
    readonly #failed: { readonly policy: string; readonly urn?: string }[] = [];
    readonly #judged = new Set<string>();
    /** Resource policies that are switched on. */
    readonly #named = new Set<string>();
    #stackJudged = false;

    constructor(
        readonly name: string,
        readonly version: string,
    ) {}

    /** Takes a violation. */
    violated(violation: Violation): void {
        this.#violations.push(violation);
    }

    /** Takes which policies the pack has. */
    shown({ policies }: Shown): void {
        for (const policy of policies) this.#named.add(policy);
    }

    /** Takes what is said of a resource. */
    judged({ urn, passed, failed }: Judged): void {
        this.#judged.add(urn);
        for (const policy of passed) {
            const known = this.#passed.get(policy);
            if (known) known.add(urn);
            else this.#passed.set(policy, new Set([urn]));
        }
        for (const policy of failed) this.#failed.push({ policy, urn });
    }

    /** Takes what is said of the stack. */
    stackJudged({ passed, failed }: StackJudged): void {
        this.#stackJudged = true;
        for (const policy of passed) this.#stackPassed.add(policy);
        for (const policy of failed) {
            this.#stackFailed.add(policy);
            this.#failed.push({ policy });
        }
    }

    /** URNs that the pack was asked about. */
    get subjects(): ReadonlySet<string> {
        return this.#judged;
    }

    /** Whether the pack was asked about the stack. */
    get askedAboutStack(): boolean {
        return this.#stackJudged;
    }

    /** What a policy of the pack says in violations. */
    get violations(): readonly Violation[] {
        return this.#violations;
    }

    /** Failures that are listed though their violations are missing. */
    missingViolations(): string[] {
        const said = new Set<string>();
        for (const { policy, urn } of this.#violations) said.add(policy).add(`${policy}\0${urn}`);
        return this.#failed
            .filter(
                ({ policy, urn }) => !said.has(urn === undefined ? policy : `${policy}\0${urn}`),
            )
            .map(({ policy, urn }) => `${policy} on ${urn ?? "the stack"}`);
    }

    /** Names of the policies that the engine names: those with a result, and resource policies that are switched on. */
    get policies(): ReadonlySet<string> {
        return new Set([
            ...this.#violations.map(({ policy }) => policy),
            ...this.#passed.keys(),
            ...this.#stackPassed,
            ...this.#named,
        ]);
    }

    /**
     * Sums up, policies by name.
     * @param known the pack's own description of itself, where there is one
     * @param others policies that the engine does not name
     */
    evidence(
        { urns, root }: RunResources,
        known: PackInfo | undefined,
        others: readonly string[],
    ): PackEvidence {
        const described = new Map(known?.policies.map((policy) => [policy.name, policy]));
        const index = new Map(urns.map((urn, at) => [urn, at]));
        const at = (urn: string): number[] => {
            const place = index.get(urn);
            return place === undefined ? [] : [place];
        };
        const policies = [...this.policies, ...others].sort(order);
        const tallies = new Map(
            policies.map((policy) => {
                const info = described.get(policy) ?? this.#undescribed(policy);
                return [policy, new Tally(info, urns.length)];
            }),
        );
        for (const violation of this.#violations) {
            const { policy, urn, message } = violation;
            const description = described.get(policy)?.description ?? "";
            tallies.get(policy)?.report(urn, {
                ...violation,
                message: withoutDescription(message, description),
            });
        }
        return {
            name: this.name,
            version: this.version,
            policies: [...tallies].map(([policy, tally]) => {
                const passed = [...(this.#passed.get(policy) ?? [])].flatMap(at);
                if (this.#stackPassed.has(policy)) passed.push(...at(root));
                return tally.evidence(
                    urns,
                    [...new Set(passed)].sort((a, b) => a - b),
                );
            }),
        };
    }

    /** Policies that the pack has switched on and that the engine does not name, if the same version is known. */
    unnamed(known: PackInfo | undefined): string[] {
        if (known === undefined || known.version !== this.version) return [];
        const seen = this.policies;
        return known.policies
            .filter(({ name, enforcement }) => enforcement !== "disabled" && !seen.has(name))
            .map(({ name }) => name);
    }

    /** A policy of which no more is known than what events say; its level is taken for the strictest. */
    #undescribed(name: string): PolicyInfo {
        const severity = this.#violations.find(({ policy }) => policy === name)?.severity;
        const levels = this.#violations.filter(({ policy }) => policy === name);
        const advisory = levels.length > 0 && levels.every(isAdvisoryFailure);
        const stack = this.#stackPassed.has(name) || this.#stackFailed.has(name);
        return {
            name,
            kind: stack && !this.#passed.has(name) ? "stack" : "resource",
            title: name,
            description: "",
            remediation: "",
            ...(severity === undefined ? {} : { severity }),
            enforcement: advisory ? "advisory" : "mandatory",
            tags: [],
        };
    }
}

/** Whether a violation shows that its policy is advisory; verdicts that travel encoded are advisory in any case. */
function isAdvisoryFailure({ enforcement, message }: Violation): boolean {
    return enforcement === "advisory" && decodeMessage(message).verdict === "fail";
}
