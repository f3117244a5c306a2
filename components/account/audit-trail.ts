import * as cloudtrail from "@pulumi/aws/cloudtrail";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "../encryption/encryption-key";
import { cloudTrail, logs } from "../encryption/key-services";
import { deliveryBucket } from "./delivery-bucket";
import {
    eventSelectors,
    trailArn,
    trailDelivery,
    trailLogWriting,
    trailTrust,
} from "./trail-documents";

/** Whose deeds are recorded, and for how long. */
export interface AuditTrailArgs {
    readonly accountId: string;
    /** Days that events are kept, in the log group and in the bucket. */
    readonly retentionInDays: number;
    /** ARNs of other buckets whose deliveries are not worth recording. @defaultValue none */
    readonly quietBuckets?: readonly string[];
}

/** Records who did what in the account, in every region, where nobody can change it unnoticed (P-03, P-08). */
export class AuditTrail extends pulumi.ComponentResource {
    /** Log group that the trail's events reach; known once they do. */
    public readonly logGroupName: pulumi.Output<string>;
    /** Bucket that holds the trail's files. */
    public readonly bucketName: pulumi.Output<string>;

    constructor(name: string, args: AuditTrailArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:account:AuditTrail", name, {}, opts);
        const { accountId, retentionInDays } = args;
        const arn = trailArn(accountId, name);
        const logGroupName = `/appsonic/account/${name}`;
        const child = { parent: this };
        const key = new EncryptionKey(
            name,
            {
                description: "Records of who did what in the account.",
                accountId,
                services: [cloudTrail(accountId), logs(accountId, logGroupName)],
            },
            child,
        );
        const bucket = deliveryBucket(
            `${name}-files`,
            {
                accountId,
                kmsKeyArn: key.arn,
                expireAfterDays: retentionInDays,
                delivery: (bucketArn) => trailDelivery(bucketArn, accountId, arn),
            },
            child,
        );
        const objectLock = new s3.BucketObjectLockConfiguration(
            `${name}-files-lock`,
            {
                // The name resolves once versions are kept, without which S3 refuses a lock.
                bucket: bucket.name,
                rule: { defaultRetention: { mode: "GOVERNANCE", days: retentionInDays } },
            },
            { parent: this, protect: true },
        );
        const logGroup = new cloudwatch.LogGroup(
            `${name}-log-group`,
            {
                name: logGroupName,
                kmsKeyId: key.arn,
                retentionInDays,
                tags: { "data-class": "operational-logs" },
            },
            { parent: this, protect: true },
        );
        const role = new iam.Role(
            `${name}-role`,
            {
                description: "Copies the trail's events to CloudWatch Logs.",
                assumeRolePolicy: JSON.stringify(trailTrust()),
            },
            child,
        );
        const writing = new iam.RolePolicy(
            `${name}-role-policy`,
            {
                role: role.name,
                policy: logGroup.arn.apply((group) =>
                    JSON.stringify(trailLogWriting(group, accountId)),
                ),
            },
            child,
        );
        const trail = new cloudtrail.Trail(
            `${name}-trail`,
            {
                name,
                isMultiRegionTrail: true,
                includeGlobalServiceEvents: true,
                enableLogging: true,
                enableLogFileValidation: true,
                kmsKeyId: key.arn,
                s3BucketName: bucket.name,
                cloudWatchLogsGroupArn: pulumi.interpolate`${logGroup.arn}:*`,
                cloudWatchLogsRoleArn: role.arn,
                advancedEventSelectors: bucket.arn.apply((own) =>
                    eventSelectors([own, ...(args.quietBuckets ?? [])]).map((selector) => ({
                        name: selector.name,
                        fieldSelectors: selector.fieldSelectors.map((field) => ({
                            field: field.field,
                            ...(field.equals && { equals: [...field.equals] }),
                            ...(field.notStartsWith && {
                                notStartsWiths: [...field.notStartsWith],
                            }),
                        })),
                    })),
                ),
                insightSelectors: [
                    { insightType: "ApiCallRateInsight" },
                    { insightType: "ApiErrorRateInsight" },
                ],
            },
            // CloudTrail tries the log group when it makes the trail; the lock must hold before the first file comes.
            { parent: this, protect: true, dependsOn: [writing, objectLock] },
        );
        this.logGroupName = pulumi.all([logGroup.name, trail.id]).apply(([group]) => group);
        this.bucketName = bucket.name;
        this.registerOutputs({ logGroupName: this.logGroupName, bucketName: this.bucketName });
    }
}
