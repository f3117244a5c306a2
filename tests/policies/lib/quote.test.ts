import assert from "node:assert/strict";
import fc from "fast-check";
import { quote } from "../../../policies/lib/quote";

describe("quote", () => {
    it("quotes a text", () => {
        assert.equal(quote("HTTP"), `"HTTP"`);
    });

    it("shows 80 characters and cuts off the 81st", () => {
        assert.equal(quote("x".repeat(80)), `"${"x".repeat(80)}"`);
        assert.equal(quote("x".repeat(81)), `"${"x".repeat(80)}…"`);
    });

    it("stays on one line", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary" }), (text) => !/[\n\r\x1b]/.test(quote(text))),
        );
    });
});
