import type * as pulumi from "@pulumi/pulumi";
import type { DataStoreSpec } from "../data-stores/data-store";
import type { BeanstalkPlatformOutputs } from "./beanstalk-platform";
import type { Callee } from "./service-firewall";
import type { Platform } from "./solution-stacks";
import type { DataDeclaration } from "./tags";

/** Where a service lives. */
export interface ServiceNetwork {
    readonly vpcId: pulumi.Input<string>;
    /** Subnets of the service's tier. */
    readonly subnetIds: readonly pulumi.Input<string>[];
    readonly dataSubnetIds: readonly pulumi.Input<string>[];
    readonly endpointSecurityGroupId: pulumi.Input<string>;
    readonly s3PrefixListId: pulumi.Input<string>;
    readonly dynamodbPrefixListId: pulumi.Input<string>;
}

/** The load balancer that a service is behind. */
export interface ServiceLoadBalancer {
    readonly arn: pulumi.Input<string>;
    readonly securityGroupId: pulumi.Input<string>;
    readonly dnsName: pulumi.Input<string>;
    /** Hosted zone of `dnsName`. */
    readonly zoneId: pulumi.Input<string>;
}

/** Everything that makes a service. */
export interface ServiceArgs extends DataDeclaration {
    readonly accountId: string;
    /** Name of its Beanstalk application and environment, 4 to 40 characters. */
    readonly environmentName: string;
    readonly tier: "public" | "internal";
    readonly hostName: string;
    readonly hostedZoneId: pulumi.Input<string>;
    readonly platform: Platform;
    readonly instanceTypes: readonly string[];
    readonly architecture: "arm64" | "x86_64";
    readonly instances: { readonly min: number; readonly max: number };
    /** Path that answers 200 when the service is well. @defaultValue / */
    readonly healthCheckPath?: string;
    /** Environment variables; what is secret belongs to `secrets`. @defaultValue none */
    readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
    /** Environment variable → ARN of a Secrets Manager secret or Parameter Store parameter. @defaultValue none */
    readonly secrets?: Readonly<Record<string, string>>;
    /** What it keeps data in. @defaultValue nothing */
    readonly dataStores?: readonly DataStoreSpec[];
    /** Internal services that it may call. @defaultValue none */
    readonly calls?: readonly Callee[];
    /** HTTPS to anywhere, through the NAT gateway (P-06). @defaultValue false */
    readonly internetAccess?: boolean;
    readonly network: ServiceNetwork;
    readonly loadBalancer: ServiceLoadBalancer;
    /** Order among the rules of its load balancer, 1 to 1000; two services behind one have two. @defaultValue 1 */
    readonly rulePriority?: number;
    readonly beanstalk: BeanstalkPlatformOutputs;
    /** Days for which logs of platform and database are kept: a value that CloudWatch knows. @defaultValue 400 */
    readonly logRetentionDays?: number;
    /** Days for which the application's own log is kept. @defaultValue logRetentionDays */
    readonly applicationLogRetentionDays?: number;
    /** Size of the root volumes, which the account's default key encrypts. @defaultValue 16 */
    readonly rootVolumeGiB?: number;
    /** Start of the weekly window for platform updates, UTC. @defaultValue Sun:03:00 */
    readonly updateWindow?: string;
    /** Topic that hears of the environment's events. @defaultValue none */
    readonly notificationTopicArn?: pulumi.Input<string>;
}

/** What a service gets that does not say otherwise. */
export const SERVICE_DEFAULTS = {
    healthCheckPath: "/",
    rulePriority: 1,
    logRetentionDays: 400,
    rootVolumeGiB: 16,
    updateWindow: "Sun:03:00",
} as const;
