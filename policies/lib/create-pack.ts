import { PolicyPack } from "@pulumi/policy";
import { currentGrants } from "./exceptions";
import type { Policy } from "./policy";
import { toSdkPolicy } from "./sdk-policy";

/**
 * Makes the one policy pack of this process, which begins to serve at once.
 * @throws {Error} when an exception or the date is not valid: nothing may be judged with half of them
 */
export function createPack(name: string, policies: readonly Policy[]): void {
    const grants = currentGrants(process.env, () => new Date());
    new PolicyPack(name, {
        enforcementLevel: "mandatory",
        policies: policies.map((policy) => toSdkPolicy(policy, grants)),
    });
}
