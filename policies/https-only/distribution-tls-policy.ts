import { definePolicy } from "../lib/define-policy";
import { objectOf, textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { DISTRIBUTION_TYPES, showsOwnCertificate } from "../lib/views/distributions";
import { cloudFrontTlsPolicy, DEFAULT_CLOUDFRONT_POLICY, weak } from "../lib/views/tls-policies";

const EXPECTED = "expected one with TLS 1.2 and forward secrecy or newer only";

/** HTTPS with TLS 1.0 is HTTPS by name only (P-09). */
export const distributionTlsPolicy = definePolicy({
    name: "distribution-tls-policy",
    control: "HTTPS-20",
    title: "Distributions admit TLS 1.2 with forward secrecy or newer only.",
    severity: "high",
    why: "Old versions of TLS can be broken; CloudFront's default admits them, and so does its own certificate for *.cloudfront.net, whatever the distribution says.",
    remediation:
        'Set viewerCertificate.acmCertificateArn to a certificate of your own and viewerCertificate.minimumProtocolVersion to "TLSv1.2_2021" or newer.',
    frameworks: [
        "fsbp:CloudFront.15",
        "fsbp:CloudFront.7",
        "checkov:CKV_AWS_174",
        "trivy:AWS-0013",
        "checkov:CKV2_AWS_42",
        "cdk-nag:AwsSolutions-CFR4",
        "prowler:cloudfront_distributions_custom_ssl_certificate",
        "kics:cloudfront_without_minimum_protocol_tls_1.2",
        "kics:secure_ciphers_disabled",
    ],
    resourceTypes: DISTRIBUTION_TYPES,
    check(props, report) {
        if (showsOwnCertificate(props)) {
            const problem = weak(cloudFrontTlsPolicy(DEFAULT_CLOUDFRONT_POLICY));
            report(
                `viewerCertificate is CloudFront's own, which means ${DEFAULT_CLOUDFRONT_POLICY} and ${problem}, expected one of ACM`,
            );
            return;
        }
        const path = "viewerCertificate.minimumProtocolVersion";
        const name = textOf(objectOf(props, "viewerCertificate"), "minimumProtocolVersion");
        const problem = weak(cloudFrontTlsPolicy(name ?? DEFAULT_CLOUDFRONT_POLICY));
        if (problem === undefined) return;
        report(
            name === undefined
                ? `${path} is not set, which means ${DEFAULT_CLOUDFRONT_POLICY} and ${problem}, ${EXPECTED}`
                : `${path} is ${quote(name)}, which ${problem}, ${EXPECTED}`,
        );
    },
    examples: {
        accepted: [
            {
                title: "a certificate of ACM with a recent policy",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: {
                            viewerCertificate: {
                                acmCertificateArn:
                                    "arn:aws:acm:us-east-1:123456789012:certificate/7e7a28d2",
                                minimumProtocolVersion: "TLSv1.2_2021",
                                sslSupportMethod: "sni-only",
                            },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "CloudFront's own certificate, whatever version is asked for",
                resources: [
                    {
                        type: "aws:cloudfront/distribution:Distribution",
                        props: {
                            viewerCertificate: {
                                cloudfrontDefaultCertificate: true,
                                minimumProtocolVersion: "TLSv1.2_2021",
                            },
                        },
                    },
                ],
                messages: [
                    "viewerCertificate is CloudFront's own, which means TLSv1 and admits TLS 1.0, expected one of ACM",
                ],
            },
        ],
    },
});
