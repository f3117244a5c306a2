import assert from "node:assert/strict";

import fc from "fast-check";

import { edits, nearest } from "../../config/nearest";

describe("the nearest name", () => {
    it("is the one with the fewest wrong letters", () => {
        assert.equal(nearest("trustedCidrs", ["trustedNetworks", "engineers"]), undefined);
        assert.equal(
            nearest("trustedNetwork", ["engineers", "trustedNetworks"]),
            "trustedNetworks",
        );
        assert.equal(nearest("cat", ["cart", "car"]), "cart");
        assert.equal(nearest("card", ["cart", "car"]), "cart");
        assert.equal(nearest("carts", ["car", "cart"]), "cart");
    });

    it("does not mind capitals", () => {
        assert.equal(nearest("HOSTNAME", ["hostName"]), "hostName");
    });

    it("is none when more than a third is wrong, but one letter may always be", () => {
        assert.equal(nearest("abcxyz", ["abcdef"]), undefined);
        assert.equal(nearest("abcdxy", ["abcdef"]), "abcdef");
        assert.equal(nearest("ax", ["ab"]), "ab");
        assert.equal(nearest("xy", ["ab"]), undefined);
        assert.equal(nearest("ab", []), undefined);
    });

    it("counts letters to add, drop and change", () => {
        assert.equal(edits("", ""), 0);
        assert.equal(edits("", "abc"), 3);
        assert.equal(edits("abc", ""), 3);
        assert.equal(edits("kitten", "sitting"), 3);
    });

    it("counts the same both ways, and nothing for the same text only", () => {
        fc.assert(
            fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
                assert.equal(edits(a, b), edits(b, a));
                assert.equal(edits(a, b) === 0, a === b);
                assert.ok(edits(a, b) <= Math.max(a.length, b.length));
            }),
        );
    });

    it("forgives one wrong letter in any name", () => {
        fc.assert(
            fc.property(fc.stringMatching(/^[a-z]{3,20}$/), fc.nat(), (name, at) => {
                const place = at % name.length;
                const wrong = `${name.slice(0, place)}0${name.slice(place + 1)}`;
                assert.equal(nearest(wrong, ["zzzzzzzzzzzzzzzzzzzzzzzzzz", name]), name);
            }),
        );
    });
});
