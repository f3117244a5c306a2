import { policyDocument } from "../policy-documents/policy-document";
import type { PolicyDocument, PolicyStatement } from "../policy-documents/policy-document";

const REGION = "eu-west-1";

/** ARN of a trail whose home is our region; known before the trail is, which its bucket needs. */
export function trailArn(accountId: string, trailName: string): string {
    return `arn:aws:cloudtrail:${REGION}:${accountId}:trail/${trailName}`;
}

/** What lets one trail, and no other trail of anybody, write to a bucket. Source: CloudTrail guide, "Amazon S3 bucket policy". */
export function trailDelivery(
    bucketArn: string,
    accountId: string,
    trail: string,
): PolicyStatement[] {
    const Principal = { Service: "cloudtrail.amazonaws.com" };
    return [
        {
            Sid: "TrailChecksAcl",
            Effect: "Allow",
            Principal,
            Action: "s3:GetBucketAcl",
            Resource: bucketArn,
            Condition: { StringEquals: { "aws:SourceArn": trail } },
        },
        {
            Sid: "TrailWrites",
            Effect: "Allow",
            Principal,
            Action: "s3:PutObject",
            Resource: `${bucketArn}/AWSLogs/${accountId}/*`,
            Condition: {
                StringEquals: {
                    "aws:SourceArn": trail,
                    "s3:x-amz-acl": "bucket-owner-full-control",
                },
            },
        },
    ];
}

/**
 * Who assumes the role that copies events to CloudWatch Logs. Without a source: that CloudTrail sends one when it assumes
 * a role is not documented, and a condition that is never met keeps the trail from being made.
 */
export function trailTrust(): PolicyDocument {
    return policyDocument([
        {
            Sid: "Trail",
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action: "sts:AssumeRole",
        },
    ]);
}

/** What that role may do. @param logGroupArn without a trailing `:*` */
export function trailLogWriting(logGroupArn: string, accountId: string): PolicyDocument {
    return policyDocument([
        {
            Sid: "Write",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: `${logGroupArn}:log-stream:${accountId}_CloudTrail_*`,
        },
    ]);
}

/** Which events a trail keeps, in the shape of `aws.cloudtrail.Trail`. */
export interface EventSelector {
    readonly name: string;
    readonly fieldSelectors: readonly {
        readonly field: string;
        readonly equals?: readonly string[];
        readonly notStartsWith?: readonly string[];
    }[];
}

/**
 * Everything that manages resources, those of KMS included, and every access to objects and items.
 * @param ownBuckets ARNs of buckets that audit records are delivered to: recording deliveries would cause deliveries
 */
export function eventSelectors(ownBuckets: readonly string[]): EventSelector[] {
    return [
        {
            name: "Management events",
            fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
        },
        {
            name: "Access to objects",
            fieldSelectors: [
                { field: "eventCategory", equals: ["Data"] },
                { field: "resources.type", equals: ["AWS::S3::Object"] },
                { field: "resources.ARN", notStartsWith: ownBuckets.map((arn) => `${arn}/`) },
            ],
        },
        {
            name: "Access to items",
            fieldSelectors: [
                { field: "eventCategory", equals: ["Data"] },
                { field: "resources.type", equals: ["AWS::DynamoDB::Table"] },
            ],
        },
    ];
}

/** What lets AWS Config deliver to a bucket. Source: Config guide, "Permissions for the Amazon S3 Bucket". */
export function configurationDelivery(bucketArn: string, accountId: string): PolicyStatement[] {
    const Principal = { Service: "config.amazonaws.com" };
    const account = { "aws:SourceAccount": accountId };
    return [
        {
            Sid: "ConfigChecksBucket",
            Effect: "Allow",
            Principal,
            Action: ["s3:GetBucketAcl", "s3:ListBucket"],
            Resource: bucketArn,
            Condition: { StringEquals: account },
        },
        {
            Sid: "ConfigWrites",
            Effect: "Allow",
            Principal,
            Action: "s3:PutObject",
            Resource: `${bucketArn}/AWSLogs/${accountId}/Config/*`,
            Condition: {
                StringEquals: { ...account, "s3:x-amz-acl": "bucket-owner-full-control" },
            },
        },
    ];
}
