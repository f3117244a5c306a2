import type * as pulumi from "@pulumi/pulumi";

import { metricsOf, type Watch } from "./watch";

/** A backup vault that is watched. */
export interface WatchedVault {
    readonly vaultName: pulumi.Input<string>;
}

const DAY_IN_SECONDS = 24 * 60 * 60;

/**
 * Fires when a backup fails or does not start, and when none was made for two days. Restores are no metric of a vault:
 * events tell of them (events.ts).
 */
export function watchBackup({ vaultName }: WatchedVault): Watch {
    const vault = metricsOf("AWS/Backup", { BackupVaultName: vaultName });
    const counted = { comparison: "GreaterThanThreshold", threshold: 0, periods: 1 } as const;
    return {
        alarms: [
            {
                suffix: "backup-failed",
                description:
                    "A backup job failed. Read its message in AWS Backup, remove the cause, and start the job again today.",
                severity: "critical",
                metric: vault("NumberOfBackupJobsFailed", "Sum", 300),
                missingData: "notBreaching",
                ...counted,
            },
            {
                suffix: "backup-expired",
                description:
                    "A backup job did not start within its window. See what held it up, and start it again today.",
                severity: "warning",
                metric: vault("NumberOfBackupJobsExpired", "Sum", 300),
                missingData: "notBreaching",
                ...counted,
            },
            {
                suffix: "backup-none-completed",
                description:
                    "No backup was completed for two days. See whether the plan still selects the data stores and whether its role still works.",
                severity: "critical",
                metric: vault("NumberOfBackupJobsCompleted", "Sum", DAY_IN_SECONDS),
                comparison: "LessThanThreshold",
                threshold: 1,
                // A day is the longest period, and jobs that run around midnight can leave one day empty.
                periods: 2,
                // Without jobs there is no data at all.
                missingData: "breaching",
            },
        ],
    };
}
