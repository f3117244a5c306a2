import assert from "node:assert/strict";
import fc from "fast-check";
import {
    continuousRules,
    retentionProblems,
    scheduledRules,
    vaultLock,
} from "../../../components/backups/rules";

const retention = { continuousDays: 35, dailyDays: 35, monthlyDays: 365 };

describe("backup rules", () => {
    it("run every night and every month", () => {
        const windows = { startWindow: 60, completionWindow: 480 };
        assert.deepEqual(continuousRules(retention), [
            {
                ruleName: "continuous",
                schedule: "cron(30 3 * * ? *)",
                enableContinuousBackup: true,
                ...windows,
                lifecycle: { deleteAfter: 35 },
            },
        ]);
        assert.deepEqual(scheduledRules(retention), [
            {
                ruleName: "daily",
                schedule: "cron(30 4 * * ? *)",
                enableContinuousBackup: false,
                ...windows,
                lifecycle: { deleteAfter: 35 },
            },
            {
                ruleName: "monthly",
                schedule: "cron(30 6 1 * ? *)",
                enableContinuousBackup: false,
                ...windows,
                lifecycle: { deleteAfter: 365, coldStorageAfter: 30 },
            },
        ]);
    });

    it("use cold storage only where recovery points stay cold for 90 days", () => {
        const monthly = (monthlyDays: number) =>
            scheduledRules({ ...retention, monthlyDays })[1]!.lifecycle;
        assert.deepEqual(monthly(119), { deleteAfter: 119 });
        assert.deepEqual(monthly(120), { deleteAfter: 120, coldStorageAfter: 30 });
    });

    it("lie within the vault's lock", () => {
        const days = fc.integer({ min: 1, max: 4000 });
        fc.assert(
            fc.property(days, days, days, (continuousDays, dailyDays, monthlyDays) => {
                const kept = { continuousDays, dailyDays, monthlyDays };
                const lock = vaultLock(kept, "governance");
                for (const { lifecycle } of [...continuousRules(kept), ...scheduledRules(kept)]) {
                    assert.ok(lifecycle.deleteAfter >= lock.minRetentionDays);
                    assert.ok(lifecycle.deleteAfter <= lock.maxRetentionDays);
                }
            }),
        );
    });
});

describe("vaultLock", () => {
    it("has no grace in governance mode", () => {
        assert.deepEqual(vaultLock(retention, "governance", 3), {
            minRetentionDays: 35,
            maxRetentionDays: 365,
        });
    });

    it("has one in compliance mode", () => {
        assert.equal(vaultLock(retention, "compliance", 7).changeableForDays, 7);
    });
});

describe("retentionProblems", () => {
    it("accepts the boundaries", () => {
        assert.deepEqual(retentionProblems(retention, "governance"), []);
        assert.deepEqual(
            retentionProblems({ continuousDays: 1, dailyDays: 1, monthlyDays: 1 }, "compliance", 3),
            [],
        );
    });

    it("reports everything at once", () => {
        assert.deepEqual(
            retentionProblems(
                { continuousDays: 36, dailyDays: 0, monthlyDays: 1.5 },
                "compliance",
                2,
            ),
            [
                "continuousDays: found 36, expected 1 to 35 days",
                "dailyDays: found 0, expected a whole number of days, 1 or more",
                "monthlyDays: found 1.5, expected a whole number of days, 1 or more",
                "graceDays: found 2, expected 3 days or more with a compliance lock",
            ],
        );
    });

    it("reports a grace that does not go with the lock", () => {
        assert.deepEqual(retentionProblems(retention, "compliance"), [
            "graceDays: found undefined, expected 3 days or more with a compliance lock",
        ]);
        assert.deepEqual(retentionProblems(retention, "governance", 3), [
            "graceDays: found 3, expected none with a governance lock, which it would make a compliance lock",
        ]);
    });
});
