import assert from "node:assert/strict";
import {
    bucketStatements,
    databaseStatements,
    tableStatements,
} from "../../../components/data-stores/data-statements";

describe("what a service's role may do with its stores", () => {
    it("signs in to its own database as a user that owns nothing", () => {
        assert.deepEqual(databaseStatements({ accountId: "123456789012", resourceId: "db-ABC" }), [
            {
                Sid: "SignInToDatabase",
                Effect: "Allow",
                Action: "rds-db:connect",
                Resource: "arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ABC/application",
            },
        ]);
    });

    it("uses items of its own table and indexes, without reading all of it", () => {
        const table = "arn:aws:dynamodb:eu-west-1:123456789012:table/prod-usage-reports";
        assert.deepEqual(tableStatements(table), [
            {
                Sid: "UseTable",
                Effect: "Allow",
                Action: [
                    "dynamodb:BatchGetItem",
                    "dynamodb:BatchWriteItem",
                    "dynamodb:ConditionCheckItem",
                    "dynamodb:DeleteItem",
                    "dynamodb:DescribeTable",
                    "dynamodb:GetItem",
                    "dynamodb:PutItem",
                    "dynamodb:Query",
                    "dynamodb:UpdateItem",
                ],
                Resource: [table, `${table}/index/*`],
            },
        ]);
    });

    it("uses objects of its own bucket, but not their old versions", () => {
        assert.deepEqual(bucketStatements("arn:aws:s3:::files"), [
            {
                Sid: "ListBucket",
                Effect: "Allow",
                Action: ["s3:GetBucketLocation", "s3:ListBucket"],
                Resource: "arn:aws:s3:::files",
            },
            {
                Sid: "UseObjects",
                Effect: "Allow",
                Action: [
                    "s3:AbortMultipartUpload",
                    "s3:DeleteObject",
                    "s3:GetObject",
                    "s3:ListMultipartUploadParts",
                    "s3:PutObject",
                ],
                Resource: "arn:aws:s3:::files/*",
            },
        ]);
    });
});
