import assert from "node:assert/strict";
import fc from "fast-check";
import {
    documentAt,
    readDocument,
    type Statement,
} from "../../../../policies/lib/views/policy-document";
import { isUnknownValue, pathOf } from "../../../../policies/lib/unknown-value";
import { holds, type TextSet } from "../../../../policies/lib/views/text-sets";
import { policyDocument } from "../../../../preflight/cloud/functions/policy-document";
import { guarded, UNKNOWN } from "../../support/unknown";

const ALLOW = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

function statement(part: Record<string, unknown>): Statement {
    const { statements, problem } = readDocument({ Statement: [part] });
    assert.equal(problem, undefined);
    return statements[0]!;
}

function problemOf(value: unknown): string | undefined {
    const { statements, problem } = readDocument(value);
    if (problem !== undefined) assert.deepEqual(statements, []);
    return problem;
}

/** Which of some texts a set holds. */
function held(set: TextSet | undefined, ...texts: string[]): readonly string[] {
    assert.ok(set);
    return texts.filter((text) => holds(set, text));
}

describe("policy documents", () => {
    it("are read from text and from objects, with one statement or several", () => {
        const document = { Version: "2012-10-17", Statement: [ALLOW] };
        const [first] = readDocument(document).statements;
        assert.deepEqual(first, {
            path: "Statement[0]",
            effect: "Allow",
            principals: undefined,
            actions: { patterns: [Array.from("s3:getobject")], isNegated: false },
            listedActions: ["s3:GetObject"],
            resources: first!.resources,
            conditions: [],
        });
        assert.deepEqual(readDocument(JSON.stringify(document)), readDocument(document));
        assert.deepEqual(readDocument(`\n ${JSON.stringify(document, null, 2)} `).statements, [
            first,
        ]);
        const alone = readDocument({ Statement: ALLOW }).statements;
        assert.deepEqual(alone, [{ ...first, path: "Statement" }]);
        const paths = readDocument({ Statement: [ALLOW, ALLOW] }).statements.map((s) => s.path);
        assert.deepEqual(paths, ["Statement[0]", "Statement[1]"]);
        assert.deepEqual(readDocument({ Statement: [] }), { statements: [] });
    });

    it("are read as aws.iam.getPolicyDocument writes them", () => {
        const { json } = policyDocument({
            statements: [
                {
                    effect: "Deny",
                    principals: [{ type: "*", identifiers: ["*"] }],
                    notActions: ["s3:ListBucket"],
                    resources: ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"],
                    conditions: [
                        { test: "Bool", variable: "aws:SecureTransport", values: ["false"] },
                    ],
                },
                { actions: ["s3:GetObject"], resources: ["*"] },
            ],
        });
        const [denial, allowance] = readDocument(json).statements;
        assert.deepEqual(denial!.principals, { named: [], everybody: true, isNegated: false });
        assert.deepEqual(held(denial!.actions, "s3:listbucket", "s3:getobject"), ["s3:getobject"]);
        assert.deepEqual(
            held(denial!.resources!.surely, "arn:aws:s3:::logs", "arn:aws:s3:::logs/a", "other"),
            ["arn:aws:s3:::logs", "arn:aws:s3:::logs/a"],
        );
        assert.deepEqual(denial!.conditions, [
            {
                operator: "bool",
                ifExists: false,
                quantifier: undefined,
                key: "aws:securetransport",
                values: ["false"],
            },
        ]);
        assert.deepEqual([denial!.effect, allowance!.effect], ["Deny", "Allow"]);
    });

    it("hold actions without case", () => {
        const { actions } = statement({ ...ALLOW, Action: ["S3:get*", "sqs:?endMessage"] });
        assert.deepEqual(held(actions, "s3:getobject", "sqs:sendmessage", "sqs:xsendmessage"), [
            "s3:getobject",
            "sqs:sendmessage",
        ]);
        const { listedActions } = statement({ ...ALLOW, Action: ["S3:get*", "a:B"] });
        assert.deepEqual(listedActions, ["S3:get*", "a:B"]);
    });

    it("hold all actions but those of NotAction", () => {
        const part = { Effect: "Deny", NotAction: ["iam:*"], Resource: "*" };
        assert.deepEqual(held(statement(part).actions, "iam:x", "ec2:x"), ["ec2:x"]);
        assert.deepEqual(statement(part).listedActions, ["iam:*"]);
    });

    it("hold resources with case, all but those of NotResource", () => {
        const { resources } = statement({ ...ALLOW, Resource: ["arn:A", "arn:b/*"] });
        assert.equal(resources!.surely, resources!.possibly);
        assert.deepEqual(held(resources!.surely, "arn:A", "arn:a", "arn:b/c"), [
            "arn:A",
            "arn:b/c",
        ]);
        const others = statement({ Effect: "Deny", Action: "*", NotResource: "arn:b/*" }).resources;
        assert.equal(others!.surely, others!.possibly);
        assert.deepEqual(held(others!.surely, "arn:b/c", "arn:c"), ["arn:c"]);
        assert.equal(statement({ Effect: "Deny", Action: "*" }).resources, undefined);
    });

    it("hold for sure and possibly what variables decide", () => {
        const Resource = ["arn:b/${aws:username}/*", "arn:c"];
        const texts = ["arn:b/x/y", "arn:c", "arn:d"];
        const { resources } = statement({ ...ALLOW, Resource });
        assert.deepEqual(held(resources!.surely, ...texts), ["arn:c"]);
        assert.deepEqual(held(resources!.possibly, ...texts), ["arn:b/x/y", "arn:c"]);
        const others = statement({ Effect: "Deny", Action: "*", NotResource: Resource }).resources;
        assert.deepEqual(held(others!.surely, ...texts), ["arn:d"]);
        assert.deepEqual(held(others!.possibly, ...texts), ["arn:b/x/y", "arn:d"]);
    });

    it("hold patterns around variables, and variables of any text", () => {
        const { resources } = statement({ ...ALLOW, Resource: "arn:${aws:username}:b*:${*}" });
        const texts = ["arn:x:b:*", "arn:x:bc:*", "arn:x:c:*", "arn::b:*", "arn:x:b:y"];
        assert.deepEqual(held(resources!.possibly, ...texts), [
            "arn:x:b:*",
            "arn:x:bc:*",
            "arn::b:*",
        ]);
    });

    it("hold what is written with escapes", () => {
        const { resources } = statement({ ...ALLOW, Resource: "a/${*}/${?}/${$}x/*" });
        assert.equal(resources!.surely, resources!.possibly);
        assert.deepEqual(held(resources!.surely, "a/*/?/$x/y", "a/b/?/$x/y", "a/*/b/$x/y"), [
            "a/*/?/$x/y",
        ]);
    });

    it("name principals", () => {
        const everybody = (Principal: unknown) => statement({ ...ALLOW, Principal }).principals;
        assert.deepEqual(everybody("*"), { named: [], everybody: true, isNegated: false });
        const star = [{ kind: "AWS", id: "*" }];
        for (const Principal of [{ AWS: "*" }, { AWS: ["*"] }]) {
            assert.deepEqual(everybody(Principal), {
                named: star,
                everybody: true,
                isNegated: false,
            });
        }
        assert.deepEqual(everybody({ Service: "*", AWS: ["1", "2"], Federated: [3] }), {
            named: [
                { kind: "Service", id: "*" },
                { kind: "AWS", id: "1" },
                { kind: "AWS", id: "2" },
            ],
            everybody: false,
            isNegated: false,
        });
        assert.equal(everybody("123456789012"), undefined);
        assert.equal(everybody(undefined), undefined);
        assert.deepEqual(statement({ ...ALLOW, NotPrincipal: { AWS: "1" } }).principals, {
            named: [{ kind: "AWS", id: "1" }],
            everybody: false,
            isNegated: true,
        });
        assert.deepEqual(statement({ ...ALLOW, NotPrincipal: "*" }).principals, {
            named: [],
            everybody: true,
            isNegated: true,
        });
    });

    it("are refused without quoting them where they are none", () => {
        const secret = "secret-value";
        for (const [value, problem] of [
            [`{"${secret}`, "is not JSON"],
            [secret, "is not JSON"],
            [`"${secret}"`, "is no JSON object"],
            ["null", "is no JSON object"],
            ["[]", "is no JSON object"],
            ["7", "is no JSON object"],
            [{}, "has no Statement"],
            [{ Statement: secret }, "has no Statement"],
            [{ Statement: null }, "has no Statement"],
            [{ Statement: [secret] }, "has a Statement[0] without an object"],
            [{ Statement: [ALLOW, null] }, "has a Statement[1] without an object"],
            [{ Statement: [[ALLOW]] }, "has a Statement[0] without an object"],
            [
                { Statement: { ...ALLOW, Effect: secret } },
                "has a Statement without an Effect of Allow or Deny",
            ],
            [
                { Statement: [{ ...ALLOW, Effect: "deny" }] },
                "has a Statement[0] without an Effect of Allow or Deny",
            ],
            [
                { Statement: [{ Effect: "Deny", Resource: secret }] },
                "has a Statement[0] without an Action",
            ],
            [
                { Statement: [{ ...ALLOW, Action: { a: 1 } }] },
                "has a Statement[0] without an Action",
            ],
            [{ Statement: [{ ...ALLOW, Action: [1] }] }, "has a Statement[0] without an Action"],
            [
                { Statement: [{ ...ALLOW, Condition: secret }] },
                "has a Statement[0] without a valid Condition",
            ],
        ] as const) {
            assert.equal(problemOf(value), problem);
        }
    });

    it("are not known as long as a part is not", () => {
        for (const [policy, path] of [
            [UNKNOWN, "policy"],
            [{ Statement: [{ ...ALLOW, Resource: UNKNOWN }] }, "policy.Statement[0].Resource"],
            [{ Statement: UNKNOWN }, "policy.Statement"],
        ] as const) {
            assert.throws(
                () => documentAt(guarded({ policy }), "policy"),
                (error) => isUnknownValue(error) && pathOf(error) === path,
            );
        }
    });

    it("are absent where a property is not set or empty", () => {
        for (const props of [{}, { policy: undefined }, { policy: null }, { policy: "" }]) {
            assert.equal(documentAt(guarded(props), "policy"), undefined);
        }
        const policy = JSON.stringify({ Statement: [] });
        assert.deepEqual(documentAt(guarded({ policy }), "policy"), { statements: [] });
    });

    it("are read whatever they are, and what is read is as it was written", () => {
        fc.assert(
            fc.property(fc.json(), (json) => {
                assert.doesNotThrow(() => readDocument(json));
            }),
        );
        const texts = fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 });
        const part = fc.record({
            Effect: fc.constantFrom("Allow", "Deny"),
            Action: texts,
            Resource: texts,
            Condition: fc.dictionary(fc.string(), fc.dictionary(fc.string(), texts)),
        });
        fc.assert(
            fc.property(fc.array(part, { maxLength: 3 }), (Statement) => {
                const { statements, problem } = readDocument(JSON.stringify({ Statement }));
                assert.equal(problem, undefined);
                assert.deepEqual(
                    statements.map(({ effect, listedActions }) => [effect, listedActions]),
                    Statement.map(({ Effect, Action }) => [Effect, Action]),
                );
            }),
        );
    });
});
