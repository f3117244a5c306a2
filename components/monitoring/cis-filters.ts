import type { Severity } from "./watch";

/** What the account's trail is searched for, and what an alarm on it says. */
export interface TrailFilter {
    readonly suffix: string;
    readonly pattern: string;
    readonly severity: Severity;
    readonly description: string;
}

/** Any of these events. */
function events(...names: readonly string[]): string {
    return names.map((name) => `($.eventName=${name})`).join(" || ");
}

const CHANGES =
    "Ask whoever is named in the event; if it was no deployment of ours, undo it and treat it as an incident.";

/**
 * The patterns that the CIS benchmark prescribes, character by character: Security Hub compares them, and another term
 * in one of them is a finding (CloudWatch.1 to .14). Noise is cut with the alarm's threshold instead.
 */
export const CIS_FILTERS: readonly TrailFilter[] = [
    {
        suffix: "root-use",
        pattern:
            '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
        severity: "critical",
        description:
            "The account's root user did something. Call its keeper; if it was not planned, start the incident runbook.",
    },
    {
        suffix: "unauthorized-calls",
        pattern: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
        severity: "warning",
        description:
            "Calls to AWS were refused. Find the role in the trail: a deployment that lacks a permission, or somebody who tries doors.",
    },
    {
        suffix: "sign-in-without-mfa",
        pattern:
            '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
        severity: "critical",
        description:
            "A user signed in to the console without a second factor. Disable the user's password, then give it a factor.",
    },
    {
        suffix: "iam-changes",
        pattern: `{${events(
            "DeleteGroupPolicy",
            "DeleteRolePolicy",
            "DeleteUserPolicy",
            "PutGroupPolicy",
            "PutRolePolicy",
            "PutUserPolicy",
            "CreatePolicy",
            "DeletePolicy",
            "CreatePolicyVersion",
            "DeletePolicyVersion",
            "AttachRolePolicy",
            "DetachRolePolicy",
            "AttachUserPolicy",
            "DetachUserPolicy",
            "AttachGroupPolicy",
            "DetachGroupPolicy",
        )}}`,
        severity: "warning",
        description: `Permissions were changed. ${CHANGES}`,
    },
    {
        suffix: "trail-changes",
        pattern: `{${events("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging")}}`,
        severity: "critical",
        description: `The audit trail was changed or stopped. ${CHANGES}`,
    },
    {
        suffix: "sign-in-failures",
        pattern: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
        severity: "warning",
        description:
            "Signing in to the console failed. See whether it is one person who forgot, or many tries from one address.",
    },
    {
        suffix: "key-removal",
        pattern:
            "{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
        severity: "critical",
        description:
            "An encryption key was disabled or will be deleted, and with it what it encrypts. Cancel that, then ask whoever did it.",
    },
    {
        suffix: "bucket-policy-changes",
        pattern: `{($.eventSource=s3.amazonaws.com) && (${events(
            "PutBucketAcl",
            "PutBucketPolicy",
            "PutBucketCors",
            "PutBucketLifecycle",
            "PutBucketReplication",
            "DeleteBucketPolicy",
            "DeleteBucketCors",
            "DeleteBucketLifecycle",
            "DeleteBucketReplication",
        )})}`,
        severity: "warning",
        description: `Who may read a bucket, or how long it keeps, was changed. ${CHANGES}`,
    },
    {
        suffix: "config-changes",
        pattern: `{($.eventSource=config.amazonaws.com) && (${events(
            "StopConfigurationRecorder",
            "DeleteDeliveryChannel",
            "PutDeliveryChannel",
            "PutConfigurationRecorder",
        )})}`,
        severity: "critical",
        description: `AWS Config was changed or stopped. ${CHANGES}`,
    },
    {
        suffix: "security-group-changes",
        pattern: `{${events(
            "AuthorizeSecurityGroupIngress",
            "AuthorizeSecurityGroupEgress",
            "RevokeSecurityGroupIngress",
            "RevokeSecurityGroupEgress",
            "CreateSecurityGroup",
            "DeleteSecurityGroup",
        )}}`,
        severity: "warning",
        description: `A security group was changed. ${CHANGES}`,
    },
    {
        suffix: "network-acl-changes",
        pattern: `{${events(
            "CreateNetworkAcl",
            "CreateNetworkAclEntry",
            "DeleteNetworkAcl",
            "DeleteNetworkAclEntry",
            "ReplaceNetworkAclEntry",
            "ReplaceNetworkAclAssociation",
        )}}`,
        severity: "warning",
        description: `A network ACL was changed. ${CHANGES}`,
    },
    {
        suffix: "gateway-changes",
        pattern: `{${events(
            "CreateCustomerGateway",
            "DeleteCustomerGateway",
            "AttachInternetGateway",
            "CreateInternetGateway",
            "DeleteInternetGateway",
            "DetachInternetGateway",
        )}}`,
        severity: "warning",
        description: `A network gateway was changed. ${CHANGES}`,
    },
    {
        suffix: "route-changes",
        pattern: `{${events(
            "CreateRoute",
            "CreateRouteTable",
            "ReplaceRoute",
            "ReplaceRouteTableAssociation",
            "DeleteRouteTable",
            "DeleteRoute",
            "DisassociateRouteTable",
        )}}`,
        severity: "warning",
        description: `A route was changed. ${CHANGES}`,
    },
    {
        suffix: "vpc-changes",
        pattern: `{${events(
            "CreateVpc",
            "DeleteVpc",
            "ModifyVpcAttribute",
            "AcceptVpcPeeringConnection",
            "CreateVpcPeeringConnection",
            "DeleteVpcPeeringConnection",
            "RejectVpcPeeringConnection",
            "AttachClassicLinkVpc",
            "DetachClassicLinkVpc",
            "DisableVpcClassicLink",
            "EnableVpcClassicLink",
        )}}`,
        severity: "warning",
        description: `A VPC was changed. ${CHANGES}`,
    },
];
