import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf } from "../lib/properties";

const OPENSEARCH = "aws:opensearch/domain:Domain";

/** HTTPS ends at the first node; what it passes on to the others is another connection (P-09). */
export const searchDomainNodeEncryption = definePolicy({
    name: "search-domain-node-encryption",
    control: "HTTPS-12",
    title: "Search domains encrypt the traffic between their nodes.",
    severity: "high",
    why: "HTTPS ends at the node that takes a request; without this setting documents and queries go on to the other nodes in plain text.",
    remediation: "Set nodeToNodeEncryption.enabled of the domain to true.",
    frameworks: [
        "fsbp:Opensearch.3",
        "fsbp:ES.3",
        "checkov:CKV_AWS_6",
        "trivy:AWS-0043",
        "cdk-nag:AwsSolutions-OS2",
        "prowler:opensearch_service_domains_node_to_node_encryption_enabled",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [OPENSEARCH, "aws:elasticsearch/domain:Domain"],
    check(props, report) {
        const at = "nodeToNodeEncryption";
        const enabled = { accepted: ["true"], byDefault: "false", at } as const;
        expectValue(report, objectOf(props, at), "enabled", enabled);
    },
    examples: {
        accepted: [
            {
                title: "a domain whose nodes speak TLS",
                resources: [
                    { type: OPENSEARCH, props: { nodeToNodeEncryption: { enabled: true } } },
                ],
            },
        ],
        rejected: [
            {
                title: "a domain that leaves it to AWS",
                resources: [{ type: OPENSEARCH, props: { engineVersion: "OpenSearch_2.19" } }],
                messages: [
                    "nodeToNodeEncryption.enabled is not set, which means false, expected true",
                ],
            },
        ],
    },
});
