import assert from "node:assert/strict";
import { policyDocument } from "../../../../preflight/cloud/functions/policy-document";
import type { Props } from "../../../../preflight/values";

function document(args: Props): unknown {
    return JSON.parse(String(policyDocument(args).json));
}

function statement(parts: Props): unknown {
    return (document({ statements: [parts] }) as { Statement: unknown[] }).Statement[0];
}

describe("preflight/cloud/functions: aws.iam.getPolicyDocument", () => {
    it("writes the document as AWS's provider does, to the letter", () => {
        const answer = policyDocument({
            statements: [
                {
                    sid: "Read",
                    actions: ["s3:GetObject", "s3:ListBucket"],
                    resources: ["arn:aws:s3:::b"],
                    principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }],
                    conditions: [{ test: "StringLike", variable: "aws:x", values: ["<a>"] }],
                },
            ],
        });
        assert.equal(
            answer.json,
            `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": [
        "s3:ListBucket",
        "s3:GetObject"
      ],
      "Resource": "arn:aws:s3:::b",
      "Principal": {
        "Service": "ec2.amazonaws.com"
      },
      "Condition": {
        "StringLike": {
          "aws:x": "\\u003ca\\u003e"
        }
      }
    }
  ]
}`,
        );
        assert.equal(
            answer.minifiedJson,
            '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:ListBucket","s3:GetObject"],"Resource":"arn:aws:s3:::b","Principal":{"Service":"ec2.amazonaws.com"},"Condition":{"StringLike":{"aws:x":"\\u003ca\\u003e"}}}]}',
        );
        assert.match(String(answer.id), /^\d+$/);
    });

    const STATEMENTS: readonly (readonly [string, Props, Props])[] = [
        ["denies", { effect: "Deny", actions: ["a:*"] }, { Effect: "Deny", Action: "a:*" }],
        [
            "leaves empty lists away",
            { actions: [], resources: [], principals: [], conditions: [] },
            { Effect: "Allow" },
        ],
        [
            "writes what is not meant",
            {
                notActions: ["a:B"],
                notResources: ["*"],
                notPrincipals: [{ type: "AWS", identifiers: ["1", "2"] }],
            },
            {
                Effect: "Allow",
                NotAction: "a:B",
                NotResource: "*",
                NotPrincipal: { AWS: ["2", "1"] },
            },
        ],
        ["keeps each action once", { actions: ["a:B", "a:B"] }, { Effect: "Allow", Action: "a:B" }],
        [
            "writes everybody short",
            { principals: [{ type: "*", identifiers: ["*"] }] },
            { Effect: "Allow", Principal: "*" },
        ],
        [
            "writes every account in full",
            { principals: [{ type: "AWS", identifiers: ["*"] }] },
            { Effect: "Allow", Principal: { AWS: "*" } },
        ],
        [
            "joins principals of one type and sorts the types",
            {
                principals: [
                    { type: "Service", identifiers: ["s"] },
                    { type: "AWS", identifiers: ["1"] },
                    { type: "AWS", identifiers: ["2", "3"] },
                ],
            },
            { Effect: "Allow", Principal: { AWS: ["1", "3", "2"], Service: "s" } },
        ],
        [
            "joins conditions and keeps the order of their values",
            {
                conditions: [
                    { test: "T", variable: "v", values: ["b", "a"] },
                    { test: "T", variable: "v", values: ["c"] },
                    { test: "S", variable: "w", values: ["&{aws:username}"] },
                ],
            },
            {
                Effect: "Allow",
                Condition: { S: { w: "${aws:username}" }, T: { v: ["b", "a", "c"] } },
            },
        ],
        [
            "turns &{…} into ${…} in resources",
            { resources: ["b/&{aws:username}/*"] },
            { Effect: "Allow", Resource: "b/${aws:username}/*" },
        ],
    ];
    for (const [what, parts, expected] of STATEMENTS) {
        it(what, () => {
            assert.deepEqual(statement(parts), expected);
        });
    }

    it("writes version and id, and no statements where there are none", () => {
        assert.deepEqual(document({ version: "2008-10-17", policyId: "p" }), {
            Version: "2008-10-17",
            Id: "p",
        });
    });

    const source = JSON.stringify({
        Version: "2008-10-17",
        Id: "old",
        Statement: [
            {
                Sid: "A",
                Effect: "Allow",
                Action: ["x", "y"],
                Principal: "*",
                Condition: { Bool: { b: true } },
            },
            {
                Effect: "Deny",
                Action: "z",
                Principal: { AWS: ["1", "2"], Service: "s" },
                Unknown: 1,
            },
        ],
    });

    it("puts sources before and overrides after, a statement in place of another with its Sid", () => {
        const override = JSON.stringify({
            Id: "new",
            Statement: [{ Sid: "A", Effect: "Deny", Action: "w" }],
        });
        assert.deepEqual(
            document({
                sourcePolicyDocuments: [source],
                statements: [{ sid: "B", actions: ["v"] }],
                overridePolicyDocuments: [override],
            }),
            {
                Version: "2012-10-17",
                Id: "new",
                Statement: [
                    { Sid: "A", Effect: "Deny", Action: "w" },
                    { Effect: "Deny", Action: "z", Principal: { AWS: ["2", "1"], Service: "s" } },
                    { Sid: "B", Effect: "Allow", Action: "v" },
                ],
            },
        );
    });

    it("keeps what a source says", () => {
        const [first] = (document({ sourceJson: source }) as { Statement: unknown[] }).Statement;
        assert.deepEqual(first, {
            Sid: "A",
            Effect: "Allow",
            Action: ["x", "y"],
            Principal: "*",
            Condition: { Bool: { b: "true" } },
        });
    });

    const REFUSED: readonly (readonly [string, Props, string])[] = [
        [
            "two statements with one Sid",
            { statements: [{ sid: "A" }, { sid: "A" }] },
            "writing IAM Policy Document: duplicate Sid (A). Remove the Sid or ensure the Sid is unique.",
        ],
        [
            "two sources with one Sid",
            { sourcePolicyDocuments: [source, source] },
            "writing IAM Policy Document: merging source document 1: duplicate Sid (A) in source_policy_documents (statement 0). Remove the Sid or ensure Sids are unique.",
        ],
        [
            "a source that is no JSON",
            { sourcePolicyDocuments: ["{"] },
            'writing IAM Policy Document: merging source document 0: found "{", expected a JSON object',
        ],
        [
            "an override that is no object",
            { overridePolicyDocuments: ["[]"] },
            'writing IAM Policy Document: merging override document 0: found "[]", expected a JSON object',
        ],
        [
            "a source whose statement is no list",
            { sourceJson: '{"Statement":{}}' },
            "writing IAM Policy Document: merging source document 0: found a Statement that is no list, expected a list of statements",
        ],
        [
            "a variable in a document of 2008",
            { version: "2008-10-17", statements: [{ resources: ["&{aws:x}"] }] },
            "found &{ sequence in (&{aws:x}), which is not supported in document version 2008-10-17",
        ],
    ];
    for (const [what, args, message] of REFUSED) {
        it(`reports ${what}`, () => {
            assert.throws(() => policyDocument(args), { message });
        });
    }
});
