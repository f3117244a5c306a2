import assert from "node:assert/strict";
import { backupCopies, backupCopyPlaces } from "../../../policies/region-lock/backup-copies";
import { judge, UNKNOWN } from "../support/judge";
import { ARN, describePlaces } from "../support/places";

const REPLICATION =
    "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";

describe("backup-copies", () => {
    describePlaces(backupCopies, backupCopyPlaces, [
        ["aws:backup/plan:Plan", "rules[0].copyActions[0].destinationVaultArn", ...ARN],
        ["aws:backup/plan:Plan", "rules[1].copyActions[2].destinationVaultArn", ...ARN],
        [REPLICATION, "sourceDbInstanceArn", ...ARN],
        [REPLICATION, "kmsKeyId", ...ARN],
    ]);

    it("says nothing of a signed address, which goes with its source", async () => {
        assert.deepEqual(
            await judge(backupCopies, { type: REPLICATION, props: { preSignedUrl: UNKNOWN } }),
            { diagnostics: [], notApplicable: [] },
        );
    });
});
