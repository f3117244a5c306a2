import { ofAdded, setting, unsetting, type Edit } from "../edit";

/** Databases and caches that take plain text. */
export const databases: readonly Edit[] = [
    {
        policy: "parameter-group-tls",
        title: "a parameter group that lets PostgreSQL take plain text",
        type: "aws:rds/parameterGroup:ParameterGroup",
        name: "prod-licensing-licences-parameters",
        change: (group) => {
            const parameters = group["parameters"] as { name: string; value: string }[];
            const forced = parameters.find(({ name }) => name === "rds.force_ssl");
            if (forced !== undefined) forced.value = "0";
        },
    },
    ofAdded(
        "parameter-group-tls",
        "an Aurora cluster's parameter group that lets MySQL take plain text",
        {
            type: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
            inputs: {
                family: "aurora-mysql8.0",
                parameters: [{ name: "require_secure_transport", value: "ON" }],
            },
        },
        setting("parameters.0.value", "OFF"),
    ),
    {
        policy: "tls-settings-in-stack",
        title: "a database with a parameter group from elsewhere",
        type: "aws:rds/instance:Instance",
        name: "prod-licensing-licences-instance",
        change: setting("parameterGroupName", "made-by-hand"),
    },
    ofAdded(
        "database-tls",
        "an engine version that takes plain text by default",
        {
            type: "aws:rds/instance:Instance",
            inputs: { engine: "postgres", engineVersion: "17.5", storageEncrypted: true },
        },
        (instance) => {
            instance["engineVersion"] = "14.9";
        },
    ),
    ofAdded(
        "database-tls",
        "Redshift on the default group of old",
        {
            type: "aws:redshift/cluster:Cluster",
            inputs: { clusterIdentifier: "orders" },
        },
        setting("clusterParameterGroupName", "default.redshift-1.0"),
    ),
    ofAdded(
        "parameter-group-tls",
        "a parameter group of Redshift that lets it take plain text",
        {
            type: "aws:redshift/parameterGroup:ParameterGroup",
            inputs: { family: "redshift-2.0" },
        },
        setting("family", "redshift-1.0"),
    ),
    ofAdded(
        "database-tls-version",
        "a parameter group of DocumentDB that lets it negotiate TLS 1.0",
        {
            type: "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
            inputs: { family: "docdb5.0", parameters: [{ name: "tls", value: "tls1.2+" }] },
        },
        setting("parameters", []),
    ),
    ofAdded(
        "database-tls-version",
        "a parameter group of MySQL that lets it negotiate TLS 1.1",
        {
            type: "aws:rds/parameterGroup:ParameterGroup",
            inputs: {
                family: "mysql8.4",
                parameters: [
                    { name: "require_secure_transport", value: "1" },
                    { name: "tls_version", value: "TLSv1.2" },
                ],
            },
        },
        setting("parameters.1.value", "TLSv1.1,TLSv1.2"),
    ),
    ofAdded(
        "database-proxy-tls",
        "a proxy that does not require TLS",
        {
            type: "aws:rds/proxy:Proxy",
            inputs: { engineFamily: "POSTGRESQL", requireTls: true },
        },
        unsetting("requireTls"),
    ),
    ofAdded(
        "oracle-network-encryption",
        "Oracle that only asks for encryption",
        {
            type: "aws:rds/optionGroup:OptionGroup",
            inputs: {
                engineName: "oracle-ee",
                majorEngineVersion: "19",
                options: [
                    {
                        optionName: "NATIVE_NETWORK_ENCRYPTION",
                        optionSettings: [{ name: "SQLNET.ENCRYPTION_SERVER", value: "REQUIRED" }],
                    },
                ],
            },
        },
        setting("options.0.optionSettings.0.value", "REQUESTED"),
    ),
    ofAdded(
        "elasticache-tls",
        "a cache in plain text",
        {
            type: "aws:elasticache/replicationGroup:ReplicationGroup",
            inputs: { engine: "valkey", transitEncryptionEnabled: true },
        },
        setting("transitEncryptionEnabled", false),
    ),
    ofAdded(
        "elasticache-tls",
        "a cache that also takes plain text",
        {
            type: "aws:elasticache/replicationGroup:ReplicationGroup",
            inputs: { engine: "valkey", transitEncryptionEnabled: true },
        },
        setting("transitEncryptionMode", "preferred"),
    ),
    ofAdded(
        "memorydb-tls",
        "MemoryDB in plain text",
        { type: "aws:memorydb/cluster:Cluster", inputs: { aclName: "orders" } },
        setting("tlsEnabled", false),
    ),
    ofAdded(
        "dax-tls",
        "DynamoDB's accelerator in plain text",
        {
            type: "aws:dax/cluster:Cluster",
            inputs: { clusterEndpointEncryptionType: "TLS" },
        },
        unsetting("clusterEndpointEncryptionType"),
    ),
    ofAdded(
        "redshift-serverless-tls",
        "Redshift Serverless in plain text",
        {
            type: "aws:redshiftserverless/workgroup:Workgroup",
            inputs: { configParameters: [{ parameterKey: "require_ssl", parameterValue: "true" }] },
        },
        setting("configParameters.0.parameterValue", "false"),
    ),
    ofAdded(
        "api-cache-tls",
        "an API's cache in plain text",
        { type: "aws:appsync/apiCache:ApiCache", inputs: { transitEncryptionEnabled: true } },
        setting("transitEncryptionEnabled", false),
    ),
];
