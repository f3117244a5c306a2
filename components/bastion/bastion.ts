import { Group } from "@pulumi/aws/autoscaling";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Eip, type LaunchTemplate } from "@pulumi/aws/ec2";
import { InstanceProfile, Role, RolePolicy } from "@pulumi/aws/iam";
import { Record as DnsRecord } from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "../encryption/encryption-key";
import { logs } from "../encryption/key-services";
import type { SupportEngineer } from "./authorized-keys";
import { bastionSecurityGroup, type SshTarget, type TrustedNetwork } from "./firewall";
import { instancePolicy, instanceTrustPolicy } from "./instance-role";
import {
    BASTION_LOGS,
    type BastionLog,
    bastionLogGroupName,
    bastionLogGroupPrefix,
} from "./log-shipping";
import { bastionLaunchTemplate } from "./launch-template";

const REGION = "eu-west-1";
const ONE_WEEK_IN_SECONDS = 7 * 24 * 60 * 60;

/** Where the bastion stands. */
export interface BastionNetwork {
    readonly vpcId: pulumi.Input<string>;
    /** Public subnets, one of which the instance is in. */
    readonly publicSubnetIds: readonly pulumi.Input<string>[];
    /** Group of the interface endpoints (EC2, CloudWatch, logs, Session Manager); it must admit these subnets. */
    readonly endpointSecurityGroupId: pulumi.Input<string>;
    /** Prefix list of S3, where Amazon Linux has its packages. */
    readonly s3PrefixListId: pulumi.Input<string>;
}

/** The one way in for people: who, from where, and on what. */
export interface BastionArgs {
    readonly accountId: string;
    readonly network: BastionNetwork;
    /** Pinned Amazon Linux 2023 image that fits `instanceType`. */
    readonly imageId: string;
    readonly instanceType: string;
    /** Key of the root volume; it admits Auto Scaling's service-linked role. */
    readonly volumeKeyArn: pulumi.Input<string>;
    readonly trustedNetworks: readonly TrustedNetwork[];
    /** Engineers whose key has not expired; with none, nobody gets in but by Session Manager. */
    readonly engineers: readonly SupportEngineer[];
    /** Days for which sign-ins, sessions and commands are kept; a value that CloudWatch Logs knows. */
    readonly logRetentionDays: number;
    /** What the bastion may open SSH to. @defaultValue nothing: service instances accept no SSH at all */
    readonly sshTargets?: readonly SshTarget[];
    /** Host name of the fixed address. @defaultValue none */
    readonly hostName?: string;
    /** Hosted zone that holds `hostName`. */
    readonly hostedZoneId: pulumi.Input<string>;
    /** Boundary of the instance's role. @defaultValue none */
    readonly permissionsBoundaryArn?: pulumi.Input<string>;
}

/**
 * The only way in for people: key-based SSH from trusted networks (P-10).
 *
 * One instance that Auto Scaling replaces when it fails, when its configuration changes, and every week. A session is a
 * recorded shell; nothing is forwarded. Session Manager is the way in when SSH is broken. Its first boot needs the
 * network's endpoints and routes, not only their ids: give it `dependsOn` the network.
 */
export class Bastion extends pulumi.ComponentResource {
    /** Address that support engineers connect to. */
    public readonly publicIp: pulumi.Output<string>;
    /** Group of the instance: the only source of SSH that others may admit. */
    public readonly securityGroupId: pulumi.Output<string>;
    /** Dimension of the instance's metrics. */
    public readonly autoscalingGroupName: pulumi.Output<string>;
    /** Where sign-ins, recorded sessions and commands arrive. */
    public readonly logGroupNames: Readonly<Record<BastionLog, pulumi.Output<string>>>;
    /** Role of the instance. */
    public readonly roleArn: pulumi.Output<string>;

