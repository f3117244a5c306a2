import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { bucketPolicy } from "./bucket-policy";
import { lifecycleRules } from "./lifecycle";
import type { PolicyStatement } from "../policy-documents/policy-document";

/** What a private bucket needs to know. */
export interface PrivateBucketArgs {
    /** Account that owns the bucket. */
    readonly accountId: pulumi.Input<string>;
    /** Name of the bucket. @defaultValue a name that Pulumi derives from the resource's */
    readonly bucketName?: string;
    /** Key that encrypts every object. */
    readonly kmsKeyArn: pulumi.Input<string>;
    /** Days after which objects expire. @defaultValue objects do not expire */
    readonly expireAfterDays?: number;
    /** Days for which an overwritten or deleted object can be brought back. @defaultValue 30 */
    readonly keepNoncurrentDays?: number;
    /** Policy statements beside the denials; one without `Resource` is about the bucket and its objects. @defaultValue none */
    readonly statements?: pulumi.Input<readonly PolicyStatement[]>;
    /** Where S3 writes who read what. @defaultValue no access log */
    readonly accessLogs?: {
        readonly bucketName: pulumi.Input<string>;
        readonly prefix: string;
    };
    /** Tags of the bucket. @defaultValue none */
    readonly tags?: Readonly<Record<string, string>>;
}

/** A bucket for our own eyes: encrypted with a key of ours, versioned, TLS only, never public, protected from deletion. */
export class PrivateBucket extends pulumi.ComponentResource {
    /** The bucket itself. */
    public readonly bucket: s3.Bucket;
    /** ARN of the bucket. */
    public readonly arn: pulumi.Output<string>;
    /** Name of the bucket; resolves when its encryption, versioning and policy are in place. */
    public readonly name: pulumi.Output<string>;

    constructor(name: string, args: PrivateBucketArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:storage:PrivateBucket", name, {}, opts);
        this.bucket = new s3.Bucket(
            `${name}-bucket`,
            {
                ...(args.bucketName === undefined ? {} : { bucket: args.bucketName }),
                forceDestroy: false,
                tags: { ...args.tags },
            },
            { parent: this, protect: true },
        );
        const bucket = this.bucket.bucket;
        const child = { parent: this };

        const access = new s3.BucketPublicAccessBlock(
            `${name}-public-access`,
            {
                bucket,
                blockPublicAcls: true,
                blockPublicPolicy: true,
                ignorePublicAcls: true,
                restrictPublicBuckets: true,
            },
            child,
        );
        const ownership = new s3.BucketOwnershipControls(
            `${name}-ownership`,
            { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
            child,
        );
        const versioning = new s3.BucketVersioning(
            `${name}-versioning`,
            { bucket, versioningConfiguration: { status: "Enabled" } },
            child,
        );
        const encryption = new s3.BucketServerSideEncryptionConfiguration(
            `${name}-encryption`,
            {
                bucket,
                rules: [
                    {
                        applyServerSideEncryptionByDefault: {
                            sseAlgorithm: "aws:kms",
                            kmsMasterKeyId: args.kmsKeyArn,
                        },
                        bucketKeyEnabled: true,
                    },
                ],
            },
            child,
        );
        const policy = new s3.BucketPolicy(
            `${name}-policy`,
            {
                bucket,
                policy: pulumi
                    .all([this.bucket.arn, args.accountId, args.kmsKeyArn, args.statements ?? []])
                    .apply(([bucketArn, accountId, kmsKeyArn, statements]) =>
                        JSON.stringify(
                            bucketPolicy({ bucketArn, accountId, kmsKeyArn, statements }),
                        ),
                    ),
            },
            // S3 answers OperationAborted when it changes access block, ownership and policy at the same time.
            { parent: this, dependsOn: [access, ownership] },
        );
        new s3.BucketLifecycleConfiguration(
            `${name}-lifecycle`,
            {
                bucket,
                rules: lifecycleRules({
                    expireAfterDays: args.expireAfterDays,
                    keepNoncurrentDays: args.keepNoncurrentDays ?? 30,
                }),
            },
            // Rules about noncurrent versions are refused until versioning is on.
            { parent: this, dependsOn: [versioning] },
        );
        if (args.accessLogs) {
            new s3.BucketLogging(
                `${name}-access-logs`,
                {
                    bucket,
                    targetBucket: args.accessLogs.bucketName,
                    targetPrefix: args.accessLogs.prefix,
                },
                child,
            );
        }

        this.arn = this.bucket.arn;
        this.name = pulumi
            .all([bucket, encryption.id, versioning.id, policy.id])
            .apply(([bucketName]) => bucketName);
        this.registerOutputs({ arn: this.arn, name: this.name });
    }
}
