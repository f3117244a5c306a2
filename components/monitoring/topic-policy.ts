import type { PolicyDocument } from "@pulumi/aws/iam";

/** Services that may report to the alarm topics, in the name of our account only. */
const PUBLISHERS = ["backup.amazonaws.com", "budgets.amazonaws.com", "cloudwatch.amazonaws.com"];

// SNS refuses `sns:*` in a topic's policy; these are the actions that a topic knows.
const TOPIC_ACTIONS = [
    "sns:AddPermission",
    "sns:DeleteTopic",
    "sns:GetTopicAttributes",
    "sns:ListSubscriptionsByTopic",
    "sns:Publish",
    "sns:RemovePermission",
    "sns:SetTopicAttributes",
    "sns:Subscribe",
];

/** The policy of an alarm topic: our account and its services, over TLS. */
export function topicPolicy(topicArn: string, accountId: string): PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "OwnAccount",
                Effect: "Allow",
                Principal: { AWS: `arn:aws:iam::${accountId}:root` },
                Action: TOPIC_ACTIONS,
                Resource: topicArn,
            },
            {
                Sid: "OwnServices",
                Effect: "Allow",
                Principal: { Service: PUBLISHERS },
                Action: "sns:Publish",
                Resource: topicArn,
                Condition: { StringEquals: { "aws:SourceAccount": accountId } },
            },
            {
                // Without a condition: EventBridge tells SNS no source, so any condition drops every event silently
                // (EventBridge guide, troubleshooting). Whoever knows the topic could make it send us a message, no more.
                Sid: "EventRules",
                Effect: "Allow",
                Principal: { Service: "events.amazonaws.com" },
                Action: "sns:Publish",
                Resource: topicArn,
            },
            {
                Sid: "TlsOnly",
                Effect: "Deny",
                Principal: "*",
                Action: "sns:Publish",
                Resource: topicArn,
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
        ],
    };
}