    constructor(name: string, args: BastionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:bastion:Bastion", name, {}, opts);
        const parent = { parent: this };
        const address = new Eip(
            `${name}-address`,
            { domain: "vpc", tags: { Name: name } },
            { ...parent, protect: true },
        );
        const logGroups = this.#logGroups(name, args);
        const securityGroupId = bastionSecurityGroup(name, { ...args, ...args.network }, this);
        const { role, profile } = this.#role(name, args, address, logGroups);
        const template = bastionLaunchTemplate(
            name,
            args,
            { address, securityGroupId, profile },
            this,
        );
        const group = this.#group(name, args, template);
        if (args.hostName !== undefined) {
            new DnsRecord(
                `${name}-record`,
                {
                    zoneId: args.hostedZoneId,
                    name: args.hostName,
                    type: "A",
                    ttl: 300,
                    records: [address.publicIp],
                },
                parent,
            );
        }

        this.publicIp = address.publicIp;
        this.securityGroupId = securityGroupId;
        this.autoscalingGroupName = group.name;
        this.logGroupNames = {
            secure: logGroups.secure.name,
            sessions: logGroups.sessions.name,
            audit: logGroups.audit.name,
        };
        this.roleArn = role.arn;
        this.registerOutputs({
            publicIp: this.publicIp,
            securityGroupId: this.securityGroupId,
            autoscalingGroupName: this.autoscalingGroupName,
            logGroupNames: this.logGroupNames,
            roleArn: this.roleArn,
        });
    }

    #logGroups(name: string, args: BastionArgs): Readonly<Record<BastionLog, LogGroup>> {
        const key = new EncryptionKey(
            `${name}-logs`,
            {
                description: `Sign-ins, sessions and commands on ${name}`,
                accountId: args.accountId,
                services: [logs(args.accountId, bastionLogGroupPrefix(name))],
            },
            { parent: this },
        );
        const group = (log: BastionLog): LogGroup =>
            new LogGroup(
                `${name}-${log}`,
                {
                    name: bastionLogGroupName(name, log),
                    kmsKeyId: key.arn,
                    retentionInDays: args.logRetentionDays,
                    logGroupClass: "STANDARD",
                },
                { parent: this, protect: true },
            );
        return { secure: group("secure"), sessions: group("sessions"), audit: group("audit") };
    }

    #role(
        name: string,
        args: BastionArgs,
        address: Eip,
        groups: Readonly<Record<BastionLog, LogGroup>>,
    ) {
        const role = new Role(
            `${name}-role`,
            {
                description: `What the instance of ${name} may do: take its address, ship its logs`,
                assumeRolePolicy: JSON.stringify(instanceTrustPolicy()),
                ...(args.permissionsBoundaryArn
                    ? { permissionsBoundary: args.permissionsBoundaryArn }
                    : {}),
            },
            { parent: this },
        );
        const policy = new RolePolicy(
            `${name}-role-policy`,
            {
                role: role.name,
                policy: pulumi
                    .all([
                        address.allocationId,
                        pulumi.all(BASTION_LOGS.map((log) => groups[log].arn)),
                    ])
                    .apply(([allocationId, logGroupArns]) =>
                        JSON.stringify(
                            instancePolicy({
                                accountId: args.accountId,
                                region: REGION,
                                allocationId,
                                bastion: name,
                                logGroupArns,
                            }),
                        ),
                    ),
            },
            { parent: this },
        );
        // The first boot needs the permissions: the profile waits for them.
        const profile = new InstanceProfile(
            `${name}-profile`,
            { role: role.name },
            { parent: this, dependsOn: [policy] },
        );
        return { role, profile };
    }

    #group(name: string, args: BastionArgs, template: LaunchTemplate): Group {
        return new Group(
            `${name}-group`,
            {
                minSize: 1,
                maxSize: 1,
                desiredCapacity: 1,
                vpcZoneIdentifiers: [...args.network.publicSubnetIds],
                launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
                healthCheckType: "EC2",
                healthCheckGracePeriod: 300,
                maxInstanceLifetime: ONE_WEEK_IN_SECONDS,
                // A new version of the template (an engineer, a key, an image) replaces the instance. There is one
                // address, so the old instance goes before the new one comes.
                instanceRefresh: {
                    strategy: "Rolling",
                    preferences: { minHealthyPercentage: 0, autoRollback: false },
                },
                metricsGranularity: "1Minute",
                enabledMetrics: ["GroupDesiredCapacity", "GroupInServiceInstances"],
                tags: [{ key: "Name", value: name, propagateAtLaunch: true }],
            },
            { parent: this },
        );
    }
}
