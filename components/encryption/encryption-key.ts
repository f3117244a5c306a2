import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";

import { keyPolicy } from "./key-policy";
import type { KeyService } from "./key-services";

const REGION = "eu-west-1";

/** What a key is for, and who may use it. */
export interface EncryptionKeyArgs {
    /** What the key protects, for whoever finds it in the console. */
    readonly description: string;
    /** Account that owns and administers the key. */
    readonly accountId: string;
    /** AWS services that use the key on their own behalf. @defaultValue none */
    readonly services?: readonly KeyService[];
    /** ARNs of roles that encrypt and decrypt with it. @defaultValue none */
    readonly users?: readonly pulumi.Input<string>[];
    /** ARNs of service-linked roles that may pass use on to AWS resources, such as Auto Scaling's. @defaultValue none */
    readonly grantees?: readonly pulumi.Input<string>[];
    /** Tags beyond the provider's. @defaultValue none */
    readonly tags?: Readonly<Record<string, string>>;
}

/** A customer-managed key that rotates, says who uses it, and cannot be deleted by accident (P-01, P-12). */
export class EncryptionKey extends pulumi.ComponentResource {
    /** ARN of the key; `kmsKeyId` arguments take it, too, and ARNs cause no permanent differences. */
    public readonly arn: pulumi.Output<string>;
    /** Id of the key, without account and region. */
    public readonly keyId: pulumi.Output<string>;

    constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:encryption:EncryptionKey", name, {}, opts);
        const key = new kms.Key(
            `${name}-key`,
            {
                description: args.description,
                enableKeyRotation: true,
                // The longest that KMS offers: time to notice that backups would die with their key.
                deletionWindowInDays: 30,
                keyUsage: "ENCRYPT_DECRYPT",
                multiRegion: false,
                policy: pulumi
                    .all([
                        pulumi.all([...(args.users ?? [])]),
                        pulumi.all([...(args.grantees ?? [])]),
                    ])
                    .apply(([users, grantees]) =>
                        JSON.stringify(
                            keyPolicy(
                                {
                                    accountId: args.accountId,
                                    services: args.services ?? [],
                                    users,
                                    grantees,
                                },
                                REGION,
                            ),
                        ),
                    ),
                tags: args.tags ?? {},
            },
            { parent: this, protect: true },
        );
        new kms.Alias(
            `${name}-alias`,
            { name: `alias/${name}`, targetKeyId: key.keyId },
            { parent: this },
        );
        this.arn = key.arn;
        this.keyId = key.keyId;
        this.registerOutputs({ arn: this.arn, keyId: this.keyId });
    }
}
