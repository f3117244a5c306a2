import type { PolicyStatement } from "../policy-documents/policy-document";

const REGION = "eu-west-1";

/** A statement about all actions but some. */
export interface ExceptStatement extends Omit<PolicyStatement, "Action"> {
    readonly NotAction: readonly string[];
}

/** A permissions boundary: everything that a role's own policies permit, but for what it denies. */
export interface Boundary {
    readonly Version: "2012-10-17";
    readonly Statement: readonly (PolicyStatement | ExceptStatement)[];
}

/**
 * What has no region, so that a region lock must let it through. Regional services are missing on purpose, although
 * public lists name them: `acm`, `config`, `kms` and `wafv2` keep what they hold where they are called.
 */
const WITHOUT_REGION = [
    "account:*", // contacts; switching regions on is denied below
    "billing:*", // bills come from us-east-1
    "budgets:*", // us-east-1
    "ce:*", // costs, us-east-1
    "cur:*", // cost reports, us-east-1
    "ec2:DescribeRegions", // every page of the console asks for it
    "health:*", // AWS's notices about our resources come from us-east-1
    "iam:*", // us-east-1
    "organizations:*", // us-east-1; leaving is denied below
    "route53:*", // zones have no region
    "route53domains:*", // registrations, us-east-1
    "s3:GetAccountPublicAccessBlock", // one answer for all regions
    "s3:GetBucketLocation", // asked before the region is known
    "s3:ListAllMyBuckets", // one list for all regions
    "shield:*", // us-east-1
    "sts:*", // the global endpoint is us-east-1
    "support:*", // cases live in us-east-1
    "trustedadvisor:*", // us-east-1
] as const;

const REGION_LOCK: ExceptStatement = {
    Sid: "RegionLock",
    Effect: "Deny",
    NotAction: WITHOUT_REGION,
    Resource: "*",
    Condition: { StringNotEquals: { "aws:RequestedRegion": REGION } },
};

const ALL: PolicyStatement = { Sid: "Ceiling", Effect: "Allow", Action: "*", Resource: "*" };

const ACCOUNT: PolicyStatement = deny("Account", [
    "account:CloseAccount",
    "account:DisableRegion",
    "account:EnableRegion",
    "organizations:LeaveOrganization",
]);

/** Keys that Instance Connect pushes ignore the expiry of an engineer's key (P-10). */
const SIDE_DOORS: PolicyStatement = deny("SideDoors", [
    "ec2-instance-connect:OpenTunnel",
    "ec2-instance-connect:SendSSHPublicKey",
    "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
    "ec2:EnableSerialConsoleAccess",
]);

/** Nobody schedules a key's deletion so that it is over before anybody looks. */
const SHORT_KEY_DELETION: PolicyStatement = {
    ...deny("ShortKeyDeletion", ["kms:ScheduleKeyDeletion"]),
    Condition: { NumericLessThan: { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" } },
};

/** What people must not switch off, since it is what shows what they do. */
const WITNESSES: PolicyStatement = deny("Witnesses", [
    "access-analyzer:DeleteAnalyzer",
    "cloudtrail:DeleteTrail",
    "cloudtrail:PutEventSelectors",
    "cloudtrail:PutInsightSelectors",
    "cloudtrail:StopLogging",
    "cloudtrail:UpdateTrail",
    "cloudwatch:DeleteAlarms",
    "cloudwatch:DisableAlarmActions",
    "config:DeleteConfigurationRecorder",
    "config:DeleteDeliveryChannel",
    "config:PutConfigurationRecorder",
    "config:StopConfigurationRecorder",
    "ec2:DeleteFlowLogs",
    "guardduty:DeleteDetector",
    "guardduty:UpdateDetector",
    "logs:DeleteLogGroup",
    "logs:DeleteLogStream",
    "logs:DeleteMetricFilter",
    "logs:DeleteRetentionPolicy",
    "logs:DisassociateKmsKey",
    "logs:PutRetentionPolicy",
    "securityhub:BatchDisableStandards",
    "securityhub:DisableSecurityHub",
]);

/** What a lost laptop must not destroy, nor carry out of the account (P-01, P-14). */
const SAFEGUARDS: PolicyStatement = deny("Safeguards", [
    "backup:DeleteBackup*",
    "backup:DeleteRecoveryPoint",
    "backup:PutBackupVaultAccessPolicy",
    "backup:StartCopyJob",
    "backup:UpdateBackupPlan",
    "backup:UpdateRecoveryPointLifecycle",
    "backup:UpdateRegionSettings",
    "ec2:DisableEbsEncryptionByDefault",
    "ec2:DisableImageBlockPublicAccess",
    "ec2:DisableSnapshotBlockPublicAccess",
    "ec2:ModifyEbsDefaultKmsKeyId",
    "ec2:ModifyImageAttribute",
    "ec2:ModifyInstanceMetadataDefaults",
    "ec2:ModifySnapshotAttribute",
    "ec2:ResetEbsDefaultKmsKeyId",
    "kms:DisableKey",
    "kms:DisableKeyRotation",
    "kms:PutKeyPolicy",
    "rds:ModifyDBSnapshotAttribute",
    "rds:StartExportTask",
    "s3:BypassGovernanceRetention",
    "s3:DeleteBucketPolicy",
    "s3:PutAccountPublicAccessBlock",
    "s3:PutBucketPolicy",
    "s3:PutBucketPublicAccessBlock",
]);

/** Whoever can write roles can write one without a boundary: people leave that to the deployment. */
const IDENTITIES: PolicyStatement = deny("Identities", [
    "iam:Add*",
    "iam:Attach*",
    "iam:Create*",
    "iam:Delete*",
    "iam:Detach*",
    "iam:PassRole",
    "iam:Put*",
    "iam:Remove*",
    "iam:Set*",
    "iam:Update*",
    "iam:Upload*",
]);

/** Most that a person can do in either role, whatever is attached to it later (P-07, P-08). */
export function peopleBoundary(): Boundary {
    return boundary([
        REGION_LOCK,
        ACCOUNT,
        IDENTITIES,
        SAFEGUARDS,
        SHORT_KEY_DELETION,
        SIDE_DOORS,
        WITNESSES,
    ]);
}

/** Most that the deployment can do: it builds everything, here only, and opens no side door. */
export function deploymentBoundary(): Boundary {
    return boundary([REGION_LOCK, ACCOUNT, SHORT_KEY_DELETION, SIDE_DOORS]);
}

function boundary(denials: readonly (PolicyStatement | ExceptStatement)[]): Boundary {
    return { Version: "2012-10-17", Statement: [ALL, ...denials] };
}

function deny(sid: string, actions: readonly string[]): PolicyStatement {
    return { Sid: sid, Effect: "Deny", Action: actions, Resource: "*" };
}
