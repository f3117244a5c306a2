import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { ORIGIN_TYPES, originsOf } from "../lib/views/distributions";

const RECENT = ["TLSv1.2", "TLSv1.3"];

/** CloudFront itself speaks no old version of TLS to origins (P-09). */
export const distributionOriginTlsVersion = definePolicy({
    name: "distribution-origin-tls-version",
    control: "HTTPS-08",
    title: "Distributions speak TLS 1.2 or newer to their origins.",
    severity: "medium",
    why: "An old version that CloudFront may fall back to is one that somebody on the way can make it fall back to.",
    remediation: 'Set originSslProtocols of the origin to ["TLSv1.2"].',
    frameworks: [
        "fsbp:CloudFront.10",
        "cdk-nag:AwsSolutions-CFR5",
        "prowler:cloudfront_distributions_using_deprecated_ssl_protocols",
    ],
    resourceTypes: ORIGIN_TYPES,
    check(props, report, subject) {
        for (const origin of originsOf(props)) {
            subject.ifKnown(() => {
                for (const { path, protocolPolicy, tlsVersions } of origin()) {
                    if (protocolPolicy === "http-only") continue; // distribution-origin-https reports it
                    const property = `${path}.originSslProtocols`;
                    if (tlsVersions.length === 0) report(`${property} is empty, expected TLSv1.2`);
                    for (const version of tlsVersions) {
                        subject.ifKnown(() => {
                            if (RECENT.includes(version.text)) return;
                            report(`${property} has ${quote(version.text)}, expected TLSv1.2 only`);
                        });
                    }
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "TLS 1.2 only",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: {
                            origins: [{ customOriginConfig: { originSslProtocols: ["TLSv1.2"] } }],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "TLS 1.1 as well",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: {
                            origins: [
                                {
                                    customOriginConfig: {
                                        originSslProtocols: ["TLSv1.1", "TLSv1.2"],
                                    },
                                },
                            ],
                        },
                    },
                ],
                messages: [
                    `origins[0].customOriginConfig.originSslProtocols has "TLSv1.1", expected TLSv1.2 only`,
                ],
            },
        ],
    },
});
