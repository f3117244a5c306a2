import { inDocument, ofAdded, setting, type Edit } from "../edit";

const QUEUE_ARN = "arn:aws:sqs:eu-west-1:123456789012:orders";

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
    {
        policy: "bucket-secure-transport",
        title: "a bucket without a policy",
        type: "aws:s3/bucketPolicy:BucketPolicy",
        name: "prod-logs-policy",
        change: setting("bucket", "another-bucket"),
        reportedOn: "prod-logs-bucket",
    },
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
    {
        policy: "message-secure-transport",
        title: "a topic without a policy",
        type: "aws:sns/topicPolicy:TopicPolicy",
        name: "prod-alarms-critical-policy",
        change: setting("arn", "arn:aws:sns:eu-west-1:123456789012:another"),
        reportedOn: "prod-alarms-critical",
    },
    ofAdded(
        "message-policy-secure-transport",
        "a queue policy that denies plain HTTP for one action",
        {
            type: "aws:sqs/queuePolicy:QueuePolicy",
            inputs: {
                queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Effect: "Deny",
                            Principal: "*",
                            Action: "sqs:*",
                            Resource: QUEUE_ARN,
                            Condition: { Bool: { "aws:SecureTransport": "false" } },
                        },
                    ],
                }),
            },
        },
        inDocument("policy", (document) => {
            document.Statement[0]!["Action"] = "sqs:SendMessage";
        }),
    ),
];
