import {
    storageReplicaPlaces,
    storageReplicas,
} from "../../../policies/region-lock/storage-replicas";
import { ARN, describePlaces, REGION_NAME } from "../support/places";

const EFS = "aws:efs/replicationConfiguration:ReplicationConfiguration";

describe("storage-replicas", () => {
    describePlaces(storageReplicas, storageReplicaPlaces, [
        [EFS, "destination.region", ...REGION_NAME],
        [EFS, "destination.kmsKeyId", ...ARN],
        [
            "aws:s3tables/tableBucketReplication:TableBucketReplication",
            "rule.destinations[0].destinationTableBucketArn",
            ...ARN,
        ],
        [
            "aws:s3tables/tableReplication:TableReplication",
            "rule.destinations[1].destinationTableBucketArn",
            ...ARN,
        ],
    ]);
});
