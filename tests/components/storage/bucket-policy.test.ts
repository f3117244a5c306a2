import assert from "node:assert/strict";
import { bucketPolicy } from "../../../components/storage/bucket-policy";

const bucketArn = "arn:aws:s3:::appsonic-receipts";
const accountId = "123456789012";
const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1";
const everything = [bucketArn, `${bucketArn}/*`];

describe("bucketPolicy", () => {
    it("denies other accounts, plain text, other encryption, other keys and keys that the caller brings", () => {
        assert.deepEqual(bucketPolicy({ bucketArn, accountId, kmsKeyArn }), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "DenyOtherAccounts",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:*",
                    Resource: everything,
                    Condition: {
                        StringNotEquals: { "aws:PrincipalAccount": "123456789012" },
                        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
                    },
                },
                {
                    Sid: "DenyWithoutTls",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:*",
                    Resource: everything,
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
                {
                    Sid: "DenyOldTls",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:*",
                    Resource: everything,
                    Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
                },
                {
                    Sid: "DenyOtherEncryption",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:PutObject",
                    Resource: `${bucketArn}/*`,
                    Condition: {
                        StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
                        Null: { "s3:x-amz-server-side-encryption": "false" },
                    },
                },
                {
                    Sid: "DenyOtherKeys",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:PutObject",
                    Resource: `${bucketArn}/*`,
                    Condition: {
                        StringNotEquals: {
                            "s3:x-amz-server-side-encryption-aws-kms-key-id": kmsKeyArn,
                        },
                        Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
                    },
                },
                {
                    Sid: "DenyCustomerProvidedKeys",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:PutObject",
                    Resource: `${bucketArn}/*`,
                    Condition: {
                        Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" },
                    },
                },
            ],
        });
    });

    it("gives a statement without a resource the bucket and its objects", () => {
        const { Statement } = bucketPolicy({
            bucketArn,
            accountId,
            kmsKeyArn,
            statements: [
                {
                    Sid: "Audit",
                    Effect: "Allow",
                    Principal: { Service: "config.amazonaws.com" },
                    Action: "s3:GetBucketAcl",
                },
                {
                    Sid: "Deliver",
                    Effect: "Allow",
                    Principal: { Service: "config.amazonaws.com" },
                    Action: "s3:PutObject",
                    Resource: `${bucketArn}/config/*`,
                },
            ],
        });
        assert.deepEqual(
            Statement.slice(-2).map(({ Sid, Resource }) => ({ Sid, Resource })),
            [
                { Sid: "Audit", Resource: everything },
                { Sid: "Deliver", Resource: `${bucketArn}/config/*` },
            ],
        );
    });
});
