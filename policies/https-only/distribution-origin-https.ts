import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { ORIGIN_TYPES, originsOf } from "../lib/views/distributions";

/** With viewers on HTTPS only, which distribution-viewer-https sees to, their match is HTTPS. */
const FIT = ["https-only", "match-viewer"];

/** TLS does not end at the edge: it goes on to the origin (P-09). */
export const distributionOriginHttps = definePolicy({
    name: "distribution-origin-https",
    control: "HTTPS-08",
    title: "Distributions reach their origins over HTTPS only.",
    severity: "high",
    why: "Between the edge and an origin on HTTP the same requests cross the Internet in the clear.",
    remediation:
        'Set originProtocolPolicy of the origin\'s customOriginConfig (vpcOriginEndpointConfig of a VPC origin) to "https-only"; put a bucket behind its own endpoint with an origin access control, not behind its website.',
    frameworks: [
        "fsbp:CloudFront.9",
        "prowler:cloudfront_distributions_origin_traffic_encrypted",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: ORIGIN_TYPES,
    check(props, report, subject) {
        for (const origin of originsOf(props)) {
            subject.ifKnown(() => {
                for (const { path, protocolPolicy } of origin()) {
                    const property = `${path}.originProtocolPolicy`;
                    if (protocolPolicy === undefined) {
                        report(`${property} is not set, expected https-only`);
                    } else if (!FIT.includes(protocolPolicy)) {
                        report(`${property} is ${quote(protocolPolicy)}, expected https-only`);
                    }
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "an origin that is reached over HTTPS",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: {
                            origins: [
                                { customOriginConfig: { originProtocolPolicy: "https-only" } },
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an origin that is reached over HTTP",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: {
                            origins: [
                                { customOriginConfig: { originProtocolPolicy: "http-only" } },
                            ],
                        },
                    },
                ],
                messages: [
                    `origins[0].customOriginConfig.originProtocolPolicy is "http-only", expected https-only`,
                ],
            },
        ],
    },
});
