import assert from "node:assert/strict";
import fc from "fast-check";
import { asset } from "@pulumi/pulumi";
import type { Inputs } from "../../../../policies/lib/policy";
import { isUnknownValue, pathOf } from "../../../../policies/lib/unknown-value";
import { visitTexts } from "../../../../policies/lib/views/texts";
import { guarded, UNKNOWN } from "../../support/unknown";

function textsOf(props: Inputs) {
    const texts: [string, string][] = [];
    const unknown: string[] = [];
    visitTexts(guarded(props), {
        skips: (key) => key === "tags",
        text: (text, path) => texts.push([path.join("/"), text]),
        unknown: (read) => {
            try {
                read();
            } catch (error) {
                if (!isUnknownValue(error)) throw error;
                unknown.push(pathOf(error));
            }
        },
    });
    return { texts, unknown };
}

describe("visitTexts", () => {
    it("finds texts at any depth, and nothing but texts", () => {
        assert.deepEqual(
            textsOf({ a: "1", b: { c: ["2", { d: "3" }, 4, null], e: true }, f: null, g: "" }),
            {
                texts: [
                    ["a", "1"],
                    ["b/c/0", "2"],
                    ["b/c/1/d", "3"],
                    ["g", ""],
                ],
                unknown: [],
            },
        );
    });

    it("tells places in lists as numbers", () => {
        const paths: (string | number)[][] = [];
        visitTexts(guarded({ a: [{ b: ["1"] }] }), {
            skips: () => false,
            text: (_, path) => paths.push([...path]),
            unknown: () => assert.fail("everything is known"),
        });
        assert.deepEqual(paths, [["a", 0, "b", 0]]);
    });

    it("passes over keys, at any depth", () => {
        assert.deepEqual(
            textsOf({ tags: { a: "1" }, b: { tags: "2", c: "3" }, d: [{ tags: UNKNOWN }] }).texts,
            [["b/c", "3"]],
        );
    });

    it("says which texts are not known yet, and goes on behind them", () => {
        assert.deepEqual(textsOf({ a: UNKNOWN, b: { c: [UNKNOWN, "1"] }, d: "2" }), {
            texts: [
                ["b/c/1", "1"],
                ["d", "2"],
            ],
            unknown: ["a", "b.c[0]"],
        });
    });

    it("knows an id that looks like a value that is not known yet", () => {
        const id = "12345678-90ab-cdef-1234-567890abcdef";
        assert.deepEqual(textsOf({ keyId: id, list: [{ keyId: id }] }), {
            texts: [
                ["keyId", id],
                ["list/0/keyId", id],
            ],
            unknown: [],
        });
    });

    it("finds nothing in files", () => {
        assert.deepEqual(
            textsOf({
                code: new asset.StringAsset("text"),
                more: { code: new asset.FileAsset(".") },
            }),
            { texts: [], unknown: [] },
        );
    });

    it("finds every text of whatever there is", () => {
        fc.assert(
            fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
                const expected: string[] = [];
                JSON.stringify(value, (_, each: unknown) => {
                    if (typeof each === "string") expected.push(each);
                    return each;
                });
                assert.deepEqual(
                    textsOf({ value }).texts.map(([, text]) => text),
                    expected,
                );
            }),
        );
    });
});
