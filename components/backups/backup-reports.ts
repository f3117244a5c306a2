import * as backup from "@pulumi/aws/backup";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "../encryption/encryption-key";
import { PrivateBucket } from "../storage/private-bucket";
import { reportDelivery, reportRoleArn } from "./backup-documents";

/** Whose jobs are reported, and for how long. */
export interface BackupReportsArgs {
    readonly accountId: string;
    /** Days that reports are kept. */
    readonly expireAfterDays: number;
    /** Whether to make AWS Backup's service-linked role for reports; AWS allows one. @defaultValue true */
    readonly createServiceLinkedRole?: boolean;
}

const TEMPLATES = ["BACKUP_JOB_REPORT", "RESTORE_JOB_REPORT"] as const;

/** A daily list of what was backed up and restored: evidence for auditors (P-14). */
export class BackupReports extends pulumi.ComponentResource {
    /** Bucket that holds the reports. */
    public readonly bucketName: pulumi.Output<string>;

    constructor(name: string, args: BackupReportsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:backups:BackupReports", name, {}, opts);
        const { accountId } = args;
        const child = { parent: this };
        const role = this.role(name, args);
        const key = new EncryptionKey(
            name,
            { description: "Reports on backups.", accountId, users: [role] },
            child,
        );
        const bucketName = `appsonic-audit-${name}-${accountId}`;
        const bucket = new PrivateBucket(
            name,
            {
                accountId,
                bucketName,
                kmsKeyArn: key.arn,
                expireAfterDays: args.expireAfterDays,
                statements: role.apply((arn) => reportDelivery(`arn:aws:s3:::${bucketName}`, arn)),
            },
            child,
        );
        for (const reportTemplate of TEMPLATES) {
            const suffix = reportTemplate.toLowerCase();
            new backup.ReportPlan(
                `${name}-${suffix.replaceAll("_", "-")}`,
                {
                    // AWS takes letters, digits and underscores.
                    name: `${name}_${suffix}`.replaceAll(/[^A-Za-z0-9_]/g, "_"),
                    reportDeliveryChannel: {
                        s3BucketName: bucket.name,
                        formats: ["CSV", "JSON"],
                    },
                    reportSetting: { reportTemplate },
                },
                child,
            );
        }
        this.bucketName = bucket.name;
        this.registerOutputs({ bucketName: this.bucketName });
    }

    private role(name: string, args: BackupReportsArgs): pulumi.Output<string> {
        if (args.createServiceLinkedRole === false) {
            return pulumi.output(reportRoleArn(args.accountId));
        }
        return new iam.ServiceLinkedRole(
            `${name}-role`,
            { awsServiceName: "reports.backup.amazonaws.com" },
            { parent: this, retainOnDelete: true },
        ).arn;
    }
}
