import * as pulumi from "@pulumi/pulumi";

import { AccountDefaults, type SecurityContactArgs } from "./account-defaults";
import { AuditTrail } from "./audit-trail";
import { ConfigurationHistory } from "./configuration-history";
import { deliveryBucketName } from "./delivery-bucket";
import { ThreatDetection } from "./threat-detection";

/** Which account, and how long its records are kept. */
export interface AccountBaselineArgs {
    readonly accountId: string;
    /** Days that audit records are kept; Security Hub wants a year, and CloudWatch Logs must know the number. */
    readonly retentionInDays: number;
    /** Whom AWS calls. @defaultValue the root user's address */
    readonly securityContact?: SecurityContactArgs;
    /** Whether to make AWS Config's service-linked role; AWS allows one. @defaultValue true */
    readonly createServiceLinkedRole?: boolean;
}

/** What an account needs once, whatever runs in it; one stack owns it (P-01, P-03, P-08). */
export class AccountBaseline extends pulumi.ComponentResource {
    /** Log group of the trail, for the alarms on it. */
    public readonly trailLogGroupName: pulumi.Output<string>;
    /** Bucket of the trail's files. */
    public readonly trailBucketName: pulumi.Output<string>;
    /** Bucket of AWS Config's snapshots and history. */
    public readonly configurationBucketName: pulumi.Output<string>;
    /** Id of GuardDuty's detector. */
    public readonly detectorId: pulumi.Output<string>;

    constructor(name: string, args: AccountBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:account:AccountBaseline", name, {}, opts);
        const { accountId, retentionInDays, securityContact, createServiceLinkedRole } = args;
        const child = { parent: this };
        const historyName = `${name}-config`;
        const quietBucket = deliveryBucketName(`${historyName}-files`, accountId);
        const trail = new AuditTrail(
            `${name}-trail`,
            { accountId, retentionInDays, quietBuckets: [`arn:aws:s3:::${quietBucket}`] },
            child,
        );
        const history = new ConfigurationHistory(
            historyName,
            {
                accountId,
                retentionInDays,
                ...(createServiceLinkedRole === undefined ? {} : { createServiceLinkedRole }),
            },
            child,
        );
        const detection = new ThreatDetection(
            `${name}-threats`,
            { recorderName: history.recorderName },
            child,
        );
        new AccountDefaults(
            `${name}-defaults`,
            securityContact === undefined ? {} : { securityContact },
            child,
        );
        this.trailLogGroupName = trail.logGroupName;
        this.trailBucketName = trail.bucketName;
        this.configurationBucketName = history.bucketName;
        this.detectorId = detection.detectorId;
        this.registerOutputs({
            trailLogGroupName: this.trailLogGroupName,
            trailBucketName: this.trailBucketName,
            configurationBucketName: this.configurationBucketName,
            detectorId: this.detectorId,
        });
    }
}
