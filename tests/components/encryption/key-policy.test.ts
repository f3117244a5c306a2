import assert from "node:assert/strict";

import fc from "fast-check";

import { keyPolicy } from "../../../components/encryption/key-policy";
import {
    cloudTrail,
    eventRules,
    logs,
    topicPublishers,
} from "../../../components/encryption/key-services";

const ACCOUNT = "123456789012";
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/licensing`;
const nobody = { accountId: ACCOUNT, services: [], users: [], grantees: [] };

const statement = (access: Parameters<typeof keyPolicy>[0], sid: string) =>
    keyPolicy(access, "eu-west-1").Statement.find((candidate) => candidate.Sid === sid);

describe("key policy", () => {
    it("without users, services and grantees names the account only", () => {
        const { Version, Statement } = keyPolicy(nobody, "eu-west-1");
        assert.equal(Version, "2012-10-17");
        assert.deepEqual(
            Statement.map(({ Sid, Principal }) => [Sid, Principal]),
            [
                ["Administration", { AWS: ROOT }],
                ["UseThroughServices", { AWS: ROOT }],
                ["GrantThroughServices", { AWS: ROOT }],
            ],
        );
    });

    it("lets the account administer the key, so that nobody is locked out, but not decrypt with it", () => {
        const actions = statement(nobody, "Administration")!.Action as string[];
        for (const action of [
            "kms:PutKeyPolicy",
            "kms:GetKeyPolicy",
            "kms:ScheduleKeyDeletion",
            "kms:DescribeKey",
        ]) {
            assert.ok(actions.includes(action), action);
        }
        for (const action of actions)
            assert.doesNotMatch(action, /\*|Decrypt|Encrypt|GenerateDataKey|CreateGrant/);
    });

    it("lets the account's principals use it through services of the region only", () => {
        const found = statement(nobody, "UseThroughServices")!;
        assert.deepEqual(found.Action, [
            "kms:Decrypt",
            "kms:Encrypt",
            "kms:GenerateDataKey*",
            "kms:ReEncrypt*",
            "kms:DescribeKey",
        ]);
        assert.deepEqual(found.Condition, {
            StringEquals: {
                "kms:CallerAccount": ACCOUNT,
                "kms:ViaService": [
                    "backup.eu-west-1.amazonaws.com",
                    "dynamodb.eu-west-1.amazonaws.com",
                    "ec2.eu-west-1.amazonaws.com",
                    "rds.eu-west-1.amazonaws.com",
                    "s3.eu-west-1.amazonaws.com",
                    "secretsmanager.eu-west-1.amazonaws.com",
                    "sns.eu-west-1.amazonaws.com",
                    "sqs.eu-west-1.amazonaws.com",
                    "ssm.eu-west-1.amazonaws.com",
                ],
            },
        });
    });

    it("passes the key on through services for AWS resources only", () => {
        const found = statement(nobody, "GrantThroughServices")!;
        assert.equal(found.Action, "kms:CreateGrant");
        assert.deepEqual(found.Condition!.Bool, { "kms:GrantIsForAWSResource": "true" });
        assert.equal(found.Condition!.StringEquals!["kms:CallerAccount"], ACCOUNT);
    });

    it("names users in order, whatever order they come in", () => {
        const found = statement({ ...nobody, users: [`${ROLE}-b`, `${ROLE}-a`] }, "Use")!;
        assert.deepEqual(found.Principal, { AWS: [`${ROLE}-a`, `${ROLE}-b`] });
        assert.equal(found.Condition, undefined);
        assert.ok(!found.Action.includes("kms:CreateGrant"));
    });

    it("lets grantees use the key and pass it on to AWS resources, nothing more", () => {
        const access = { ...nobody, grantees: [ROLE] };
        assert.deepEqual(statement(access, "UseByGrantees")!.Principal, { AWS: [ROLE] });
        assert.deepEqual(statement(access, "GrantByGrantees"), {
            Sid: "GrantByGrantees",
            Effect: "Allow",
            Principal: { AWS: [ROLE] },
            Action: "kms:CreateGrant",
            Resource: "*",
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        });
    });

    it("holds CloudWatch Logs to the account's log groups, and leaves the encryption context out of DescribeKey", () => {
        const access = { ...nobody, services: [logs(ACCOUNT, "/appsonic/")] };
        assert.deepEqual(statement(access, "Service1"), {
            Sid: "Service1",
            Effect: "Allow",
            Principal: { Service: "logs.eu-west-1.amazonaws.com" },
            Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            Resource: "*",
            Condition: {
                ArnLike: {
                    "kms:EncryptionContext:aws:logs:arn":
                        "arn:aws:logs:eu-west-1:123456789012:log-group:/appsonic/*",
                },
            },
        });
        assert.deepEqual(statement(access, "Service1Describe"), {
            Sid: "Service1Describe",
            Effect: "Allow",
            Principal: { Service: "logs.eu-west-1.amazonaws.com" },
            Action: "kms:DescribeKey",
            Resource: "*",
        });
    });

    it("keeps the other conditions on DescribeKey", () => {
        const access = { ...nobody, services: [cloudTrail(ACCOUNT)] };
        assert.deepEqual(statement(access, "Service1")!.Action, ["kms:GenerateDataKey*"]);
        assert.deepEqual(statement(access, "Service1Describe")!.Condition, {
            StringEquals: { "aws:SourceAccount": ACCOUNT },
            ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:123456789012:trail/*" },
        });
    });

    it("gives every service statements of its own, EventBridge's without a condition it cannot meet", () => {
        const access = { ...nobody, services: topicPublishers(ACCOUNT) };
        const principals = access.services.map((service) => service.principal);
        assert.deepEqual(principals, [
            "cloudwatch.amazonaws.com",
            "events.amazonaws.com",
            "backup.amazonaws.com",
            "budgets.amazonaws.com",
        ]);
        principals.forEach((principal, index) => {
            const found = statement(access, `Service${String(index + 1)}`)!;
            assert.deepEqual(found.Principal, { Service: principal });
            assert.deepEqual(found.Action, ["kms:Decrypt", "kms:GenerateDataKey*"]);
            assert.deepEqual(
                found.Condition,
                principal === eventRules.principal
                    ? undefined
                    : { StringEquals: { "aws:SourceAccount": ACCOUNT } },
            );
        });
    });

    it("never names everybody, never allows everything, and has no statement twice", () => {
        const arn = fc
            .stringMatching(/^[a-z]{1,8}$/)
            .map((name) => `arn:aws:iam::${ACCOUNT}:role/${name}`);
        fc.assert(
            fc.property(
                fc.array(arn),
                fc.array(arn),
                fc.subarray([logs(ACCOUNT), eventRules, cloudTrail(ACCOUNT)]),
                (users, grantees, services) => {
                    const { Statement } = keyPolicy(
                        { accountId: ACCOUNT, users, grantees, services },
                        "eu-west-1",
                    );
                    assert.equal(new Set(Statement.map(({ Sid }) => Sid)).size, Statement.length);
                    for (const { Principal, Action, Effect } of Statement) {
                        assert.equal(Effect, "Allow");
                        assert.notEqual(Principal, "*");
                        assert.ok(
                            ![Action].flat().some((action) => action === "*" || action === "kms:*"),
                        );
                    }
                },
            ),
        );
    });
});
