import assert from "node:assert/strict";
import { sortedDependencies, sortedUrns } from "../../../preflight/engine/dependencies";

describe("dependencies", () => {
    it("are sorted and named once, and nothing is none", () => {
        assert.deepEqual(sortedUrns(["urn:b", "", "urn:a", "urn:b"]), ["urn:a", "urn:b"]);
        assert.deepEqual(sortedUrns([]), []);
    });

    it("of properties leave out those that depend on nothing", () => {
        assert.deepEqual(sortedDependencies({ a: ["urn:b", "urn:a"], b: [], c: ["urn:c"] }), {
            a: ["urn:a", "urn:b"],
            c: ["urn:c"],
        });
    });
});
