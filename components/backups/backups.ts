import * as backup from "@pulumi/aws/backup";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "../encryption/encryption-key";
import {
    continuousResources,
    type TagCondition,
    tagConditions,
    vaultPolicy,
} from "./backup-documents";
import { BackupReports } from "./backup-reports";
import { backupRole } from "./backup-role";
import { RestoreTests, type RestoreTestPlace } from "./restore-tests";
import {
    continuousRules,
    type LockMode,
    type Retention,
    retentionProblems,
    scheduledRules,
    vaultLock,
    type BackupRule,
} from "./rules";
import { OPT_IN } from "./opt-in";

const REGION = "eu-west-1";
/** As RDS counts its windows: an hour that moves with the summer would meet the databases' maintenance, which RDS refuses. */
const TIME_ZONE = "Etc/UTC";
const REPORTS_KEPT_DAYS = 400;

/** What is backed up, for how long, and who can undo it. */
export interface BackupsArgs extends Retention {
    readonly accountId: string;
    /** Names of the services that keep data: values of their stores' tag `backup`. */
    readonly services: readonly string[];
    /** What tells this stack's stores from another's of the account: tags that they all carry. @defaultValue none */
    readonly storeTags?: Readonly<Record<string, string>>;
    /** Governance: who may do so can lift the lock. Compliance: nobody can, once `graceDays` are over. */
    readonly lock: LockMode;
    /** Days in which a compliance lock can still be lifted, 3 or more. @defaultValue none, as governance wants it */
    readonly graceDays?: number;
    /** Where restore tests put databases. @defaultValue databases are not restored in tests */
    readonly restoreTest?: RestoreTestPlace;
    /** This stack owns what an account has once: opt-ins of the region and the role for reports. @defaultValue true */
    readonly ownsAccount?: boolean;
}

/** Backs up what services keep, into a vault where nobody deletes, and restores it every week to see (P-14). */
export class Backups extends pulumi.ComponentResource {
    /** Name of the vault; known once it is locked. */
    public readonly vaultName: pulumi.Output<string>;
    /** ARN of the vault. */
    public readonly vaultArn: pulumi.Output<string>;
    /** Bucket that holds the daily reports. */
    public readonly reportBucketName: pulumi.Output<string>;

    /** @throws {Error} naming every retention or lock that AWS Backup would refuse */
    constructor(name: string, args: BackupsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:backups:Backups", name, {}, opts);
        const problems = retentionProblems(args, args.lock, args.graceDays);
        if (problems.length > 0) throw new Error(problems.join("\n"));
        const { accountId, services } = args;
        const child = { parent: this };
        const ownsAccount = args.ownsAccount ?? true;
        if (ownsAccount) {
            new backup.RegionSettings(`${name}-opt-in`, OPT_IN, child);
        }
        const backing = backupRole(name, "backup", child);
        const restoring = backupRole(name, "restore", child);
        const key = new EncryptionKey(
            name,
            {
                description: "Recovery points of everything that services keep.",
                accountId,
                users: [backing.arn, restoring.arn],
            },
            child,
        );
        const vault = this.lockedVault(name, args, key.arn);
        this.vaultName = vault.name;
        this.vaultArn = vault.arn;

        const tagged = (service: string): TagCondition[] =>
            tagConditions({ backup: service, ...args.storeTags });
        const plan = (suffix: string, rules: readonly BackupRule[], resources: string[]): void => {
            this.plan(`${name}-${suffix}`, {
                rules,
                resources,
                services,
                tagged,
                roleArn: backing.readyArn,
            });
        };
        plan("continuous", continuousRules(args), continuousResources(accountId, REGION));
        plan("scheduled", scheduledRules(args), ["*"]);

        new RestoreTests(
            `${name}-restore`,
            {
                vaultArn: vault.arn,
                roleArn: restoring.readyArn,
                services,
                tagged,
                ...(args.restoreTest === undefined ? {} : { database: args.restoreTest }),
            },
            child,
        );
        const reports = new BackupReports(
            `${name}-reports`,
            {
                accountId,
                expireAfterDays: REPORTS_KEPT_DAYS,
                createServiceLinkedRole: ownsAccount,
            },
            child,
        );
        this.reportBucketName = reports.bucketName;
        this.registerOutputs({
            vaultName: this.vaultName,
            vaultArn: this.vaultArn,
            reportBucketName: this.reportBucketName,
        });
    }

    private lockedVault(
        name: string,
        args: BackupsArgs,
        kmsKeyArn: pulumi.Output<string>,
    ): { readonly name: pulumi.Output<string>; readonly arn: pulumi.Output<string> } {
        const kept = { parent: this, protect: true };
        const vault = new backup.Vault(
            `${name}-vault`,
            { name: `${name}-vault`, kmsKeyArn, forceDestroy: false },
            kept,
        );
        const policy = new backup.VaultPolicy(
            `${name}-vault-policy`,
            { backupVaultName: vault.name, policy: JSON.stringify(vaultPolicy()) },
            kept,
        );
        const lock = new backup.VaultLockConfiguration(
            `${name}-vault-lock`,
            { backupVaultName: vault.name, ...vaultLock(args, args.lock, args.graceDays) },
            kept,
        );
        const settled = pulumi.all([vault.name, vault.arn, policy.id, lock.id]);
        return {
            name: settled.apply(([vaultName]) => vaultName),
            arn: settled.apply(([, arn]) => arn),
        };
    }

    private plan(
        name: string,
        parts: {
            readonly rules: readonly BackupRule[];
            readonly resources: string[];
            readonly services: readonly string[];
            readonly tagged: (service: string) => TagCondition[];
            readonly roleArn: pulumi.Output<string>;
        },
    ): void {
        const plan = new backup.Plan(
            `${name}-plan`,
            {
                name,
                // No copy actions: data stays in its region (P-07).
                rules: parts.rules.map((rule) => ({
                    ...rule,
                    targetVaultName: this.vaultName,
                    scheduleExpressionTimezone: TIME_ZONE,
                })),
            },
            { parent: this, protect: true },
        );
        for (const service of parts.services) {
            new backup.Selection(
                `${name}-${service}`,
                {
                    name: `${name}-${service}`.slice(0, 50),
                    planId: plan.id,
                    iamRoleArn: parts.roleArn,
                    resources: parts.resources,
                    // Conditions narrow the resources; selection tags beside resources would widen them.
                    conditions: [{ stringEquals: parts.tagged(service) }],
                },
                { parent: this },
            );
        }
    }
}
