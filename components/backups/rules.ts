/** How long recovery points live, in days. */
export interface Retention {
    /** How far back a database or bucket can be taken to any second. */
    readonly continuousDays: number;
    readonly dailyDays: number;
    readonly monthlyDays: number;
}

/** A rule of a backup plan, but for its vault. */
export interface BackupRule {
    readonly ruleName: string;
    /** AWS's cron expression, in the plan's time zone. */
    readonly schedule: string;
    readonly enableContinuousBackup: boolean;
    readonly startWindow: number;
    readonly completionWindow: number;
    readonly lifecycle: { readonly deleteAfter: number; readonly coldStorageAfter?: number };
}

/** AWS Backup keeps no second further back. */
const LONGEST_CONTINUOUS_DAYS = 35;
const COLD_AFTER_DAYS = 30;
/** What AWS Backup bills for, and demands, once a recovery point is cold. */
const SHORTEST_COLD_DAYS = 90;
const START_WITHIN_MINUTES = 60;
const COMPLETE_WITHIN_MINUTES = 480;

/** Rules of the plan for what AWS can back up continuously: RDS and S3. */
export function continuousRules(retention: Retention): BackupRule[] {
    return [
        rule("continuous", "cron(30 3 * * ? *)", true, { deleteAfter: retention.continuousDays }),
    ];
}

/** Rules of the plan for everything; only the monthly copy lives long enough to be worth cold storage. */
export function scheduledRules(retention: Retention): BackupRule[] {
    const { dailyDays, monthlyDays } = retention;
    // Apart from each other and from the databases' maintenance on Sundays at half past one.
    return [
        rule("daily", "cron(30 4 * * ? *)", false, { deleteAfter: dailyDays }),
        rule("monthly", "cron(30 6 1 * ? *)", false, {
            deleteAfter: monthlyDays,
            ...(monthlyDays >= COLD_AFTER_DAYS + SHORTEST_COLD_DAYS
                ? { coldStorageAfter: COLD_AFTER_DAYS }
                : {}),
        }),
    ];
}

function rule(
    ruleName: string,
    schedule: string,
    enableContinuousBackup: boolean,
    lifecycle: BackupRule["lifecycle"],
): BackupRule {
    return {
        ruleName,
        schedule,
        enableContinuousBackup,
        startWindow: START_WITHIN_MINUTES,
        completionWindow: COMPLETE_WITHIN_MINUTES,
        lifecycle,
    };
}

/** Who can lift a vault's lock. */
export type LockMode = "governance" | "compliance";

/** A vault's lock in the shape of `aws.backup.VaultLockConfiguration`. */
export interface VaultLock {
    readonly minRetentionDays: number;
    readonly maxRetentionDays: number;
    /** Any number, even 3, makes the lock a compliance lock after that many days; governance has none. */
    readonly changeableForDays?: number;
}

/** The lock that just admits every rule: a job whose retention lies outside the lock's fails. */
export function vaultLock(retention: Retention, mode: LockMode, graceDays?: number): VaultLock {
    const days = [retention.continuousDays, retention.dailyDays, retention.monthlyDays];
    return {
        minRetentionDays: Math.min(...days),
        maxRetentionDays: Math.max(...days),
        ...(mode === "compliance" && graceDays !== undefined
            ? { changeableForDays: graceDays }
            : {}),
    };
}

/**
 * What AWS Backup would refuse about retention and lock, all of it.
 * @returns messages `name: found …, expected …`
 */
export function retentionProblems(
    retention: Retention,
    mode: LockMode,
    graceDays?: number,
): string[] {
    const problems: string[] = [];
    const wholeDays = (name: string, days: number, most: number, expected: string): void => {
        if (Number.isInteger(days) && days >= 1 && days <= most) return;
        problems.push(`${name}: found ${String(days)}, expected ${expected}`);
    };
    wholeDays("continuousDays", retention.continuousDays, LONGEST_CONTINUOUS_DAYS, "1 to 35 days");
    for (const name of ["dailyDays", "monthlyDays"] as const) {
        wholeDays(name, retention[name], Infinity, "a whole number of days, 1 or more");
    }
    if (
        mode === "compliance" &&
        !(graceDays !== undefined && Number.isInteger(graceDays) && graceDays >= 3)
    ) {
        problems.push(
            `graceDays: found ${String(graceDays)}, expected 3 days or more with a compliance lock`,
        );
    }
    if (mode === "governance" && graceDays !== undefined) {
        problems.push(
            `graceDays: found ${String(graceDays)}, expected none with a governance lock, which it would make a compliance lock`,
        );
    }
    return problems;
}
