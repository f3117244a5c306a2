import type { AddedResource, Edit, Editable } from "../edit";

/** An edit of a resource that production does not have. */
function edit(
    policy: string,
    title: string,
    type: string,
    inputs: Editable,
    change: Edit["change"],
    others: readonly AddedResource[] = [],
): Edit {
    const added = [{ type, name: "added", inputs }, ...others];
    return { policy, title, type, name: "added", change, added };
}

/** A resource that belongs to no region has none among its inputs. */
const NOWHERE = { region: undefined };

/** Edits of what production does not have, which break the region lock (P-07). */
export const regionLockAdditions: readonly Edit[] = [
    edit(
        "bucket-replication",
        "a copy of a bucket in somebody else's",
        "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        {
            bucket: "orders",
            rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::orders-copy" } }],
        },
        (replication) => {
            replication["rules"] = [
                { status: "Enabled", destination: { bucket: "arn:aws:s3:::of-somebody-else" } },
            ];
        },
        [{ type: "aws:s3/bucket:Bucket", name: "copy", inputs: { bucket: "orders-copy" } }],
    ),
    edit(
        "cache-replicas",
        "a cache that belongs to a global datastore",
        "aws:elasticache/replicationGroup:ReplicationGroup",
        { description: "Sessions.", transitEncryptionEnabled: true },
        (group) => {
            group["globalReplicationGroupId"] = "ldgnf-sessions";
        },
    ),
    edit(
        "cross-region-inference",
        "an agent whose model answers in several regions",
        "aws:bedrock/agentAgent:AgentAgent",
        { agentName: "help", foundationModel: "anthropic.claude-3-haiku-20240307-v1:0" },
        (agent) => {
            agent["foundationModel"] = "eu.anthropic.claude-3-haiku-20240307-v1:0";
        },
    ),
    edit(
        "edge-network",
        "an API at the edge",
        "aws:apigateway/restApi:RestApi",
        { name: "orders", endpointConfiguration: { types: "REGIONAL" } },
        (api) => {
            delete api["endpointConfiguration"];
        },
    ),
    edit(
        "global-service",
        "a region that is switched on",
        "aws:account/region:Region",
        { ...NOWHERE, regionName: "ap-east-1", enabled: false },
        (region) => {
            region["enabled"] = true;
        },
    ),
    edit(
        "image-copies",
        "an image that is copied from elsewhere",
        "aws:ec2/amiCopy:AmiCopy",
        { sourceAmiId: "ami-0123456789", sourceAmiRegion: "eu-west-1" },
        (copy) => {
            copy["sourceAmiRegion"] = "us-east-1";
        },
    ),
    edit(
        "key-replicas",
        "a replica of a key elsewhere",
        "aws:kms/replicaKey:ReplicaKey",
        { primaryKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/mrk-1" },
        (key) => {
            key["primaryKeyArn"] = "arn:aws:kms:us-east-1:123456789012:key/mrk-1";
        },
    ),
    edit(
        "messaging-regions",
        "a broker that is replicated to another region",
        "aws:mq/broker:Broker",
        { brokerName: "orders", dataReplicationMode: "NONE" },
        (broker) => {
            broker["dataReplicationMode"] = "CRDR";
        },
    ),
    edit(
        "network-links",
        "a peering with another region",
        "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        { vpcId: "vpc-1", peerVpcId: "vpc-2" },
        (peering) => {
            peering["peerRegion"] = "eu-west-2";
        },
    ),
    edit(
        "secret-replicas",
        "a secret with a replica elsewhere",
        "aws:secretsmanager/secret:Secret",
        { name: "orders" },
        (secret) => {
            secret["replicas"] = [{ region: "eu-central-1" }];
        },
    ),
    edit(
        "service-replicas",
        "incidents that are kept in another region as well",
        "aws:ssmincidents/replicationSet:ReplicationSet",
        { ...NOWHERE, regions: [{ name: "eu-west-1" }] },
        (set) => {
            set["regions"] = [{ name: "eu-west-1" }, { name: "eu-central-1" }];
        },
    ),
    edit(
        "snapshot-copies",
        "a copy of a snapshot that goes elsewhere",
        "aws:rds/snapshotCopy:SnapshotCopy",
        { sourceDbSnapshotIdentifier: "orders", targetDbSnapshotIdentifier: "orders-copy" },
        (copy) => {
            copy["destinationRegion"] = "eu-west-2";
        },
    ),
    edit(
        "storage-replicas",
        "a file system that is replicated elsewhere",
        "aws:efs/replicationConfiguration:ReplicationConfiguration",
        { sourceFileSystemId: "fs-1", destination: { region: "eu-west-1" } },
        (replication) => {
            replication["destination"] = { region: "eu-north-1" };
        },
    ),
];
