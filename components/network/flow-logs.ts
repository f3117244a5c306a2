import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "../encryption/encryption-key";
import { logs } from "../encryption/key-services";

const REGION = "eu-west-1";

/** Which traffic to record, and for how long. */
export interface FlowLogsArgs {
    readonly accountId: string;
    readonly vpcId: pulumi.Input<string>;
    /** Days that records are kept; they hold addresses of people. */
    readonly retentionInDays: number;
}

/** Records who talked to whom in the network, accepted or not, in an encrypted log group (P-04, P-13). */
export class FlowLogs extends pulumi.ComponentResource {
    /** Log group that holds the records. */
    public readonly logGroupName: pulumi.Output<string>;

    constructor(name: string, args: FlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:network:FlowLogs", name, {}, opts);
        const logGroupName = `/appsonic/network/${name}`;
        const key = new EncryptionKey(
            name,
            {
                description: "Records of network traffic.",
                accountId: args.accountId,
                services: [logs(args.accountId, logGroupName)],
            },
            { parent: this },
        );
        const logGroup = new cloudwatch.LogGroup(
            `${name}-log-group`,
            {
                name: logGroupName,
                kmsKeyId: key.arn,
                retentionInDays: args.retentionInDays,
                tags: { "data-class": "operational-logs" },
            },
            { parent: this, protect: true },
        );
        const role = new iam.Role(
            `${name}-role`,
            {
                description: "Writes the network's flow logs.",
                assumeRolePolicy: JSON.stringify(trustPolicy(args.accountId)),
            },
            { parent: this },
        );
        const policy = new iam.RolePolicy(
            `${name}-role-policy`,
            {
                role: role.name,
                policy: logGroup.arn.apply((arn) => JSON.stringify(writePolicy(arn))),
            },
            { parent: this },
        );
        new ec2.FlowLog(
            `${name}-flow-log`,
            {
                vpcId: args.vpcId,
                trafficType: "ALL",
                logDestinationType: "cloud-watch-logs",
                logDestination: logGroup.arn,
                iamRoleArn: role.arn,
                maxAggregationInterval: 60,
            },
            // Without the right to write, AWS makes the flow log and then reports "Access error" for ever.
            { parent: this, dependsOn: [policy] },
        );
        this.logGroupName = logGroup.name;
        this.registerOutputs({ logGroupName: this.logGroupName });
    }
}

function trustPolicy(accountId: string): object {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEquals: { "aws:SourceAccount": accountId },
                    ArnLike: {
                        "aws:SourceArn": `arn:aws:ec2:${REGION}:${accountId}:vpc-flow-log/*`,
                    },
                },
            },
        ],
    };
}

function writePolicy(logGroupArn: string): object {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resource: `${logGroupArn}:*`,
            },
        ],
    };
}
