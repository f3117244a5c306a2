import assert from "node:assert/strict";
import fc from "fast-check";
import { maxAgeOf } from "../../../../policies/lib/views/strict-transport";

describe("maxAgeOf", () => {
    for (const [header, expected] of [
        ["max-age=31536000", 31_536_000],
        ["max-age=31536000; includeSubDomains; preload", 31_536_000],
        ["includeSubDomains;Max-Age = 63072000 ;preload", 63_072_000],
        ['max-age="300"', 300],
        ["max-age=0", 0],
        ["max-age=", 0],
        ["max-age=1y", 0],
        ["max-age=-5", 0],
        ["s-max-age=31536000", 0],
        ["includeSubDomains", 0],
        ["", 0],
    ] as const) {
        it(`reads ${String(expected)}: ${JSON.stringify(header)}`, () => {
            assert.equal(maxAgeOf(header), expected);
        });
    }

    it("finds the number wherever it stands", () => {
        const others = fc.subarray(["includeSubDomains", "preload"]);
        fc.assert(
            fc.property(fc.nat(), others, others, (seconds, before, after) => {
                const header = [...before, `max-age=${seconds}`, ...after].join("; ");
                assert.equal(maxAgeOf(header), seconds);
            }),
        );
    });
});
