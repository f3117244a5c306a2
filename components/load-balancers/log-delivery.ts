import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "../encryption/encryption-key";
import type { PolicyDocument } from "../policy-documents/policy-document";
import { logs } from "../encryption/key-services";
import { LogDeliveryBucket } from "./log-delivery-bucket";

const REGION = "eu-west-1";

/** Names of the log groups that AWS's log delivery writes to begin so: AWS demands the second of web firewalls. */
export const LOG_GROUP_PREFIXES = {
    loadBalancer: "/aws/vendedlogs/appsonic/",
    webFirewall: "aws-waf-logs-appsonic-",
} as const;

/** Whose logs, and for how long. */
export interface LogDeliveryArgs {
    readonly accountId: string;
    /** Days that events stay in CloudWatch. @defaultValue 365 */
    readonly retentionInDays?: number;
    /** Days that the bucket keeps what load balancers write there, whole URLs included. @defaultValue 90 */
    readonly expireAfterDays?: number;
}

/**
 * Where load balancers and web firewalls leave their logs, shared by all of them: encrypted log groups in CloudWatch
 * (P-04) and the bucket that load balancers insist on for complete records.
 */
export class LogDelivery extends pulumi.ComponentResource {
    /** Bucket for complete access and connection logs. */
    public readonly bucketName: pulumi.Output<string>;
    /** Key of the log groups; known only once AWS may write to them. */
    public readonly logKeyArn: pulumi.Output<string>;
    public readonly retentionInDays: number;

    constructor(name: string, args: LogDeliveryArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:load-balancers:LogDelivery", name, {}, opts);
        const { accountId } = args;
        const prefixes = Object.values(LOG_GROUP_PREFIXES);
        const key = new EncryptionKey(
            name,
            {
                description: "Logs of load balancers and web firewalls.",
                accountId,
                services: prefixes.map((prefix) => logs(accountId, prefix)),
            },
            { parent: this },
        );
        const policy = new cloudwatch.LogResourcePolicy(
            `${name}-log-policy`,
            {
                policyName: `${name}-write`,
                policyDocument: JSON.stringify(logGroupPolicy(accountId, prefixes)),
            },
            { parent: this },
        );
        this.bucketName = new LogDeliveryBucket(
            name,
            { accountId, expireAfterDays: args.expireAfterDays ?? 90 },
            { parent: this },
        ).bucketName;
        this.logKeyArn = pulumi.all([key.arn, policy.id]).apply(([arn]) => arn);
        this.retentionInDays = args.retentionInDays ?? 365;
        this.registerOutputs({
            bucketName: this.bucketName,
            logKeyArn: this.logKeyArn,
            retentionInDays: this.retentionInDays,
        });
    }
}

/** Lets AWS's log delivery write to log groups of these names, for this account only. */
export function logGroupPolicy(accountId: string, prefixes: readonly string[]): PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "LogDeliveryWrites",
                Effect: "Allow",
                Principal: { Service: "delivery.logs.amazonaws.com" },
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource: prefixes.map(
                    (prefix) =>
                        `arn:aws:logs:${REGION}:${accountId}:log-group:${prefix}*:log-stream:*`,
                ),
                Condition: {
                    ArnLike: { "aws:SourceArn": `arn:aws:logs:${REGION}:${accountId}:*` },
                    StringEquals: { "aws:SourceAccount": accountId },
                },
            },
        ],
    };
}
