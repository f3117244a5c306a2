import { policyDocument } from "../policy-documents/policy-document";
import type { PolicyDocument, PolicyStatement } from "../policy-documents/policy-document";

/** Nobody deletes a recovery point or shortens its life; AWS Backup itself deletes it when its time is over. */
export function vaultPolicy(): PolicyDocument {
    return policyDocument([
        {
            Sid: "DenyShorterLives",
            Effect: "Deny",
            Principal: "*",
            Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
            Resource: "*",
        },
    ]);
}

/**
 * AWS Backup assumes its roles. Without `aws:SourceAccount`: that AWS Backup sends it is not documented, and a condition
 * that is never met stops every backup; roles can be handed to a service from their own account only.
 */
export function backupTrust(): PolicyDocument {
    return policyDocument([
        {
            Sid: "Backup",
            Effect: "Allow",
            Principal: { Service: "backup.amazonaws.com" },
            Action: "sts:AssumeRole",
        },
    ]);
}

/** ARN of the role by which AWS Backup delivers reports. */
export function reportRoleArn(accountId: string): string {
    return `arn:aws:iam::${accountId}:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports`;
}

/** What lets AWS Backup write reports. Source: AWS Backup guide, "Create a report plan". */
export function reportDelivery(bucketArn: string, roleArn: string): PolicyStatement[] {
    return [
        {
            Sid: "Reports",
            Effect: "Allow",
            Principal: { AWS: roleArn },
            Action: "s3:PutObject",
            Resource: `${bucketArn}/*`,
            Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
        },
    ];
}

/** Resources in the region that AWS Backup can take to any second. Tables are missing: their own recovery carries them. */
export function continuousResources(accountId: string, region: string): string[] {
    return [`arn:aws:rds:${region}:${accountId}:db:*`, "arn:aws:s3:::*"];
}

/** Name of a plan or rule that AWS Backup's restore testing takes: letters, digits and underscores, 50 at most. */
export function restoreTestName(name: string): string {
    return name.replaceAll(/[^A-Za-z0-9_]/g, "_").slice(0, 50);
}

/** One condition of a selection, as plans and restore tests both take it. */
export interface TagCondition {
    readonly key: string;
    readonly value: string;
}

/** Conditions that resources with all of these tags meet. */
export function tagConditions(tags: Readonly<Record<string, string>>): TagCondition[] {
    return Object.entries(tags).map(([tag, value]) => ({ key: `aws:ResourceTag/${tag}`, value }));
}
