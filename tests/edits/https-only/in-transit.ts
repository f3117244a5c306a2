import { ofAdded, setting, unsetting, type Edit } from "../edit";

const domain = {
    type: "aws:opensearch/domain:Domain",
    inputs: {
        domainEndpointOptions: {
            enforceHttps: true,
            tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10",
        },
        nodeToNodeEncryption: { enabled: true },
    },
};

/** Search, streams and files that travel in plain text. */
export const inTransit: readonly Edit[] = [
    ofAdded(
        "search-domain-https",
        "a search domain that takes plain HTTP",
        domain,
        setting("domainEndpointOptions.enforceHttps", false),
    ),
    ofAdded(
        "search-domain-tls-version",
        "a search domain that takes TLS 1.0",
        domain,
        setting("domainEndpointOptions.tlsSecurityPolicy", "Policy-Min-TLS-1-0-2019-07"),
    ),
    ofAdded(
        "search-domain-node-encryption",
        "a search domain whose nodes talk in plain text",
        domain,
        unsetting("nodeToNodeEncryption"),
    ),
    ofAdded(
        "kafka-cluster-tls",
        "a Kafka cluster that also takes plain text",
        {
            type: "aws:msk/cluster:Cluster",
            inputs: { encryptionInfo: { encryptionInTransit: { clientBroker: "TLS" } } },
        },
        setting("encryptionInfo.encryptionInTransit.clientBroker", "TLS_PLAINTEXT"),
    ),
    ofAdded(
        "kafka-connector-tls",
        "a connector that speaks plain text",
        {
            type: "aws:mskconnect/connector:Connector",
            inputs: { kafkaClusterEncryptionInTransit: { encryptionType: "TLS" } },
        },
        setting("kafkaClusterEncryptionInTransit.encryptionType", "PLAINTEXT"),
    ),
    ofAdded(
        "lustre-encryption",
        "a Lustre file system that does not encrypt in transit",
        {
            type: "aws:fsx/lustreFileSystem:LustreFileSystem",
            inputs: { deploymentType: "PERSISTENT_2" },
        },
        setting("deploymentType", "SCRATCH_1"),
    ),
];
