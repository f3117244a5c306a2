import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { behaviorLists, DISTRIBUTION_TYPES } from "../lib/views/distributions";

/** No distribution takes plain HTTP, not even to redirect: the first request has been sent in the clear by then (P-09). */
export const distributionViewerHttps = definePolicy({
    name: "distribution-viewer-https",
    control: "HTTPS-13",
    title: "Distributions serve viewers over HTTPS only.",
    severity: "critical",
    why: "A distribution that redirects has an open port for plain HTTP, and the first request, with its cookies and tokens, was sent before the redirect.",
    remediation:
        'Set viewerProtocolPolicy of defaultCacheBehavior and of every other cache behaviour to "https-only".',
    frameworks: [
        "checkov:CKV_AWS_34",
        "fsbp:CloudFront.3",
        "trivy:AWS-0012",
        "prowler:cloudfront_distributions_https_enabled",
        "kics:cloudfront_viewer_protocol_policy_allows_http",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: DISTRIBUTION_TYPES,
    check(props, report, subject) {
        for (const behaviors of behaviorLists) {
            subject.ifKnown(() => {
                for (const behavior of behaviors(props)) {
                    subject.ifKnown(() => {
                        const policy = behavior.viewerProtocolPolicy;
                        const path = `${behavior.path}.viewerProtocolPolicy`;
                        if (policy === undefined) report(`${path} is not set, expected https-only`);
                        else if (policy !== "https-only") {
                            report(`${path} is ${quote(policy)}, expected https-only`);
                        }
                    });
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a distribution on HTTPS only",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: { defaultCacheBehavior: { viewerProtocolPolicy: "https-only" } },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a distribution that redirects from HTTP",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: {
                            defaultCacheBehavior: { viewerProtocolPolicy: "https-only" },
                            orderedCacheBehaviors: [
                                {
                                    pathPattern: "/api/*",
                                    viewerProtocolPolicy: "redirect-to-https",
                                },
                            ],
                        },
                    },
                ],
                messages: [
                    `orderedCacheBehaviors[0].viewerProtocolPolicy is "redirect-to-https", expected https-only`,
                ],
            },
        ],
    },
});
