import assert from "node:assert/strict";
import { certificateValidation } from "../../../policies/https-only/certificate-validation";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

function certificate(props: Record<string, unknown>) {
    return verdicts(certificateValidation, { type: "aws:acm/certificate:Certificate", props });
}

describe("certificate-validation", () => {
    it("accepts validation by DNS", async () => {
        assert.deepEqual(await certificate({ validationMethod: "DNS" }), []);
    });

    it("reports any other validation", async () => {
        for (const validationMethod of ["EMAIL", "HTTP", "NONE", ""]) {
            assert.deepEqual(await certificate({ validationMethod }), [
                `fail: validationMethod is "${validationMethod}", expected DNS`,
            ]);
        }
    });

    it("reports validation that is left to AWS, which sends mail", async () => {
        const unset = ["fail: validationMethod is not set, which means EMAIL, expected DNS"];
        assert.deepEqual(await certificate({ domainName: "a.example.com" }), unset);
        assert.deepEqual(await certificate({ validationMethod: null }), unset);
    });

    it("does not evaluate one that is not known yet", async () => {
        assert.deepEqual(await certificate({ validationMethod: UNKNOWN }), [
            "not-evaluated: validationMethod is not known yet",
        ]);
    });

    it("does not apply to what Amazon's public authority does not issue", async () => {
        assert.deepEqual(await certificate({ privateKey: UNKNOWN }), [
            "not-applicable: The certificate is imported, which certificate-managed reports",
        ]);
        assert.deepEqual(await certificate({ certificateAuthorityArn: UNKNOWN }), [
            "not-applicable: An authority of one's own issues it, which validates no names",
        ]);
    });
});
