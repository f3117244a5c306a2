import assert from "node:assert/strict";
import fc from "fast-check";
import { Undecided } from "../../../../policies/lib/undecided";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { jsonObjectAt } from "../../../../policies/lib/views/json-object";
import { guarded, UNKNOWN } from "../../support/unknown";

describe("jsonObjectAt", () => {
    it("reads the object that a property holds", () => {
        assert.deepEqual(jsonObjectAt({ text: `{"a":[1]}` }, "text"), { a: [1] });
        const revive = (_: string, value: unknown) => (value === 1 ? 2 : value);
        assert.deepEqual(jsonObjectAt({ text: `{"a":[1]}` }, "text", revive), { a: [2] });
    });

    it("is empty where there is none", () => {
        for (const text of [undefined, null, "", "null", "7", `"x"`]) {
            assert.deepEqual(jsonObjectAt({ text }, "text"), {});
        }
    });

    it("cannot tell what is in a text that is not JSON, and does not quote it", () => {
        for (const text of ["{", "secret", " "]) {
            assert.throws(
                () => jsonObjectAt({ text }, "text"),
                (error) => error instanceof Undecided && error.message === "text is not JSON",
            );
        }
    });

    it("cannot tell before it is known", () => {
        assert.throws(() => jsonObjectAt(guarded({ text: UNKNOWN }), "text"), isUnknownValue);
    });

    it("reads back whatever object was written", () => {
        fc.assert(
            fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
                const text = JSON.stringify(object);
                assert.deepEqual(jsonObjectAt({ text }, "text"), JSON.parse(text));
            }),
        );
    });
});
