import { inDocument, ofAdded, setting, type Edit } from "../edit";

const QUEUE_ARN = "arn:aws:sqs:eu-west-1:123456789012:orders";

const QUEUE_URL = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders";

/** A policy that denies plain HTTP to everybody. */
function denyHttp(action: string, resource: string | readonly string[]): string {
    const statement = {
        Effect: "Deny",
        Principal: "*",
        Action: action,
        Resource: resource,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

/** Takes the statement that denies plain HTTP out of a policy. */
const admitHttp = inDocument("policy", (document) => {
    document.Statement = document.Statement.filter(
        (statement) => !JSON.stringify(statement).includes("aws:SecureTransport"),
    );
});

/** Buckets, topics and queues that take plain HTTP. */
export const documents: readonly Edit[] = [
    {
        policy: "bucket-policy-secure-transport",
        title: "a bucket policy that does not deny plain HTTP",
        type: "aws:s3/bucketPolicy:BucketPolicy",
        name: "prod-logs-policy",
        change: admitHttp,
    },
    ...(
        [
            ["on the objects only", { Resource: "arn:aws:s3:::orders/*" }],
            ["of reading only", { Action: "s3:GetObject" }],
            ["to one account only", { Principal: { AWS: "123456789012" } }],
            ["of HTTPS", { Condition: { Bool: { "aws:SecureTransport": "true" } } }],
        ] as const
    ).map(([what, part]) =>
        ofAdded(
            "bucket-policy-secure-transport",
            `a denial ${what}`,
            {
                type: "aws:s3/bucketPolicy:BucketPolicy",
                inputs: {
                    bucket: "orders",
                    policy: denyHttp("s3:*", ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"]),
                },
            },
            inDocument("policy", (document) => Object.assign(document.Statement[0]!, part)),
        ),
    ),
    ofAdded(
        "bucket-secure-transport",
        "a bucket whose policy belongs to another one",
        { type: "aws:s3/bucket:Bucket", inputs: { bucket: "orders" } },
        setting("bucket", "renamed"),
        [
            {
                type: "aws:s3/bucketPolicy:BucketPolicy",
                name: "beside",
                inputs: {
                    bucket: "orders",
                    policy: denyHttp("s3:*", ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"]),
                },
            },
        ],
    ),
    {
        policy: "bucket-website",
        title: "a bucket that serves a website",
        type: "aws:s3/bucket:Bucket",
        name: "prod-client-errors-reports-bucket",
        change: setting("website", { indexDocument: "index.html" }),
    },
    {
        policy: "message-policy-secure-transport",
        title: "a topic policy that does not deny plain HTTP",
        type: "aws:sns/topicPolicy:TopicPolicy",
        name: "prod-alarms-critical-policy",
        change: admitHttp,
    },
    ofAdded(
        "message-secure-transport",
        "a queue whose policy belongs to another one",
        { type: "aws:sqs/queue:Queue", inputs: { name: "orders", url: QUEUE_URL } },
        setting("url", "https://sqs.eu-west-1.amazonaws.com/123456789012/renamed"),
        [
            {
                type: "aws:sqs/queuePolicy:QueuePolicy",
                name: "beside",
                inputs: { queueUrl: QUEUE_URL, policy: denyHttp("sqs:*", QUEUE_ARN) },
            },
        ],
    ),
    ofAdded(
        "message-policy-secure-transport",
        "a queue policy that denies plain HTTP for one action",
        {
            type: "aws:sqs/queuePolicy:QueuePolicy",
            inputs: {
                queueUrl: QUEUE_URL,
                policy: denyHttp("sqs:*", QUEUE_ARN),
            },
        },
        inDocument("policy", (document) => {
            document.Statement[0]!["Action"] = "sqs:SendMessage";
        }),
    ),
];
