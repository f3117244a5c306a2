import assert from "node:assert/strict";
import { bucketSecureTransport } from "../../../policies/https-only/bucket-secure-transport";
import { type Fixture, judge, UNKNOWN, urnOf } from "../support/judge";

const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const EXPECTED = `expected a Deny of s3:* on the bucket and its objects to everybody where aws:SecureTransport is "false"`;
const DENIAL = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

function document(part: Record<string, unknown> = {}): string {
    return JSON.stringify({ Statement: [{ ...DENIAL, ...part }] });
}

const PASSED = { diagnostics: [], notApplicable: [] };

for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
    const bucket: Fixture = { type, name: "logs", props: { bucket: "logs", policy: "" } };
    const urn = urnOf(bucket);
    const failed = (message: string) => ({
        diagnostics: [{ verdict: "fail", message, level: "mandatory", urn }],
        notApplicable: [],
    });
    const unanswered = (message: string) => ({
        diagnostics: [{ verdict: "not-evaluated", message, level: "advisory", urn }],
        notApplicable: [],
    });
    const ask = (...fixtures: Fixture[]) => judge(bucketSecureTransport, fixtures);

    describe(`bucket-secure-transport on ${type}`, () => {
        it("accepts a bucket that a BucketPolicy is about, whatever that says", async () => {
            for (const props of [
                { bucket: "logs", policy: document() },
                { bucket: "logs", policy: "{}" },
                { bucket: "logs", policy: UNKNOWN },
            ]) {
                assert.deepEqual(await ask(bucket, { type: POLICY, props }), PASSED);
            }
            const dependent = {
                type: POLICY,
                props: { bucket: UNKNOWN, policy: UNKNOWN },
                propertyDependencies: { bucket: [urn] },
            };
            const unnamed = { ...bucket, props: { bucket: UNKNOWN, policy: UNKNOWN } };
            assert.deepEqual(await ask(unnamed, dependent), PASSED);
        });

        it("accepts a bucket whose own policy denies plain HTTP", async () => {
            const own = { ...bucket, props: { bucket: "logs", policy: document() } };
            assert.deepEqual(await ask(own), PASSED);
        });

        it("reports a bucket without a policy, or with one of another bucket", async () => {
            const other = { type: POLICY, props: { bucket: "data", policy: document() } };
            assert.deepEqual(await ask(bucket), failed(`has no policy, ${EXPECTED}`));
            assert.deepEqual(await ask(bucket, other), failed(`has no policy, ${EXPECTED}`));
            const unnamed = { ...bucket, props: { bucket: UNKNOWN } };
            assert.deepEqual(await ask(unnamed), failed(`has no policy, ${EXPECTED}`));
        });

        it("reports a bucket whose own policy does not deny plain HTTP", async () => {
            const policy = document({ Action: "s3:GetObject" });
            assert.deepEqual(
                await ask({ ...bucket, props: { bucket: "logs", policy } }),
                failed(
                    `policy does not deny plain HTTP for "s3:*" on "arn:aws:s3:::logs", ${EXPECTED}`,
                ),
            );
            assert.deepEqual(
                await ask({ ...bucket, props: { bucket: "logs", policy: "secret" } }),
                failed(`policy is not JSON, ${EXPECTED}`),
            );
        });

        it("reports a bucket whose policy AWS would make", async () => {
            assert.deepEqual(
                await ask({ ...bucket, props: { bucket: "logs", policy: UNKNOWN } }),
                failed(`has no policy, ${EXPECTED}`),
            );
        });

        it("does not evaluate a policy that is not known yet", async () => {
            const unborn = {
                ...bucket,
                props: { bucket: "logs", policy: UNKNOWN },
                propertyDependencies: { policy: [urn] },
            };
            assert.deepEqual(await ask(unborn), unanswered("policy is not known yet"));
            assert.deepEqual(
                await ask({ ...bucket, props: { bucket: UNKNOWN, policy: document() } }),
                unanswered("bucket is not known yet"),
            );
        });

        it("does not evaluate a bucket that a policy may be about", async () => {
            const somewhere = { type: POLICY, props: { bucket: UNKNOWN, policy: document() } };
            assert.deepEqual(await ask(bucket, somewhere), unanswered("bucket is not known yet"));
            const own = { ...bucket, props: { bucket: "logs", policy: document() } };
            assert.deepEqual(await ask(own, somewhere), PASSED);
        });

        it("judges each bucket on its own", async () => {
            const data = { type, name: "data", props: { bucket: "data" } };
            const policy = { type: POLICY, props: { bucket: "data", policy: document() } };
            assert.deepEqual(await ask(bucket, data, policy), failed(`has no policy, ${EXPECTED}`));
        });
    });
}

describe("bucket-secure-transport", () => {
    it("does not apply without buckets", async () => {
        assert.deepEqual(await judge(bucketSecureTransport, [{ type: POLICY, props: {} }]), {
            diagnostics: [],
            notApplicable: [
                "Policy only applies to resources of type 'aws:s3/bucket:Bucket' or 'aws:s3/bucketV2:BucketV2'",
            ],
        });
    });
});
