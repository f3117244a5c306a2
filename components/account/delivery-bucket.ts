import * as pulumi from "@pulumi/pulumi";

import { PrivateBucket } from "../storage/private-bucket";
import type { PolicyStatement } from "../policy-documents/policy-document";

/** A bucket with a name that is known beforehand, so that its own policy and others' can speak of it. */
export interface DeliveryBucketArgs {
    readonly accountId: string;
    readonly kmsKeyArn: pulumi.Input<string>;
    /** Days that records are kept. */
    readonly expireAfterDays: number;
    /** What admits the service that delivers. */
    readonly delivery: (bucketArn: string) => readonly PolicyStatement[];
}

/** Name of a bucket of audit records: unique among all of AWS by the account, and not like services' buckets, which support may read. */
export function deliveryBucketName(name: string, accountId: string): string {
    return `appsonic-audit-${name}-${accountId}`;
}

/** A private bucket that one AWS service delivers audit records to. */
export function deliveryBucket(
    name: string,
    args: DeliveryBucketArgs,
    opts: pulumi.ComponentResourceOptions,
): PrivateBucket {
    const bucketName = deliveryBucketName(name, args.accountId);
    return new PrivateBucket(
        name,
        {
            accountId: args.accountId,
            bucketName,
            kmsKeyArn: args.kmsKeyArn,
            expireAfterDays: args.expireAfterDays,
            statements: args.delivery(`arn:aws:s3:::${bucketName}`),
            tags: { "data-class": "operational-logs", purpose: "log-delivery" },
        },
        opts,
    );
}
