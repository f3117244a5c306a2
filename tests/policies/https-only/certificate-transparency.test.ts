import assert from "node:assert/strict";
import { certificateTransparency } from "../../../policies/https-only/certificate-transparency";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

function certificate(props: Record<string, unknown>) {
    return verdicts(certificateTransparency, { type: "aws:acm/certificate:Certificate", props });
}

function preference(certificateTransparencyLoggingPreference: unknown) {
    return certificate({ options: { certificateTransparencyLoggingPreference } });
}

describe("certificate-transparency", () => {
    it("accepts certificates that are logged, as AWS does by itself", async () => {
        assert.deepEqual(await preference("ENABLED"), []);
        assert.deepEqual(await preference(null), []);
        assert.deepEqual(await certificate({ options: {} }), []);
        assert.deepEqual(await certificate({ domainName: "a.example.com" }), []);
    });

    it("reports certificates that are not", async () => {
        for (const value of ["DISABLED", ""]) {
            assert.deepEqual(await preference(value), [
                `fail: options.certificateTransparencyLoggingPreference is "${value}", expected ENABLED`,
            ]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        assert.deepEqual(await preference(UNKNOWN), [
            "not-evaluated: options.certificateTransparencyLoggingPreference is not known yet",
        ]);
        assert.deepEqual(await certificate({ options: UNKNOWN }), [
            "not-evaluated: options is not known yet",
        ]);
    });

    it("does not apply to what Amazon's public authority does not issue", async () => {
        const options = { certificateTransparencyLoggingPreference: "DISABLED" };
        assert.deepEqual(await certificate({ certificateBody: UNKNOWN, options }), [
            "not-applicable: The certificate is imported, which certificate-managed reports",
        ]);
        assert.deepEqual(await certificate({ certificateAuthorityArn: UNKNOWN, options }), [
            "not-applicable: An authority of one's own issues it, and no public log takes those",
        ]);
    });
});
