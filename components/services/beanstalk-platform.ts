import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../encryption/encryption-key";
import { PrivateBucket } from "../storage/private-bucket";

/** What all services of an account share. */
export interface BeanstalkPlatformArgs {
    readonly accountId: string;
    /** Tags of bucket, key and role. @defaultValue none */
    readonly tags?: Readonly<Record<string, string>>;
}

/** What a service has to know of the shared part. */
export interface BeanstalkPlatformOutputs {
    /** Name of the service role; resolves when its policies are attached. */
    readonly serviceRoleName: pulumi.Output<string>;
    readonly serviceRoleArn: pulumi.Output<string>;
    /** Bucket that Beanstalk keeps versions and environments in. */
    readonly bucketArn: pulumi.Output<string>;
    readonly keyArn: pulumi.Output<string>;
}

const REGION = "eu-west-1";
const DAYS_OF_OLD_VERSIONS = 90;

const POLICIES = {
    "enhanced-health": "arn:aws:iam::aws:policy/service-role/AWSElasticBeanstalkEnhancedHealth",
    "managed-updates":
        "arn:aws:iam::aws:policy/AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy",
};

/**
 * The role by which Beanstalk looks after environments, and the bucket that it would otherwise make itself, without our
 * key and without a policy. One per account: the bucket's name is Beanstalk's own.
 */
export class BeanstalkPlatform
    extends pulumi.ComponentResource
    implements BeanstalkPlatformOutputs
{
    public readonly serviceRoleName: pulumi.Output<string>;
    public readonly serviceRoleArn: pulumi.Output<string>;
    public readonly bucketArn: pulumi.Output<string>;
    public readonly keyArn: pulumi.Output<string>;
    /** Name of the bucket. */
    public readonly bucketName: pulumi.Output<string>;

    constructor(name: string, args: BeanstalkPlatformArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:services:BeanstalkPlatform", name, {}, opts);
        const child = { parent: this };
        const tags = args.tags ?? {};
        const role = new iam.Role(
            `${name}-service-role`,
            {
                description: "Elastic Beanstalk: enhanced health and managed platform updates",
                assumeRolePolicy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Sid: "Beanstalk",
                            Effect: "Allow",
                            Principal: { Service: "elasticbeanstalk.amazonaws.com" },
                            Action: "sts:AssumeRole",
                            Condition: { StringEquals: { "sts:ExternalId": "elasticbeanstalk" } },
                        },
                    ],
                }),
                tags,
            },
            child,
        );
        const attachments = Object.entries(POLICIES).map(
            ([purpose, policyArn]) =>
                new iam.RolePolicyAttachment(
                    `${name}-${purpose}`,
                    { role: role.name, policyArn },
                    child,
                ),
        );
        const attached = pulumi.all(attachments.map((attachment) => attachment.id));
        this.serviceRoleName = pulumi.all([role.name, attached]).apply(([roleName]) => roleName);
        this.serviceRoleArn = pulumi.all([role.arn, attached]).apply(([roleArn]) => roleArn);

        const key = new EncryptionKey(
            name,
            {
                description: "Beanstalk's bundles and environments",
                accountId: args.accountId,
                users: [role.arn],
                tags,
            },
            child,
        );
        const bucket = new PrivateBucket(
            `${name}-versions`,
            {
                accountId: args.accountId,
                bucketName: `elasticbeanstalk-${REGION}-${args.accountId}`,
                kmsKeyArn: key.arn,
                // No expiry: a new instance fetches the version that runs, however old it is.
                keepNoncurrentDays: DAYS_OF_OLD_VERSIONS,
                statements: [
                    {
                        Sid: "DenyDeletionOfBucket",
                        Effect: "Deny",
                        Principal: "*",
                        Action: "s3:DeleteBucket",
                        Resource: `arn:aws:s3:::elasticbeanstalk-${REGION}-${args.accountId}`,
                    },
                ],
                tags,
            },
            child,
        );
        this.keyArn = key.arn;
        this.bucketArn = bucket.arn;
        this.bucketName = bucket.name;
        this.registerOutputs({
            bucketName: this.bucketName,
            serviceRoleName: this.serviceRoleName,
        });
    }
}
