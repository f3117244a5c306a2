import assert from "node:assert/strict";
import fc from "fast-check";
import { textsOfDocument } from "../../../../policies/lib/views/document-texts";

function texts(document: unknown): readonly string[] | undefined {
    const text = typeof document === "string" ? document : JSON.stringify(document);
    return textsOfDocument(text, (key) => key === "Comment")?.map(
        (each) => `${each.key}=${each.text}`,
    );
}

describe("textsOfDocument", () => {
    it("reads no other text", () => {
        for (const text of [
            "",
            "orders",
            "{",
            "{{region}}",
            "[a]",
            "7",
            '"text"',
            '"[text]"',
            "null",
            "x{}",
        ]) {
            assert.equal(texts(text), undefined, text);
        }
    });

    it("finds texts with the keys that hold them", () => {
        assert.deepEqual(texts(' [{"a": ["1", {"b": "2"}], "c": {"d": null, "e": 7}}, "3"]'), [
            "a=1",
            "b=2",
            "=3",
        ]);
        assert.deepEqual(texts("{}"), []);
    });

    it("passes over keys", () => {
        assert.deepEqual(
            texts({
                Comment: "1",
                a: { Comment: "2", b: "3" },
                s: { Effect: "Allow", Comment: "4", Condition: { StringLike: { Comment: "5" } } },
            }),
            ["b=3", "Effect=Allow"],
        );
    });

    it("finds what a policy allows, to whom and under which conditions", () => {
        assert.deepEqual(
            texts({
                Version: "2012-10-17",
                Statement: {
                    Sid: "Name",
                    Effect: "Allow",
                    Principal: { Service: "sns.amazonaws.com" },
                    Action: ["sqs:SendMessage"],
                    Resource: ["queue"],
                    Condition: { ArnLike: { "aws:SourceArn": ["topic"] } },
                },
            }),
            [
                "Version=2012-10-17",
                "Effect=Allow",
                "Service=sns.amazonaws.com",
                "Resource=queue",
                "aws:SourceArn=topic",
            ],
        );
    });

    it("leaves out what a policy denies", () => {
        assert.deepEqual(
            texts({
                Statement: [
                    { Effect: "Deny", Resource: "elsewhere" },
                    { Effect: "Allow", Resource: "here" },
                ],
            }),
            ["Effect=Allow", "Resource=here"],
        );
    });

    it("leaves out what a policy excludes from what it allows", () => {
        assert.deepEqual(
            texts({
                Effect: "Allow",
                NotPrincipal: { AWS: "1" },
                NotAction: "2",
                NotResource: "3",
                Condition: {
                    StringNotEquals: { "aws:SourceVpc": "4" },
                    "ForAllValues:ArnNotLikeIfExists": { "aws:SourceArn": "5" },
                },
            }),
            ["Effect=Allow"],
        );
    });

    it("leaves out where a principal may act", () => {
        assert.deepEqual(
            texts({
                Effect: "Allow",
                Condition: {
                    StringEquals: { "aws:RequestedRegion": "1", "AWS:requestedregion": ["2"] },
                    StringLike: { "aws:RequestedRegionX": "3", "xaws:RequestedRegion": "4" },
                },
            }),
            ["Effect=Allow", "aws:RequestedRegionX=3", "xaws:RequestedRegion=4"],
        );
    });

    it("reads statements that are none without harm", () => {
        assert.deepEqual(texts({ Effect: 7, Condition: "a" }), ["Condition=a"]);
        assert.deepEqual(texts({ Effect: "Allow", Condition: null }), ["Effect=Allow"]);
        assert.deepEqual(texts({ Effect: "Allow", Condition: { StringEquals: null } }), [
            "Effect=Allow",
        ]);
    });

    it("finds every text of a document that is no policy", () => {
        fc.assert(
            fc.property(fc.dictionary(fc.string(), fc.array(fc.string())), (document) => {
                const read = textsOfDocument(JSON.stringify(document), () => false) ?? [];
                assert.deepEqual(
                    read.map(({ text }) => text),
                    Object.values(document).flat(),
                );
            }),
        );
    });
});
