import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { isIamCertificate, originOf } from "../../../../policies/lib/views/certificates";
import { guarded, UNKNOWN } from "../../support/unknown";

describe("originOf", () => {
    const rows: readonly [Inputs, ReturnType<typeof originOf>][] = [
        [{}, { kind: "public" }],
        [{ domainName: "a.example.com", certificateBody: null }, { kind: "public" }],
        [{ certificateAuthorityArn: UNKNOWN }, { kind: "private" }],
        [{ certificateBody: UNKNOWN }, { kind: "imported", path: "certificateBody" }],
        [{ privateKey: "" }, { kind: "imported", path: "privateKey" }],
        [{ privateKeyWo: "key" }, { kind: "imported", path: "privateKeyWo" }],
        [
            { certificateBody: "body", privateKey: "key", certificateAuthorityArn: "arn" },
            { kind: "imported", path: "certificateBody" },
        ],
    ];
    for (const [props, expected] of rows) {
        it(`says ${expected.kind}: ${JSON.stringify(props)}`, () => {
            assert.deepEqual(originOf(guarded(props)), expected);
        });
    }

    it("goes by which properties are set alone", () => {
        const keys = ["domainName", "certificateBody", "privateKeyWo", "certificateAuthorityArn"];
        const values = fc.constantFrom(UNKNOWN, "text", "");
        fc.assert(
            fc.property(fc.subarray(keys), values, values, (set, one, other) => {
                const of = (value: string) =>
                    originOf(guarded(Object.fromEntries(set.map((key) => [key, value]))));
                assert.deepEqual(of(one), of(other));
            }),
        );
    });
});

describe("isIamCertificate", () => {
    it("is so for ARNs of IAM only", () => {
        for (const [arn, expected] of [
            ["arn:aws:iam::123456789012:server-certificate/web", true],
            ["arn:aws-cn:iam::123456789012:server-certificate/cloudfront/web", true],
            ["arn:aws:acm:eu-west-1:123456789012:certificate/1", false],
            ["arn:aws:acm:eu-west-1:123456789012:certificate/:iam:", false],
            ["an arn:aws:iam::123456789012:server-certificate/web", false],
            ["", false],
        ] as const) {
            assert.equal(isIamCertificate(arn), expected, arn);
        }
    });
});
