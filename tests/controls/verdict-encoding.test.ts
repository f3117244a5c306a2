import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import {
    decodeMessage,
    encodeCheckFailed,
    encodeExcepted,
    encodeNotEvaluated,
} from "../../controls/verdict-encoding";

describe("controls/verdict-encoding", () => {
    it("writes what packs send to the engine, word for word", () => {
        assert.equal(
            encodeExcepted("2027-01-31", "port 22 is open"),
            "excepted until 2027-01-31: port 22 is open",
        );
        assert.equal(
            encodeNotEvaluated("cidr is not known yet"),
            "not evaluated: cidr is not known yet",
        );
        assert.equal(encodeCheckFailed("x is not a function"), "check failed: x is not a function");
    });

    it("reads a plain message as a failure", () => {
        assert.deepEqual(decodeMessage("port 22 is open"), {
            verdict: "fail",
            message: "port 22 is open",
        });
        assert.deepEqual(decodeMessage(""), { verdict: "fail", message: "" });
    });

    it("reads an exception with its last day", () => {
        assert.deepEqual(decodeMessage("excepted until 2027-01-31: port 22 is open"), {
            verdict: "excepted",
            message: "port 22 is open",
            expires: "2027-01-31",
        });
    });

    it("reads an exception without a whole date as a failure", () => {
        const message = "excepted until 2027-1-31: port 22 is open";
        assert.deepEqual(decodeMessage(message), { verdict: "fail", message });
    });

    it("reads a value that is not known yet", () => {
        assert.deepEqual(decodeMessage("not evaluated: cidr is not known yet"), {
            verdict: "not-evaluated",
            message: "cidr is not known yet",
        });
    });

    it("reads the SDK's own words for a value that is not known yet", () => {
        const said =
            "can't run policy 'a' from policy pack 'p@v1.0.0' during preview: string value at .arn can't be known during preview";
        assert.deepEqual(decodeMessage(said), {
            verdict: "not-evaluated",
            message: "string value at .arn can't be known during preview",
        });
    });

    it("reads a check that broke", () => {
        assert.deepEqual(decodeMessage("check failed: x is not a function"), {
            verdict: "error",
            message: "x is not a function",
        });
    });

    it("finds marks at the beginning only", () => {
        for (const message of [
            "it was excepted until 2027-01-31: x",
            "a not evaluated: x",
            "the check failed: x",
        ]) {
            assert.deepEqual(decodeMessage(message), { verdict: "fail", message });
        }
    });

    it("gives back every message that it encodes, line breaks and marks included", () => {
        const days = fc.date({
            min: new Date("2000-01-01"),
            max: new Date("9999-12-31"),
            noInvalidDate: true,
        });
        fc.assert(
            fc.property(fc.string(), days, (message, date) => {
                const expires = date.toISOString().slice(0, 10);
                assert.deepEqual(decodeMessage(encodeExcepted(expires, message)), {
                    verdict: "excepted",
                    message,
                    expires,
                });
                assert.deepEqual(decodeMessage(encodeNotEvaluated(message)), {
                    verdict: "not-evaluated",
                    message,
                });
                assert.deepEqual(decodeMessage(encodeCheckFailed(message)), {
                    verdict: "error",
                    message,
                });
            }),
        );
    });

    it("leaves the outermost mark to decide", () => {
        assert.deepEqual(decodeMessage(encodeExcepted("2027-01-31", encodeNotEvaluated("x"))), {
            verdict: "excepted",
            message: "not evaluated: x",
            expires: "2027-01-31",
        });
    });
});
