import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

import { logBucketPolicy } from "./log-bucket-policy";

/** Whose load balancers write, and for how long it is kept. */
export interface LogDeliveryBucketArgs {
    readonly accountId: string;
    /** Days that logs are kept; they hold addresses of people and whole URLs. */
    readonly expireAfterDays: number;
}

/**
 * Bucket that load balancers deliver their logs to. Encrypted with S3's own key: Elastic Load Balancing cannot write
 * under a customer-managed one.
 */
export class LogDeliveryBucket extends pulumi.ComponentResource {
    /** Name of the bucket; known only once load balancers may write, which AWS tries out when they are made. */
    public readonly bucketName: pulumi.Output<string>;

    constructor(name: string, args: LogDeliveryBucketArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:load-balancers:LogDeliveryBucket", name, {}, opts);
        const bucket = new s3.Bucket(
            `${name}-bucket`,
            {
                forceDestroy: false,
                tags: { "data-class": "operational-logs", purpose: "log-delivery" },
            },
            { parent: this, protect: true },
        );
        const child: pulumi.CustomResourceOptions = { parent: this };
        const ownership = new s3.BucketOwnershipControls(
            `${name}-ownership`,
            { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } },
            child,
        );
        const publicAccess = new s3.BucketPublicAccessBlock(
            `${name}-public-access`,
            {
                bucket: bucket.id,
                blockPublicAcls: true,
                blockPublicPolicy: true,
                ignorePublicAcls: true,
                restrictPublicBuckets: true,
            },
            child,
        );
        const encryption = new s3.BucketServerSideEncryptionConfiguration(
            `${name}-encryption`,
            {
                bucket: bucket.id,
                rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
            },
            child,
        );
        const versioning = new s3.BucketVersioning(
            `${name}-versioning`,
            { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
            child,
        );
        new s3.BucketLifecycleConfiguration(
            `${name}-lifecycle`,
            {
                bucket: bucket.id,
                rules: [
                    {
                        id: "expire",
                        status: "Enabled",
                        filter: { prefix: "" },
                        expiration: { days: args.expireAfterDays },
                        noncurrentVersionExpiration: { noncurrentDays: 7 },
                        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
                    },
                ],
            },
            { parent: this, dependsOn: [versioning] },
        );
        const policy = new s3.BucketPolicy(
            `${name}-policy`,
            {
                bucket: bucket.id,
                policy: bucket.arn.apply((arn) =>
                    JSON.stringify(logBucketPolicy(arn, args.accountId)),
                ),
            },
            { parent: this, dependsOn: [publicAccess, ownership] },
        );
        this.bucketName = pulumi
            .all([bucket.bucket, policy.id, encryption.id])
            .apply(([bucketName]) => bucketName);
        this.registerOutputs({ bucketName: this.bucketName });
    }
}
