import assert from "node:assert/strict";
import fc from "fast-check";
import {
    type Answer,
    type Condition,
    conditionsOf,
    type Context,
    evaluate,
} from "../../../../policies/lib/views/policy-conditions";

const CONTEXT: Context = new Map<string, string | boolean | undefined>([
    ["aws:securetransport", false],
    ["aws:requestedregion", "eu-west-1"],
    ["aws:viaawsservice", true],
    ["s3:tlsversion", undefined],
    ["aws:principaltag/oncall", "true"],
]);

function answers(block: unknown): Answer {
    const conditions = conditionsOf(block);
    assert.ok(conditions, "a Condition");
    return evaluate(conditions, CONTEXT);
}

function check(
    cases: readonly (readonly [operator: string, key: string, value: unknown, Answer])[],
) {
    for (const [operator, key, value, expected] of cases) {
        const block = { [operator]: { [key]: value } };
        assert.equal(answers(block), expected, JSON.stringify(block));
    }
}

describe("conditions of a policy document", () => {
    it("are read with prefix and suffix, keys without case, values as texts", () => {
        assert.deepEqual(
            conditionsOf({
                Bool: { "aws:SecureTransport": false },
                "ForAnyValue:StringNotLikeIfExists": { "aws:CalledVia": ["a*", 1], x: "y" },
            }),
            [
                {
                    operator: "bool",
                    ifExists: false,
                    quantifier: undefined,
                    key: "aws:securetransport",
                    values: ["false"],
                },
                {
                    operator: "stringnotlike",
                    ifExists: true,
                    quantifier: "foranyvalue",
                    key: "aws:calledvia",
                    values: ["a*", "1"],
                },
                {
                    operator: "stringnotlike",
                    ifExists: true,
                    quantifier: "foranyvalue",
                    key: "x",
                    values: ["y"],
                },
            ] satisfies Condition[],
        );
    });

    it("are none where there is no block or an empty one", () => {
        for (const block of [undefined, null, {}, { Bool: {} }]) {
            assert.deepEqual(conditionsOf(block), []);
        }
        assert.equal(answers({}), "yes");
    });

    it("are refused where their shape is none of IAM's", () => {
        for (const block of [
            "Bool",
            [],
            [{ Bool: { a: "b" } }],
            { Bool: "false" },
            { Bool: null },
            { Bool: ["a"] },
            { Bool: { a: null } },
            { Bool: { a: { b: "c" } } },
            { Bool: { a: ["b", null] } },
            { Bool: { a: "b" }, Null: 1 },
        ]) {
            assert.equal(conditionsOf(block), undefined, JSON.stringify(block));
        }
    });

    it("compare flags, whatever the case", () => {
        check([
            ["Bool", "aws:SecureTransport", "false", "yes"],
            ["bool", "AWS:securetransport", "False", "yes"],
            ["Bool", "aws:SecureTransport", false, "yes"],
            ["Bool", "aws:SecureTransport", ["true", "false"], "yes"],
            ["Bool", "aws:SecureTransport", "true", "no"],
            ["Bool", "aws:SecureTransport", [], "no"],
            ["Bool", "aws:ViaAWSService", "true", "yes"],
            ["Bool", "aws:ViaAWSService", "false", "no"],
            ["BoolIfExists", "aws:SecureTransport", "false", "yes"],
            ["BoolIfExists", "aws:SecureTransport", "true", "no"],
            ["ForAnyValue:Bool", "aws:SecureTransport", "false", "yes"],
            ["ForAllValues:Bool", "aws:SecureTransport", "true", "no"],
            // A flag that comes as a text.
            ["Bool", "aws:PrincipalTag/oncall", "TRUE", "yes"],
            ["Bool", "aws:PrincipalTag/oncall", "false", "no"],
        ]);
    });

    it("do not know what operators of texts make of a flag", () => {
        check([
            ["StringEquals", "aws:SecureTransport", "false", "maybe"],
            ["StringNotEquals", "aws:SecureTransport", "true", "maybe"],
            ["StringLike", "aws:SecureTransport", "*", "maybe"],
        ]);
    });

    it("compare texts", () => {
        check([
            ["StringEquals", "aws:RequestedRegion", "eu-west-1", "yes"],
            ["StringEquals", "aws:requestedregion", ["us-east-1", "eu-west-1"], "yes"],
            ["StringEquals", "aws:RequestedRegion", "EU-WEST-1", "no"],
            ["StringEquals", "aws:RequestedRegion", "eu-west-*", "no"],
            ["StringNotEquals", "aws:RequestedRegion", "us-east-1", "yes"],
            ["StringNotEquals", "aws:RequestedRegion", ["us-east-1", "eu-west-1"], "no"],
            ["StringEqualsIgnoreCase", "aws:RequestedRegion", "EU-west-1", "yes"],
            ["StringEqualsIgnoreCase", "aws:RequestedRegion", "EU-west-2", "no"],
            ["StringNotEqualsIgnoreCase", "aws:RequestedRegion", "EU-west-1", "no"],
            ["StringLike", "aws:RequestedRegion", "eu-*", "yes"],
            ["StringLike", "aws:RequestedRegion", "eu-west-?", "yes"],
            ["StringLike", "aws:RequestedRegion", "EU-*", "no"],
            ["StringNotLike", "aws:RequestedRegion", "eu-*", "no"],
            ["StringNotLike", "aws:RequestedRegion", "us-*", "yes"],
            ["StringEqualsIfExists", "aws:RequestedRegion", "us-east-1", "no"],
            ["ForAnyValue:StringEquals", "aws:RequestedRegion", "eu-west-1", "yes"],
            ["ForAllValues:StringNotEquals", "aws:RequestedRegion", "eu-west-1", "no"],
            ["Bool", "aws:RequestedRegion", "EU-WEST-1", "yes"],
        ]);
    });

    it("do not know what a variable stands for", () => {
        check([
            ["StringEquals", "aws:RequestedRegion", "${aws:PrincipalTag/region}", "maybe"],
            ["StringEquals", "aws:RequestedRegion", ["${a}", "eu-west-1"], "yes"],
            ["StringNotEquals", "aws:RequestedRegion", ["${a}", "eu-west-1"], "no"],
            ["StringNotEquals", "aws:RequestedRegion", ["${a}", "us-east-1"], "maybe"],
        ]);
    });

    it("compare what a request does not have", () => {
        check([
            ["Null", "s3:TlsVersion", "true", "yes"],
            ["Null", "s3:TlsVersion", true, "yes"],
            ["Null", "s3:TlsVersion", "False", "no"],
            ["Null", "aws:SecureTransport", "true", "no"],
            ["Null", "aws:SecureTransport", "FALSE", "yes"],
            ["Null", "aws:SecureTransport", ["true", "false"], "yes"],
            ["StringEquals", "s3:TlsVersion", "1.2", "no"],
            ["StringEqualsIfExists", "s3:TlsVersion", "1.2", "yes"],
            ["StringNotEquals", "s3:TlsVersion", "1.2", "yes"],
            ["StringNotEqualsIfExists", "s3:TlsVersion", "1.2", "yes"],
            ["Bool", "s3:TlsVersion", "true", "no"],
            ["ForAllValues:StringEquals", "s3:TlsVersion", "1.2", "yes"],
            ["ForAnyValue:StringNotEquals", "s3:TlsVersion", "1.2", "no"],
            ["ForAnyValue:StringEqualsIfExists", "s3:TlsVersion", "1.2", "no"],
        ]);
    });

    it("do not know keys that nothing is said of, nor operators that are not decided here", () => {
        check([
            ["StringEquals", "aws:PrincipalAccount", "123456789012", "maybe"],
            ["StringNotEqualsIfExists", "aws:PrincipalAccount", "123456789012", "maybe"],
            ["Null", "aws:PrincipalAccount", "true", "maybe"],
            ["NumericLessThan", "s3:TlsVersion", "1.2", "maybe"],
            ["NumericLessThanIfExists", "s3:TlsVersion", "1.2", "maybe"],
            ["ArnLike", "aws:RequestedRegion", "*", "maybe"],
            ["stringnot", "aws:RequestedRegion", "*", "maybe"],
        ]);
    });

    it("must all hold", () => {
        const yes = { "aws:SecureTransport": "false" };
        const no = { "aws:ViaAWSService": "false" };
        const maybe = { "aws:PrincipalAccount": "1" };
        assert.equal(answers({ Bool: { ...yes, ...no }, StringEquals: maybe }), "no");
        assert.equal(answers({ Bool: yes, StringEquals: maybe }), "maybe");
        assert.equal(answers({ Bool: { ...yes, "aws:ViaAWSService": "true" } }), "yes");
    });

    it("say the opposite when the operator is negated, if anything is known", () => {
        const value = fc.constantFrom("a", "b", "a*", "?", "${x}", "A");
        const opposite: Record<Answer, Answer> = { yes: "no", no: "yes", maybe: "maybe" };
        fc.assert(
            fc.property(
                fc.constantFrom("Equals", "EqualsIgnoreCase", "Like"),
                fc.array(value, { maxLength: 3 }),
                fc.option(fc.constantFrom("a", "b", "c"), { nil: undefined }),
                (name, values, actual) => {
                    const context: Context = new Map([["key", actual]]);
                    const ask = (operator: string) =>
                        evaluate(conditionsOf({ [operator]: { Key: values } })!, context);
                    assert.equal(ask(`StringNot${name}`), opposite[ask(`String${name}`)]);
                },
            ),
        );
    });
});
