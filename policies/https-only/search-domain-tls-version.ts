import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf } from "../lib/properties";

const OPENSEARCH = "aws:opensearch/domain:Domain";
const CLOUDSEARCH = "aws:cloudsearch/domain:Domain";
const OLDEST = "Policy-Min-TLS-1-0-2019-07";
/** https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html */
const FORWARD_SECRET = [
    "Policy-Min-TLS-1-2-PFS-2023-10",
    "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08",
] as const;

/** As for listeners: TLS 1.2 with forward secrecy, or newer (P-09). */
export const searchDomainTlsVersion = definePolicy({
    name: "search-domain-tls-version",
    control: "HTTPS-30",
    title: "Search domains negotiate TLS 1.2 with forward secrecy or newer.",
    severity: "medium",
    why: "TLS 1.0 and 1.1 are broken, and without forward secrecy whoever gets the key once can read all that was recorded before.",
    remediation: `Set domainEndpointOptions.tlsSecurityPolicy of the domain to "${FORWARD_SECRET[0]}"; CloudSearch has nothing newer than "Policy-Min-TLS-1-2-2019-07", for endpointOptions.tlsSecurityPolicy.`,
    frameworks: ["fsbp:Opensearch.8", "fsbp:ES.8", "checkov:CKV_AWS_218", "gdpr:32(1)(a)"],
    resourceTypes: [OPENSEARCH, "aws:elasticsearch/domain:Domain", CLOUDSEARCH],
    check(props, report, subject) {
        const isCloudSearch = subject.type === CLOUDSEARCH;
        const at = isCloudSearch ? "endpointOptions" : "domainEndpointOptions";
        const accepted = isCloudSearch ? (["Policy-Min-TLS-1-2-2019-07"] as const) : FORWARD_SECRET;
        const version = { accepted, byDefault: OLDEST, at };
        expectValue(report, objectOf(props, at), "tlsSecurityPolicy", version);
    },
    examples: {
        accepted: [
            {
                title: "a domain that negotiates forward secrecy",
                resources: [
                    {
                        type: OPENSEARCH,
                        props: {
                            domainEndpointOptions: {
                                enforceHttps: true,
                                tlsSecurityPolicy: FORWARD_SECRET[0],
                            },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a domain that still negotiates TLS 1.0",
                resources: [
                    {
                        type: OPENSEARCH,
                        props: { domainEndpointOptions: { tlsSecurityPolicy: OLDEST } },
                    },
                ],
                messages: [
                    `domainEndpointOptions.tlsSecurityPolicy is "${OLDEST}", expected "${FORWARD_SECRET[0]}" or "${FORWARD_SECRET[1]}"`,
                ],
            },
        ],
    },
});
