import { defineStackPolicy } from "../lib/define-policy";
import { BUCKET_TYPES, satelliteTypes } from "../lib/views/buckets";
import { BUCKET_GUARD, reportUnguarded } from "./secure-transport";

/** A bucket without a policy takes plain HTTP; what a BucketPolicy says, bucket-policy-secure-transport judges (P-09). */
export const bucketSecureTransport = defineStackPolicy({
    name: "bucket-secure-transport",
    control: "HTTPS-09",
    title: "Buckets have a policy that denies plain HTTP.",
    severity: "high",
    why: "S3 answers plain HTTP as well as HTTPS; a bucket that no policy protects lets whoever may read or write it do so in the clear.",
    remediation:
        "Give the bucket a BucketPolicy that denies s3:* on the bucket and its objects to everybody where aws:SecureTransport is false.",
    frameworks: [
        "fsbp:S3.5",
        "cis-5.0:2.1.1",
        "cdk-nag:AwsSolutions-S10",
        "prowler:s3_bucket_secure_transport_policy",
        "checkov:CKV_AWS_379",
        "config:S3_BUCKET_SSL_REQUESTS_ONLY",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: BUCKET_TYPES,
    check(subject) {
        reportUnguarded(subject, {
            guard: BUCKET_GUARD,
            owners: BUCKET_TYPES,
            policies: satelliteTypes("policy"),
            property: "bucket",
        });
    },
    examples: {
        accepted: [
            {
                title: "a bucket with a BucketPolicy",
                resources: [
                    { type: "aws:s3/bucket:Bucket", props: { bucket: "logs" } },
                    {
                        type: "aws:s3/bucketPolicy:BucketPolicy",
                        props: { bucket: "logs" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a bucket without a policy",
                resources: [{ type: "aws:s3/bucket:Bucket", props: { bucket: "logs" } }],
                messages: [`has no policy, ${BUCKET_GUARD.expected}`],
            },
        ],
    },
});
