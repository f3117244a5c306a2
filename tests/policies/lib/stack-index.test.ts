import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import { StackIndex } from "../../../policies/lib/stack-index";

const QUEUE = "aws:sqs/queue:Queue";
const TOPIC = "aws:sns/topic:Topic";

function resource(type: string, urn: string): PolicyResource {
    return { type, urn, props: {} } as unknown as PolicyResource;
}

const [b, a, c, t] = [
    resource(QUEUE, "urn:b"),
    resource(QUEUE, "urn:a"),
    resource(QUEUE, "urn:c"),
    resource(TOPIC, "urn:aa"),
];

describe("StackIndex", () => {
    const stack = new StackIndex([b, t, a, c]);

    it("gives all resources, sorted by URN, and leaves what it was given alone", () => {
        const delivered = [b, t, a, c];
        assert.deepEqual(new StackIndex(delivered).resources, [a, t, b, c]);
        assert.deepEqual(delivered, [b, t, a, c]);
    });

    it("gives the resources of each type asked for, sorted by URN within it", () => {
        assert.deepEqual(stack.ofType(QUEUE), [a, b, c]);
        assert.deepEqual(stack.ofType(TOPIC, QUEUE), [t, a, b, c]);
        assert.deepEqual(stack.ofType("aws:s3/bucket:Bucket"), []);
    });

    it("finds a resource by its URN", () => {
        assert.equal(stack.get("urn:b"), b);
        assert.equal(stack.get("urn:c"), c);
        assert.equal(stack.get("urn:d"), undefined);
    });

    it("knows the stack's own URN, if it has one", () => {
        assert.equal(stack.rootUrn, "");
        const root = resource("pulumi:pulumi:Stack", "urn:stack");
        assert.equal(new StackIndex([a, root]).rootUrn, "urn:stack");
    });
});
