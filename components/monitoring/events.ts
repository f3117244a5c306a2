import type { Severity } from "./watch";

/** An event that somebody is told of. */
export interface EventDefinition {
    readonly suffix: string;
    /** What happened, then what to do next; EventBridge takes 512 characters. */
    readonly description: string;
    readonly severity: Severity;
    readonly pattern: EventPattern;
}

/** An EventBridge pattern, as far as we need one. */
interface EventPattern {
    readonly source: readonly string[];
    readonly "detail-type": readonly string[];
    readonly detail: Readonly<Record<string, readonly unknown[]>>;
}

/** GuardDuty counts 4.0 to 6.9 as medium, 7.0 and up as high and critical. */
const MEDIUM = 4;
const HIGH = 7;

/** What people are told of besides alarms. */
export const EVENT_DEFINITIONS: readonly EventDefinition[] = [
    {
        suffix: "backup-jobs",
        description:
            "A backup did not succeed. Read the job's message in AWS Backup, remove the cause, start it again today.",
        severity: "critical",
        pattern: {
            source: ["aws.backup"],
            "detail-type": ["Backup Job State Change"],
            detail: { state: ["FAILED", "EXPIRED", "ABORTED"] },
        },
    },
    {
        suffix: "restore-jobs",
        description:
            "A restore or a restore test failed. Until it is understood, assume that backups cannot be restored.",
        severity: "critical",
        pattern: {
            source: ["aws.backup"],
            "detail-type": ["Restore Job State Change"],
            detail: { status: ["FAILED", "ABORTED"] },
        },
    },
    {
        suffix: "recovery-points",
        description:
            "A recovery point is incomplete or could not be deleted. Look at it in its vault.",
        severity: "warning",
        pattern: {
            source: ["aws.backup"],
            "detail-type": ["Recovery Point State Change"],
            detail: { status: ["PARTIAL", "EXPIRED"] },
        },
    },
    {
        suffix: "guardduty-high",
        description:
            "GuardDuty sees an attack or a compromised resource. Start the incident runbook with the finding's resource.",
        severity: "critical",
        pattern: {
            source: ["aws.guardduty"],
            "detail-type": ["GuardDuty Finding"],
            detail: { severity: [{ numeric: [">=", HIGH] }] },
        },
    },
    {
        suffix: "guardduty-medium",
        description:
            "GuardDuty sees something unusual. Read the finding today and archive it with the reason, or escalate it.",
        severity: "warning",
        pattern: {
            source: ["aws.guardduty"],
            "detail-type": ["GuardDuty Finding"],
            detail: { severity: [{ numeric: [">=", MEDIUM, "<", HIGH] }] },
        },
    },
];
