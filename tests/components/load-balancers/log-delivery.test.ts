import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { logBucketPolicy } from "../../../components/load-balancers/log-bucket-policy";
import { LogDelivery, logGroupPolicy } from "../../../components/load-balancers/log-delivery";
import { parsed, statements } from "../policy-json";
import { record } from "../recording";

const ACCOUNT = "123456789012";
const BUCKET = { bucket: "delivery-bucket-id" };
const bucketOutputs = { "aws:s3/bucket:Bucket": () => ({ bucket: "delivery-1234567" }) };

describe("LogDelivery", () => {
    it("keeps complete logs in a private bucket of its own for 90 days", async () => {
        const made = await record(() => new LogDelivery("delivery", { accountId: ACCOUNT }));
        const of = (type: string, name: string) =>
            made.inputs(`aws:s3/${type}`, `delivery-${name}`);
        assert.equal(of("bucket:Bucket", "bucket").forceDestroy, false);
        assert.deepEqual(of("bucketOwnershipControls:BucketOwnershipControls", "ownership"), {
            ...BUCKET,
            rule: { objectOwnership: "BucketOwnerEnforced" },
        });
        assert.deepEqual(of("bucketPublicAccessBlock:BucketPublicAccessBlock", "public-access"), {
            ...BUCKET,
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        });
        assert.deepEqual(
            of(
                "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
                "encryption",
            ),
            {
                ...BUCKET,
                rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
            },
        );
        assert.deepEqual(of("bucketVersioning:BucketVersioning", "versioning"), {
            ...BUCKET,
            versioningConfiguration: { status: "Enabled" },
        });
        assert.deepEqual(
            of("bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle"),
            {
                ...BUCKET,
                rules: [
                    {
                        id: "expire",
                        status: "Enabled",
                        filter: { prefix: "" },
                        expiration: { days: 90 },
                        noncurrentVersionExpiration: { noncurrentDays: 7 },
                        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
                    },
                ],
            },
        );
        assert.deepEqual(
            parsed(of("bucketPolicy:BucketPolicy", "policy").policy),
            logBucketPolicy("arn:aws:mock:eu-west-1:123456789012:delivery-bucket", ACCOUNT),
        );
    });

    it("lets AWS's log delivery write to the log groups of load balancers and web firewalls", async () => {
        const made = await record(() => new LogDelivery("delivery", { accountId: ACCOUNT }));
        const { policyName, policyDocument } = made.inputs(
            "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
            "delivery-log-policy",
        );
        assert.equal(policyName, "delivery-write");
        assert.deepEqual(parsed(policyDocument), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "LogDeliveryWrites",
                    Effect: "Allow",
                    Principal: { Service: "delivery.logs.amazonaws.com" },
                    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                    Resource: [
                        "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vendedlogs/appsonic/*:log-stream:*",
                        "arn:aws:logs:eu-west-1:123456789012:log-group:aws-waf-logs-appsonic-*:log-stream:*",
                    ],
                    Condition: {
                        ArnLike: { "aws:SourceArn": "arn:aws:logs:eu-west-1:123456789012:*" },
                        StringEquals: { "aws:SourceAccount": ACCOUNT },
                    },
                },
            ],
        });
    });

    it("has a key that CloudWatch Logs uses for these log groups only", async () => {
        const made = await record(() => new LogDelivery("delivery", { accountId: ACCOUNT }));
        const { policy } = made.inputs("aws:kms/key:Key", "delivery-key");
        assert.deepEqual(
            statements(policy).flatMap(({ Condition }) => {
                const { ArnLike = {} } = (Condition ?? {}) as { ArnLike?: object };
                return Object.values(ArnLike) as string[];
            }),
            [
                "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vendedlogs/appsonic/*",
                "arn:aws:logs:eu-west-1:123456789012:log-group:aws-waf-logs-appsonic-*",
            ],
        );
    });

    it("hands out the bucket, the key and how long log groups keep events", async () => {
        let found: unknown;
        let retention: number[] = [];
        await record(
            () => {
                const given = { accountId: ACCOUNT, retentionInDays: 400, expireAfterDays: 30 };
                const delivery = new LogDelivery("delivery", given);
                retention = [
                    delivery.retentionInDays,
                    new LogDelivery("other", { accountId: ACCOUNT }).retentionInDays,
                ];
                pulumi
                    .all([delivery.bucketName, delivery.logKeyArn])
                    .apply((values) => (found = values));
            },
            { outputs: bucketOutputs },
        );
        assert.deepEqual(found, [
            "delivery-1234567",
            "arn:aws:mock:eu-west-1:123456789012:delivery-key",
        ]);
        assert.deepEqual(retention, [400, 365]);
    });

    it("keeps complete logs as long as it is told", async () => {
        const made = await record(
            () => new LogDelivery("delivery", { accountId: ACCOUNT, expireAfterDays: 30 }),
        );
        const lifecycle = made.inputs(
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
            "delivery-lifecycle",
        );
        assert.deepEqual((lifecycle.rules as { expiration: unknown }[])[0]!.expiration, {
            days: 30,
        });
    });

    it("fits its policy into what CloudWatch Logs allows", () => {
        assert.ok(
            JSON.stringify(logGroupPolicy(ACCOUNT, ["a".repeat(100), "b".repeat(100)])).length <
                5120,
        );
    });
});
