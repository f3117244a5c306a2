import assert from "node:assert/strict";
import { isSet } from "../../../policies/lib/properties";
import { guarded, UNKNOWN } from "../support/unknown";

describe("isSet", () => {
    const props = guarded({
        no: false,
        zero: 0,
        empty: "",
        nothing: null,
        later: UNKNOWN,
    });

    it("accepts every value, known or not yet", () => {
        for (const key of ["no", "zero", "empty", "later"]) assert.ok(isSet(props, key), key);
    });

    it("does not count null, what is absent, and what every object has", () => {
        for (const key of ["nothing", "other", "toString"]) assert.ok(!isSet(props, key), key);
    });
});
