import { ofAdded, type Edit } from "../edit";

/** A resource that belongs to no region has none among its inputs. */
const NOWHERE = { region: undefined };

/** Edits of what production does not have, which break the region lock (P-07). */
export const regionLockAdditions: readonly Edit[] = [
    ofAdded(
        "bucket-replication",
        "a copy of a bucket in somebody else's",
        {
            type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
            inputs: {
                bucket: "orders",
                rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::orders-copy" } }],
            },
        },
        (replication) => {
            replication["rules"] = [
                { status: "Enabled", destination: { bucket: "arn:aws:s3:::of-somebody-else" } },
            ];
        },
        [{ type: "aws:s3/bucket:Bucket", name: "copy", inputs: { bucket: "orders-copy" } }],
    ),
    ofAdded(
        "cache-replicas",
        "a cache that belongs to a global datastore",
        {
            type: "aws:elasticache/replicationGroup:ReplicationGroup",
            inputs: { description: "Sessions.", transitEncryptionEnabled: true },
        },
        (group) => {
            group["globalReplicationGroupId"] = "ldgnf-sessions";
        },
    ),
    ofAdded(
        "cross-region-inference",
        "an agent whose model answers in several regions",
        {
            type: "aws:bedrock/agentAgent:AgentAgent",
            inputs: {
                agentName: "help",
                foundationModel: "anthropic.claude-3-haiku-20240307-v1:0",
            },
        },
        (agent) => {
            agent["foundationModel"] = "eu.anthropic.claude-3-haiku-20240307-v1:0";
        },
    ),
    ofAdded(
        "edge-network",
        "an API at the edge",
        {
            type: "aws:apigateway/restApi:RestApi",
            inputs: { name: "orders", endpointConfiguration: { types: "REGIONAL" } },
        },
        (api) => {
            delete api["endpointConfiguration"];
        },
    ),
    ofAdded(
        "global-service",
        "a region that is switched on",
        {
            type: "aws:account/region:Region",
            inputs: { ...NOWHERE, regionName: "ap-east-1", enabled: false },
        },
        (region) => {
            region["enabled"] = true;
        },
    ),
    ofAdded(
        "image-copies",
        "an image that is copied from elsewhere",
        {
            type: "aws:ec2/amiCopy:AmiCopy",
            inputs: { sourceAmiId: "ami-0123456789", sourceAmiRegion: "eu-west-1" },
        },
        (copy) => {
            copy["sourceAmiRegion"] = "us-east-1";
        },
    ),
    ofAdded(
        "key-replicas",
        "a replica of a key elsewhere",
        {
            type: "aws:kms/replicaKey:ReplicaKey",
            inputs: { primaryKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/mrk-1" },
        },
        (key) => {
            key["primaryKeyArn"] = "arn:aws:kms:us-east-1:123456789012:key/mrk-1";
        },
    ),
    ofAdded(
        "messaging-regions",
        "a broker that is replicated to another region",
        {
            type: "aws:mq/broker:Broker",
            inputs: { brokerName: "orders", dataReplicationMode: "NONE" },
        },
        (broker) => {
            broker["dataReplicationMode"] = "CRDR";
        },
    ),
    ofAdded(
        "network-links",
        "a peering with another region",
        {
            type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
            inputs: { vpcId: "vpc-1", peerVpcId: "vpc-2" },
        },
        (peering) => {
            peering["peerRegion"] = "eu-west-2";
        },
    ),
    ofAdded(
        "secret-replicas",
        "a secret with a replica elsewhere",
        { type: "aws:secretsmanager/secret:Secret", inputs: { name: "orders" } },
        (secret) => {
            secret["replicas"] = [{ region: "eu-central-1" }];
        },
    ),
    ofAdded(
        "service-replicas",
        "incidents that are kept in another region as well",
        {
            type: "aws:ssmincidents/replicationSet:ReplicationSet",
            inputs: { ...NOWHERE, regions: [{ name: "eu-west-1" }] },
        },
        (set) => {
            set["regions"] = [{ name: "eu-west-1" }, { name: "eu-central-1" }];
        },
    ),
    ofAdded(
        "snapshot-copies",
        "a copy of a snapshot that goes elsewhere",
        {
            type: "aws:rds/snapshotCopy:SnapshotCopy",
            inputs: {
                sourceDbSnapshotIdentifier: "orders",
                targetDbSnapshotIdentifier: "orders-copy",
            },
        },
        (copy) => {
            copy["destinationRegion"] = "eu-west-2";
        },
    ),
    ofAdded(
        "storage-replicas",
        "a file system that is replicated elsewhere",
        {
            type: "aws:efs/replicationConfiguration:ReplicationConfiguration",
            inputs: { sourceFileSystemId: "fs-1", destination: { region: "eu-west-1" } },
        },
        (replication) => {
            replication["destination"] = { region: "eu-north-1" };
        },
    ),
];
