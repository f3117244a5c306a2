import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { AlarmTopics } from "../../../components/monitoring/alarm-topics";
import { EventNotifications } from "../../../components/monitoring/event-notifications";
import { topicPolicy } from "../../../components/monitoring/topic-policy";
import { record } from "../recording";

const ARN = "arn:aws:sns:eu-west-1:123456789012:alarms-critical";

describe("AlarmTopics", () => {
    const recordTopics = () =>
        record(
            () =>
                new AlarmTopics("alarms", {
                    accountId: "123456789012",
                    recipients: {
                        critical: ["oncall@appsonic.example", "lead@appsonic.example"],
                        warning: [],
                    },
                }),
        );

    it("encrypt one topic per severity", async () => {
        const recording = await recordTopics();
        assert.deepEqual(
            recording
                .ofType("aws:sns/topic:Topic")
                .map(({ name, inputs }) => [
                    name,
                    (inputs as Record<string, unknown>)["name"],
                    (inputs as Record<string, unknown>)["kmsMasterKeyId"],
                ]),
            ["alarms-critical", "alarms-warning"].map((name) => [
                name,
                name,
                "arn:aws:mock:eu-west-1:123456789012:alarms-topics-key",
            ]),
        );
    });

    it("admit CloudWatch and EventBridge to the key", async () => {
        const recording = await recordTopics();
        const policy = recording.inputs("aws:kms/key:Key", "alarms-topics-key").policy as string;
        for (const principal of ["cloudwatch", "events", "backup"]) {
            assert.ok(policy.includes(`{"Service":"${principal}.amazonaws.com"}`), principal);
        }
    });

    it("subscribe everybody who is named", async () => {
        const recording = await recordTopics();
        assert.deepEqual(
            recording
                .ofType("aws:sns/topicSubscription:TopicSubscription")
                .map(({ inputs }) => inputs as unknown),
            ["oncall@appsonic.example", "lead@appsonic.example"].map((endpoint) => ({
                topic: "arn:aws:mock:eu-west-1:123456789012:alarms-critical",
                protocol: "email",
                endpoint,
            })),
        );
    });

    it("put the policy on each topic", async () => {
        const recording = await recordTopics();
        const inputs = recording.inputs(
            "aws:sns/topicPolicy:TopicPolicy",
            "alarms-critical-policy",
        );
        const arn = "arn:aws:mock:eu-west-1:123456789012:alarms-critical";
        assert.deepEqual(JSON.parse(inputs.policy as string), topicPolicy(arn, "123456789012"));
        assert.equal(inputs.arn, arn);
    });
});

describe("policy of an alarm topic", () => {
    const [ownAccount, ownServices, eventRules, tlsOnly, ...others] = topicPolicy(
        ARN,
        "123456789012",
    ).Statement as unknown[];

    it("lets the account's services publish, and only for the account", () => {
        assert.deepEqual(ownServices, {
            Sid: "OwnServices",
            Effect: "Allow",
            Principal: {
                Service: [
                    "backup.amazonaws.com",
                    "budgets.amazonaws.com",
                    "cloudwatch.amazonaws.com",
                ],
            },
            Action: "sns:Publish",
            Resource: ARN,
            Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        });
    });

    it("lets EventBridge publish without a condition, which would drop every event", () => {
        assert.deepEqual(eventRules, {
            Sid: "EventRules",
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: "sns:Publish",
            Resource: ARN,
        });
    });

    it("names no other principal than the account", () => {
        assert.deepEqual((ownAccount as { Principal: unknown }).Principal, {
            AWS: "arn:aws:iam::123456789012:root",
        });
        assert.deepEqual(others, []);
    });

    it("denies publishing without TLS", () => {
        assert.deepEqual(tlsOnly, {
            Sid: "TlsOnly",
            Effect: "Deny",
            Principal: "*",
            Action: "sns:Publish",
            Resource: ARN,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        });
    });
});

describe("EventNotifications", () => {
    it("send each event to the topic of its severity, without a role", async () => {
        const recording = await record(
            () =>
                new EventNotifications("events", {
                    topics: {
                        critical: pulumi.output("arn:critical"),
                        warning: pulumi.output("arn:warning"),
                    },
                }),
        );
        assert.deepEqual(
            recording
                .ofType("aws:cloudwatch/eventTarget:EventTarget")
                .map(({ inputs }) => inputs as unknown),
            [
                ["events-backup-jobs", "critical"],
                ["events-restore-jobs", "critical"],
                ["events-recovery-points", "warning"],
                ["events-guardduty-high", "critical"],
                ["events-guardduty-medium", "warning"],
            ].map(([rule, severity]) => ({ rule, targetId: severity, arn: `arn:${severity!}` })),
        );
        const failed = recording.inputs("aws:cloudwatch/eventRule:EventRule", "events-backup-jobs");
        assert.deepEqual(JSON.parse(failed.eventPattern as string), {
            source: ["aws.backup"],
            "detail-type": ["Backup Job State Change"],
            detail: { state: ["FAILED", "EXPIRED", "ABORTED"] },
        });
        assert.equal(failed.state, "ENABLED");
    });
});
