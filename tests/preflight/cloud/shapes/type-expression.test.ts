import assert from "node:assert/strict";
import fc from "fast-check";
import {
    admitsUndefined,
    parseMembers,
    parseType,
} from "../../../../preflight/cloud/shapes/type-expression";

describe("preflight/cloud/shapes: types as declarations write them", () => {
    const TYPES: readonly (readonly [string, unknown])[] = [
        ["string", { kind: "string" }],
        ["pulumi.Output<string>", { kind: "string" }],
        ["pulumi.Input<pulumi.Input<string>[]>", { kind: "list", element: { kind: "string" } }],
        ["string[][]", { kind: "list", element: { kind: "list", element: { kind: "string" } } }],
        ["Array<number>", { kind: "list", element: { kind: "number" } }],
        ["Record<string, boolean>", { kind: "map", element: { kind: "boolean" } }],
        ["{ [key: string]: pulumi.Input<string>; }", { kind: "map", element: { kind: "string" } }],
        [
            "outputs.s3.BucketWebsite",
            { kind: "reference", path: ["outputs", "s3", "BucketWebsite"] },
        ],
        ['"apps/v1"', { kind: "literal", value: "apps/v1" }],
        ["'one'", { kind: "literal", value: "one" }],
        ["-3", { kind: "literal", value: -3 }],
        ["true", { kind: "literal", value: true }],
        ["any", { kind: "any" }],
        ["Map<string, string>", { kind: "any" }],
        ["(string)", { kind: "string" }],
        ["readonly string[]", { kind: "list", element: { kind: "string" } }],
        ["null", { kind: "nothing" }],
        [
            "string | undefined",
            { kind: "union", options: [{ kind: "string" }, { kind: "nothing" }] },
        ],
        ["| string | number", { kind: "union", options: [{ kind: "string" }, { kind: "number" }] }],
    ];
    for (const [text, type] of TYPES) {
        it(`reads ${text}`, () => {
            assert.deepEqual(parseType(text), type);
        });
    }

    it("reads members, and skips what is no property", () => {
        const text =
            '{ readonly a: string; "b-c"?: number; method(): void; /* gone */ d: { e: boolean }; }';
        assert.deepEqual(parseMembers(text), [
            { name: "a", type: { kind: "string" }, optional: false },
            { name: "b-c", type: { kind: "number" }, optional: true },
            {
                name: "d",
                type: {
                    kind: "object",
                    members: [{ name: "e", type: { kind: "boolean" }, optional: false }],
                },
                optional: false,
            },
        ]);
    });

    it("reads members without braces, separated by commas", () => {
        assert.deepEqual(
            parseMembers("a: string, b: number | undefined").map(({ name, optional }) => [
                name,
                optional,
            ]),
            [
                ["a", false],
                ["b", true],
            ],
        );
    });

    it("tells what may be left out", () => {
        assert.equal(admitsUndefined(parseType("string | undefined")), true);
        assert.equal(admitsUndefined(parseType("string")), false);
    });

    it("ends for any text", () => {
        fc.assert(
            fc.property(
                fc.array(
                    fc.constantFrom(
                        "{",
                        "}",
                        "<",
                        ">",
                        "[",
                        "]",
                        "|",
                        "a",
                        ".",
                        ":",
                        ";",
                        "?",
                        "(",
                        ")",
                        '"b"',
                    ),
                ),
                (parts) => {
                    assert.ok(parseType(parts.join(" ")).kind);
                    assert.ok(Array.isArray(parseMembers(parts.join(" "))));
                },
            ),
        );
    });
});
