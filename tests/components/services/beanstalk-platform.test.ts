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
});
