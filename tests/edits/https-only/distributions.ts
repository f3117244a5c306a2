import { ofAdded, setting, type Edit } from "../edit";

const distribution = {
    type: "aws:cloudfront/distribution:Distribution",
    inputs: {
        enabled: true,
        webAclId: "arn:aws:wafv2:eu-west-1:123456789012:global/webacl/web/1",
        defaultCacheBehavior: { viewerProtocolPolicy: "https-only" },
        origins: [
            {
                domainName: "origin.example.com",
                customOriginConfig: {
                    originProtocolPolicy: "https-only",
                    originSslProtocols: ["TLSv1.2"],
                },
            },
        ],
        viewerCertificate: {
            acmCertificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
            minimumProtocolVersion: "TLSv1.2_2021",
            sslSupportMethod: "sni-only",
        },
    },
};

/** Distributions, which the region lock does not want either. */
export const distributions: readonly Edit[] = [
    ofAdded(
        "distribution-viewer-https",
        "a distribution that redirects from HTTP",
        distribution,
        setting("defaultCacheBehavior.viewerProtocolPolicy", "redirect-to-https"),
    ),
    ofAdded(
        "distribution-tls-policy",
        "a distribution with TLS 1.0",
        distribution,
        setting("viewerCertificate.minimumProtocolVersion", "TLSv1_2016"),
    ),
    ofAdded(
        "distribution-origin-https",
        "an origin that is reached over HTTP",
        distribution,
        setting("origins.0.customOriginConfig.originProtocolPolicy", "http-only"),
    ),
    ofAdded(
        "distribution-origin-tls-version",
        "an origin that is reached with TLS 1.1",
        distribution,
        setting("origins.0.customOriginConfig.originSslProtocols", ["TLSv1.1"]),
    ),
];
