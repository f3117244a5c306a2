import type { PolicyResource } from "@pulumi/policy";
import { defineStackPolicy } from "../lib/define-policy";
import { numberOf, objectOf, textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import type { StackIndex } from "../lib/stack-index";
import { Undecided } from "../lib/undecided";
import { valueIfKnown } from "../lib/unknown-value";
import { behaviorLists, DISTRIBUTION_TYPES, type CacheBehavior } from "../lib/views/distributions";
import { MANAGED_HEADERS_POLICIES, MIN_MAX_AGE } from "../lib/views/strict-transport";

const HEADERS_POLICY = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
const EXPECTED = `expected a policy with strictTransportSecurity for ${MIN_MAX_AGE} seconds or more`;

/** Browsers that were told never try plain HTTP, so nobody on the way can answer in our name (P-09). */
export const distributionHsts = defineStackPolicy({
    name: "distribution-hsts",
    control: "HTTPS-16",
    title: "Distributions tell browsers to insist on HTTPS for a year.",
    severity: "medium",
    why: "A browser that was not told tries plain HTTP first, and whoever stands on the way can answer instead of the platform.",
    remediation:
        "Set responseHeadersPolicyId of every cache behaviour to CloudFront's SecurityHeadersPolicy, or to an aws.cloudfront.ResponseHeadersPolicy with securityHeadersConfig.strictTransportSecurity.",
    frameworks: ["checkov:CKV_AWS_259"],
    resourceTypes: DISTRIBUTION_TYPES,
    check({ stack, report, ifKnown }) {
        for (const distribution of stack.ofType(...DISTRIBUTION_TYPES)) {
            for (const behaviors of behaviorLists) {
                ifKnown(distribution, () => {
                    for (const behavior of behaviors(distribution.props)) {
                        ifKnown(distribution, () => {
                            const problem = problemOf(stack, distribution, behavior);
                            if (problem === undefined) return;
                            const path = `${behavior.path}.responseHeadersPolicyId`;
                            report(distribution, `${path} ${problem}, ${EXPECTED}`);
                        });
                    }
                });
            }
        }
    },
    examples: {
        accepted: [
            {
                title: "CloudFront's own policy for secure headers",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: {
                            defaultCacheBehavior: {
                                responseHeadersPolicyId: MANAGED_HEADERS_POLICIES[0],
                            },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a behaviour that sets no headers",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: { defaultCacheBehavior: {} },
                    },
                ],
                messages: [`defaultCacheBehavior.responseHeadersPolicyId is not set, ${EXPECTED}`],
            },
        ],
    },
});

/** What is wrong with the headers that a behaviour sets, if anything. Throws while that is not known, or not said here. */
function problemOf(
    stack: StackIndex,
    distribution: PolicyResource,
    behavior: CacheBehavior,
): string | undefined {
    if (!behavior.hasResponseHeadersPolicy) return "is not set";
    const policy = policyOf(stack, distribution, behavior);
    if (policy === undefined) {
        const id = behavior.responseHeadersPolicyId; // throws while it is not known yet
        if (MANAGED_HEADERS_POLICIES.includes(id)) return undefined;
        throw new Undecided(
            `${behavior.path}.responseHeadersPolicyId is ${quote(id)}, which the stack does not declare, ${EXPECTED}`,
        );
    }
    const headers = objectOf(policy.props, "securityHeadersConfig");
    const header = objectOf(headers, "strictTransportSecurity");
    const seconds = numberOf(header, "accessControlMaxAgeSec") ?? 0;
    return seconds < MIN_MAX_AGE ? `leads to ${seconds} seconds of HTTPS` : undefined;
}

/** The policy that a behaviour names, or, while the name is not known yet, the only one that it was made of. */
function policyOf(
    stack: StackIndex,
    distribution: PolicyResource,
    behavior: CacheBehavior,
): PolicyResource | undefined {
    const id = valueIfKnown(() => behavior.responseHeadersPolicyId);
    if (id !== undefined) {
        return stack
            .ofType(HEADERS_POLICY)
            .find(({ props }) => valueIfKnown(() => textOf(props, "id")) === id);
    }
    const dependencies = distribution.propertyDependencies[behavior.property] ?? [];
    const policies = dependencies.filter(({ type }) => type === HEADERS_POLICY);
    return policies.length === 1 ? policies[0] : undefined;
}
