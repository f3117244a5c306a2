import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf } from "../lib/properties";

const TYPE = "aws:msk/cluster:Cluster";
const PATH = "encryptionInfo.encryptionInTransit";

/** Serverless clusters speak TLS only; provisioned ones do unless they are told to take plain text (P-09). */
export const kafkaClusterTls = definePolicy({
    name: "kafka-cluster-tls",
    control: "HTTPS-12",
    title: "Kafka clusters speak TLS only, with their clients and between their brokers.",
    severity: "high",
    why: "Records, and the passwords of clients, can be read wherever a broker takes plain text, and what it takes is up to the client as long as it takes both.",
    remediation: `Set clientBroker in ${PATH} of the cluster to "TLS" and inCluster to true, or leave both to MSK.`,
    frameworks: [
        "fsbp:MSK.1",
        "trivy:AWS-0073",
        "cdk-nag:AwsSolutions-MSK2",
        "cdk-nag:AwsSolutions-MSK3",
        "prowler:kafka_cluster_in_transit_encryption_enabled",
        "kics:msk_cluster_encryption_disabled",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        const encryption = objectOf(objectOf(props, "encryptionInfo"), "encryptionInTransit");
        // https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html#clusters-model-encryptionintransit
        subject.ifKnown(() => {
            const clients = { accepted: ["TLS"], byDefault: "TLS", at: PATH } as const;
            expectValue(report, encryption, "clientBroker", clients);
        });
        subject.ifKnown(() => {
            const brokers = { accepted: ["true"], byDefault: "true", at: PATH } as const;
            expectValue(report, encryption, "inCluster", brokers);
        });
    },
    examples: {
        accepted: [
            {
                title: "a cluster that leaves encryption to MSK, which encrypts",
                resources: [{ type: TYPE, props: { kafkaVersion: "3.8.x" } }],
            },
        ],
        rejected: [
            {
                title: "a cluster that takes plain text as well",
                resources: [
                    {
                        type: TYPE,
                        props: {
                            encryptionInfo: {
                                encryptionInTransit: { clientBroker: "TLS_PLAINTEXT" },
                            },
                        },
                    },
                ],
                messages: [`${PATH}.clientBroker is "TLS_PLAINTEXT", expected "TLS"`],
            },
        ],
    },
});
