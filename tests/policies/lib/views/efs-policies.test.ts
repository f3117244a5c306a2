import assert from "node:assert/strict";
import fc from "fast-check";
import { plainMountGap } from "../../../../policies/lib/views/efs-policies";
import { readDocument } from "../../../../policies/lib/views/policy-document";

const OPEN = "lets clients mount in plain text";
const ARN = "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1";
const ROLE = "arn:aws:iam::123456789012:role/orders";

type Part = Readonly<Record<string, unknown>>;

const allow = {
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    Resource: ARN,
};
const deny = {
    Effect: "Deny",
    Principal: "*",
    Action: "*",
    Resource: ARN,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

function gap(...statements: readonly Part[]) {
    return plainMountGap(readDocument({ Version: "2012-10-17", Statement: statements }));
}

function onlyIf(value: string): Part {
    return { Condition: { Bool: { "aws:SecureTransport": value } } };
}

describe("plainMountGap", () => {
    const REFUSING: readonly (readonly [string, readonly Part[]])[] = [
        ["a denial beside a permission", [allow, deny]],
        ["a denial of mounts", [allow, { ...deny, Action: "elasticfilesystem:ClientMount" }]],
        [
            "a denial of everything a client may do",
            [allow, { ...deny, Action: "elasticfilesystem:Client*" }],
        ],
        ["a permission over TLS only", [{ ...allow, ...onlyIf("true") }]],
        ["a permission for a role, which signs", [{ ...allow, Principal: { AWS: ROLE } }]],
        ["a permission that names nobody", [{ ...allow, Principal: undefined }]],
        ["no permission to mount", [{ ...allow, Action: "elasticfilesystem:ClientRootAccess" }]],
        ["no statement at all", []],
        ["nothing but denials", [{ ...deny, Principal: { AWS: ROLE } }]],
    ];
    for (const [title, statements] of REFUSING) {
        it(`finds nothing wrong with ${title}`, () => {
            assert.equal(gap(...statements), undefined);
        });
    }

    const TAKING: readonly (readonly [string, readonly Part[]])[] = [
        ["a permission for everybody", [allow]],
        ["a permission in plain text", [{ ...allow, ...onlyIf("false") }]],
        [
            "a permission for all but a role",
            [{ ...allow, Principal: undefined, NotPrincipal: { AWS: ROLE } }],
        ],
        [
            "a permission on a condition that says nothing about TLS",
            [
                {
                    ...allow,
                    Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
                },
            ],
        ],
        ["a denial to a role only", [allow, { ...deny, Principal: { AWS: ROLE } }]],
        ["a denial of writing only", [allow, { ...deny, Action: "elasticfilesystem:ClientWrite" }]],
        ["a denial of TLS", [allow, { ...deny, ...onlyIf("true") }]],
        [
            "a denial on one more condition",
            [
                allow,
                {
                    ...deny,
                    Condition: {
                        Bool: { "aws:SecureTransport": "false" },
                        IpAddress: { "aws:SourceIp": "10.0.0.0/8" },
                    },
                },
            ],
        ],
    ];
    for (const [title, statements] of TAKING) {
        it(`finds that plain text is taken with ${title}`, () => {
            assert.equal(gap(...statements), OPEN);
        });
    }

    it("says when there is no policy, and when it is none", () => {
        assert.equal(plainMountGap(undefined), "is not set");
        assert.equal(plainMountGap(readDocument("{")), "is not JSON");
    });

    it("finds nothing wrong with any permissions beside a denial of everything", () => {
        const action = fc.constantFrom("*", "elasticfilesystem:*", "elasticfilesystem:ClientMount");
        const principal = fc.constantFrom("*", { AWS: "*" }, { AWS: ROLE });
        const statement = fc.record({
            Effect: fc.constant("Allow"),
            Principal: principal,
            Action: action,
            Resource: fc.constantFrom("*", ARN),
        });
        fc.assert(
            fc.property(fc.array(statement, { maxLength: 4 }), (statements) => {
                assert.equal(gap(...statements, deny), undefined);
                const isOpen = statements.some((each) =>
                    each.Principal !== "*" ? (each.Principal as { AWS: string }).AWS === "*" : true,
                );
                assert.equal(gap(...statements), isOpen ? OPEN : undefined);
            }),
        );
    });
});
