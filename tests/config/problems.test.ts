import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { ConfigError, Problems, shown } from "../../config/problems";

describe("problems", () => {
    it("are sorted by path, positions as numbers, then by what is expected and found", () => {
        const problems = new Problems();
        for (const [path, found, expected] of [
            ["b[10].x", "1", "2"],
            ["b[2].x", "1", "2"],
            ["b[2].x", "1", "1"],
            ["b[2].x", "0", "2"],
            ["a", "1", "2"],
            ["a", "1", "2"],
        ] as const) {
            problems.add(path, found, expected);
        }
        assert.deepEqual(
            problems.sorted().map(({ path, found, expected }) => `${path} ${found} ${expected}`),
            ["a 1 2", "a 1 2", "b[2].x 1 1", "b[2].x 0 2", "b[2].x 1 2", "b[10].x 1 2"],
        );
    });

    it("are known by their exact place", () => {
        const problems = new Problems();
        problems.add("a.b", "1", "2");
        assert.equal(problems.has("a.b"), true);
        assert.equal(problems.has("a"), false);
    });

    it("come as one error that Pulumi shows without a stack trace", () => {
        const one = { path: "a", found: "1", expected: "2" };
        const error = new ConfigError("dev", [one]);
        assert.equal(
            error.message,
            'configuration of stack "dev" has 1 problem:\n  a: found 1, expected 2',
        );
        assert.equal(error.name, "ConfigError");
        assert.equal(pulumi.RunError.isInstance(error), true);
        assert.equal(
            new ConfigError("dev", [one, { ...one, path: "b" }]).message,
            'configuration of stack "dev" has 2 problems:\n  a: found 1, expected 2\n  b: found 1, expected 2',
        );
    });

    for (const [value, text] of [
        [undefined, "nothing"],
        [null, "null"],
        [[], "an empty list"],
        [[1], "a list"],
        [{}, "a group of keys"],
        [1.5, "1.5"],
        [true, "true"],
        ['say "x"', '"say \\"x\\""'],
        ["x".repeat(98), `"${"x".repeat(98)}"`],
        ["x".repeat(99), `"${"x".repeat(96)}…"`],
    ] as const) {
        it(`show a value as ${text}`, () => {
            assert.equal(shown(value), text);
        });
    }
});
