import assert from "node:assert/strict";
import { BeanstalkPlatform } from "../../../components/services/beanstalk-platform";
import { record } from "../recording";

const outputs = {
    "aws:s3/bucket:Bucket": () => ({ arn: "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012" }),
};

describe("BeanstalkPlatform", () => {
    it("has a role that only Beanstalk assumes, with the two policies that it needs", async () => {
        let ready: Promise<string> | undefined;
        const seen = await record(
            () => {
                const platform = new BeanstalkPlatform("beanstalk", { accountId: "123456789012" });
                ready = new Promise((resolve) => platform.serviceRoleName.apply(resolve));
            },
            { outputs },
        );
        const { assumeRolePolicy, tags } = seen.inputs(
            "aws:iam/role:Role",
            "beanstalk-service-role",
        );
        assert.deepEqual(JSON.parse(String(assumeRolePolicy)), {
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
        });
        assert.deepEqual(tags, {});
        assert.deepEqual(
            Object.values(seen.inputsByName("aws:iam/rolePolicyAttachment:RolePolicyAttachment")),
            [
                {
                    role: "beanstalk-service-role",
                    policyArn:
                        "arn:aws:iam::aws:policy/service-role/AWSElasticBeanstalkEnhancedHealth",
                },
                {
                    role: "beanstalk-service-role",
                    policyArn:
                        "arn:aws:iam::aws:policy/AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy",
                },
            ],
        );
        assert.equal(await ready, "beanstalk-service-role");
    });

    it("makes Beanstalk's bucket before Beanstalk does, under a key of ours", async () => {
        const seen = await record(
            () =>
                new BeanstalkPlatform("beanstalk", {
                    accountId: "123456789012",
                    tags: { purpose: "platform" },
                }),
            { outputs },
        );
        assert.deepEqual(seen.inputs("aws:s3/bucket:Bucket", "beanstalk-versions-bucket"), {
            bucket: "elasticbeanstalk-eu-west-1-123456789012",
            forceDestroy: false,
            tags: { purpose: "platform" },
        });
        const { policy } = seen.inputs(
            "aws:s3/bucketPolicy:BucketPolicy",
            "beanstalk-versions-policy",
        );
        const { Statement } = JSON.parse(String(policy)) as { Statement: unknown[] };
        assert.deepEqual(Statement.at(-1), {
            Sid: "DenyDeletionOfBucket",
            Effect: "Deny",
            Principal: "*",
            Action: "s3:DeleteBucket",
            Resource: "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012",
        });
        const { rules } = seen.inputs(
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "beanstalk-versions-encryption",
        );
        assert.deepEqual(rules, [
            {
                applyServerSideEncryptionByDefault: {
                    sseAlgorithm: "aws:kms",
                    kmsMasterKeyId: "arn:aws:mock:eu-west-1:123456789012:beanstalk-key",
                },
                bucketKeyEnabled: true,
            },
        ]);
    });

    it("may tell an encrypted topic of events and use the bucket's key, through these services only", async () => {
        const seen = await record(
            () => new BeanstalkPlatform("beanstalk", { accountId: "123456789012" }),
            { outputs },
        );
        const { role, policy } = seen.inputs("aws:iam/rolePolicy:RolePolicy", "beanstalk-keys");
        assert.equal(role, "beanstalk-service-role");
        const { Statement } = JSON.parse(String(policy)) as { Statement: unknown };
        assert.deepEqual(Statement, [
            {
                Sid: "Notify",
                Effect: "Allow",
                Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
                Resource: "arn:aws:kms:eu-west-1:123456789012:key/*",
                Condition: { StringEquals: { "kms:ViaService": "sns.eu-west-1.amazonaws.com" } },
            },
            {
                Sid: "UseBucket",
                Effect: "Allow",
                Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
                Resource: "arn:aws:kms:eu-west-1:123456789012:key/*",
                Condition: {
                    StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
                    StringLike: {
                        "kms:EncryptionContext:aws:s3:arn": [
                            "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012",
                            "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012/*",
                        ],
                    },
                },
            },
        ]);
    });

    it("relies on the bucket of another stack of the account, which exists once", async () => {
        const known: Record<string, string> = {};
        const seen = await record(() => {
            const platform = new BeanstalkPlatform("beanstalk", {
                accountId: "123456789012",
                ownsAccount: false,
            });
            platform.bucketArn.apply((arn) => (known.bucketArn = arn));
            platform.keyArn.apply((arn) => (known.keyArn = arn));
        });
        assert.deepEqual(
            seen.resources.filter(({ type }) => /^aws:(s3|kms)/.test(type)),
            [],
        );
        assert.deepEqual(known, {
            bucketArn: "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012",
            keyArn: "arn:aws:kms:eu-west-1:123456789012:key/*",
        });
    });
});
