import assert from "node:assert/strict";
import { unknownCheckingProxy, UnknownValueError } from "@pulumi/policy";
import { declaredRegion } from "../../../../policies/lib/views/regions";
import { UNKNOWN } from "../../support/judge";

describe("declaredRegion", () => {
    it("is what the resource says", () => {
        assert.equal(declaredRegion({ region: "eu-west-1" }), "eu-west-1");
        assert.equal(declaredRegion({ region: "" }), "");
    });

    it("is undefined when it says nothing", () => {
        assert.equal(declaredRegion({}), undefined);
        assert.equal(declaredRegion({ region: null }), undefined);
    });

    it("cannot be read before it is known", () => {
        const props = unknownCheckingProxy({ region: UNKNOWN }) as Record<string, unknown>;
        assert.throws(() => declaredRegion(props), UnknownValueError);
    });
});
