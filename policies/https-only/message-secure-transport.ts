import { defineStackPolicy } from "../lib/define-policy";
import { QUEUE_GUARD, reportUnguarded, TOPIC_GUARD } from "./secure-transport";

const TOPIC = "aws:sns/topic:Topic";
const QUEUE = "aws:sqs/queue:Queue";

/** A topic or queue without a policy takes plain HTTP; what policy resources say, message-policy-secure-transport judges (P-09). */
export const messageSecureTransport = defineStackPolicy({
    name: "message-secure-transport",
    control: "HTTPS-10",
    title: "Topics and queues have a policy that denies plain HTTP.",
    severity: "high",
    why: "SNS and SQS answer plain HTTP as well as HTTPS, and the policy that AWS gives to a topic or queue does not change that: messages and signatures can travel in the clear.",
    remediation:
        "Give the topic a TopicPolicy that denies sns:Publish, or the queue a QueuePolicy that denies sqs:*, to everybody where aws:SecureTransport is false.",
    frameworks: ["cdk-nag:AwsSolutions-SNS3", "cdk-nag:AwsSolutions-SQS4", "gdpr:32(1)(a)"],
    resourceTypes: [TOPIC, QUEUE],
    check(subject) {
        reportUnguarded(subject, {
            guard: TOPIC_GUARD,
            owners: [TOPIC],
            policies: ["aws:sns/topicPolicy:TopicPolicy"],
            property: "arn",
        });
        reportUnguarded(subject, {
            guard: QUEUE_GUARD,
            owners: [QUEUE],
            policies: ["aws:sqs/queuePolicy:QueuePolicy"],
            property: "queueUrl",
        });
    },
    examples: {
        accepted: [
            {
                title: "a topic with a TopicPolicy",
                resources: [
                    { type: TOPIC, props: { arn: "arn:aws:sns:eu-west-1:123456789012:alarms" } },
                    {
                        type: "aws:sns/topicPolicy:TopicPolicy",
                        props: { arn: "arn:aws:sns:eu-west-1:123456789012:alarms" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a topic and a queue without policies",
                resources: [
                    { type: TOPIC, props: { name: "alarms" } },
                    { type: QUEUE, props: { name: "orders" } },
                ],
                messages: [
                    `has no policy, ${TOPIC_GUARD.expected}`,
                    `has no policy, ${QUEUE_GUARD.expected}`,
                ],
            },
        ],
    },
});
