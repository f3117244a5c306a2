import assert from "node:assert/strict";
import fc from "fast-check";
import { isWithin, parseRange, rangeText } from "../../../../policies/lib/views/address-ranges";
import { isTooWideForSsh, wideSums } from "../../../../policies/lib/views/ssh-ranges";

function ranges(...texts: readonly string[]) {
    return texts.map((text) => parseRange(text)!);
}

describe("isTooWideForSsh", () => {
    for (const [text, wide] of [
        ["203.0.113.0/24", false],
        ["203.0.112.0/23", true],
        ["0.0.0.0/0", true],
        ["10.0.0.0/20", false],
        ["10.0.0.0/19", true],
        ["2001:db8::/56", false],
        ["2001:db8::/55", true],
        ["fd00::/56", false],
        ["fd00::/55", true],
        ["127.0.0.0/8", false],
        ["fe80::/10", false],
    ] as const) {
        it(`says ${wide ? "so" : "no"} of ${text}`, () => {
            assert.equal(isTooWideForSsh(parseRange(text)!), wide);
        });
    }
});

describe("wideSums", () => {
    for (const [list, sums] of [
        [["203.0.112.0/24", "203.0.113.0/24"], ["203.0.112.0/23"]],
        [["203.0.113.0/24", "203.0.115.0/24"], []],
        [["203.0.113.0/25", "203.0.113.128/25"], []],
        [["10.0.0.0/20", "10.0.16.0/21"], ["10.0.0.0 to 10.0.23.255"]],
        [["10.0.0.0/21", "10.0.8.0/21"], []],
        // Next to a public network, a private one counts as public.
        [["10.255.255.0/24", "11.0.0.0/25"], ["10.255.255.0 to 11.0.0.127"]],
        [["10.255.255.128/25", "11.0.0.0/25"], []],
        [["2001:db8::/56", "2001:db8:0:100::/56"], ["2001:db8::/55"]],
        // What is too wide by itself is reported for itself.
        [["0.0.0.0/1", "128.0.0.0/1"], []],
        [["0.0.0.0/0", "203.0.112.0/24", "203.0.113.0/24"], ["203.0.112.0/23"]],
        [[], []],
    ] as const) {
        it(`finds ${sums.join(", ") || "nothing"} in ${list.join(" and ") || "nothing"}`, () => {
            assert.deepEqual(wideSums(ranges(...list)).map(rangeText), sums);
        });
    }

    it("are made of narrow ranges, and too wide", () => {
        const network = fc
            .tuple(fc.nat(30), fc.integer({ min: 20, max: 26 }))
            .map(([third, length]) => parseRange(`203.0.${third}.0/${length}`)!);
        fc.assert(
            fc.property(fc.array(network), (list) => {
                const narrow = list.filter((range) => !isTooWideForSsh(range));
                for (const sum of wideSums(list)) {
                    assert.ok(isTooWideForSsh(sum));
                    assert.ok(isWithin(sum, narrow));
                }
            }),
        );
    });
});
