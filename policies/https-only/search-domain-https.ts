import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { isSet, objectOf } from "../lib/properties";

const OPENSEARCH = "aws:opensearch/domain:Domain";
const CLOUDSEARCH = "aws:cloudsearch/domain:Domain";

/** A search domain answers on port 80 as well unless it is told not to (P-09). */
export const searchDomainHttps = definePolicy({
    name: "search-domain-https",
    control: "HTTPS-12",
    title: "Search domains are reached over HTTPS only.",
    severity: "high",
    why: "Queries, documents and credentials of a search domain travel in plain text where a client asks for HTTP and the domain does not refuse.",
    remediation:
        "Set domainEndpointOptions.enforceHttps of the domain to true (endpointOptions.enforceHttps for CloudSearch).",
    frameworks: [
        "checkov:CKV_AWS_83",
        "checkov:CKV_AWS_220",
        "trivy:AWS-0046",
        "prowler:opensearch_service_domains_https_communications_enforced",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [OPENSEARCH, "aws:elasticsearch/domain:Domain", CLOUDSEARCH],
    check(props, report, subject) {
        const isCloudSearch = subject.type === CLOUDSEARCH;
        const options = isCloudSearch ? "endpointOptions" : "domainEndpointOptions";
        // The provider turns it on where the options are there and do not mention it; AWS itself has it off.
        const byDefault = !isCloudSearch && isSet(props, options) ? "true" : "false";
        expectValue(report, objectOf(props, options), "enforceHttps", {
            accepted: ["true"],
            byDefault,
            at: options,
        });
    },
    examples: {
        accepted: [
            {
                title: "a domain that refuses HTTP",
                resources: [
                    {
                        type: OPENSEARCH,
                        props: { domainEndpointOptions: { enforceHttps: true } },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a domain without options for its endpoint",
                resources: [{ type: OPENSEARCH, props: { engineVersion: "OpenSearch_2.19" } }],
                messages: [
                    "domainEndpointOptions.enforceHttps is not set, which means false, expected true",
                ],
            },
        ],
    },
});
