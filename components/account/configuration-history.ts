import * as cfg from "@pulumi/aws/cfg";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "../encryption/encryption-key";
import { configDelivery } from "../encryption/key-services";
import { deliveryBucket } from "./delivery-bucket";
import { configurationDelivery } from "./trail-documents";

/** Whose resources are recorded, and for how long. */
export interface ConfigurationHistoryArgs {
    readonly accountId: string;
    /** Days that snapshots and history are kept. */
    readonly retentionInDays: number;
    /** Whether to make AWS Config's service-linked role; AWS allows one. @defaultValue true */
    readonly createServiceLinkedRole?: boolean;
}

/** AWS Config: how every resource was configured when; Security Hub's controls read it (P-03). */
export class ConfigurationHistory extends pulumi.ComponentResource {
    /** Bucket that holds snapshots and history. */
    public readonly bucketName: pulumi.Output<string>;
    /** Name of the recorder; known once it records. */
    public readonly recorderName: pulumi.Output<string>;

    constructor(
        name: string,
        args: ConfigurationHistoryArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        super("appsonic:account:ConfigurationHistory", name, {}, opts);
        const { accountId } = args;
        const child = { parent: this };
        const key = new EncryptionKey(
            name,
            {
                description: "Records of how resources are configured.",
                accountId,
                services: [configDelivery(accountId)],
            },
            child,
        );
        // No Object Lock here: AWS Config cannot deliver to a bucket with a default retention.
        const bucket = deliveryBucket(
            `${name}-files`,
            {
                accountId,
                kmsKeyArn: key.arn,
                expireAfterDays: args.retentionInDays,
                delivery: (bucketArn) => configurationDelivery(bucketArn, accountId),
            },
            child,
        );
        const recorder = new cfg.Recorder(
            `${name}-recorder`,
            {
                name,
                roleArn: this.role(name, args),
                recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
                recordingMode: { recordingFrequency: "CONTINUOUS" },
            },
            child,
        );
        const channel = new cfg.DeliveryChannel(
            `${name}-channel`,
            {
                name,
                s3BucketName: bucket.name,
                s3KmsKeyArn: key.arn,
                snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
            },
            // A channel without a recorder, and a recorder that starts without a channel, are both refused.
            { parent: this, dependsOn: [recorder] },
        );
        const status = new cfg.RecorderStatus(
            `${name}-status`,
            { name: recorder.name, isEnabled: true },
            { parent: this, dependsOn: [channel] },
        );
        this.bucketName = bucket.name;
        this.recorderName = pulumi.all([recorder.name, status.id]).apply(([own]) => own);
        this.registerOutputs({ bucketName: this.bucketName, recorderName: this.recorderName });
    }

    private role(name: string, args: ConfigurationHistoryArgs): pulumi.Output<string> {
        if (args.createServiceLinkedRole === false) {
            return pulumi.output(
                `arn:aws:iam::${args.accountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
            );
        }
        return new iam.ServiceLinkedRole(
            `${name}-role`,
            { awsServiceName: "config.amazonaws.com" },
            { parent: this, retainOnDelete: true },
        ).arn;
    }
}
