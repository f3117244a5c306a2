import type { Exception } from "../../controls/exceptions";
import type { ExceptionEvidence, PackEvidence } from "./evidence";
import { compare } from "./results";

/**
 * What became of each exception that was granted for a stack: none is ever silent.
 * @param today `YYYY-MM-DD`
 * @param urns of every resource in the run
 */
export function exceptionEvidence(
    granted: readonly Exception[],
    stack: string,
    packs: readonly PackEvidence[],
    urns: ReadonlySet<string>,
    today: string,
): ExceptionEvidence[] {
    const excepted = new Set<string>();
    const policies = new Set<string>();
    for (const pack of packs) {
        for (const policy of pack.policies) {
            policies.add(policy.name);
            for (const finding of policy.findings) {
                if (finding.verdict === "excepted") excepted.add(`${policy.name} ${finding.urn}`);
            }
        }
    }
    const state = ({ policy, urn, expires }: Exception): ExceptionEvidence["state"] => {
        if (excepted.has(`${policy} ${urn}`)) return "used";
        if (!policies.has(policy) || !urns.has(urn)) return "unknown";
        return expires < today ? "expired" : "unused";
    };
    return granted
        .filter((exception) => exception.stack === stack)
        .map((exception) => ({ ...exception, state: state(exception) }))
        .sort((a, b) => compare(a.policy, b.policy) || compare(a.urn, b.urn));
}
