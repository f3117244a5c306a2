import assert from "node:assert/strict";
import { bucketPolicySecureTransport } from "../../../policies/https-only/bucket-policy-secure-transport";
import { policyDocument } from "../../../preflight/cloud/functions/policy-document";
import { judge, UNKNOWN } from "../support/judge";

const type = "aws:s3/bucketPolicy:BucketPolicy";
const BUCKET = "arn:aws:s3:::logs";
const EXPECTED = `expected a Deny of s3:* on the bucket and its objects to everybody where aws:SecureTransport is "false"`;
const DENIAL = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [BUCKET, `${BUCKET}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const OLD_TLS = { ...DENIAL, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } };

function ask(policy: unknown, bucket = "logs") {
    return judge(bucketPolicySecureTransport, { type, props: { bucket, policy } });
}

function askStatements(...Statement: unknown[]) {
    return ask(JSON.stringify({ Version: "2012-10-17", Statement }));
}

const PASSED = { diagnostics: [], notApplicable: [] };

function failed(message: string) {
    return {
        diagnostics: [{ verdict: "fail", message: `${message}, ${EXPECTED}`, level: "mandatory" }],
        notApplicable: [],
    };
}

function unanswered(path: string) {
    return {
        diagnostics: [
            { verdict: "not-evaluated", message: `${path} is not known yet`, level: "advisory" },
        ],
        notApplicable: [],
    };
}

const ANYTHING = failed(`policy does not deny plain HTTP for "s3:*" on "${BUCKET}"`);
const OBJECTS = failed(`policy does not deny plain HTTP for "s3:*" on "${BUCKET}/*"`);

describe("bucket-policy-secure-transport", () => {
    it("accepts a policy that denies plain HTTP to everybody, in text, as object, among others", async () => {
        assert.deepEqual(await askStatements(DENIAL), PASSED);
        assert.deepEqual(await askStatements({ ...OLD_TLS }, DENIAL), PASSED);
        assert.deepEqual(await ask({ Statement: DENIAL }), PASSED);
        assert.deepEqual(await askStatements({ ...DENIAL, Principal: { AWS: ["*"] } }), PASSED);
    });

    it("accepts a document of aws.iam.getPolicyDocument", async () => {
        const { json } = policyDocument({
            statements: [
                {
                    effect: "Deny",
                    principals: [{ type: "AWS", identifiers: ["*"] }],
                    actions: ["s3:*"],
                    resources: [BUCKET, `${BUCKET}/*`],
                    conditions: [
                        { test: "Bool", variable: "aws:SecureTransport", values: ["false"] },
                    ],
                },
            ],
        });
        assert.deepEqual(await ask(json), PASSED);
    });

    it("accepts denials that add up to bucket and objects", async () => {
        const bucket = { ...DENIAL, Resource: BUCKET };
        const objects = { ...DENIAL, Resource: `${BUCKET}/*` };
        assert.deepEqual(await askStatements(bucket, objects), PASSED);
        assert.deepEqual(await askStatements(bucket), OBJECTS);
        assert.deepEqual(await askStatements(objects), ANYTHING);
    });

    it("reports a denial of something less", async () => {
        for (const part of [
            { Effect: "Allow", Condition: { Bool: { "aws:SecureTransport": "true" } } },
            { Action: "s3:GetObject" },
            { Action: ["s3:Get*", "s3:Put*", "s3:Delete*", "s3:List*"] },
            { Principal: { AWS: "arn:aws:iam::123456789012:root" } },
            { Principal: { Service: "logging.s3.amazonaws.com" } },
            { Resource: "arn:aws:s3:::other/*" },
            { Condition: { Bool: { "aws:SecureTransport": "true" } } },
            { Condition: { StringEquals: { "aws:SecureTransport": "false" } } },
            { Condition: { ...DENIAL.Condition, StringEquals: { "aws:PrincipalAccount": "1" } } },
        ]) {
            assert.deepEqual(await askStatements({ ...DENIAL, ...part }), ANYTHING);
        }
        assert.deepEqual(await askStatements(OLD_TLS), ANYTHING);
        assert.deepEqual(await askStatements(), ANYTHING);
    });

    it("reports whom and what a denial spares", async () => {
        const { Action, Principal, ...rest } = DENIAL;
        assert.deepEqual(
            await askStatements({ ...rest, Action, NotPrincipal: { AWS: "arn:aws:iam::1:root" } }),
            failed(
                `policy does not deny plain HTTP for "s3:*" on "${BUCKET}" by "arn:aws:iam::1:root"`,
            ),
        );
        assert.deepEqual(
            await askStatements({ ...rest, Principal, NotAction: "s3:ListBucket" }),
            failed(`policy does not deny plain HTTP for "s3:ListBucket" on "${BUCKET}"`),
        );
    });

    it("reports what is no policy document without quoting it", async () => {
        assert.deepEqual(await ask(`{"secret`), failed("policy is not JSON"));
        assert.deepEqual(await ask("{}"), failed("policy has no Statement"));
        assert.deepEqual(await ask(""), failed("policy is not set"));
    });

    it("does not evaluate what is not known yet", async () => {
        assert.deepEqual(await ask(UNKNOWN), unanswered("policy"));
        assert.deepEqual(
            await ask({ Statement: [{ ...DENIAL, Resource: [UNKNOWN] }] }),
            unanswered("policy.Statement[0].Resource[0]"),
        );
        assert.deepEqual(
            await ask(JSON.stringify({ Statement: DENIAL }), UNKNOWN),
            unanswered("bucket"),
        );
    });

    it("does not apply to directory buckets, which take HTTPS only", async () => {
        assert.deepEqual(await ask("{}", "logs--euw1-az1--x-s3"), {
            diagnostics: [],
            notApplicable: ["Directory buckets take HTTPS only"],
        });
        assert.deepEqual(await ask("{}", "logs--x-s3-2"), failed("policy has no Statement"));
    });
});
