import assert from "node:assert/strict";
import {
    flagOf,
    isFilled,
    isSet,
    itemsOf,
    numberOf,
    objectOf,
    textOf,
} from "../../../policies/lib/properties";
import { isUnknownValue } from "../../../policies/lib/unknown-value";
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

describe("isFilled", () => {
    it("is isSet, but for empty texts", () => {
        const props = guarded({ text: "x", zero: 0, later: UNKNOWN, empty: "", nothing: null });
        const keys = ["text", "zero", "later", "empty", "nothing", "other"];
        assert.deepEqual(
            keys.map((key) => isFilled(props, key)),
            [true, true, true, false, false, false],
        );
    });
});

describe("textOf, flagOf, numberOf and objectOf", () => {
    it("read what is set", () => {
        const props = guarded({ t: "x", n: 7, f: true, o: { a: 1 } });
        assert.equal(textOf(props, "t"), "x");
        assert.equal(textOf(props, "n"), "7");
        assert.equal(numberOf(props, "n"), 7);
        assert.equal(flagOf(props, "f"), true);
        assert.deepEqual(Object.keys(objectOf(props, "o")), ["a"]);
    });

    it("take flags and numbers in text, as some properties have them", () => {
        for (const [text, flag] of [
            ["true", true],
            ["True", true],
            ["false", false],
            ["FALSE", false],
            ["yes", undefined],
            ["", undefined],
        ] as const) {
            assert.equal(flagOf({ text }, "text"), flag, text);
        }
        for (const [text, number] of [
            ["443", 443],
            [" 1 ", 1],
            ["0", 0],
            ["", undefined],
            ["https", undefined],
        ] as const) {
            assert.equal(numberOf({ text }, "text"), number, text);
        }
    });

    it("read nothing where nothing is set", () => {
        for (const props of [{}, { key: null }]) {
            assert.equal(textOf(props, "key"), undefined);
            assert.equal(flagOf(props, "key"), undefined);
            assert.equal(numberOf(props, "key"), undefined);
            assert.deepEqual(objectOf(props, "key"), {});
        }
        assert.deepEqual(objectOf({ key: "text" }, "key"), {});
        assert.equal(numberOf({ key: "   " }, "key"), undefined);
    });

    it("cannot be read before they are known", () => {
        const props = guarded({ later: UNKNOWN });
        for (const read of [textOf, flagOf, numberOf, objectOf, itemsOf]) {
            assert.throws(() => read(props, "later"), isUnknownValue);
        }
    });
});

describe("itemsOf", () => {
    it("gives each element with its path, read when it is asked for", () => {
        const items = itemsOf(guarded({ list: [{ a: 1 }, UNKNOWN, "text", null] }), "list");
        assert.deepEqual(
            items.map(({ path }) => path),
            ["list[0]", "list[1]", "list[2]", "list[3]"],
        );
        assert.deepEqual(items[0]!.value["a"], 1);
        assert.throws(() => items[1]!.value, isUnknownValue);
        assert.throws(() => items[1]!.text, isUnknownValue);
        assert.equal(items[2]!.text, "text");
        assert.deepEqual(items[2]!.value, {});
        assert.deepEqual(items[3]!.value, {});
        assert.equal(items[3]!.text, "");
    });

    it("takes an object or text that stands alone for a list of one", () => {
        const [only, ...others] = itemsOf(guarded({ block: { a: 1 } }), "block");
        assert.equal(only!.path, "block");
        assert.equal(only!.value["a"], 1);
        assert.deepEqual(others, []);
        assert.equal(itemsOf({ name: "x" }, "name")[0]!.text, "x");
        assert.equal(itemsOf({ port: 443 }, "port")[0]!.text, "443");
        assert.equal(itemsOf({ flag: true }, "flag")[0]!.text, "");
    });

    it("gives nothing where nothing is set", () => {
        for (const props of [{}, { list: null }, { list: [] }]) {
            assert.deepEqual(itemsOf(props, "list"), []);
        }
    });
});
