import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { declaredRegion } from "../lib/views/regions";
import { REGION } from "./region";

/** Since @pulumi/aws 7 nearly every resource can leave its provider's region (P-07). */
export const resourceRegion = definePolicy({
    name: "resource-region",
    control: "REGION-02",
    title: `AWS resources are placed in ${REGION}.`,
    severity: "critical",
    why: "Since version 7 of the AWS provider a resource's own region overrides its provider's, so a provider in the right region proves nothing about the resource.",
    remediation: `Remove region from the resource's arguments, or set it to "${REGION}"; give a resource on another provider one that works in ${REGION}.`,
    frameworks: ["gdpr:44"],
    resourcePrefix: "aws:",
    check(props, report, subject) {
        // The provider fills in its own region wherever a service has regions.
        const region = declaredRegion(props) ?? subject.notApplicable("The resource has no region");
        if (region !== REGION) report(`region is ${quote(region)}, expected "${REGION}"`);
    },
    examples: {
        accepted: [
            {
                title: `a resource in ${REGION}`,
                resources: [
                    { type: "aws:sqs/queue:Queue", props: { name: "orders", region: REGION } },
                ],
            },
        ],
        rejected: [
            {
                title: "a resource that leaves its provider's region",
                resources: [
                    { type: "aws:sqs/queue:Queue", props: { name: "orders", region: "eu-west-2" } },
                ],
                messages: [`region is "eu-west-2", expected "${REGION}"`],
            },
        ],
    },
});
