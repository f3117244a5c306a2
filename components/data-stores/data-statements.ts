import type { PolicyStatement } from "../policy-documents/policy-document";

const REGION = "eu-west-1";

/** User that the application signs in as; it owns nothing, and a migration step makes it. */
export const DATABASE_USER = "application";

/**
 * Signing in to a database with a token. The master user's password stays out of reach on purpose: RDS rotates it, and
 * instances would read it once.
 */
export function databaseStatements(database: {
    readonly accountId: string;
    /** RDS's own id of the instance, `db-…`: it survives a rename, and a database restored under the old name has another. */
    readonly resourceId: string;
}): PolicyStatement[] {
    const { accountId, resourceId } = database;
    return [
        {
            Sid: "SignInToDatabase",
            Effect: "Allow",
            Action: "rds-db:connect",
            Resource: `arn:aws:rds-db:${REGION}:${accountId}:dbuser:${resourceId}/${DATABASE_USER}`,
        },
    ];
}

/** Reading and writing items of a table and its indexes. No `Scan`: nobody reads a whole table at once. */
export function tableStatements(tableArn: string): PolicyStatement[] {
    return [
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
            Resource: [tableArn, `${tableArn}/index/*`],
        },
    ];
}

/** Reading, writing and deleting objects; old versions stay out of reach, so that a mistake can be undone. */
export function bucketStatements(bucketArn: string): PolicyStatement[] {
    return [
        {
            Sid: "ListBucket",
            Effect: "Allow",
            Action: ["s3:GetBucketLocation", "s3:ListBucket"],
            Resource: bucketArn,
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
            Resource: `${bucketArn}/*`,
        },
    ];
}
