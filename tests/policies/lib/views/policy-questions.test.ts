import assert from "node:assert/strict";
import fc from "fast-check";
import type { Context } from "../../../../policies/lib/views/policy-conditions";
import { readDocument, type Statement } from "../../../../policies/lib/views/policy-document";
import {
    findAllowed,
    findUndenied,
    type Requests,
} from "../../../../policies/lib/views/policy-questions";

const BUCKET = "arn:aws:s3:::logs";
const HTTP: Context = new Map([["aws:securetransport", false]]);
const DENIAL = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [BUCKET, `${BUCKET}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

function statements(...parts: unknown[]): readonly Statement[] {
    const { statements: read, problem } = readDocument({ Statement: parts });
    assert.equal(problem, undefined);
    return read;
}

/** Plain HTTP to a bucket and its objects. */
function undenied(...parts: unknown[]) {
    const requests: Requests = {
        actions: ["s3:?*"],
        resources: [BUCKET, `${BUCKET}/?*`],
        from: "everybody",
        context: HTTP,
    };
    return findUndenied(statements(...parts), requests);
}

describe("whether a resource policy denies requests", () => {
    const anything = { action: "s3:*", resource: BUCKET };

    it("is so when it denies every action to everybody on every resource", () => {
        for (const part of [
            DENIAL,
            { ...DENIAL, Principal: { AWS: "*" } },
            { ...DENIAL, Principal: { AWS: ["123456789012", "*"] } },
            { ...DENIAL, Principal: undefined, NotPrincipal: { AWS: [] } },
            { ...DENIAL, Action: "*" },
            { ...DENIAL, Action: ["s3:GetObject", "S3:*"] },
            { ...DENIAL, Action: undefined, NotAction: ["ec2:*", "s3:"] },
            { ...DENIAL, Resource: "*" },
            { ...DENIAL, Resource: [BUCKET, `${BUCKET}/?*`] },
            { ...DENIAL, Resource: `${BUCKET}*` },
            { ...DENIAL, Resource: ["arn:aws:s3:::*", "arn:aws:s3:::${aws:username}"] },
            { ...DENIAL, Resource: undefined, NotResource: "arn:aws:s3:::other" },
            { ...DENIAL, Condition: undefined },
            { ...DENIAL, Condition: { Bool: { "aws:securetransport": [false, "true"] } } },
        ]) {
            assert.equal(undenied(part), undefined, JSON.stringify(part));
        }
    });

    it("is not so without a denial", () => {
        assert.deepEqual(undenied(), anything);
        assert.deepEqual(undenied({ ...DENIAL, Effect: "Allow" }), anything);
    });

    it("is not so when the denial is about some actions only", () => {
        assert.deepEqual(undenied({ ...DENIAL, Action: "s3:GetObject" }), anything);
        assert.deepEqual(undenied({ ...DENIAL, Action: ["s3:Get*", "s3:P*"] }), anything);
        assert.deepEqual(undenied({ ...DENIAL, Action: "ec2:*" }), anything);
        assert.deepEqual(
            undenied({ ...DENIAL, Action: undefined, NotAction: ["s3:ListBucket", "s3:a*"] }),
            { action: "s3:a*", resource: BUCKET },
        );
        assert.deepEqual(undenied({ ...DENIAL, Action: undefined, NotAction: "s3:ListBucket" }), {
            action: "s3:ListBucket",
            resource: BUCKET,
        });
    });

    it("is not so when the denial is about some resources only", () => {
        for (const [Resource, resource] of [
            [`${BUCKET}/*`, BUCKET],
            [BUCKET, `${BUCKET}/*`],
            [[BUCKET, `${BUCKET}/public/*`], `${BUCKET}/*`],
            [[BUCKET, `${BUCKET}/\${aws:username}`], `${BUCKET}/*`],
            ["arn:aws:s3:::other", BUCKET],
            ["arn:aws:s3:::LOGS*", BUCKET],
        ] as const) {
            assert.deepEqual(undenied({ ...DENIAL, Resource }), { action: "s3:*", resource });
        }
        assert.deepEqual(
            undenied({ ...DENIAL, Resource: undefined, NotResource: `${BUCKET}/public/*` }),
            { action: "s3:*", resource: `${BUCKET}/public/` },
        );
        assert.deepEqual(undenied({ ...DENIAL, Resource: undefined }), anything);
    });

    it("is not so when the denial spares somebody", () => {
        const role = "arn:aws:iam::123456789012:role/legacy";
        for (const Principal of [
            { AWS: role },
            { AWS: "arn:aws:iam::123456789012:root" },
            { Service: "*" },
            "123456789012",
            undefined,
        ]) {
            assert.deepEqual(undenied({ ...DENIAL, Principal }), anything);
        }
        assert.deepEqual(
            undenied({ ...DENIAL, Principal: undefined, NotPrincipal: { AWS: role } }),
            { ...anything, principal: role },
        );
        assert.deepEqual(
            undenied({ ...DENIAL, Principal: undefined, NotPrincipal: { AWS: "*" } }),
            anything,
        );
    });

    it("is not so when the denial depends on something else", () => {
        const bool = { "aws:SecureTransport": "false" };
        for (const Condition of [
            { Bool: { "aws:SecureTransport": "true" } },
            { Bool: { ...bool, "aws:ViaAWSService": "false" } },
            { Bool: bool, StringNotEquals: { "aws:PrincipalAccount": "123456789012" } },
            { Bool: bool, IpAddress: { "aws:SourceIp": "0.0.0.0/0" } },
            { StringEquals: bool },
            { NumericLessThan: { "s3:TlsVersion": "1.2" } },
            { Null: { "aws:SecureTransport": "true" } },
        ]) {
            assert.deepEqual(undenied({ ...DENIAL, Condition }), anything);
        }
    });

    it("adds several statements up", () => {
        const bucket = { ...DENIAL, Resource: BUCKET };
        const objects = { ...DENIAL, Resource: `${BUCKET}/*` };
        assert.equal(undenied(bucket, objects), undefined);
        const role = "arn:aws:iam::123456789012:role/legacy";
        const others = { ...DENIAL, Principal: undefined, NotPrincipal: { AWS: role } };
        assert.equal(undenied(others, { ...DENIAL, Principal: { AWS: role } }), undefined);
        const listed = { ...DENIAL, Action: "s3:List*" };
        const unlisted = { ...DENIAL, Action: undefined, NotAction: "s3:List*" };
        assert.equal(undenied(listed, unlisted), undefined);
        const listedBucket = { ...bucket, Action: "s3:List*" };
        assert.equal(undenied(listedBucket, unlisted, objects), undefined);
        assert.deepEqual(undenied(listedBucket, unlisted), {
            action: "s3:List*",
            resource: `${BUCKET}/*`,
        });
        assert.deepEqual(undenied(bucket, { ...objects, Action: "s3:GetObject" }), {
            action: "s3:*",
            resource: `${BUCKET}/*`,
        });
    });
});

describe("whether somebody may be allowed requests", () => {
    const ELSEWHERE: Context = new Map([["aws:requestedregion", "us-east-1"]]);
    const all = { Effect: "Allow", Action: "*", Resource: "*" };
    const here = { StringEquals: { "aws:RequestedRegion": "eu-west-1" } };
    const notHere = { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } };
    const lock = {
        Effect: "Deny",
        NotAction: ["iam:*", "kms:*"],
        Resource: "*",
        Condition: notHere,
    };

    function allowed(
        parts: readonly unknown[] | "everything",
        denied: readonly unknown[] = [],
        boundary?: readonly unknown[],
    ) {
        const read = parts === "everything" ? parts : statements(...parts);
        return findAllowed(
            {
                allowed: read,
                denied: statements(...denied),
                boundary: boundary && statements(...boundary),
            },
            { actions: ["?*:?*"], except: ["IAM:*"], from: "holder", context: ELSEWHERE },
        );
    }

    it("is so when a statement allows them and none denies them", () => {
        assert.deepEqual(allowed([all]), { action: "*", resource: "*" });
        assert.deepEqual(allowed("everything"), { action: "*:*", resource: "*" });
        assert.deepEqual(allowed([{ ...all, Action: "s3:GetObject", Resource: "arn:b" }]), {
            action: "s3:GetObject",
            resource: "arn:b",
        });
        assert.deepEqual(allowed([{ ...all, Action: ["S3:*", "s3:get*", "s3:Get"] }]), {
            action: "S3:*",
            resource: "*",
        });
        assert.deepEqual(allowed([{ ...all, Action: undefined, NotAction: "s3:*" }]), {
            action: "*:*",
            resource: "*",
        });
        assert.deepEqual(allowed([{ ...all, Resource: "arn:${aws:username}" }]), {
            action: "*",
            resource: "arn:",
        });
    });

    it("is so when what allows them depends on something else", () => {
        const Condition = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
        assert.deepEqual(allowed([{ ...all, Condition }]), { action: "*", resource: "*" });
        assert.deepEqual(allowed("everything", [], [{ ...all, Condition }]), {
            action: "*",
            resource: "*",
        });
    });

    it("is not so when nothing allows them", () => {
        assert.equal(allowed([]), undefined);
        assert.equal(allowed([{ ...all, Condition: here }]), undefined);
        assert.equal(allowed([{ ...all, Action: "iam:*" }]), undefined);
        assert.equal(allowed([{ ...all, Effect: "Deny" }]), undefined);
    });

    it("is not so when the boundary does not allow them", () => {
        assert.equal(allowed([all], [], []), undefined);
        assert.equal(allowed([all], [], [{ ...all, Condition: here }]), undefined);
        assert.equal(
            allowed([{ ...all, Action: "s3:*" }], [], [{ ...all, Action: "ec2:*" }]),
            undefined,
        );
        assert.equal(allowed("everything", [], [all, { ...lock, NotAction: "iam:*" }]), undefined);
        assert.deepEqual(allowed("everything", [], [{ ...all, Action: "s3:*" }]), {
            action: "s3:*",
            resource: "*",
        });
    });

    it("is not so when a statement denies them", () => {
        assert.equal(allowed("everything", [{ ...lock, NotAction: "iam:*" }]), undefined);
        assert.deepEqual(allowed([all], [lock]), { action: "kms:*", resource: "*" });
        assert.deepEqual(allowed([all], [{ ...lock, Resource: "arn:b" }]), {
            action: "*",
            resource: "*",
        });
        assert.deepEqual(allowed([all], [{ ...lock, Condition: here }]), {
            action: "*",
            resource: "*",
        });
        assert.equal(allowed([all], [{ ...all, Effect: "Deny" }]), undefined);
    });
});

describe("questions to policy documents", () => {
    const action = fc.constantFrom("s:a", "s:b", "s:*", "s:?", "*", "t:a", "S:A");
    const resource = fc.constantFrom("x", "y", "x*", "*", "?", "${v}", "xy");
    const lists = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 2 });
    const principal = fc.constantFrom("*", { AWS: "*" }, { AWS: "1" }, { AWS: ["1", "2"] });
    const condition = fc.constantFrom(
        {},
        { Bool: { http: "true" } },
        { Bool: { http: "false" } },
        { Null: { other: "true" } },
    );
    const part = fc
        .record({
            effect: fc.constantFrom("Allow", "Deny"),
            action: lists(action),
            resource: lists(resource),
            principal,
            condition,
            nots: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
        })
        .map(({ nots: [a, r, p], ...each }) => ({
            Effect: each.effect,
            [a ? "NotAction" : "Action"]: each.action,
            [r ? "NotResource" : "Resource"]: each.resource,
            [p ? "NotPrincipal" : "Principal"]: each.principal,
            Condition: each.condition,
        }));

    type Part = Record<string, unknown>;

    /** IAM's rules once more, for one request at a time: whether a statement surely, or possibly, applies to it. */
    function appliesTo(
        each: Part,
        [a, r, p]: readonly [string, string, string],
        isSure: boolean,
    ): boolean {
        const text = (name: string) => [each[name] ?? []].flat() as string[];
        const is = (pattern: string, value: string) =>
            new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(value);
        const actionOk = text("Action").some((x) => is(x.toLowerCase(), a));
        const notActionOk =
            "NotAction" in each && !text("NotAction").some((x) => is(x.toLowerCase(), a));
        const variable = (wide: boolean) => (x: string) => (x === "${v}" ? wide : is(x, r));
        const resourceOk = text("Resource").some(variable(!isSure));
        const notResourceOk = "NotResource" in each && !text("NotResource").some(variable(isSure));
        const who = (value: unknown) =>
            value === "*" ? ["*"] : [(value as { AWS: string } | undefined)?.AWS ?? []].flat();
        const named = (list: string[]) => list.includes("*") || list.includes(p);
        const principalOk =
            "Principal" in each ? named(who(each["Principal"])) : !named(who(each["NotPrincipal"]));
        const block = each["Condition"] as Record<string, Record<string, string>>;
        const conditionOk = block["Bool"]?.["http"] !== "false" && (!isSure || !block["Null"]);
        return (
            (actionOk || notActionOk) && (resourceOk || notResourceOk) && principalOk && conditionOk
        );
    }

    const actions = ["s:a", "s:b", "s:c", "s:cc"];
    const resources = ["x", "y", "xy", "xz", "z", "zz"];
    const requestsOf = (principals: readonly string[]) =>
        actions.flatMap((a) => resources.flatMap((r) => principals.map((p) => [a, r, p] as const)));
    const context: Context = new Map([["http", true]]);

    it("are answered as trying every request out answers them, for resource policies", () => {
        fc.assert(
            fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
                const found = findUndenied(statements(...parts), {
                    actions: ["s:?*"],
                    from: "everybody",
                    context,
                });
                const denials = parts.filter(({ Effect }) => Effect === "Deny");
                const tried = requestsOf(["1", "2", "3"]).some((request) =>
                    denials.every((each) => !appliesTo(each, request, true)),
                );
                assert.equal(found !== undefined, tried);
            }),
            { numRuns: 500 },
        );
    });

    it("are answered as trying every request out answers them, for identities", () => {
        const own = fc.array(part, { maxLength: 3 });
        const mine = (parts: readonly Part[]) =>
            parts.map((each) => ({ ...each, Principal: "*", NotPrincipal: undefined }));
        fc.assert(
            fc.property(own, own, (identity, boundary) => {
                const [ours, limits] = [mine(identity), mine(boundary)];
                const found = findAllowed(
                    {
                        allowed: statements(...ours),
                        denied: statements(...ours),
                        boundary: statements(...limits),
                    },
                    { actions: ["s:?*"], from: "holder", context },
                );
                const allows = (
                    parts: readonly Part[],
                    request: readonly [string, string, string],
                ) => parts.some((e) => e["Effect"] === "Allow" && appliesTo(e, request, false));
                const denies = (
                    parts: readonly Part[],
                    request: readonly [string, string, string],
                ) => parts.some((e) => e["Effect"] === "Deny" && appliesTo(e, request, true));
                const tried = requestsOf(["1"]).some(
                    (request) =>
                        allows(ours, request) &&
                        allows(limits, request) &&
                        !denies([...ours, ...limits], request),
                );
                assert.equal(found !== undefined, tried);
            }),
            { numRuns: 500 },
        );
    });
});
