import { definePolicy } from "../lib/define-policy";
import { QUEUE_GUARD, TOPIC_GUARD } from "./secure-transport";

const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";
const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";

/** SNS and SQS take plain HTTP until the policy of the topic or queue refuses it to everybody (P-09). */
export const messagePolicySecureTransport = definePolicy({
    name: "message-policy-secure-transport",
    control: "HTTPS-10",
    title: "Policies of topics and queues deny requests in plain HTTP.",
    severity: "high",
    why: "SNS and SQS answer plain HTTP as well as HTTPS; unless the policy denies it to everybody, messages and signatures can travel in the clear.",
    remediation: `Add to policy a statement with Effect Deny, Principal "*", Action "sns:Publish" or "sqs:*", the ARN of the topic or queue as Resource and, as its only Condition, Bool { "aws:SecureTransport": "false" }.`,
    frameworks: ["cdk-nag:AwsSolutions-SNS3", "cdk-nag:AwsSolutions-SQS4", "gdpr:32(1)(a)"],
    resourceTypes: [TOPIC_POLICY, QUEUE_POLICY],
    check(props, report, { type }) {
        const guard = type === TOPIC_POLICY ? TOPIC_GUARD : QUEUE_GUARD;
        const gap = guard.gap(props);
        if (gap !== undefined) report(`policy ${gap}, ${guard.expected}`);
    },
    examples: {
        accepted: [{ title: "a policy that denies plain HTTP", resources: [policy({})] }],
        rejected: [
            {
                title: "a denial that is about sending only",
                resources: [policy({ Action: "sqs:SendMessage" })],
                messages: [
                    `policy does not deny plain HTTP for "sqs:*" on "${QUEUE}", ${QUEUE_GUARD.expected}`,
                ],
            },
            {
                title: "a permission that asks for TLS and denies nobody anything",
                resources: [
                    policy({
                        Effect: "Allow",
                        Condition: { Bool: { "aws:SecureTransport": "true" } },
                    }),
                ],
                messages: [
                    `policy does not deny plain HTTP for "sqs:*" on "${QUEUE}", ${QUEUE_GUARD.expected}`,
                ],
            },
        ],
    },
});

/** A queue's policy with one statement, part of which is another. */
function policy(part: Record<string, unknown>) {
    const statement = {
        Effect: "Deny",
        Principal: "*",
        Action: "sqs:*",
        Resource: QUEUE,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
        ...part,
    };
    return {
        type: QUEUE_POLICY,
        props: {
            queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
            policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
        },
    };
}
