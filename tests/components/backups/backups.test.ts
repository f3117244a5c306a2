import assert from "node:assert/strict";
import { Backups, type BackupsArgs } from "../../../components/backups/backups";
import { statements } from "../policy-json";
import { record } from "../recording";

const args: BackupsArgs = {
    accountId: "123456789012",
    services: ["licensing", "usage"],
    continuousDays: 35,
    dailyDays: 35,
    monthlyDays: 365,
    lock: "governance",
};
const made = (extra: Partial<BackupsArgs> = {}) =>
    record(() => new Backups("prod-backups", { ...args, ...extra }));
const place = { dbSubnetGroupName: "prod-data", securityGroupId: "sg-1" };

describe("Backups", () => {
    it("keeps recovery points in a locked vault where nobody deletes", async () => {
        const seen = await made();
        const vault = seen.inputs("aws:backup/vault:Vault", "prod-backups-vault");
        assert.deepEqual(vault, {
            name: "prod-backups-vault",
            kmsKeyArn: "arn:aws:mock:eu-west-1:123456789012:prod-backups-key",
            forceDestroy: false,
        });
        assert.deepEqual(
            seen.inputs(
                "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
                "prod-backups-vault-lock",
            ),
            { backupVaultName: "prod-backups-vault", minRetentionDays: 35, maxRetentionDays: 365 },
        );
        const policy = seen.inputs(
            "aws:backup/vaultPolicy:VaultPolicy",
            "prod-backups-vault-policy",
        );
        assert.deepEqual(statements(policy.policy), [
            {
                Sid: "DenyShorterLives",
                Effect: "Deny",
                Principal: "*",
                Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
                Resource: "*",
            },
        ]);
    });

    it("selects the stores of each service by their tag, continuously where AWS can", async () => {
        const seen = await made();
        const selections = seen.inputsByName("aws:backup/selection:Selection");
        assert.deepEqual(Object.keys(selections).sort(), [
            "prod-backups-continuous-licensing",
            "prod-backups-continuous-usage",
            "prod-backups-scheduled-licensing",
            "prod-backups-scheduled-usage",
        ]);
        assert.deepEqual(selections["prod-backups-continuous-licensing"], {
            name: "prod-backups-continuous-licensing",
            planId: "prod-backups-continuous-plan-id",
            iamRoleArn: "arn:aws:mock:eu-west-1:123456789012:prod-backups-backup-role",
            resources: ["arn:aws:rds:eu-west-1:123456789012:db:*", "arn:aws:s3:::*"],
            conditions: [{ stringEquals: [{ key: "aws:ResourceTag/backup", value: "licensing" }] }],
        });
        assert.deepEqual(selections["prod-backups-scheduled-usage"]!.resources, ["*"]);
    });

    it("leaves stores of another stack alone, whose services may have the same names", async () => {
        const seen = await made({ storeTags: { stack: "prod" } });
        const tagged = [
            { key: "aws:ResourceTag/backup", value: "usage" },
            { key: "aws:ResourceTag/stack", value: "prod" },
        ];
        const selections = seen.inputsByName("aws:backup/selection:Selection");
        for (const plan of ["continuous", "scheduled"]) {
            assert.deepEqual(selections[`prod-backups-${plan}-usage`]!.conditions, [
                { stringEquals: tagged },
            ]);
        }
        const { protectedResourceConditions } = seen.inputs(
            "aws:backup/restoreTestingSelection:RestoreTestingSelection",
            "prod-backups-restore-usage-s3",
        );
        assert.deepEqual(protectedResourceConditions, { stringEquals: tagged });
    });

    it("copies nothing out of the region", async () => {
        const plans = (await made()).inputsByName("aws:backup/plan:Plan");
        assert.equal(Object.keys(plans).length, 2);
        for (const plan of Object.values(plans)) {
            for (const rule of plan.rules as Record<string, unknown>[]) {
                assert.equal(rule.copyActions, undefined);
                assert.equal(rule.scheduleExpressionTimezone, "Etc/UTC");
                assert.equal(rule.targetVaultName, "prod-backups-vault");
            }
        }
    });

    it("restores databases in the given place only", async () => {
        const type = "aws:backup/restoreTestingSelection:RestoreTestingSelection";
        const names = (await made()).ofType(type).map(({ name }) => name);
        assert.deepEqual(names.sort(), [
            "prod-backups-restore-licensing-dynamodb",
            "prod-backups-restore-licensing-s3",
            "prod-backups-restore-usage-dynamodb",
            "prod-backups-restore-usage-s3",
        ]);
        const placed = await made({ restoreTest: place });
        const database = placed.inputs(type, "prod-backups-restore-licensing-rds");
        assert.equal(database.name, "licensing_rds");
        assert.deepEqual(database.restoreMetadataOverrides, {
            dbSubnetGroupName: "prod-data",
            vpcSecurityGroupIds: '["sg-1"]',
            publiclyAccessible: "false",
            multiAz: "false",
        });
    });

    it("leaves what an account has once to the stack that owns it", async () => {
        const roles = "aws:iam/serviceLinkedRole:ServiceLinkedRole";
        const settings = "aws:backup/regionSettings:RegionSettings";
        const owner = await made();
        assert.equal(owner.ofType(roles).length, 1);
        assert.equal(owner.ofType(settings).length, 1);
        const other = await made({ ownsAccount: false });
        assert.deepEqual([...other.ofType(roles), ...other.ofType(settings)], []);
        const { policy } = other.inputs(
            "aws:s3/bucketPolicy:BucketPolicy",
            "prod-backups-reports-policy",
        );
        assert.deepEqual(statements(policy).at(-1)!.Principal, {
            AWS: "arn:aws:iam::123456789012:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports",
        });
    });

    it("reports a lock that AWS Backup would refuse", async () => {
        await assert.rejects(made({ lock: "compliance" }), {
            message: "graceDays: found undefined, expected 3 days or more with a compliance lock",
        });
    });
});
