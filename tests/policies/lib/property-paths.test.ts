import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../policies/lib/policy";
import { visitPath } from "../../../policies/lib/property-paths";
import { isUnknownValue, pathOf } from "../../../policies/lib/unknown-value";
import { guarded, UNKNOWN } from "../support/unknown";

/** Values at a path, and paths of values that are not known yet. */
function visited(props: Inputs, path: string, ...unread: readonly [true?]) {
    const values: [string, unknown][] = [];
    const unknown: string[] = [];
    visitPath(
        guarded(props),
        path,
        (part) => {
            try {
                part();
            } catch (error) {
                if (!isUnknownValue(error)) throw error;
                unknown.push(pathOf(error));
            }
        },
        (value, at) => values.push([at, value]),
        ...unread,
    );
    return { values, unknown };
}

describe("visitPath", () => {
    it("finds a value at the top and deeper", () => {
        assert.deepEqual(visited({ a: 1 }, "a"), { values: [["a", 1]], unknown: [] });
        assert.deepEqual(visited({ a: { b: { c: false } } }, "a.b.c"), {
            values: [["a.b.c", false]],
            unknown: [],
        });
    });

    it("takes a list for its elements, wherever it stands", () => {
        assert.deepEqual(visited({ a: [{ b: [1, 2] }, {}, { b: 3 }] }, "a.b").values, [
            ["a[0].b[0]", 1],
            ["a[0].b[1]", 2],
            ["a[2].b", 3],
        ]);
    });

    it("passes over what is not set, and over empty texts", () => {
        for (const props of [
            {},
            { a: null },
            { a: "" },
            { a: {} },
            { a: [] },
            { a: { b: null } },
            { a: { b: "" } },
            { a: { b: [null, ""] } },
            { a: { b: [] } },
            { a: [null, undefined, [], 7] },
            { a: "text" },
            { a: 7 },
        ]) {
            assert.deepEqual(visited(props, "a.b"), { values: [], unknown: [] });
        }
        for (const b of ["", null, []]) {
            assert.deepEqual(visited({ a: { b } }, "a.b", true), { values: [], unknown: [] });
        }
    });

    it("goes on behind values that are not known yet", () => {
        assert.deepEqual(visited({ a: [UNKNOWN, { b: UNKNOWN }, { b: [UNKNOWN, 2] }] }, "a.b"), {
            values: [["a[2].b[1]", 2]],
            unknown: ["a[0]", "a[1].b", "a[2].b[0]"],
        });
        assert.deepEqual(visited({ a: UNKNOWN }, "a.b"), { values: [], unknown: ["a"] });
    });

    it("does not read a value when it is enough that there is one", () => {
        assert.deepEqual(visited({ a: [{ b: UNKNOWN }, { b: 1 }, {}] }, "a.b", true), {
            values: [
                ["a[0].b", undefined],
                ["a[1].b", undefined],
            ],
            unknown: [],
        });
        assert.deepEqual(visited({ a: UNKNOWN }, "a.b", true), { values: [], unknown: ["a"] });
    });

    it("finds every value of every list", () => {
        fc.assert(
            fc.property(fc.array(fc.array(fc.integer())), (lists) => {
                const props = { a: lists.map((list) => ({ b: list })) };
                assert.deepEqual(
                    visited(props, "a.b").values.map(([, value]) => value),
                    lists.flat(),
                );
            }),
        );
    });
});
