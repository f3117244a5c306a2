import assert from "node:assert/strict";
import { PrivateBucket } from "../../../components/storage/private-bucket";
import type { PrivateBucketArgs } from "../../../components/storage/private-bucket";
import { record } from "../recording";

const args: PrivateBucketArgs = { accountId: "123456789012", kmsKeyArn: "arn:key" };
const outputs = {
    "aws:s3/bucket:Bucket": (name: string) => ({
        bucket: `${name}-1a2b3c`,
        arn: `arn:aws:s3:::${name}-1a2b3c`,
    }),
};
const made = (extra: Partial<PrivateBucketArgs> = {}) =>
    record(() => new PrivateBucket("receipts", { ...args, ...extra }), { outputs });

describe("PrivateBucket", () => {
    it("is encrypted with the given key, versioned, owned and closed to the public", async () => {
        const seen = await made({ tags: { service: "licensing" } });
        const bucket = "receipts-bucket-1a2b3c";
        assert.deepEqual(seen.inputs("aws:s3/bucket:Bucket", "receipts-bucket"), {
            forceDestroy: false,
            tags: { service: "licensing" },
        });
        assert.deepEqual(
            seen.inputs(
                "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
                "receipts-public-access",
            ),
            {
                bucket,
                blockPublicAcls: true,
                blockPublicPolicy: true,
                ignorePublicAcls: true,
                restrictPublicBuckets: true,
            },
        );
        assert.deepEqual(
            seen.inputs(
                "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
                "receipts-ownership",
            ),
            { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
        );
        assert.deepEqual(
            seen.inputs("aws:s3/bucketVersioning:BucketVersioning", "receipts-versioning"),
            {
                bucket,
                versioningConfiguration: { status: "Enabled" },
            },
        );
        assert.deepEqual(
            seen.inputs(
                "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
                "receipts-encryption",
            ),
            {
                bucket,
                rules: [
                    {
                        applyServerSideEncryptionByDefault: {
                            sseAlgorithm: "aws:kms",
                            kmsMasterKeyId: "arn:key",
                        },
                        bucketKeyEnabled: true,
                    },
                ],
            },
        );
    });

    it("has the policy of its own ARN and the statements it is given", async () => {
        const seen = await made({
            statements: [
                {
                    Sid: "Own",
                    Effect: "Allow",
                    Principal: { AWS: "arn:role" },
                    Action: "s3:GetObject",
                },
            ],
        });
        const { policy } = seen.inputs("aws:s3/bucketPolicy:BucketPolicy", "receipts-policy") as {
            policy: string;
        };
        const { Statement } = JSON.parse(policy) as {
            Statement: { Sid: string; Resource: unknown }[];
        };
        assert.deepEqual(
            Statement.map(({ Sid }) => Sid),
            [
                "DenyOtherAccounts",
                "DenyWithoutTls",
                "DenyOldTls",
                "DenyOtherEncryption",
                "DenyOtherKeys",
                "DenyCustomerProvidedKeys",
                "Own",
            ],
        );
        const arn = "arn:aws:s3:::receipts-bucket-1a2b3c";
        assert.deepEqual(Statement.at(-1)!.Resource, [arn, `${arn}/*`]);
    });

    it("takes a name, an expiry and a place for its access log", async () => {
        const seen = await made({
            bucketName: "appsonic-receipts",
            expireAfterDays: 30,
            keepNoncurrentDays: 7,
            accessLogs: { bucketName: "appsonic-logs", prefix: "receipts/" },
        });
        assert.equal(
            seen.inputs("aws:s3/bucket:Bucket", "receipts-bucket").bucket,
            "appsonic-receipts",
        );
        const { rules } = seen.inputs(
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
            "receipts-lifecycle",
        ) as { rules: unknown[] };
        assert.deepEqual(rules[0], {
            id: "expire",
            status: "Enabled",
            filter: {},
            expiration: { days: 30 },
            noncurrentVersionExpiration: { noncurrentDays: 7 },
        });
        assert.deepEqual(
            seen.inputs("aws:s3/bucketLogging:BucketLogging", "receipts-access-logs"),
            {
                bucket: "receipts-bucket-1a2b3c",
                targetBucket: "appsonic-logs",
                targetPrefix: "receipts/",
            },
        );
    });

    it("writes no access log unless it is told where", async () => {
        assert.deepEqual((await made()).ofType("aws:s3/bucketLogging:BucketLogging"), []);
    });
});
