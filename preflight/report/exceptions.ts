import type { ExceptionEvidence, PackEvidence } from "./evidence";
import { compare } from "./results";

/** A granted deviation as `controls/exceptions.ts` or the file of `--exceptions` has it. */
export interface GrantedException {
    /** Name of the policy, alone or as `pack/policy`. */
    readonly policy: string;
    readonly stack: string;
    readonly urn: string;
    readonly reason: string;
    readonly approver: string;
    /** Last day, `YYYY-MM-DD`. */
    readonly expires: string;
}

/**
 * What became of each exception that was granted for a stack: none is ever silent.
 * @param today `YYYY-MM-DD`
 * @param urns of every resource in the run
 */
export function exceptionEvidence(
    granted: readonly GrantedException[],
    stack: string,
    packs: readonly PackEvidence[],
    urns: ReadonlySet<string>,
    today: string,
): ExceptionEvidence[] {
    const excepted = new Set<string>();
    const policies = new Set<string>();
    for (const pack of packs) {
        for (const policy of pack.policies) {
            const names = [policy.name, `${pack.name}/${policy.name}`];
            for (const name of names) policies.add(name);
            for (const finding of policy.findings) {
                if (finding.verdict !== "excepted") continue;
                for (const name of names) excepted.add(`${name} ${finding.urn}`);
            }
        }
    }
    const state = ({ policy, urn, expires }: GrantedException): ExceptionEvidence["state"] => {
        if (excepted.has(`${policy} ${urn}`)) return "used";
        if (!policies.has(policy) || !urns.has(urn)) return "unknown";
        return expires < today ? "expired" : "unused";
    };
    return granted
        .filter((exception) => exception.stack === stack)
        .map((exception) => ({ ...exception, state: state(exception) }))
        .sort((a, b) => compare(a.policy, b.policy) || compare(a.urn, b.urn));
}
