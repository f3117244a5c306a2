import assert from "node:assert/strict";
import { messageSecureTransport } from "../../../policies/https-only/message-secure-transport";
import { type Fixture, judge, UNKNOWN, urnOf } from "../support/judge";

const PASSED = { diagnostics: [], notApplicable: [] };

const KINDS = [
    {
        owner: "aws:sns/topic:Topic",
        policy: "aws:sns/topicPolicy:TopicPolicy",
        property: "arn",
        identity: { arn: "arn:aws:sns:eu-west-1:123456789012:alarms" },
        value: "arn:aws:sns:eu-west-1:123456789012:alarms",
        arn: "arn:aws:sns:eu-west-1:123456789012:alarms",
        action: "sns:Publish",
        expected: `expected a Deny of sns:Publish to everybody where aws:SecureTransport is "false"`,
    },
    {
        owner: "aws:sqs/queue:Queue",
        policy: "aws:sqs/queuePolicy:QueuePolicy",
        property: "queueUrl",
        identity: { url: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders" },
        value: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
        arn: "arn:aws:sqs:eu-west-1:123456789012:orders",
        action: "sqs:*",
        expected: `expected a Deny of sqs:* to everybody where aws:SecureTransport is "false"`,
    },
];

for (const { owner: type, policy, property, identity, value, arn, action, expected } of KINDS) {
    const owner: Fixture = { type, name: "it", props: { ...identity, policy: "" } };
    const urn = urnOf(owner);
    const failed = (message: string) => ({
        diagnostics: [
            { verdict: "fail", message: `${message}, ${expected}`, level: "mandatory", urn },
        ],
        notApplicable: [],
    });
    const unanswered = (path: string) => ({
        diagnostics: [
            {
                verdict: "not-evaluated",
                message: `${path} is not known yet`,
                level: "advisory",
                urn,
            },
        ],
        notApplicable: [],
    });
    const document = (part: Record<string, unknown> = {}) =>
        JSON.stringify({
            Statement: {
                Effect: "Deny",
                Principal: "*",
                Action: action,
                Resource: arn,
                Condition: { Bool: { "aws:SecureTransport": "false" } },
                ...part,
            },
        });
    const ask = (...fixtures: Fixture[]) => judge(messageSecureTransport, fixtures);
    const withOwn = (own: unknown) => ({ ...owner, props: { ...identity, policy: own } });

    describe(`message-secure-transport on ${type}`, () => {
        it("accepts one that a policy resource is about, whatever that says", async () => {
            const about = { type: policy, props: { [property]: value, policy: "{}" } };
            assert.deepEqual(await ask(owner, about), PASSED);
            const dependent = {
                type: policy,
                props: { [property]: UNKNOWN, policy: UNKNOWN },
                propertyDependencies: { [property]: [urn] },
            };
            assert.deepEqual(await ask(withOwn(UNKNOWN), dependent), PASSED);
        });

        it("accepts one whose own policy denies plain HTTP", async () => {
            assert.deepEqual(await ask(withOwn(document())), PASSED);
        });

        it("reports one without a policy", async () => {
            const other = { type: policy, props: { [property]: `${value}-2`, policy: document() } };
            assert.deepEqual(await ask(owner, other), failed("has no policy"));
            assert.deepEqual(await ask({ ...owner, props: {} }), failed("has no policy"));
            // What AWS will give to it is its default.
            assert.deepEqual(await ask(withOwn(UNKNOWN)), failed("has no policy"));
        });

        it("reports one whose own policy does not deny plain HTTP, such as AWS's default", async () => {
            const gap = `policy does not deny plain HTTP for "${action}" on "${arn}"`;
            const byDefault = document({ Effect: "Allow", Condition: undefined });
            assert.deepEqual(await ask(withOwn(byDefault)), failed(gap));
            assert.deepEqual(await ask(withOwn(document({ Resource: "arn:x" }))), failed(gap));
            assert.deepEqual(await ask(withOwn("secret")), failed("policy is not JSON"));
        });

        it("does not evaluate what is not known yet", async () => {
            const unborn = { ...withOwn(UNKNOWN), propertyDependencies: { policy: [urn] } };
            assert.deepEqual(await ask(unborn), unanswered("policy"));
            const somewhere = { type: policy, props: { [property]: UNKNOWN, policy: UNKNOWN } };
            assert.deepEqual(await ask(owner, somewhere), unanswered(property));
        });
    });
}

describe("message-secure-transport", () => {
    it("does not apply without topics and queues", async () => {
        const { notApplicable } = await judge(messageSecureTransport, [
            { type: "aws:sns/topicPolicy:TopicPolicy" },
        ]);
        assert.deepEqual(notApplicable, [
            "Policy only applies to resources of type 'aws:sns/topic:Topic' or 'aws:sqs/queue:Queue'",
        ]);
    });
});
