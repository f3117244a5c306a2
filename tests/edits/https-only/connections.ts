import { inDocument, ofAdded, setting, unsetting, type Edit } from "../edit";

const fileSystemId = "fs-0123456789abcdef0";
const fileSystemPolicy = {
    type: "aws:efs/fileSystemPolicy:FileSystemPolicy",
    inputs: {
        fileSystemId,
        policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { AWS: "*" },
                    Action: "elasticfilesystem:ClientMount",
                    Resource: `arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/${fileSystemId}`,
                    Condition: { Bool: { "aws:SecureTransport": "true" } },
                },
            ],
        }),
    },
};
const fileSystem = {
    type: "aws:efs/fileSystem:FileSystem",
    name: "files",
    inputs: { fileSystemId },
};

/** What connects to databases, moves files, mail and calls, and computes together, in plain text. */
export const connections: readonly Edit[] = [
    ofAdded(
        "efs-policy-secure-transport",
        "a file system's policy that lets clients mount in plain text",
        fileSystemPolicy,
        inDocument("policy", ({ Statement: [statement] }) => {
            Reflect.deleteProperty(statement ?? {}, "Condition");
        }),
    ),
    {
        ...ofAdded(
            "efs-secure-transport",
            "a file system whose policy is about another one",
            {
                ...fileSystemPolicy,
                inputs: { ...fileSystemPolicy.inputs, fileSystemId: "files" },
            },
            setting("fileSystemId", "others"),
            [fileSystem],
        ),
        reportedOn: "files",
    },
    ofAdded(
        "efs-mount-tls",
        "a batch job that mounts a file system in plain text",
        {
            type: "aws:batch/jobDefinition:JobDefinition",
            inputs: {
                containerProperties: JSON.stringify({
                    volumes: [{ efsVolumeConfiguration: { transitEncryption: "ENABLED" } }],
                }),
            },
        },
        setting(
            "containerProperties",
            JSON.stringify({ volumes: [{ efsVolumeConfiguration: { fileSystemId } }] }),
        ),
    ),
    ofAdded(
        "efs-mount-tls",
        "a transfer that mounts a file system in plain text",
        {
            type: "aws:datasync/efsLocation:EfsLocation",
            inputs: { inTransitEncryption: "TLS1_2" },
        },
        unsetting("inTransitEncryption"),
    ),
    ofAdded(
        "file-gateway-encryption",
        "a file gateway that leaves encryption to the client",
        {
            type: "aws:storagegateway/gateway:Gateway",
            inputs: { gatewayType: "FILE_S3", smbSecurityStrategy: "MandatoryEncryption" },
        },
        setting("smbSecurityStrategy", "ClientSpecified"),
    ),
    ofAdded(
        "dms-endpoint-tls",
        "a replication that reads a database in plain text",
        {
            type: "aws:dms/endpoint:Endpoint",
            inputs: { engineName: "postgres", sslMode: "verify-full" },
        },
        unsetting("sslMode"),
    ),
    ofAdded(
        "dms-endpoint-tls",
        "a replication that writes to Kafka in plain text",
        {
            type: "aws:dms/endpoint:Endpoint",
            inputs: { engineName: "kafka", kafkaSettings: { securityProtocol: "sasl-ssl" } },
        },
        setting("kafkaSettings", {}),
    ),
    ofAdded(
        "dms-data-provider-tls",
        "a migration project that reads a database in plain text",
        {
            type: "aws:dms/dataProvider:DataProvider",
            inputs: { settings: { mysqlSettings: { sslMode: "verify-ca" } } },
        },
        setting("settings.mysqlSettings.sslMode", "none"),
    ),
    ofAdded(
        "glue-connection-tls",
        "a Glue connection that does not enforce TLS",
        {
            type: "aws:glue/connection:Connection",
            inputs: { connectionProperties: { JDBC_ENFORCE_SSL: "true" } },
        },
        setting("connectionProperties.JDBC_ENFORCE_SSL", "false"),
    ),
    ofAdded(
        "quicksight-source-tls",
        "a data source of QuickSight without TLS",
        { type: "aws:quicksight/dataSource:DataSource", inputs: { type: "POSTGRESQL" } },
        setting("sslProperties", { disableSsl: true }),
    ),
    ofAdded(
        "datasync-location-tls",
        "a transfer that reads object storage over HTTP",
        {
            type: "aws:datasync/locationObjectStorage:LocationObjectStorage",
            inputs: { serverProtocol: "HTTPS" },
        },
        setting("serverProtocol", "HTTP"),
    ),
    ofAdded(
        "datasync-location-tls",
        "a transfer that reads Hadoop without encryption",
        { type: "aws:datasync/locationHdfs:LocationHdfs", inputs: {} },
        setting("qopConfiguration", { rpcProtection: "INTEGRITY" }),
    ),
    ofAdded(
        "transfer-connector-https",
        "a connector that sends files over HTTP",
        {
            type: "aws:transfer/connector:Connector",
            inputs: { url: "https://partner.example.com/as2" },
        },
        setting("url", "http://partner.example.com/as2"),
    ),
    ofAdded(
        "mail-tls",
        "mail that is sent in plain text as well",
        {
            type: "aws:sesv2/configurationSet:ConfigurationSet",
            inputs: { deliveryOptions: { tlsPolicy: "REQUIRE" } },
        },
        unsetting("deliveryOptions"),
    ),
    ofAdded(
        "mail-tls",
        "mail that is received in plain text as well",
        { type: "aws:ses/receiptRule:ReceiptRule", inputs: { tlsPolicy: "Require" } },
        setting("tlsPolicy", "Optional"),
    ),
    ofAdded(
        "voice-connector-encryption",
        "calls in plain text",
        { type: "aws:chime/voiceConnector:VoiceConnector", inputs: { requireEncryption: true } },
        setting("requireEncryption", false),
    ),
    ofAdded(
        "service-connect-tls",
        "a service that is offered in plain text",
        {
            type: "aws:ecs/service:Service",
            inputs: {
                serviceConnectConfiguration: {
                    enabled: true,
                    services: [{ portName: "orders", tls: { roleArn: "" } }],
                },
            },
        },
        setting("serviceConnectConfiguration.services.0.tls", null),
    ),
    ofAdded(
        "mesh-tls",
        "a node of a mesh that takes plain text as well",
        {
            type: "aws:appmesh/virtualNode:VirtualNode",
            inputs: { spec: { listeners: [{ tls: { mode: "STRICT" } }] } },
        },
        setting("spec.listeners.0.tls.mode", "PERMISSIVE"),
    ),
    ofAdded(
        "mesh-tls",
        "a gateway of a mesh that does not enforce its policy",
        {
            type: "aws:appmesh/virtualGateway:VirtualGateway",
            inputs: { spec: { listeners: [{ tls: { mode: "STRICT" } }] } },
        },
        setting("spec.backendDefaults", { clientPolicy: { tls: { enforce: false } } }),
    ),
    ofAdded(
        "emr-transit-encryption",
        "nodes of EMR that talk in plain text",
        {
            type: "aws:emr/securityConfiguration:SecurityConfiguration",
            inputs: {
                configuration: JSON.stringify({
                    EncryptionConfiguration: { EnableInTransitEncryption: true },
                }),
            },
        },
        setting("configuration", "{}"),
    ),
    ofAdded(
        "emr-transit-encryption",
        "a cluster of EMR without a security configuration",
        {
            type: "aws:emr/cluster:Cluster",
            inputs: { releaseLabel: "emr-7.9.0", securityConfiguration: "tls" },
        },
        unsetting("securityConfiguration"),
        [
            {
                type: "aws:emr/securityConfiguration:SecurityConfiguration",
                name: "tls",
                inputs: {
                    configuration: JSON.stringify({
                        EncryptionConfiguration: { EnableInTransitEncryption: true },
                    }),
                },
            },
        ],
    ),
    ofAdded(
        "training-traffic-encryption",
        "instances of a training that talk in plain text",
        {
            type: "aws:sagemaker/trainingJob:TrainingJob",
            inputs: { resourceConfig: { instanceCount: 1 } },
        },
        setting("resourceConfig.instanceCount", 2),
    ),
    ofAdded(
        "build-source-tls",
        "a build that checks no certificate",
        {
            type: "aws:codebuild/project:Project",
            inputs: { source: { type: "GITHUB_ENTERPRISE" } },
        },
        setting("source.insecureSsl", true),
    ),
];
