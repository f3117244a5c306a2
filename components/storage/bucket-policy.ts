import { policyDocument } from "../policy-documents/policy-document";
import type { PolicyDocument, PolicyStatement } from "../policy-documents/policy-document";

/** What the policy of a private bucket is made of; all values are plain. */
export interface BucketPolicyParts {
    readonly bucketArn: string;
    /** The only account whose principals get in; AWS services that act for it get in, too. */
    readonly accountId: string;
    /** The only key that objects may be encrypted with. */
    readonly kmsKeyArn: string;
    /** Statements beside the denials; one without a resource is about the bucket and all its objects. */
    readonly statements?: readonly PolicyStatement[];
}

/**
 * The policy of a private bucket: nobody from elsewhere, nobody without TLS, nothing encrypted in another way than by the bucket's own key,
 * and whatever the owner adds.
 */
export function bucketPolicy(parts: BucketPolicyParts): PolicyDocument {
    const { bucketArn, accountId, kmsKeyArn, statements = [] } = parts;
    const objects = `${bucketArn}/*`;
    const everything = [bucketArn, objects];
    return policyDocument([
        {
            Sid: "DenyOtherAccounts",
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: everything,
            Condition: {
                // Services have no account, which a negated operator takes for another one.
                StringNotEquals: { "aws:PrincipalAccount": accountId },
                // Absent for anonymous callers, hence IfExists.
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
            // AWS services that call on our behalf carry no TLS version: IAM reads a missing number as no match.
            Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
        },
        denyUpload("DenyOtherEncryption", objects, {
            header: "s3:x-amz-server-side-encryption",
            expected: "aws:kms",
        }),
        denyUpload("DenyOtherKeys", objects, {
            header: "s3:x-amz-server-side-encryption-aws-kms-key-id",
            expected: kmsKeyArn,
        }),
        {
            Sid: "DenyCustomerProvidedKeys",
            Effect: "Deny",
            Principal: "*",
            Action: "s3:PutObject",
            Resource: objects,
            Condition: { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" } },
        },
        ...statements.map((statement) => ({ Resource: everything, ...statement })),
    ]);
}

/** An upload without the header gets the bucket's default, which is right; only another value is refused. */
function denyUpload(
    sid: string,
    objects: string,
    { header, expected }: { readonly header: string; readonly expected: string },
): PolicyStatement {
    return {
        Sid: sid,
        Effect: "Deny",
        Principal: "*",
        Action: "s3:PutObject",
        Resource: objects,
        // Negated operators (and …IfExists) also match when the header is absent, so its presence is asked for, too.
        Condition: { StringNotEquals: { [header]: expected }, Null: { [header]: "false" } },
    };
}
