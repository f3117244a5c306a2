import * as ebs from "@pulumi/aws/ebs";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "./encryption-key";

/** Whose volumes to encrypt. */
export interface VolumeEncryptionArgs {
    /** Account whose volumes are encrypted from now on. */
    readonly accountId: string;
    /**
     * Whether to make Auto Scaling's service-linked role; false where the account has it already, since AWS allows one.
     * @defaultValue true
     */
    readonly createServiceLinkedRole?: boolean;
}

/**
 * Encrypts every new volume of the account and region with one platform key. Beanstalk has no option for its root
 * volumes, so this must exist before the first environment.
 */
export class VolumeEncryption extends pulumi.ComponentResource {
    /** ARN of the key of all root volumes; known only once new volumes really use it. */
    public readonly keyArn: pulumi.Output<string>;

    constructor(name: string, args: VolumeEncryptionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:encryption:VolumeEncryption", name, {}, opts);
        const key = new EncryptionKey(
            name,
            {
                description: "Root volumes of all instances.",
                accountId: args.accountId,
                // Without the right to pass the key on to its volumes, Auto Scaling starts no instance at all.
                grantees: [this.autoScalingRole(name, args)],
            },
            { parent: this },
        );
        const byDefault = new ebs.EncryptionByDefault(
            `${name}-by-default`,
            { enabled: true },
            { parent: this },
        );
        const defaultKey = new ebs.DefaultKmsKey(
            `${name}-default-key`,
            { keyArn: key.arn },
            { parent: this },
        );
        this.keyArn = pulumi
            .all([key.arn, byDefault.id, defaultKey.id])
            .apply(([keyArn]) => keyArn);
        this.registerOutputs({ keyArn: this.keyArn });
    }

    private autoScalingRole(name: string, args: VolumeEncryptionArgs): pulumi.Output<string> {
        if (args.createServiceLinkedRole === false) {
            return pulumi.output(
                `arn:aws:iam::${args.accountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
            );
        }
        const role = new iam.ServiceLinkedRole(
            `${name}-auto-scaling`,
            { awsServiceName: "autoscaling.amazonaws.com" },
            // AWS refuses to delete it while any group exists, this stack's or another's.
            { parent: this, retainOnDelete: true },
        );
        return role.arn;
    }
}
