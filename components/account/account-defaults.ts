import * as account from "@pulumi/aws/account";
import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

/** Whom AWS calls when it sees abuse or a leaked key. */
export interface SecurityContactArgs {
    readonly name: string;
    /** Role of that person. @defaultValue "Security" */
    readonly title?: string;
    readonly email: string;
    readonly phone: string;
}

/** What the defaults cannot know by themselves. */
export interface AccountDefaultsArgs {
    /** @defaultValue AWS writes to the root user's address only */
    readonly securityContact?: SecurityContactArgs;
}

/**
 * Settings of the whole account that keep a slip from becoming an exposure (P-01, P-08). The default VPC stays: Pulumi's
 * resource for it makes one where there is none, so its absence cannot be declared; nothing of ours runs in it.
 * Encryption of new volumes is `VolumeEncryption`'s.
 */
export class AccountDefaults extends pulumi.ComponentResource {
    constructor(name: string, args: AccountDefaultsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:account:AccountDefaults", name, {}, opts);
        this.nothingPublic(name);
        this.instances(name);
        this.people(name, args);
        this.registerOutputs({});
    }

    private nothingPublic(name: string): void {
        new s3.AccountPublicAccessBlock(
            `${name}-buckets`,
            {
                blockPublicAcls: true,
                blockPublicPolicy: true,
                ignorePublicAcls: true,
                restrictPublicBuckets: true,
            },
            { parent: this, protect: true },
        );
        new ebs.SnapshotBlockPublicAccess(
            `${name}-snapshots`,
            { state: "block-all-sharing" },
            { parent: this },
        );
        new ec2.ImageBlockPublicAccess(
            `${name}-images`,
            { state: "block-new-sharing" },
            { parent: this },
        );
    }

    private instances(name: string): void {
        // The console bypasses security groups and sshd's keys.
        new ec2.SerialConsoleAccess(`${name}-serial-console`, { enabled: false }, { parent: this });
        new ec2.InstanceMetadataDefaults(
            `${name}-metadata`,
            {
                httpEndpoint: "enabled",
                httpTokens: "required",
                httpPutResponseHopLimit: 1,
                instanceMetadataTags: "disabled",
            },
            { parent: this },
        );
    }

    private people(name: string, { securityContact }: AccountDefaultsArgs): void {
        new iam.AccountPasswordPolicy(
            `${name}-passwords`,
            {
                minimumPasswordLength: 14,
                requireLowercaseCharacters: true,
                requireUppercaseCharacters: true,
                requireNumbers: true,
                requireSymbols: true,
                passwordReusePrevention: 24,
                maxPasswordAge: 90,
                allowUsersToChangePassword: true,
                // Otherwise whoever comes back from leave needs an administrator to get in.
                hardExpiry: false,
            },
            { parent: this },
        );
        if (!securityContact) return;
        new account.AlternativeContact(
            `${name}-security-contact`,
            {
                alternateContactType: "SECURITY",
                name: securityContact.name,
                title: securityContact.title ?? "Security",
                emailAddress: securityContact.email,
                phoneNumber: securityContact.phone,
            },
            { parent: this },
        );
    }
}
