import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf } from "../lib/properties";

const TYPE = "aws:mskconnect/connector:Connector";

/** A connector chooses how it speaks with the cluster, and its default is plain text (P-09). */
export const kafkaConnectorTls = definePolicy({
    name: "kafka-connector-tls",
    control: "HTTPS-12",
    title: "Kafka connectors reach their cluster over TLS.",
    severity: "high",
    why: "Records that a connector moves can be read on the way between it and the brokers; a cluster that takes both leaves the choice to the connector.",
    remediation: 'Set kafkaClusterEncryptionInTransit.encryptionType of the connector to "TLS".',
    frameworks: [
        "fsbp:MSK.3",
        "prowler:kafka_connector_in_transit_encryption_enabled",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [TYPE],
    check(props, report) {
        const at = "kafkaClusterEncryptionInTransit";
        const encryption = { accepted: ["TLS"], byDefault: "PLAINTEXT", at } as const;
        expectValue(report, objectOf(props, at), "encryptionType", encryption);
    },
    examples: {
        accepted: [
            {
                title: "a connector that speaks TLS",
                resources: [
                    {
                        type: TYPE,
                        props: { kafkaClusterEncryptionInTransit: { encryptionType: "TLS" } },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a connector that speaks plain text",
                resources: [
                    {
                        type: TYPE,
                        props: { kafkaClusterEncryptionInTransit: { encryptionType: "PLAINTEXT" } },
                    },
                ],
                messages: [
                    `kafkaClusterEncryptionInTransit.encryptionType is "PLAINTEXT", expected "TLS"`,
                ],
            },
        ],
    },
});
