import assert from "node:assert/strict";
import { Fields, kindOf, stackOf } from "../../../preflight/real-engine/fields";

const fields = Fields.of(
    {
        text: "t",
        empty: "",
        number: 1,
        list: ["a"],
        mixed: ["a", 1],
        none: null,
        inner: { urn: "urn:pulumi:prod::shop::a:b:C::name" },
    },
    "event",
);
const fails = (work: () => unknown, message: string): void => {
    assert.throws(work, { name: "ShapeError", message });
};

describe("Fields", () => {
    it("accepts what is there as it should be", () => {
        assert.equal(fields.text("text"), "t");
        assert.equal(fields.optionalText("empty"), "");
        assert.equal(fields.optionalText("missing"), "");
        assert.equal(fields.number("number"), 1);
        assert.deepEqual(fields.texts("list"), ["a"]);
        assert.deepEqual(fields.texts("missing"), []);
        assert.deepEqual(fields.list("mixed"), ["a", 1]);
        assert.equal(fields.word("text", { t: "tea" }), "tea");
        assert.equal(fields.fields("inner").urn("urn"), "urn:pulumi:prod::shop::a:b:C::name");
        assert.equal(fields.optionalFields("none"), undefined);
        assert.equal(fields.optionalFields("inner")?.raw("urn") === undefined, false);
    });

    it("reports what is not, by path and kind, without its value", () => {
        fails(() => fields.text("empty"), "event.empty: found an empty text, expected text");
        fails(() => fields.text("number"), "event.number: found a number, expected text");
        fails(() => fields.optionalText("number"), "event.number: found a number, expected text");
        fails(() => fields.number("text"), "event.text: found a text, expected a number");
        fails(() => fields.texts("mixed"), "event.mixed: found a list, expected a list of texts");
        fails(() => fields.texts("text"), "event.text: found a text, expected a list of texts");
        fails(() => fields.list("text"), "event.text: found a text, expected a list");
        fails(
            () => fields.word("text", { a: "a", b: "b" }),
            "event.text: found another word, expected one of a, b",
        );
        fails(() => fields.urn("text"), "event.text: found another text, expected a URN");
        fails(() => fields.fields("none"), "event.none: found null, expected an object");
        fails(
            () => fields.fields("inner").text("x"),
            "event.inner.x: found nothing, expected text",
        );
        fails(() => Fields.of([], ""), "found a list, expected an object");
    });
});

describe("kindOf", () => {
    it("names an object by its first keys", () => {
        assert.equal(kindOf({}), "an empty object");
        assert.equal(kindOf({ a: 1, b: 2 }), "an object with a, b");
        assert.equal(
            kindOf({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }),
            "an object with a, b, c, d, e, …",
        );
        assert.equal(kindOf(true), "a boolean");
    });
});

describe("stackOf", () => {
    it("takes stack and project out of a URN, and nothing out of another text", () => {
        assert.deepEqual(stackOf("urn:pulumi:prod::shop::a:b:C::x::y"), {
            stack: "prod",
            project: "shop",
        });
        assert.deepEqual(stackOf("prod"), { stack: "", project: "" });
    });
});
