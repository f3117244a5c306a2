import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";

const TYPE = "aws:dax/cluster:Cluster";

/** DynamoDB speaks HTTPS only; the cache in front of it takes plain text unless it is told not to (P-09). */
export const daxTls = definePolicy({
    name: "dax-tls",
    control: "HTTPS-11",
    title: "DynamoDB Accelerator accepts TLS connections only.",
    severity: "high",
    why: "DynamoDB itself is reached over HTTPS only; an accelerator without encryption sends the same items in plain text.",
    remediation:
        'Set clusterEndpointEncryptionType of the cluster to "TLS"; an existing cluster has to be replaced.',
    frameworks: [
        "fsbp:DynamoDB.7",
        "checkov:CKV_AWS_239",
        "prowler:dynamodb_accelerator_cluster_in_transit_encryption_enabled",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [TYPE],
    check(cluster, report) {
        const encryption = { accepted: ["TLS"], byDefault: "NONE" } as const;
        expectValue(report, cluster, "clusterEndpointEncryptionType", encryption);
    },
    examples: {
        accepted: [
            {
                title: "a cluster whose endpoint speaks TLS",
                resources: [{ type: TYPE, props: { clusterEndpointEncryptionType: "TLS" } }],
            },
        ],
        rejected: [
            {
                title: "a cluster that leaves encryption to AWS",
                resources: [{ type: TYPE, props: { nodeType: "dax.r5.large" } }],
                messages: [
                    `clusterEndpointEncryptionType is not set, which means "NONE", expected "TLS"`,
                ],
            },
        ],
    },
});
