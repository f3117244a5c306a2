import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { declaredRegion } from "../lib/views/regions";
import { REGION } from "./region";

/** A provider places every resource that does not say otherwise (P-07). */
export const providerRegion = definePolicy({
    name: "provider-region",
    control: "REGION-01",
    title: `AWS providers work in ${REGION}.`,
    severity: "critical",
    why: "A provider places every resource that names no region itself; one without a region places them wherever the environment of the day says.",
    remediation: `Set region: "${REGION}" in the provider's arguments, or aws:region in the stack file for a default provider.`,
    frameworks: ["gdpr:44"],
    // The class's token is `aws`, not its type, so the type is named.
    resourceTypes: ["pulumi:providers:aws"],
    check(props, report) {
        const region = declaredRegion(props);
        if (region === undefined) {
            report(`region is not set, so the environment decides, expected "${REGION}"`);
        } else if (region !== REGION) {
            report(`region is ${quote(region)}, expected "${REGION}"`);
        }
    },
    examples: {
        accepted: [
            {
                title: `a provider in ${REGION}`,
                resources: [{ type: "pulumi:providers:aws", props: { region: REGION } }],
            },
        ],
        rejected: [
            {
                title: "a provider in another region",
                resources: [{ type: "pulumi:providers:aws", props: { region: "us-east-1" } }],
                messages: [`region is "us-east-1", expected "${REGION}"`],
            },
            {
                title: "a provider that leaves the region to the environment",
                resources: [
                    {
                        type: "pulumi:providers:aws",
                        props: { allowedAccountIds: `["123456789012"]` },
                    },
                ],
                messages: [`region is not set, so the environment decides, expected "${REGION}"`],
            },
        ],
    },
});
