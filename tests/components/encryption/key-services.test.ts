import assert from "node:assert/strict";

import * as services from "../../../components/encryption/key-services";

const ACCOUNT = "123456789012";
const ownAccount = { StringEquals: { "aws:SourceAccount": ACCOUNT } };

describe("services that use keys", () => {
    it("hold CloudWatch Logs to all of the account's log groups without a prefix", () => {
        assert.deepEqual(services.logs(ACCOUNT).conditions, {
            ArnLike: {
                "kms:EncryptionContext:aws:logs:arn":
                    "arn:aws:logs:eu-west-1:123456789012:log-group:*",
            },
        });
    });

    it("hold log delivery to the account's deliveries", () => {
        assert.deepEqual(services.logDelivery(ACCOUNT), {
            principal: "delivery.logs.amazonaws.com",
            conditions: {
                ...ownAccount,
                ArnLike: { "aws:SourceArn": "arn:aws:logs:eu-west-1:123456789012:*" },
            },
        });
    });

    it("hold publishers to the account", () => {
        const publish = ["kms:Decrypt", "kms:GenerateDataKey*"];
        const expected: [services.KeyService, string][] = [
            [services.cloudwatchAlarms(ACCOUNT), "cloudwatch.amazonaws.com"],
            [services.backupNotifications(ACCOUNT), "backup.amazonaws.com"],
            [services.budgets(ACCOUNT), "budgets.amazonaws.com"],
            [services.configDelivery(ACCOUNT), "config.amazonaws.com"],
            [services.bucketEvents(ACCOUNT), "s3.amazonaws.com"],
            [services.databaseEvents(ACCOUNT), "events.rds.amazonaws.com"],
        ];
        for (const [service, principal] of expected) {
            assert.deepEqual(service, { principal, actions: publish, conditions: ownAccount });
        }
    });

    it("let GuardDuty write its export and read nothing", () => {
        assert.deepEqual(services.guardDuty(ACCOUNT), {
            principal: "guardduty.amazonaws.com",
            actions: ["kms:GenerateDataKey*"],
            conditions: ownAccount,
        });
    });
});
