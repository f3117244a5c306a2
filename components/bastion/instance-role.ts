import type { PolicyDocument } from "@pulumi/aws/iam";
import { AGENT_NAMESPACE } from "./log-shipping";

/** What the bastion's role may touch. */
export interface InstanceRoleScope {
    readonly accountId: string;
    readonly region: string;
    readonly allocationId: string;
    /** Value of the tag `appsonic:bastion` on the instance and its network interface. */
    readonly bastion: string;
    /** ARNs of the log groups, without `:*`. */
    readonly logGroupArns: readonly string[];
}

/** Marks what belongs to a bastion; its role may give the address only to an instance that carries it. */
export const BASTION_TAG = "appsonic:bastion";

/** Only EC2 may hand out the role. */
export function instanceTrustPolicy(): PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "Instances",
                Effect: "Allow",
                Principal: { Service: "ec2.amazonaws.com" },
                Action: "sts:AssumeRole",
            },
        ],
    };
}

/**
 * Least privilege of the bastion: take its own address, write its own logs and metrics, answer Session Manager
 * (break-glass). Written out instead of AmazonSSMManagedInstanceCore, which reads every parameter of the account.
 */
export function instancePolicy(scope: InstanceRoleScope): PolicyDocument {
    const arn = (resource: string): string =>
        `arn:aws:ec2:${scope.region}:${scope.accountId}:${resource}`;
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "TakeThisAddress",
                Effect: "Allow",
                Action: "ec2:AssociateAddress",
                Resource: arn(`elastic-ip/${scope.allocationId}`),
            },
            {
                Sid: "ForBastionsOnly",
                Effect: "Allow",
                Action: "ec2:AssociateAddress",
                Resource: [arn("instance/*"), arn("network-interface/*")],
                Condition: { StringEquals: { [`aws:ResourceTag/${BASTION_TAG}`]: scope.bastion } },
            },
            {
                Sid: "WriteOwnLogs",
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resource: scope.logGroupArns.map((group) => `${group}:*`),
            },
            {
                Sid: "WriteOwnMetrics",
                Effect: "Allow",
                Action: "cloudwatch:PutMetricData",
                Resource: "*",
                Condition: { StringEquals: { "cloudwatch:namespace": AGENT_NAMESPACE } },
            },
            // The agent learns the name of the Auto Scaling group from its tags.
            { Sid: "ReadTags", Effect: "Allow", Action: "ec2:DescribeTags", Resource: "*" },
            {
                Sid: "SessionManager",
                Effect: "Allow",
                Action: [
                    "ssm:UpdateInstanceInformation",
                    "ssmmessages:CreateControlChannel",
                    "ssmmessages:CreateDataChannel",
                    "ssmmessages:OpenControlChannel",
                    "ssmmessages:OpenDataChannel",
                ],
                Resource: "*",
            },
        ],
    };
}
