import assert from "node:assert/strict";
import { certificateKey } from "../../../policies/https-only/certificate-key";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

function certificate(props: Record<string, unknown>) {
    return verdicts(certificateKey, { type: "aws:acm/certificate:Certificate", props });
}

describe("certificate-key", () => {
    it("accepts RSA keys of 2048 bits and more, and elliptic-curve keys", async () => {
        for (const keyAlgorithm of [
            "RSA_2048",
            "RSA_3072",
            "RSA_4096",
            "EC_prime256v1",
            "EC_secp384r1",
            "EC_secp521r1",
        ]) {
            assert.deepEqual(await certificate({ domainName: "a.example.com", keyAlgorithm }), []);
        }
    });

    it("accepts AWS's default", async () => {
        assert.deepEqual(await certificate({ domainName: "a.example.com" }), []);
        assert.deepEqual(await certificate({ keyAlgorithm: null }), []);
    });

    it("judges what an authority of one's own issues", async () => {
        const props = { certificateAuthorityArn: UNKNOWN };
        assert.deepEqual(await certificate({ ...props, keyAlgorithm: "RSA_4096" }), []);
    });

    it("reports every other key", async () => {
        for (const keyAlgorithm of ["RSA_1024", "RSA_512", "EC_secp192r1", "DSA", ""]) {
            assert.deepEqual(await certificate({ domainName: "a.example.com", keyAlgorithm }), [
                `fail: keyAlgorithm is "${keyAlgorithm}", expected one of RSA_2048, RSA_3072, RSA_4096, ` +
                    "EC_prime256v1, EC_secp384r1, EC_secp521r1",
            ]);
        }
    });

    it("does not evaluate one that is not known yet", async () => {
        assert.deepEqual(await certificate({ keyAlgorithm: UNKNOWN }), [
            "not-evaluated: keyAlgorithm is not known yet",
        ]);
    });

    it("does not apply to an imported certificate", async () => {
        assert.deepEqual(
            await certificate({ certificateBody: UNKNOWN, keyAlgorithm: "RSA_1024" }),
            ["not-applicable: The certificate is imported, which certificate-managed reports"],
        );
    });
});
