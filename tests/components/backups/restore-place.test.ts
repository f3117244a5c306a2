import assert from "node:assert/strict";
import { RestorePlace } from "../../../components/backups/restore-place";
import { record } from "../recording";

describe("RestorePlace", () => {
    it("is in the given subnets and lets nobody in or out", async () => {
        const seen = await record(
            () => new RestorePlace("prod-restore", { vpcId: "vpc-1", subnetIds: ["a", "b"] }),
        );
        assert.deepEqual(
            seen.inputs("aws:rds/subnetGroup:SubnetGroup", "prod-restore-subnets").subnetIds,
            ["a", "b"],
        );
        const group = seen.inputs(
            "aws:ec2/securityGroup:SecurityGroup",
            "prod-restore-security-group",
        );
        assert.deepEqual([group.vpcId, group.ingress, group.egress], ["vpc-1", [], []]);
    });
});
