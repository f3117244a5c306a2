import { definePolicy } from "../lib/define-policy";
import {
    arn,
    judgePlaces,
    regionName,
    regionNameOrArn,
    typesOf,
    withAnother,
    type Places,
} from "./placement";

/** Properties by which snapshots are copied between regions. */
export const snapshotCopyPlaces: Places = {
    "aws:ebs/snapshotCopy:SnapshotCopy": { sourceRegion: regionName, kmsKeyId: arn },
    "aws:rds/snapshotCopy:SnapshotCopy": {
        destinationRegion: regionName,
        sourceDbSnapshotIdentifier: arn,
        kmsKeyId: arn,
        presignedUrl: withAnother,
    },
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": {
        destinationRegion: regionName,
        sourceDbClusterSnapshotIdentifier: arn,
        kmsKeyId: arn,
        presignedUrl: withAnother,
    },
    "aws:redshift/snapshotCopy:SnapshotCopy": { destinationRegion: regionName },
    "aws:dlm/lifecyclePolicy:LifecyclePolicy": {
        "policyDetails.action.crossRegionCopies.target": regionNameOrArn,
        "policyDetails.action.crossRegionCopies.encryptionConfiguration.cmkArn": arn,
        "policyDetails.schedules.crossRegionCopyRules.target": regionNameOrArn,
        "policyDetails.schedules.crossRegionCopyRules.targetRegion": regionNameOrArn,
        "policyDetails.schedules.crossRegionCopyRules.cmkArn": arn,
    },
    "aws:odb/network:Network": { crossRegionS3RestoreSourcesAccesses: regionName },
};

/** A snapshot is all data of a volume or a database (P-07, P-14). */
export const snapshotCopies = definePolicy({
    name: "snapshot-copies",
    control: "REGION-04",
    title: "Snapshots are copied within eu-west-1 only.",
    severity: "critical",
    why: "A copy of a snapshot is all data of a volume or a database as of one moment; whoever copies it elsewhere has moved it there.",
    remediation:
        "Remove destinationRegion, crossRegionCopyRules and the like, or name eu-west-1; copy from snapshots of eu-west-1 only.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(snapshotCopyPlaces),
    check: judgePlaces(snapshotCopyPlaces),
    examples: {
        accepted: [
            {
                title: "a copy within the region",
                resources: [
                    {
                        type: "aws:ebs/snapshotCopy:SnapshotCopy",
                        props: { sourceRegion: "eu-west-1", sourceSnapshotId: "snap-0123456789" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a copy of a database's snapshot that goes elsewhere",
                resources: [
                    {
                        type: "aws:rds/snapshotCopy:SnapshotCopy",
                        props: {
                            sourceDbSnapshotIdentifier: "orders",
                            targetDbSnapshotIdentifier: "orders-copy",
                            destinationRegion: "eu-west-2",
                        },
                    },
                ],
                messages: [`destinationRegion is "eu-west-2", expected "eu-west-1"`],
            },
        ],
    },
});
