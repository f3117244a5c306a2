import assert from "node:assert/strict";
import { snapshotCopies, snapshotCopyPlaces } from "../../../policies/region-lock/snapshot-copies";
import { judge, UNKNOWN } from "../support/judge";
import { ARN, describePlaces, QUEUE_HERE, REGION_NAME } from "../support/places";

const EBS = "aws:ebs/snapshotCopy:SnapshotCopy";
const RDS = "aws:rds/snapshotCopy:SnapshotCopy";
const CLUSTER = "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy";
const DLM = "aws:dlm/lifecyclePolicy:LifecyclePolicy";
const TARGET = [REGION_NAME[0], REGION_NAME[1], ["eu-west-1", QUEUE_HERE]] as const;

describe("snapshot-copies", () => {
    describePlaces(snapshotCopies, snapshotCopyPlaces, [
        [EBS, "sourceRegion", ...REGION_NAME],
        [EBS, "kmsKeyId", ...ARN],
        [RDS, "destinationRegion", ...REGION_NAME],
        [RDS, "sourceDbSnapshotIdentifier", ...ARN],
        [RDS, "kmsKeyId", ...ARN],
        [CLUSTER, "destinationRegion", ...REGION_NAME],
        [CLUSTER, "sourceDbClusterSnapshotIdentifier", ...ARN],
        [CLUSTER, "kmsKeyId", ...ARN],
        ["aws:redshift/snapshotCopy:SnapshotCopy", "destinationRegion", ...REGION_NAME],
        [DLM, "policyDetails.action.crossRegionCopies[0].target", ...TARGET],
        [DLM, "policyDetails.action.crossRegionCopies[0].encryptionConfiguration.cmkArn", ...ARN],
        [DLM, "policyDetails.schedules[1].crossRegionCopyRules[0].target", ...TARGET],
        [DLM, "policyDetails.schedules[1].crossRegionCopyRules[0].targetRegion", ...TARGET],
        [DLM, "policyDetails.schedules[0].crossRegionCopyRules[0].cmkArn", ...ARN],
        ["aws:odb/network:Network", "crossRegionS3RestoreSourcesAccesses[0]", ...REGION_NAME],
    ]);

    it("reports a target that is an Outpost elsewhere", async () => {
        const target = "arn:aws:outposts:us-east-1:123456789012:outpost/op-1";
        const { diagnostics } = await judge(snapshotCopies, {
            type: DLM,
            props: { policyDetails: { schedules: [{ crossRegionCopyRules: [{ target }] }] } },
        });
        assert.deepEqual(diagnostics, [
            {
                verdict: "fail",
                message: `policyDetails.schedules[0].crossRegionCopyRules[0].target is an ARN in "us-east-1", expected one in "eu-west-1"`,
                level: "mandatory",
            },
        ]);
    });

    it("says nothing of a signed address, which goes with its source", async () => {
        for (const presignedUrl of [UNKNOWN, "https://rds.us-east-1.amazonaws.com/?Action=a"]) {
            for (const type of [RDS, CLUSTER]) {
                assert.deepEqual(await judge(snapshotCopies, { type, props: { presignedUrl } }), {
                    diagnostics: [],
                    notApplicable: [],
                });
            }
        }
    });
});
