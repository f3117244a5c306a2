import assert from "node:assert/strict";
import fc from "fast-check";
import { readDocument } from "../../../../policies/lib/views/policy-document";
import { plainHttpGap } from "../../../../policies/lib/views/secure-transport";

const SYSTEM = "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1";
const DENIAL = {
    Effect: "Deny",
    Principal: "*",
    Action: "elasticfilesystem:*",
    Resource: SYSTEM,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

function gap(Statement: readonly unknown[], resources: readonly string[] | null = [SYSTEM]) {
    return plainHttpGap(readDocument({ Statement }), {
        actions: ["elasticfilesystem:?*"],
        resources: () => resources ?? undefined,
    });
}

describe("the gap through which plain HTTP comes", () => {
    it("is none where it is denied", () => {
        assert.equal(gap([DENIAL]), undefined);
        assert.equal(gap([{ ...DENIAL, Resource: "arn:x" }], null), undefined);
        assert.equal(gap([{ ...DENIAL, Resource: undefined }], null), undefined);
    });

    it("is what is not denied", () => {
        const gapOf = (what: string) => `does not deny plain HTTP for "elasticfilesystem:*"${what}`;
        assert.equal(gap([]), gapOf(` on "${SYSTEM}"`));
        assert.equal(gap([{ ...DENIAL, Resource: "arn:x" }]), gapOf(` on "${SYSTEM}"`));
        assert.equal(gap([], null), gapOf(""));
        const spared = { ...DENIAL, Principal: undefined, NotPrincipal: { AWS: "arn:role" } };
        assert.equal(gap([spared]), gapOf(` on "${SYSTEM}" by "arn:role"`));
        assert.equal(gap([spared], null), gapOf(` by "arn:role"`));
    });

    it("is the document that is missing or none, and then asks for no resources", () => {
        const guarded = {
            actions: ["s3:?*"],
            resources: () => {
                throw new Error("nobody needs to know");
            },
        };
        assert.equal(plainHttpGap(undefined, guarded), "is not set");
        assert.equal(plainHttpGap(readDocument("x"), guarded), "is not JSON");
    });

    const part = fc.record({
        Effect: fc.constantFrom("Allow", "Deny"),
        Principal: fc.constantFrom("*", { AWS: "1" }),
        Action: fc.constantFrom("*", "elasticfilesystem:ClientMount", "s3:*"),
        Resource: fc.constantFrom("*", SYSTEM, "arn:x"),
        Condition: fc.constantFrom({}, { Bool: { "aws:SecureTransport": "false" } }),
    });

    it("is closed by a denial, whatever stands beside it, and not without any", () => {
        fc.assert(
            fc.property(fc.array(part), fc.nat(), (parts, at) => {
                const closed = [...parts];
                closed.splice(at % (parts.length + 1), 0, DENIAL as never);
                assert.equal(gap(closed), undefined);
                assert.notEqual(gap(parts.filter(({ Effect }) => Effect === "Allow")), undefined);
            }),
        );
    });
});
