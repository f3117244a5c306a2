import assert from "node:assert/strict";
import fc from "fast-check";
import {
    holds,
    literalOf,
    patternOf,
    textClasses,
    type TextSet,
} from "../../../../policies/lib/views/text-sets";

function like(...patterns: string[]): TextSet {
    return { patterns: patterns.map(patternOf) };
}

function unlike(...patterns: string[]): TextSet {
    return { patterns: patterns.map(patternOf), isNegated: true };
}

/** Each class as the indices of its sets, and its example. */
function classes(universe: TextSet, ...sets: TextSet[]) {
    return textClasses(universe, sets).map(({ of, example }) => [
        [...of].map((set) => sets.indexOf(set)),
        example,
    ]);
}

describe("sets of texts", () => {
    it("hold what matches one of their patterns", () => {
        for (const [pattern, text, expected] of [
            ["s3:GetObject", "s3:GetObject", true],
            ["s3:GetObject", "s3:GetObjectAcl", false],
            ["s3:GetObject", "s3:getobject", false],
            ["s3:Get*", "s3:Get", true],
            ["s3:Get*", "s3:GetObject", true],
            ["s3:Get*", "s3:PutObject", false],
            ["*", "", true],
            ["**", "any", true],
            ["?", "", false],
            ["?", "a", true],
            ["?", "ab", false],
            ["a?c*e", "abcde", true],
            ["a?c*e", "abce", true],
            ["a?c*e", "abcd", false],
            ["*ab", "aab", true],
            ["", "", true],
            ["", "a", false],
            ["a.c", "abc", false],
        ] as const) {
            assert.equal(holds(like(pattern), text), expected, `${pattern} ${text}`);
            assert.equal(holds(unlike(pattern), text), !expected, `not ${pattern} ${text}`);
        }
        assert.equal(holds(like("a", "b"), "b"), true);
        assert.equal(holds(unlike("a", "b"), "b"), false);
        assert.equal(holds(like(), ""), false);
        assert.equal(holds(unlike(), ""), true);
    });

    it("hold a star and a question mark that mean themselves", () => {
        const set: TextSet = { patterns: [[...patternOf("a*"), ...literalOf("*?")]] };
        assert.equal(holds(set, "abc*?"), true);
        assert.equal(holds(set, "abc*x"), false);
        assert.equal(holds(set, "abcx?"), false);
    });
});

describe("classes of texts", () => {
    it("are all the ways to be in some sets and not in others", () => {
        assert.deepEqual(classes(like("s3:?*"), like("s3:*"), like("s3:Get*"), unlike("s3:Put")), [
            [[0, 2], "s3:*"],
            [[0, 1, 2], "s3:Get"],
            [[0], "s3:Put"],
        ]);
    });

    it("find what only two patterns together leave out", () => {
        const both = classes(like("s3:?*"), unlike("s3:Get*"), unlike("s3:*Acl"));
        assert.deepEqual(both, [
            [[0, 1], "s3:*"],
            [[0], "s3:Acl"],
            [[1], "s3:Get"],
            [[], "s3:GetAcl"],
        ]);
    });

    it("do not cut a text of two patterns in two", () => {
        assert.deepEqual(classes(like("b", "b/*"), like("b*")), [[[0], "b"]]);
        assert.deepEqual(classes(like("b", "b/*"), like("b/*")), [
            [[], "b"],
            [[0], "b/"],
        ]);
    });

    it("are none where the first set holds nothing", () => {
        assert.deepEqual(classes(like(), like("*")), []);
        assert.deepEqual(classes(unlike("*"), like("*")), []);
    });

    it("know a set that is everything but something", () => {
        assert.deepEqual(classes(unlike("a"), like("a", "b")), [
            [[], ""],
            [[0], "b"],
        ]);
    });

    it("stay few where many patterns go on with anything", () => {
        const sets = [
            like(...Array.from({ length: 12 }, (_, i) => `iam:*${"abcdefghijkl"[i]!}x*`)),
        ];
        assert.deepEqual(classes(like("iam:*"), ...sets), [
            [[], "iam:"],
            [[0], "iam:ax"],
        ]);
    });

    it("are not looked for without end", () => {
        // Four states: nothing is read, a, ab, or what is neither.
        const find = (maxStates: number) => textClasses(like("*"), [like("ab")], maxStates);
        assert.equal(find(4).length, 2);
        assert.throws(() => find(3), {
            name: "Error",
            message: "patterns are too entangled to compare",
        });
        // Every one of these may hold or not.
        const entangled = Array.from({ length: 10 }, (_, i) => like(`*${String(i + 10)}*`));
        assert.equal(textClasses(like("*"), entangled).length, 1024);
    });

    const pattern = fc
        .array(fc.constantFrom("a", "b", "*", "?"), { maxLength: 5 })
        .map((tokens) => tokens.join(""));
    const set = fc
        .tuple(fc.array(pattern, { maxLength: 3 }), fc.boolean())
        .map(([patterns, isNegated]) => ({ patterns: patterns.map(patternOf), isNegated }));
    /** All texts of up to five characters, of which one is in no pattern. */
    const texts = [""];
    for (let start = 0; texts[start]!.length < 5; start++)
        for (const character of "abc") texts.push(texts[start]! + character);

    it("are those that trying out texts finds", () => {
        fc.assert(
            fc.property(set, fc.array(set, { maxLength: 3 }), (universe, sets) => {
                const keys = (of: (each: TextSet) => boolean) => sets.map(of).join();
                const found = textClasses(universe, sets).map(({ of }) => keys((s) => of.has(s)));
                const tried = new Set(
                    texts
                        .filter((text) => holds(universe, text))
                        .map((text) => keys((s) => holds(s, text))),
                );
                assert.equal(new Set(found).size, found.length);
                // Longer texts may be in further classes, so everything tried is found.
                for (const key of tried) assert.ok(found.includes(key), key);
            }),
            { numRuns: 300 },
        );
    });

    it("have an example that is in the sets that they name, and in no other", () => {
        fc.assert(
            fc.property(set, fc.array(set, { maxLength: 3 }), (universe, sets) => {
                for (const { of, example } of textClasses(universe, sets)) {
                    const text = example.replaceAll("*", "c");
                    assert.ok(holds(universe, text));
                    assert.deepEqual(
                        sets.filter((each) => holds(each, text)),
                        [...of],
                    );
                }
            }),
        );
    });
});
