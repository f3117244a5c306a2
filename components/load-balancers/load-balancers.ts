import * as pulumi from "@pulumi/pulumi";
import { LogDelivery } from "./log-delivery";
import { TierLoadBalancer } from "./tier-load-balancer";

/** A load balancer that the platform needs. */
export interface LoadBalancerSpec {
    /** Unique in the stack: `public`, `internal`, or the service that has it to itself. */
    readonly name: string;
    readonly tier: "public" | "internal";
    readonly hostNames: readonly string[];
    /** An issued certificate. @defaultValue one is issued */
    readonly certificateArn?: string;
}

/** Every entrance of the platform. */
export interface LoadBalancersArgs {
    readonly accountId: string;
    readonly specs: readonly LoadBalancerSpec[];
    readonly vpcId: pulumi.Input<string>;
    /** Subnets of each tier, one per zone. */
    readonly subnetIds: Readonly<Record<"public" | "internal", readonly pulumi.Input<string>[]>>;
    readonly hostedZoneId: pulumi.Input<string>;
    /** Whether a web firewall stands in front of the public ones. */
    readonly webFirewall: boolean;
    /** Days that logs stay in CloudWatch. */
    readonly logRetentionDays: number;
}

/** The platform's load balancers and where their logs go. */
export class LoadBalancers extends pulumi.ComponentResource {
    /** By name. */
    public readonly byName: Readonly<Record<string, TierLoadBalancer>>;

    constructor(name: string, args: LoadBalancersArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:load-balancers:LoadBalancers", name, {}, opts);
        const child = { parent: this };
        const { accountId, logRetentionDays } = args;
        const logDelivery = new LogDelivery(
            `${name}-logs`,
            { accountId, retentionInDays: logRetentionDays },
            child,
        );
        this.byName = Object.fromEntries(
            args.specs.map((spec) => [
                spec.name,
                new TierLoadBalancer(
                    `${name}-${spec.name}`,
                    {
                        // One by one: whatever else a spec says is not meant for the load balancer.
                        tier: spec.tier,
                        hostNames: spec.hostNames,
                        ...(spec.certificateArn === undefined
                            ? {}
                            : { certificateArn: spec.certificateArn }),
                        vpcId: args.vpcId,
                        subnetIds: args.subnetIds[spec.tier],
                        hostedZoneId: args.hostedZoneId,
                        webFirewall: args.webFirewall && spec.tier === "public",
                        logDelivery,
                    },
                    child,
                ),
            ]),
        );
        this.registerOutputs({});
    }
}
