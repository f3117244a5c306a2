import assert from "node:assert/strict";
import { AccessRoles, type AccessRolesArgs } from "../../../components/access/access-roles";
import { deploymentBoundary, peopleBoundary } from "../../../components/access/boundary";
import { developerPolicy, supportPolicy } from "../../../components/access/role-policies";
import { deploymentTrust, peopleTrust } from "../../../components/access/trust";
import { statements } from "../policy-json";
import { record } from "../recording";

const USER = "arn:aws:iam::123456789012:user/ada";
const CENTER =
    "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Support_0a1b";
/** Characters that IAM takes for a managed policy, without white space. */
const LONGEST_MANAGED_POLICY = 6144;

describe("peopleTrust", () => {
    it("asks users for a fresh second factor and their own name", () => {
        assert.deepEqual(peopleTrust([USER]).Statement, [
            {
                Sid: "UsersWithSecondFactor",
                Effect: "Allow",
                Principal: { AWS: [USER] },
                Action: "sts:AssumeRole",
                Condition: {
                    Bool: { "aws:MultiFactorAuthPresent": "true" },
                    NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
                    StringEquals: { "sts:RoleSessionName": "${aws:username}" },
                },
            },
        ]);
    });

    it("asks Identity Center's sessions who they are", () => {
        assert.deepEqual(peopleTrust([CENTER]).Statement, [
            {
                Sid: "IdentityCenterWithSourceIdentity",
                Effect: "Allow",
                Principal: { AWS: [CENTER] },
                Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
                Condition: { StringLike: { "sts:SourceIdentity": "?*" } },
            },
        ]);
    });

    it("does not depend on the order of people", () => {
        assert.deepEqual(peopleTrust([USER, CENTER]), peopleTrust([CENTER, USER]));
        assert.equal(peopleTrust([USER, CENTER]).Statement.length, 2);
    });
});

describe("deploymentTrust", () => {
    it("admits one principal", () => {
        assert.deepEqual(deploymentTrust("arn:ci").Statement, [
            {
                Sid: "Deployment",
                Effect: "Allow",
                Principal: { AWS: "arn:ci" },
                Action: "sts:AssumeRole",
            },
        ]);
    });
});

describe("boundaries", () => {
    for (const [who, document] of Object.entries({
        people: peopleBoundary(),
        deployment: deploymentBoundary(),
    })) {
        it(`fit into IAM's limit: ${who}`, () => {
            assert.ok(JSON.stringify(document).length <= LONGEST_MANAGED_POLICY);
        });

        it(`lock the region but for what has none: ${who}`, () => {
            const lock = document.Statement.find(({ Sid }) => Sid === "RegionLock")!;
            assert.deepEqual(lock.Condition, {
                StringNotEquals: { "aws:RequestedRegion": "eu-west-1" },
            });
            const free = (lock as { NotAction: readonly string[] }).NotAction;
            for (const regional of ["acm", "config", "kms", "wafv2", "s3", "ec2", "logs"]) {
                assert.ok(!free.includes(`${regional}:*`), regional);
            }
        });
    }

    it("deny people what the deployment may", () => {
        const sids = (document: { Statement: readonly { Sid: string }[] }) =>
            document.Statement.map(({ Sid }) => Sid);
        assert.deepEqual(sids(peopleBoundary()), [
            "Ceiling",
            "RegionLock",
            "Account",
            "Identities",
            "Safeguards",
            "ShortKeyDeletion",
            "SideDoors",
            "Witnesses",
        ]);
        assert.deepEqual(sids(deploymentBoundary()), [
            "Ceiling",
            "RegionLock",
            "Account",
            "ShortKeyDeletion",
            "SideDoors",
        ]);
    });
});

describe("role policies", () => {
    it("keep developers from application data", () => {
        const denied = developerPolicy().Statement.find(({ Sid }) => Sid === "NoApplicationData")!;
        assert.equal(denied.Effect, "Deny");
        assert.equal(denied.Resource, "*");
        for (const action of [
            "dynamodb:GetItem",
            "kms:Decrypt",
            "logs:GetLogEvents",
            "rds-db:connect",
            "s3:GetObject*",
            "secretsmanager:GetSecretValue",
        ]) {
            assert.ok(denied.Action.includes(action), action);
        }
    });

    it("let support read the stack's own stores", () => {
        const parts = { accountId: "123456789012", stack: "prod" };
        const resources = supportPolicy(parts).Statement.map(({ Sid, Resource }) => [
            Sid,
            Resource,
        ]);
        assert.deepEqual(resources, [
            ["ReadItems", "arn:aws:dynamodb:eu-west-1:123456789012:table/prod-*"],
            ["ReadObjects", ["arn:aws:s3:::appsonic-prod-*", "arn:aws:s3:::appsonic-prod-*/*"]],
            ["ReadLogs", "*"],
            ["DecryptThroughStores", "arn:aws:kms:eu-west-1:123456789012:key/*"],
            ["NoSecrets", "*"],
        ]);
    });
});

describe("AccessRoles", () => {
    const args: AccessRolesArgs = {
        accountId: "123456789012",
        stack: "prod",
        developers: [USER],
        support: [CENTER],
        deployment: "arn:aws:iam::123456789012:role/pipeline",
    };
    const type = "aws:iam/role:Role";

    it("makes three roles of an hour under their ceilings", async () => {
        const roles = (await record(() => new AccessRoles("prod-access", args))).inputsByName(type);
        const ceilings = Object.fromEntries(
            Object.entries(roles).map(([name, role]) => [name, role.permissionsBoundary]),
        );
        const arn = (name: string) => `arn:aws:mock:eu-west-1:123456789012:${name}`;
        assert.deepEqual(ceilings, {
            "prod-access-developer-role": arn("prod-access-people-boundary"),
            "prod-access-support-engineer-role": arn("prod-access-people-boundary"),
            "prod-access-deployment-role": arn("prod-access-deployment-boundary"),
        });
        for (const role of Object.values(roles)) assert.equal(role.maxSessionDuration, 3600);
        const trust = roles["prod-access-developer-role"]!.assumeRolePolicy;
        assert.deepEqual(statements(trust)[0]!.Principal, { AWS: [USER] });
    });

    it("makes no role that nobody may assume", async () => {
        const seen = await record(
            () => new AccessRoles("prod-access", { ...args, developers: [], support: [] }),
        );
        assert.deepEqual(Object.keys(seen.inputsByName(type)), ["prod-access-deployment-role"]);
    });
});
