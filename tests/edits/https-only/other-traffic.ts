import { inDocument, ofAdded, setting, unsetting, type Edit } from "../edit";

const FILE_SYSTEM = "fs-0123456789abcdef0";
const FILE_SYSTEM_ARN = `arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/${FILE_SYSTEM}`;

const filePolicy = {
    type: "aws:efs/fileSystemPolicy:FileSystemPolicy",
    name: "beside",
    inputs: {
        fileSystemId: FILE_SYSTEM,
        policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Deny",
                    Principal: "*",
                    Action: "*",
                    Resource: FILE_SYSTEM_ARN,
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
                {
                    Effect: "Allow",
                    Principal: "*",
                    Action: "elasticfilesystem:ClientMount",
                    Resource: FILE_SYSTEM_ARN,
                },
            ],
        }),
    },
};

/** File systems, mail, builds, meshes and whatever else can travel in plain text. */
export const otherTraffic: readonly Edit[] = [
    ofAdded(
        "efs-policy-secure-transport",
        "a file system's policy that lets clients mount in plain text",
        filePolicy,
        inDocument("policy", (document) => {
            document.Statement.shift();
        }),
    ),
    ofAdded(
        "efs-secure-transport",
        "a file system whose policy belongs to another one",
        {
            type: "aws:efs/fileSystem:FileSystem",
            inputs: { arn: FILE_SYSTEM_ARN, id: FILE_SYSTEM, encrypted: true },
        },
        (files) => {
            files["id"] = "fs-00000000000000000";
            files["arn"] = `${FILE_SYSTEM_ARN}0`;
        },
        [filePolicy],
    ),
    ofAdded(
        "mail-tls",
        "mail that may be delivered in plain text",
        {
            type: "aws:sesv2/configurationSet:ConfigurationSet",
            inputs: { deliveryOptions: { tlsPolicy: "REQUIRE" } },
        },
        setting("deliveryOptions.tlsPolicy", "OPTIONAL"),
    ),
    ofAdded(
        "build-source-tls",
        "a build that trusts any certificate",
        {
            type: "aws:codebuild/project:Project",
            inputs: { source: { type: "GITHUB_ENTERPRISE", location: "https://git.example.com" } },
        },
        setting("source.insecureSsl", true),
    ),
    ofAdded(
        "database-tls-version",
        "DocumentDB that takes TLS 1.0",
        {
            type: "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
            inputs: { family: "docdb5.0", parameters: [{ name: "tls", value: "tls1.2+" }] },
        },
        setting("parameters.0.value", "enabled"),
    ),
    ofAdded(
        "datasync-location-tls",
        "an object store that is read over HTTP",
        {
            type: "aws:datasync/locationObjectStorage:LocationObjectStorage",
            inputs: { serverProtocol: "HTTPS" },
        },
        setting("serverProtocol", "HTTP"),
    ),
    ofAdded(
        "dms-endpoint-tls",
        "a migration from a database in plain text",
        {
            type: "aws:dms/endpoint:Endpoint",
            inputs: { engineName: "postgres", sslMode: "verify-full" },
        },
        setting("sslMode", "none"),
    ),
    ofAdded(
        "dms-data-provider-tls",
        "a data provider in plain text",
        {
            type: "aws:dms/dataProvider:DataProvider",
            inputs: {
                engine: "postgres",
                settings: { postgresqlSettings: { sslMode: "verify-full" } },
            },
        },
        setting("settings.postgresqlSettings.sslMode", "none"),
    ),
    ofAdded(
        "emr-transit-encryption",
        "a cluster's security configuration without TLS",
        {
            type: "aws:emr/securityConfiguration:SecurityConfiguration",
            inputs: {
                configuration: `{"EncryptionConfiguration":{"EnableInTransitEncryption":true}}`,
            },
        },
        setting("configuration", `{"EncryptionConfiguration":{"EnableInTransitEncryption":false}}`),
    ),
    ofAdded(
        "file-gateway-encryption",
        "a file gateway that lets clients choose",
        {
            type: "aws:storagegateway/gateway:Gateway",
            inputs: { gatewayType: "FILE_S3", smbSecurityStrategy: "MandatoryEncryption" },
        },
        setting("smbSecurityStrategy", "ClientSpecified"),
    ),
    ofAdded(
        "glue-connection-tls",
        "a connection that does not insist on TLS",
        {
            type: "aws:glue/connection:Connection",
            inputs: { connectionProperties: { JDBC_ENFORCE_SSL: "true" } },
        },
        setting("connectionProperties.JDBC_ENFORCE_SSL", "false"),
    ),
    ofAdded(
        "mesh-tls",
        "a mesh's node that also takes plain text",
        {
            type: "aws:appmesh/virtualNode:VirtualNode",
            inputs: {
                spec: { listeners: [{ portMapping: { port: 8443 }, tls: { mode: "STRICT" } }] },
            },
        },
        setting("spec.listeners.0.tls.mode", "PERMISSIVE"),
    ),
    ofAdded(
        "quicksight-source-tls",
        "a data source without TLS",
        { type: "aws:quicksight/dataSource:DataSource", inputs: { type: "POSTGRESQL" } },
        setting("sslProperties", { disableSsl: true }),
    ),
    ofAdded(
        "service-connect-tls",
        "containers that talk in plain text",
        {
            type: "aws:ecs/service:Service",
            inputs: {
                serviceConnectConfiguration: {
                    enabled: true,
                    services: [
                        {
                            portName: "orders",
                            tls: {
                                issuerCertAuthority: {
                                    awsPcaAuthorityArn:
                                        "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/orders",
                                },
                            },
                        },
                    ],
                },
            },
        },
        (service) => {
            service["serviceConnectConfiguration"] = {
                enabled: true,
                services: [{ portName: "orders" }],
            };
        },
    ),
    ofAdded(
        "training-traffic-encryption",
        "a training whose machines talk in plain text",
        {
            type: "aws:sagemaker/trainingJob:TrainingJob",
            inputs: {
                enableInterContainerTrafficEncryption: true,
                resourceConfig: { instanceCount: 4 },
            },
        },
        unsetting("enableInterContainerTrafficEncryption"),
    ),
    ofAdded(
        "transfer-connector-https",
        "a partner who is reached over HTTP",
        {
            type: "aws:transfer/connector:Connector",
            inputs: { url: "https://partner.example.com/as2" },
        },
        setting("url", "http://partner.example.com/as2"),
    ),
    ofAdded(
        "voice-connector-encryption",
        "calls that need no encryption",
        { type: "aws:chime/voiceConnector:VoiceConnector", inputs: { requireEncryption: true } },
        setting("requireEncryption", false),
    ),
];
