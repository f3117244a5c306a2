import { definePolicy } from "../lib/define-policy";
import { isFilled, objectOf, textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { DISTRIBUTION_TYPES } from "../lib/views/distributions";

const TENANT = "aws:cloudfront/distributionTenant:DistributionTenant";

/** A distribution is always public: known attacks end at the edge (P-09, P-11). */
export const distributionWebFirewall = definePolicy({
    name: "distribution-web-firewall",
    control: "HTTPS-15",
    title: "Distributions stand behind a web application firewall.",
    severity: "medium",
    why: "Attacks that everybody knows, and floods of requests, otherwise reach the origin.",
    remediation:
        "Set the distribution's webAclId to the ARN of an aws.wafv2.WebAcl with scope CLOUDFRONT; leave customizations.webAcl of a tenant out.",
    frameworks: [
        "fsbp:CloudFront.6",
        "checkov:CKV_AWS_68",
        "trivy:AWS-0011",
        "cdk-nag:AwsSolutions-CFR2",
        "prowler:cloudfront_distributions_using_waf",
        "kics:cloudfront_without_waf",
    ],
    resourceTypes: [...DISTRIBUTION_TYPES, TENANT],
    check(props, report, { type }) {
        if (type !== TENANT) {
            if (!isFilled(props, "webAclId")) report("webAclId is not set, expected a web ACL");
            return;
        }
        const action = textOf(objectOf(objectOf(props, "customizations"), "webAcl"), "action");
        if (action?.toLowerCase() === "disable") {
            report(`customizations.webAcl.action is ${quote(action)}, expected the distribution's`);
        }
    },
    examples: {
        accepted: [
            {
                title: "a distribution behind a firewall",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: {
                            webAclId:
                                "arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/a1b2c3d4",
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a distribution without one",
                resources: [{ type: "aws:cloudfront/distribution:Distribution", props: {} }],
                messages: ["webAclId is not set, expected a web ACL"],
            },
        ],
    },
});
