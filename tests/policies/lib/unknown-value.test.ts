import assert from "node:assert/strict";
import { formatPath } from "../../../policies/lib/unknown-value";

describe("formatPath", () => {
    for (const [path, text] of [
        [["listeners", 0, "lbProtocol"], "listeners[0].lbProtocol"],
        [["listeners", "12", "port"], "listeners[12].port"],
        [[0, "port"], "[0].port"],
        [["tags", "1st"], "tags.1st"],
        [[], ""],
    ] as const) {
        it(`writes ${text === "" ? "nothing" : text}`, () => {
            assert.equal(formatPath(path), text);
        });
    }
});
