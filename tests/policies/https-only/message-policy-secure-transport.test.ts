import assert from "node:assert/strict";
import { messagePolicySecureTransport } from "../../../policies/https-only/message-policy-secure-transport";
import { judge, UNKNOWN } from "../support/judge";

const TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms";
const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";
const URL = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders";
const TOPIC_EXPECTED = `expected a Deny of sns:Publish to everybody where aws:SecureTransport is "false"`;
const QUEUE_EXPECTED = `expected a Deny of sqs:* to everybody where aws:SecureTransport is "false"`;

function denial(part: Record<string, unknown>): string {
    const Statement = {
        Effect: "Deny",
        Principal: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
        ...part,
    };
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

function askTopic(policy: unknown, arn = TOPIC) {
    return judge(messagePolicySecureTransport, {
        type: "aws:sns/topicPolicy:TopicPolicy",
        props: { arn, policy },
    });
}

function askQueue(policy: unknown, queueUrl = URL) {
    return judge(messagePolicySecureTransport, {
        type: "aws:sqs/queuePolicy:QueuePolicy",
        props: { queueUrl, policy },
    });
}

const PASSED = { diagnostics: [], notApplicable: [] };

function failed(message: string) {
    return { diagnostics: [{ verdict: "fail", message, level: "mandatory" }], notApplicable: [] };
}

function unanswered(message: string) {
    return {
        diagnostics: [{ verdict: "not-evaluated", message, level: "advisory" }],
        notApplicable: [],
    };
}

describe("message-policy-secure-transport", () => {
    it("accepts a topic's policy that denies publishing in plain HTTP", async () => {
        for (const Action of ["sns:Publish", "SNS:Publish", "sns:*", ["sns:Subscribe", "*"]]) {
            assert.deepEqual(await askTopic(denial({ Action, Resource: TOPIC })), PASSED);
        }
        assert.deepEqual(await askTopic(denial({ Action: "sns:Publish", Resource: "*" })), PASSED);
    });

    it("reports a topic's policy that does not", async () => {
        const gap = `policy does not deny plain HTTP for "sns:Publish" on "${TOPIC}", ${TOPIC_EXPECTED}`;
        for (const part of [
            { Action: "sns:Subscribe", Resource: TOPIC },
            { Action: "sns:Publish", Resource: `${TOPIC}-2` },
            { Action: "sns:Publish", Resource: TOPIC, Principal: { AWS: "123456789012" } },
            { Action: "sns:Publish", Resource: TOPIC, Effect: "Allow" },
        ]) {
            assert.deepEqual(await askTopic(denial(part)), failed(gap));
        }
        assert.deepEqual(await askTopic("x"), failed(`policy is not JSON, ${TOPIC_EXPECTED}`));
    });

    it("accepts a queue's policy that denies everything in plain HTTP", async () => {
        for (const Action of ["sqs:*", "SQS:*", "*"]) {
            assert.deepEqual(await askQueue(denial({ Action, Resource: QUEUE })), PASSED);
        }
    });

    it("reads a queue's ARN out of its URL, whatever AWS's form of that", async () => {
        const policy = denial({ Action: "sqs:*", Resource: QUEUE });
        for (const url of [
            "https://eu-west-1.queue.amazonaws.com/123456789012/orders",
            "https://sqs.eu-west-1.api.aws/123456789012/orders",
            "https://vpce-0a.sqs.eu-west-1.vpce.amazonaws.com/123456789012/orders",
            "http://sqs.eu-west-1.localhost.localstack.cloud:4566/123456789012/orders",
        ]) {
            assert.deepEqual(await askQueue(policy, url), PASSED, url);
        }
        const other = `policy does not deny plain HTTP for "sqs:*" on "${QUEUE}-2", ${QUEUE_EXPECTED}`;
        assert.deepEqual(await askQueue(policy, `${URL}-2`), failed(other));
    });

    it("takes any resource for the queue where the URL does not tell its ARN", async () => {
        for (const url of [
            "https://queue.amazonaws.com/123456789012/orders",
            "https://sqs.eu-west-1.amazonaws.com/orders",
            "orders",
            "ftp://sqs.eu-west-1.amazonaws.com/123456789012/orders",
            "https://sqs.eu-west-1.amazonaws.com/123456789012/a/orders",
        ]) {
            assert.deepEqual(
                await askQueue(denial({ Action: "sqs:*", Resource: QUEUE }), url),
                PASSED,
                url,
            );
            assert.deepEqual(
                await askQueue(denial({ Action: "sqs:SendMessage", Resource: QUEUE }), url),
                failed(`policy does not deny plain HTTP for "sqs:*", ${QUEUE_EXPECTED}`),
            );
        }
    });

    it("reports a queue's policy that does not deny everything", async () => {
        const gap = `policy does not deny plain HTTP for "sqs:*" on "${QUEUE}", ${QUEUE_EXPECTED}`;
        for (const part of [
            { Action: ["sqs:SendMessage", "sqs:ReceiveMessage"], Resource: QUEUE },
            { Action: "sns:*", Resource: QUEUE },
            { Action: "sqs:*", Resource: TOPIC },
        ]) {
            assert.deepEqual(await askQueue(denial(part)), failed(gap));
        }
        assert.deepEqual(await askQueue(""), failed(`policy is not set, ${QUEUE_EXPECTED}`));
    });

    it("does not evaluate what is not known yet", async () => {
        const policy = denial({ Action: "*", Resource: "*" });
        assert.deepEqual(await askTopic(UNKNOWN), unanswered("policy is not known yet"));
        assert.deepEqual(await askTopic(policy, UNKNOWN), unanswered("arn is not known yet"));
        assert.deepEqual(await askQueue(UNKNOWN), unanswered("policy is not known yet"));
        assert.deepEqual(await askQueue(policy, UNKNOWN), unanswered("queueUrl is not known yet"));
    });
});
