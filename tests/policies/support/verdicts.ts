import type { Policy } from "../../../policies/lib/policy";
import { judge, urnOf, type Fixture } from "./judge";

/**
 * Everything that a policy says, in its order: `fail: …`, `not-evaluated: …` or `not-applicable: …`, behind the resource's name
 * where it is one of several. Nothing: it passes.
 */
export async function verdicts(
    policy: Policy,
    fixture: Fixture | readonly Fixture[],
): Promise<readonly string[]> {
    const { diagnostics, notApplicable } = await judge(policy, fixture);
    const all = [fixture].flat();
    return [
        ...diagnostics.map(({ verdict, message, urn }) => {
            const name = all.find((each) => urnOf(each) === urn)?.name ?? urn;
            return name === undefined ? `${verdict}: ${message}` : `${name} ${verdict}: ${message}`;
        }),
        ...notApplicable.map((reason) => `not-applicable: ${reason}`),
    ];
}
