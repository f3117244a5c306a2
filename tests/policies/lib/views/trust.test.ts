import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { isForPeople } from "../../../../policies/lib/views/trust";
import { guarded, UNKNOWN } from "../../support/unknown";

const IAM = "arn:aws:iam::123456789012";

function role(name: string, assumeRolePolicy: unknown, arn: unknown = `${IAM}:role/${name}`) {
    const type = "aws:iam/role:Role";
    const urn = `urn:pulumi:test::appsonic::${type}::${name}`;
    const props = guarded({ assumeRolePolicy, arn });
    return { type, name, urn, props, propertyDependencies: {} } as unknown as PolicyResource;
}

function trust(part: Record<string, unknown>): string {
    const statement = { Effect: "Allow", Action: "sts:AssumeRole", ...part };
    return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

function admits(
    Principal: unknown,
    Action: unknown = "sts:AssumeRole",
    others: PolicyResource[] = [],
) {
    const it = role("it", trust({ Principal, Action }));
    return isForPeople(new StackIndex([it, ...others]), it);
}

describe("a role is for people", () => {
    it("when its trust policy admits accounts, users, roles or everybody", () => {
        for (const Principal of [
            "*",
            { AWS: "*" },
            { AWS: `${IAM}:root` },
            { AWS: "123456789012" },
            { AWS: [`${IAM}:user/ann`] },
            { AWS: `${IAM}:role/elsewhere` },
            { AWS: `${IAM}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_x_1` },
            { Service: "ec2.amazonaws.com", AWS: `${IAM}:root` },
        ]) {
            assert.equal(admits(Principal), true, JSON.stringify(Principal));
        }
        const others = role("it", trust({ NotPrincipal: { AWS: `${IAM}:root` } }));
        assert.equal(isForPeople(new StackIndex([others]), others), true);
    });

    it("when an identity provider vouches for those it admits", () => {
        const saml = { Federated: `${IAM}:saml-provider/company` };
        assert.equal(admits(saml, "sts:AssumeRoleWithSAML"), true);
        assert.equal(admits(saml, ["sts:TagSession", "STS:assumeRole*"]), true);
        for (const Federated of [
            `${IAM}:oidc-provider/login.example.com`,
            "accounts.google.com",
            "cognito-identity.amazonaws.com",
            `${IAM}:oidc-provider/gitlab.com.example.com`,
        ]) {
            assert.equal(admits({ Federated }, "sts:AssumeRoleWithWebIdentity"), true, Federated);
        }
    });

    it("not when its trust policy admits services only", () => {
        assert.equal(admits({ Service: "ec2.amazonaws.com" }), false);
        assert.equal(
            admits({ Service: ["lambda.amazonaws.com", "edgelambda.amazonaws.com"] }),
            false,
        );
        assert.equal(
            admits({ AWS: `${IAM}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX` }),
            false,
        );
    });

    it("not when an identity provider vouches for programs", () => {
        for (const host of [
            "token.actions.githubusercontent.com",
            "token.actions.githubusercontent.com/company",
            "gitlab.com",
            "api.bitbucket.org/2.0/workspaces/w/pipelines-config/identity/oidc",
            "oidc.circleci.com/org/1",
            "agent.buildkite.com",
            "vstoken.dev.azure.com/1",
            "app.terraform.io",
            "api.pulumi.com/oidc",
            "oidc.eks.eu-west-1.amazonaws.com/id/0A",
        ]) {
            const Federated = `${IAM}:oidc-provider/${host}`;
            assert.equal(admits({ Federated }, "sts:AssumeRoleWithWebIdentity"), false, host);
        }
    });

    it("not when what it admits does not let anybody become the role", () => {
        const AWS = `${IAM}:root`;
        assert.equal(admits({ AWS }, "sts:TagSession"), false);
        for (const part of [
            { Effect: "Deny", Principal: { AWS } },
            { Principal: undefined },
            { Principal: {} },
        ]) {
            const it = role("it", trust(part));
            assert.equal(isForPeople(new StackIndex([it]), it), false);
        }
        for (const none of [undefined, null, "", { Statement: [] }]) {
            const it = role("it", none);
            assert.equal(isForPeople(new StackIndex([it]), it), false);
        }
    });

    it("when it admits a role of the program that is, and not when it admits one that is not", () => {
        const service = role("service", trust({ Principal: { Service: "ec2.amazonaws.com" } }));
        const people = role("people", trust({ Principal: { AWS: `${IAM}:root` } }));
        const unborn = role("unborn", trust({ Principal: { Service: "a" } }), UNKNOWN);
        const chain = role("chain", trust({ Principal: { AWS: `${IAM}:role/service` } }));
        const all = [service, people, chain, unborn];
        for (const [name, expected] of [
            ["service", false],
            ["people", true],
            ["chain", false],
            ["it", false],
            ["unborn", true],
        ] as const) {
            const AWS = `${IAM}:role/${name}`;
            assert.equal(admits({ AWS }, "sts:AssumeRole", all), expected, name);
        }
    });

    it("when nobody can read its trust policy, until AWS refuses it", () => {
        const it = role("it", "secret");
        assert.equal(isForPeople(new StackIndex([it]), it), true);
    });

    it("or not is not known as long as its trust policy is not", () => {
        const it = role("it", UNKNOWN);
        assert.throws(() => isForPeople(new StackIndex([it]), it), isUnknownValue);
    });

    it("exactly when somebody who is one can reach it through roles", () => {
        const names = ["a", "b", "c", "d"];
        const admitting = fc.record({
            roles: fc.subarray(names),
            people: fc.boolean(),
        });
        fc.assert(
            fc.property(fc.tuple(admitting, admitting, admitting, admitting), (trusts) => {
                const roles = trusts.map(({ roles: from, people }, index) => {
                    const AWS = from.map((name) => `${IAM}:role/${name}`);
                    if (people) AWS.push(`${IAM}:user/ann`);
                    return role(names[index]!, trust({ Principal: { AWS, Service: "x" } }));
                });
                const reached = new Set(names.filter((_, index) => trusts[index]!.people));
                for (let round = 0; round < names.length; round++) {
                    for (const [index, { roles: from }] of trusts.entries()) {
                        if (from.some((name) => reached.has(name))) reached.add(names[index]!);
                    }
                }
                const stack = new StackIndex(roles);
                assert.deepEqual(
                    roles.filter((each) => isForPeople(stack, each)).map(({ name }) => name),
                    names.filter((name) => reached.has(name)),
                );
            }),
        );
    });
});
