import { definePolicy } from "../lib/define-policy";
import { arn, judgePlaces, regionName, typesOf, type Places } from "./placement";

/** Properties by which file systems and table buckets are replicated to other regions. */
export const storageReplicaPlaces: Places = {
    "aws:efs/replicationConfiguration:ReplicationConfiguration": {
        "destination.region": regionName,
        "destination.kmsKeyId": arn,
    },
    "aws:s3tables/tableBucketReplication:TableBucketReplication": {
        "rule.destinations.destinationTableBucketArn": arn,
    },
    "aws:s3tables/tableReplication:TableReplication": {
        "rule.destinations.destinationTableBucketArn": arn,
    },
};

/** A replica of a file system is all of its files (P-07, P-14). */
export const storageReplicas = definePolicy({
    name: "storage-replicas",
    control: "REGION-04",
    title: "File systems and table buckets are replicated within eu-west-1 only.",
    severity: "critical",
    why: "Replication copies every file and every row to its destination, and goes on doing so.",
    remediation:
        "Let destination.region (destinationTableBucketArn) name eu-west-1, or remove the replication.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(storageReplicaPlaces),
    check: judgePlaces(storageReplicaPlaces),
    examples: {
        accepted: [
            {
                title: "a file system that is replicated within the region",
                resources: [
                    {
                        type: "aws:efs/replicationConfiguration:ReplicationConfiguration",
                        props: {
                            sourceFileSystemId: "fs-0123456789",
                            destination: { region: "eu-west-1" },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a file system that is replicated elsewhere",
                resources: [
                    {
                        type: "aws:efs/replicationConfiguration:ReplicationConfiguration",
                        props: {
                            sourceFileSystemId: "fs-0123456789",
                            destination: { region: "eu-north-1" },
                        },
                    },
                ],
                messages: [`destination.region is "eu-north-1", expected "eu-west-1"`],
            },
        ],
    },
});
