import assert from "node:assert/strict";
import fc from "fast-check";
import { serviceTags } from "../../../components/services/tags";

const declared = {
    serviceName: "licensing",
    dataClass: "account-data",
    purpose: "licence-validation",
};

describe("serviceTags", () => {
    it("says whose data it is, of which class, what for and for how long", () => {
        assert.deepEqual(serviceTags({ ...declared, retentionDays: 1096 }), {
            service: "licensing",
            "data-class": "account-data",
            purpose: "licence-validation",
            retention: "1096 days",
        });
    });

    it("says that nothing is kept", () => {
        assert.equal(serviceTags(declared).retention, "none");
    });

    it("leaves out what AWS refuses in a tag", () => {
        assert.equal(
            serviceTags({ ...declared, purpose: "support (tickets; e-mail), Qualität" }).purpose,
            "support tickets e-mail Qualität",
        );
    });

    it("never gives a longer or other text than AWS takes", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary", maxLength: 300 }), (purpose) => {
                assert.match(
                    String(serviceTags({ ...declared, purpose }).purpose),
                    /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u,
                );
            }),
            { numRuns: 25 },
        );
    });
});
