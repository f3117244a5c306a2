/** An AWS service that uses a key on its own behalf, and under which conditions. */
export interface KeyService {
    /** Service principal: `logs.eu-west-1.amazonaws.com`. */
    readonly principal: string;
    /** Operator, then condition key, then value or values. Never empty-handed where the service sends its source. */
    readonly conditions?: Readonly<
        Record<string, Readonly<Record<string, string | readonly string[]>>>
    >;
    /** @defaultValue encrypt, decrypt, re-encrypt and data keys */
    readonly actions?: readonly string[];
}

const REGION = "eu-west-1";

/** What it takes to keep data under a key. */
export const USE_ACTIONS = [
    "kms:Decrypt",
    "kms:Encrypt",
    "kms:GenerateDataKey*",
    "kms:ReEncrypt*",
] as const;

/** Reads a key's metadata; apart, because its requests carry no encryption context. */
export const DESCRIBE_ACTION = "kms:DescribeKey";

const PUBLISH_ACTIONS = ["kms:Decrypt", "kms:GenerateDataKey*"] as const;

/** CloudWatch Logs, for the account's log groups whose name begins with `prefix`. */
export function logs(accountId: string, prefix = ""): KeyService {
    return {
        principal: `logs.${REGION}.amazonaws.com`,
        conditions: {
            ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${REGION}:${accountId}:log-group:${prefix}*`,
            },
        },
    };
}

/**
 * Log delivery to S3 buckets and log groups (flow logs, load balancers, web firewalls).
 * Source: "Enabling logging from AWS services", CloudWatch Logs guide.
 */
export function logDelivery(accountId: string): KeyService {
    return {
        principal: "delivery.logs.amazonaws.com",
        conditions: {
            StringEquals: { "aws:SourceAccount": accountId },
            ArnLike: { "aws:SourceArn": `arn:aws:logs:${REGION}:${accountId}:*` },
        },
    };
}

/** A service that publishes to an encrypted topic and says for whom it does. */
function publisher(principal: string, accountId: string): KeyService {
    return {
        principal,
        actions: PUBLISH_ACTIONS,
        conditions: { StringEquals: { "aws:SourceAccount": accountId } },
    };
}

/** CloudWatch alarms that publish to an encrypted topic. */
export const cloudwatchAlarms = (accountId: string): KeyService =>
    publisher("cloudwatch.amazonaws.com", accountId);

/** AWS Backup's notifications to an encrypted topic. */
export const backupNotifications = (accountId: string): KeyService =>
    publisher("backup.amazonaws.com", accountId);

/** Budget alerts to an encrypted topic. */
export const budgets = (accountId: string): KeyService =>
    publisher("budgets.amazonaws.com", accountId);

/**
 * EventBridge rules that publish to an encrypted topic. Unconditional on purpose: EventBridge sends no source with its
 * KMS requests, so a condition silently drops every event (SNS guide, "Key management"). The topic's policy cannot narrow it, either.
 */
export const eventRules: KeyService = {
    principal: "events.amazonaws.com",
    actions: PUBLISH_ACTIONS,
};

/** Everything that publishes to the platform's alarm topics. */
export function topicPublishers(accountId: string): readonly KeyService[] {
    return [
        cloudwatchAlarms(accountId),
        eventRules,
        backupNotifications(accountId),
        budgets(accountId),
    ];
}

/** CloudTrail, for the account's own trails in the home region. */
export function cloudTrail(accountId: string): KeyService {
    return {
        principal: "cloudtrail.amazonaws.com",
        actions: ["kms:GenerateDataKey*"],
        conditions: {
            StringEquals: { "aws:SourceAccount": accountId },
            ArnLike: { "aws:SourceArn": `arn:aws:cloudtrail:${REGION}:${accountId}:trail/*` },
            StringLike: {
                "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${accountId}:trail/*`,
            },
        },
    };
}

/** AWS Config's delivery of snapshots and history. */
export function configDelivery(accountId: string): KeyService {
    return {
        principal: "config.amazonaws.com",
        actions: PUBLISH_ACTIONS,
        conditions: { StringEquals: { "aws:SourceAccount": accountId } },
    };
}

/** GuardDuty's export of findings. */
export function guardDuty(accountId: string): KeyService {
    return {
        principal: "guardduty.amazonaws.com",
        actions: ["kms:GenerateDataKey*"],
        conditions: { StringEquals: { "aws:SourceAccount": accountId } },
    };
}

/** S3 event notifications to an encrypted topic. */
export const bucketEvents = (accountId: string): KeyService =>
    publisher("s3.amazonaws.com", accountId);

/** RDS event notifications to an encrypted topic; databases themselves use grants and need no entry. */
export const databaseEvents = (accountId: string): KeyService =>
    publisher("events.rds.amazonaws.com", accountId);
