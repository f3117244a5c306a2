import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../encryption/encryption-key";
import { policyDocument } from "../policy-documents/policy-document";
import type { PolicyStatement } from "../policy-documents/policy-document";
import { PrivateBucket } from "../storage/private-bucket";

/** What all services of a stack share. */
export interface BeanstalkPlatformArgs {
    readonly accountId: string;
    /**
     * Whether to make the bucket that Beanstalk has once per account and region; false where another stack of the
     * account made it. @defaultValue true
     */
    readonly ownsAccount?: boolean;
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
    /** Key of the bucket; where it is another stack's, any key of the account. */
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
 * key and without a policy. The bucket exists once per account: its name is Beanstalk's own.
 */
export class BeanstalkPlatform
    extends pulumi.ComponentResource
    implements BeanstalkPlatformOutputs
{
    public readonly serviceRoleName: pulumi.Output<string>;
    public readonly serviceRoleArn: pulumi.Output<string>;
    public readonly bucketArn: pulumi.Output<string>;
    public readonly keyArn: pulumi.Output<string>;

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
        const bucketName = `elasticbeanstalk-${REGION}-${args.accountId}`;
        const keyPolicy = new iam.RolePolicy(
            `${name}-keys`,
            {
                role: role.name,
                policy: JSON.stringify(policyDocument(keyStatements(args.accountId, bucketName))),
            },
            child,
        );
        const attached = pulumi.all([...attachments, keyPolicy].map((policy) => policy.id));
        this.serviceRoleName = pulumi.all([role.name, attached]).apply(([roleName]) => roleName);
        this.serviceRoleArn = pulumi.all([role.arn, attached]).apply(([roleArn]) => roleArn);

        if (args.ownsAccount === false) {
            this.bucketArn = pulumi.output(`arn:aws:s3:::${bucketName}`);
            this.keyArn = pulumi.output(anyKey(args.accountId));
        } else {
            const { bucketArn, keyArn } = this.#bucket(name, bucketName, args, role.arn);
            this.bucketArn = bucketArn;
            this.keyArn = keyArn;
        }
        this.registerOutputs({
            bucketArn: this.bucketArn,
            serviceRoleName: this.serviceRoleName,
        });
    }

    #bucket(
        name: string,
        bucketName: string,
        { accountId, tags = {} }: BeanstalkPlatformArgs,
        serviceRoleArn: pulumi.Output<string>,
    ): Pick<BeanstalkPlatformOutputs, "bucketArn" | "keyArn"> {
        const child = { parent: this };
        const key = new EncryptionKey(
            name,
            {
                description: "Beanstalk's bundles and environments",
                accountId,
                users: [serviceRoleArn],
                tags,
            },
            child,
        );
        const bucket = new PrivateBucket(
            `${name}-versions`,
            {
                accountId,
                bucketName,
                kmsKeyArn: key.arn,
                // No expiry: a new instance fetches the version that runs, however old it is.
                keepNoncurrentDays: DAYS_OF_OLD_VERSIONS,
                statements: [
                    {
                        Sid: "DenyDeletionOfBucket",
                        Effect: "Deny",
                        Principal: "*",
                        Action: "s3:DeleteBucket",
                        Resource: `arn:aws:s3:::${bucketName}`,
                    },
                ],
                tags,
            },
            child,
        );
        return { bucketArn: bucket.arn, keyArn: key.arn };
    }
}

function anyKey(accountId: string): string {
    return `arn:aws:kms:${REGION}:${accountId}:key/*`;
}

/**
 * Keys that Beanstalk needs and AWS's own policies know nothing of: without the first, its notifications to an encrypted
 * topic are lost silently. Each only through its service, and the second only for this bucket.
 */
function keyStatements(accountId: string, bucketName: string): PolicyStatement[] {
    const through = (service: string) => ({
        "kms:ViaService": `${service}.${REGION}.amazonaws.com`,
    });
    const bucketArn = `arn:aws:s3:::${bucketName}`;
    const statement = {
        Effect: "Allow" as const,
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: anyKey(accountId),
    };
    return [
        { Sid: "Notify", ...statement, Condition: { StringEquals: through("sns") } },
        {
            Sid: "UseBucket",
            ...statement,
            Condition: {
                StringEquals: through("s3"),
                StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`] },
            },
        },
    ];
}
