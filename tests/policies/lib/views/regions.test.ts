import assert from "node:assert/strict";
import { declaredRegion } from "../../../../policies/lib/views/regions";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { guarded, UNKNOWN } from "../../support/unknown";

describe("declaredRegion", () => {
    it("is what the resource says", () => {
        assert.equal(declaredRegion({ region: "eu-west-1" }), "eu-west-1");
        assert.equal(declaredRegion({ region: "" }), "");
    });

    it("is undefined when it says nothing", () => {
        assert.equal(declaredRegion({}), undefined);
        assert.equal(declaredRegion({ region: null }), undefined);
        assert.equal(declaredRegion({ region: [{ name: "us-east-1" }] }), undefined);
    });

    it("cannot be read before it is known", () => {
        const props = guarded({ region: UNKNOWN });
        assert.throws(() => declaredRegion(props), isUnknownValue);
    });
});
