import * as ebs from "@pulumi/aws/ebs";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "./encryption-key";

/** Whose volumes to encrypt. */
export interface VolumeEncryptionArgs {
    /** Account whose volumes are encrypted from now on. */
    readonly accountId: string;
    /**
     * Whether to set what exists once per account: the default key of new volumes, and Auto Scaling's service-linked
     * role, of which AWS allows one. A stack that does not has a key for the volumes that it names one for; all others
     * fall under the default of the stack that does.
     * @defaultValue true
     */
    readonly ownsAccount?: boolean;
}

/**
 * Encrypts every new volume of the account and region with one platform key. Beanstalk has no option for its root
 * volumes, so this must be in force before the first environment.
 */
export class VolumeEncryption extends pulumi.ComponentResource {
    /** ARN of the key of root volumes; in the stack that owns the account, known only once new volumes really use it. */
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
        this.keyArn = args.ownsAccount === false ? key.arn : this.inForce(name, key.arn);
        this.registerOutputs({ keyArn: this.keyArn });
    }

    private inForce(name: string, keyArn: pulumi.Output<string>): pulumi.Output<string> {
        const child = { parent: this };
        const byDefault = new ebs.EncryptionByDefault(
            `${name}-by-default`,
            { enabled: true },
            child,
        );
        const defaultKey = new ebs.DefaultKmsKey(`${name}-default-key`, { keyArn }, child);
        return pulumi.all([keyArn, byDefault.id, defaultKey.id]).apply(([arn]) => arn);
    }

    private autoScalingRole(name: string, args: VolumeEncryptionArgs): pulumi.Output<string> {
        if (args.ownsAccount === false) {
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
