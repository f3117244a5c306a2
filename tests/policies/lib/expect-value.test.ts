import assert from "node:assert/strict";
import fc from "fast-check";
import { expectValue, type Expectation } from "../../../policies/lib/expect-value";
import type { Inputs } from "../../../policies/lib/policy";
import { isUnknownValue } from "../../../policies/lib/unknown-value";
import { guarded, UNKNOWN } from "../support/unknown";

function said(props: Inputs, expectation: Expectation): readonly string[] {
    const messages: string[] = [];
    expectValue((message) => messages.push(message), guarded(props), "mode", expectation);
    return messages;
}

describe("expectValue", () => {
    it("accepts each value that is as it should be, in any case", () => {
        for (const mode of ["TLS", "tls", "FIPS"]) {
            assert.deepEqual(said({ mode }, { accepted: ["TLS", "FIPS"] }), []);
        }
        assert.deepEqual(said({ mode: true }, { accepted: ["true"] }), []);
        assert.deepEqual(said({ mode: "True" }, { accepted: ["true"] }), []);
    });

    it("reports every other value", () => {
        assert.deepEqual(said({ mode: "NONE" }, { accepted: ["TLS", "FIPS"], byDefault: "TLS" }), [
            `mode is "NONE", expected "TLS" or "FIPS"`,
        ]);
        assert.deepEqual(said({ mode: "" }, { accepted: ["TLS"], at: "options[0]" }), [
            `options[0].mode is "", expected "TLS"`,
        ]);
        for (const mode of ["untrue", "falsehood"]) {
            assert.deepEqual(said({ mode }, { accepted: ["true"] }), [
                `mode is "${mode}", expected true`,
            ]);
        }
        assert.deepEqual(said({ mode: false }, { accepted: ["true"] }), [
            "mode is false, expected true",
        ]);
    });

    it("takes the default for what is not set", () => {
        for (const props of [{}, { mode: null }]) {
            assert.deepEqual(said(props, { accepted: ["TLS"], byDefault: "tls" }), []);
            assert.deepEqual(said(props, { accepted: ["TLS"], byDefault: "NONE" }), [
                `mode is not set, which means "NONE", expected "TLS"`,
            ]);
            assert.deepEqual(said(props, { accepted: ["true"], byDefault: "false" }), [
                "mode is not set, which means false, expected true",
            ]);
        }
    });

    it("reports what has no default and is not set", () => {
        assert.deepEqual(said({}, { accepted: ["TLS"] }), [`mode is not set, expected "TLS"`]);
    });

    it("cannot tell before the value is known", () => {
        assert.throws(() => said({ mode: UNKNOWN }, { accepted: ["TLS"] }), isUnknownValue);
    });

    it("says one thing at most, and nothing about a value that is accepted", () => {
        fc.assert(
            fc.property(fc.string(), fc.string(), (mode, accepted) => {
                const expected = mode.toLowerCase() === accepted.toLowerCase() ? 0 : 1;
                assert.equal(said({ mode }, { accepted: [accepted] }).length, expected);
            }),
        );
    });
});
