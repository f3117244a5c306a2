import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { backupTrust } from "./backup-documents";

const MANAGED = "arn:aws:iam::aws:policy";

/** What a role of AWS Backup is for. */
export type BackupRolePurpose = "backup" | "restore";

const POLICIES: Readonly<Record<BackupRolePurpose, Readonly<Record<string, string>>>> = {
    backup: {
        stores: `${MANAGED}/service-role/AWSBackupServiceRolePolicyForBackup`,
        buckets: `${MANAGED}/AWSBackupServiceRolePolicyForS3Backup`,
    },
    restore: {
        stores: `${MANAGED}/service-role/AWSBackupServiceRolePolicyForRestores`,
        buckets: `${MANAGED}/AWSBackupServiceRolePolicyForS3Restore`,
    },
};

/** A role of AWS Backup, as its two readers need it. */
export interface BackupRole {
    /** Known as soon as the role is: for the key, which the policies need not wait for. */
    readonly arn: pulumi.Output<string>;
    /** Known once the role may do its work: a job that starts earlier fails. */
    readonly readyArn: pulumi.Output<string>;
}

/** Makes a role that AWS Backup assumes. */
export function backupRole(
    name: string,
    purpose: BackupRolePurpose,
    opts: pulumi.CustomResourceOptions,
): BackupRole {
    const role = new iam.Role(
        `${name}-${purpose}-role`,
        {
            description: `AWS Backup's role to ${purpose} what services keep.`,
            assumeRolePolicy: JSON.stringify(backupTrust()),
        },
        opts,
    );
    const attachments = Object.entries(POLICIES[purpose]).map(
        ([suffix, policyArn]) =>
            new iam.RolePolicyAttachment(
                `${name}-${purpose}-role-${suffix}`,
                { role: role.name, policyArn },
                opts,
            ),
    );
    return {
        arn: role.arn,
        readyArn: pulumi
            .all([role.arn, pulumi.all(attachments.map(({ id }) => id))])
            .apply(([arn]) => arn),
    };
}
