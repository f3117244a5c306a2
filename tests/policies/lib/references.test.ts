import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import { StackIndex } from "../../../policies/lib/stack-index";
import { guarded, UNKNOWN } from "../support/unknown";

const BUCKET = "aws:s3/bucket:Bucket";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";

function resource(
    type: string,
    name: string,
    props: Record<string, unknown>,
    propertyDependencies: Record<string, PolicyResource[]> = {},
): PolicyResource {
    const urn = `urn:pulumi:test::appsonic::${type}::${name}`;
    const parts = { type, name, urn, props: guarded(props), propertyDependencies };
    return parts as unknown as PolicyResource;
}

function names(resources: readonly PolicyResource[]): readonly string[] {
    return resources.map(({ name }) => name);
}

function bucketsOf(...resources: PolicyResource[]) {
    return new StackIndex(resources).refer([POLICY], "bucket", [BUCKET]);
}

describe("references between resources", () => {
    it("are found by id, ARN and name, in both directions", () => {
        for (const identity of [
            "id",
            "arn",
            "name",
            "bucket",
            "identifier",
            "clusterIdentifier",
            "url",
        ]) {
            const logs = resource(BUCKET, "logs", { [identity]: "logs-1" });
            const data = resource(BUCKET, "data", { [identity]: "data-1", other: "logs-1" });
            const policy = resource(POLICY, "policy", { bucket: "logs-1" });
            const references = bucketsOf(policy, logs, data);
            assert.deepEqual(references.of(policy), [logs], identity);
            assert.deepEqual(references.to(logs), [policy], identity);
            assert.deepEqual(references.to(data), [], identity);
            assert.deepEqual(references.unresolved, [], identity);
        }
    });

    it("are found by dependency while the value is not known yet", () => {
        const logs = resource(BUCKET, "logs", { id: UNKNOWN, arn: UNKNOWN });
        const other = resource("aws:kms/key:Key", "key", {});
        const policy = resource(POLICY, "policy", { bucket: UNKNOWN }, { bucket: [other, logs] });
        const references = bucketsOf(policy, logs, other);
        assert.deepEqual(references.of(policy), [logs]);
        assert.deepEqual(references.unresolved, []);
    });

    it("are found by dependency when the value matches no identity", () => {
        const logs = resource(BUCKET, "logs", { id: "logs-1" });
        const policy = resource(POLICY, "p", { bucket: "logs-1.s3" }, { bucket: [logs] });
        assert.deepEqual(bucketsOf(policy, logs).of(policy), [logs]);
    });

    it("are not found by dependency when the value says which one is meant", () => {
        const logs = resource(BUCKET, "logs", { id: "logs-1" });
        const data = resource(BUCKET, "data", { id: "data-1" });
        const policy = resource(POLICY, "p", { bucket: "data-1" }, { bucket: [logs, data] });
        assert.deepEqual(bucketsOf(policy, logs, data).of(policy), [data]);
    });

    it("are unresolved when nothing says what an unknown value may be", () => {
        const logs = resource(BUCKET, "logs", { id: "logs-1" });
        const policy = resource(POLICY, "policy", { bucket: UNKNOWN });
        const references = bucketsOf(policy, logs);
        assert.deepEqual(references.of(policy), []);
        assert.deepEqual(references.to(logs), []);
        assert.deepEqual(references.unresolved, [policy]);
    });

    it("lead nowhere when the property is not set, empty, or names what is not in the stack", () => {
        const logs = resource(BUCKET, "logs", { id: "logs-1", bucket: "" });
        for (const props of [{}, { bucket: null }, { bucket: "" }, { bucket: "elsewhere" }]) {
            const policy = resource(POLICY, "policy", props);
            const references = bucketsOf(policy, logs);
            assert.deepEqual(references.of(policy), []);
            assert.deepEqual(references.unresolved, []);
        }
    });

    it("are found for every element of a list, known or not yet", () => {
        const one = resource(BUCKET, "one", { id: "b-1" });
        const two = resource(BUCKET, "two", { id: UNKNOWN });
        const policy = resource(
            POLICY,
            "policy",
            { bucket: ["b-1", UNKNOWN] },
            { bucket: [one, two] },
        );
        assert.deepEqual(names(bucketsOf(policy, one, two).of(policy)), ["one", "two"]);
    });

    it("are found once, however often a resource is named", () => {
        const logs = resource(BUCKET, "logs", { id: "b-1", arn: "arn:aws:s3:::b-1" });
        const both = resource(POLICY, "policy", { bucket: ["b-1", "arn:aws:s3:::b-1"] });
        assert.deepEqual(bucketsOf(both, logs).to(logs), [both]);
    });

    it("are not found where a list is not known yet and nothing explains it", () => {
        const logs = resource(BUCKET, "logs", { id: "b-1" });
        const policy = resource(POLICY, "policy", { bucket: ["b-1", UNKNOWN] });
        const references = bucketsOf(policy, logs);
        assert.deepEqual(references.of(policy), [logs]);
        assert.deepEqual(references.unresolved, [policy]);
    });

    it("are not made of values that are no text, though they look alike", () => {
        const odd = resource(BUCKET, "odd", { id: "", arn: 7, name: ["b-1"] });
        for (const value of [7, "b-1", ["", "7"]]) {
            const policy = resource(POLICY, "policy", { bucket: value });
            assert.deepEqual(bucketsOf(policy, odd).of(policy), []);
        }
    });

    it("are sorted by URN, whatever the order of delivery", () => {
        const logs = resource(BUCKET, "logs", { id: "logs-1" });
        const policies = ["c", "a", "b"].map((name) =>
            resource(POLICY, name, { bucket: "logs-1" }),
        );
        assert.deepEqual(names(bucketsOf(...policies, logs).to(logs)), ["a", "b", "c"]);
    });

    it("are worked out once for each question", () => {
        const stack = new StackIndex([]);
        const asked = stack.refer([POLICY], "bucket", [BUCKET]);
        assert.equal(stack.refer([POLICY], "bucket", [BUCKET]), asked);
        for (const other of [
            stack.refer([BUCKET], "bucket", [BUCKET]),
            stack.refer([POLICY], "policy", [BUCKET]),
            stack.refer([POLICY], "bucket", [POLICY]),
        ]) {
            assert.notEqual(other, asked);
        }
    });

    it("do not hide a bug in reading", () => {
        const broken = resource(POLICY, "policy", {});
        Object.defineProperty(broken, "props", {
            value: new Proxy(
                { bucket: "x" },
                {
                    get: () => {
                        throw new TypeError("broken");
                    },
                },
            ),
        });
        assert.throws(() => bucketsOf(broken), { name: "TypeError", message: "broken" });
    });
});
