import { definePolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";
import { satelliteTypes } from "../lib/views/buckets";
import { BUCKET_GUARD } from "./secure-transport";

/**
 * S3 Express: such buckets take HTTPS only, and no policy of theirs knows s3:*. The same is true of access points and of table
 * buckets, whose policies are therefore nobody's business here (S3 User Guide: data protection of S3 Express One Zone,
 * referencing access points, limitations of S3 Tables).
 */
const DIRECTORY_BUCKET = /--x-s3$/;

/** S3 takes plain HTTP until the bucket's policy refuses it, to everybody and for everything (P-09). */
export const bucketPolicySecureTransport = definePolicy({
    name: "bucket-policy-secure-transport",
    control: "HTTPS-09",
    title: "Bucket policies deny every request in plain HTTP.",
    severity: "high",
    why: "S3 answers plain HTTP as well as HTTPS; unless the policy denies it to everybody, for every action, on the bucket and on its objects, data and signatures can travel in the clear.",
    remediation: `Add to policy a statement with Effect Deny, Principal "*", Action "s3:*", Resource [bucket ARN, bucket ARN/*] and, as its only Condition, Bool { "aws:SecureTransport": "false" }.`,
    frameworks: [
        "fsbp:S3.5",
        "cis-5.0:2.1.1",
        "cdk-nag:AwsSolutions-S10",
        "prowler:s3_bucket_secure_transport_policy",
        "kics:s3_bucket_policy_accepts_http_requests",
        "checkov:CKV_AWS_379",
        "config:S3_BUCKET_SSL_REQUESTS_ONLY",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: satelliteTypes("policy"),
    check(props, report, subject) {
        if (DIRECTORY_BUCKET.test(String(textOf(props, "bucket")))) {
            subject.notApplicable("Directory buckets take HTTPS only");
        }
        const gap = BUCKET_GUARD.gap(props);
        if (gap !== undefined) report(`policy ${gap}, ${BUCKET_GUARD.expected}`);
    },
    examples: {
        accepted: [
            {
                title: "a policy that denies plain HTTP",
                resources: [policy({})],
            },
        ],
        rejected: [
            {
                title: "a denial on the objects, but not on the bucket",
                resources: [policy({ Resource: "arn:aws:s3:::logs/*" })],
                messages: [
                    `policy does not deny plain HTTP for "s3:*" on "arn:aws:s3:::logs", ${BUCKET_GUARD.expected}`,
                ],
            },
            {
                title: "a denial of HTTPS",
                resources: [policy({ Condition: { Bool: { "aws:SecureTransport": "true" } } })],
                messages: [
                    `policy does not deny plain HTTP for "s3:*" on "arn:aws:s3:::logs", ${BUCKET_GUARD.expected}`,
                ],
            },
        ],
    },
});

/** A bucket policy with one statement, part of which is another. */
function policy(part: Record<string, unknown>) {
    const statement = {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
        ...part,
    };
    return {
        type: "aws:s3/bucketPolicy:BucketPolicy",
        props: {
            bucket: "logs",
            policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
        },
    };
}
