import * as pulumi from "@pulumi/pulumi";
import { BeanstalkPlatform } from "./beanstalk-platform";
import { Service } from "./service";
import type { ServiceArgs, ServiceLoadBalancer, ServiceNetwork } from "./service-args";

/** A service as the configuration describes it. */
export interface ServiceSpec extends Omit<
    ServiceArgs,
    | "accountId"
    | "serviceName"
    | "hostedZoneId"
    | "network"
    | "loadBalancer"
    | "beanstalk"
    | "calls"
> {
    readonly name: string;
    /** Name of the load balancer it is behind. */
    readonly loadBalancer: string;
    /** Names of the services that it may call. */
    readonly calls: readonly string[];
}

/** Every service of the platform. */
export interface ServicesArgs {
    readonly accountId: string;
    /** Whether this stack makes what Beanstalk has once per account. @defaultValue true */
    readonly ownsAccount?: boolean;
    readonly specs: readonly ServiceSpec[];
    readonly hostedZoneId: pulumi.Input<string>;
    readonly network: Omit<ServiceNetwork, "subnetIds">;
    /** Subnets of each tier. */
    readonly subnetIds: Readonly<Record<"public" | "internal", readonly pulumi.Input<string>[]>>;
    readonly loadBalancers: Readonly<Record<string, ServiceLoadBalancer>>;
    readonly logRetentionDays: number;
    /** Topic that hears of the environments' events. */
    readonly notificationTopicArn: pulumi.Input<string>;
}

/** The Java REST services, and what they share of Beanstalk. */
export class Services extends pulumi.ComponentResource {
    /** By name. */
    public readonly byName: Readonly<Record<string, Service>>;

    constructor(name: string, args: ServicesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:services:Services", name, {}, opts);
        const child = { parent: this };
        const { accountId, specs, hostedZoneId, logRetentionDays, notificationTopicArn } = args;
        const beanstalk = new BeanstalkPlatform(
            `${name}-beanstalk`,
            { accountId, ownsAccount: args.ownsAccount ?? true },
            child,
        );
        this.byName = Object.fromEntries(
            specs.map(({ name: serviceName, ...spec }) => [
                serviceName,
                new Service(
                    `${name}-${serviceName}`,
                    {
                        ...spec,
                        accountId,
                        serviceName,
                        hostedZoneId,
                        calls: spec.calls.map((callee) => this.callee(args, callee)),
                        network: { ...args.network, subnetIds: args.subnetIds[spec.tier] },
                        loadBalancer: found(args.loadBalancers, spec.loadBalancer),
                        beanstalk,
                        logRetentionDays,
                        notificationTopicArn,
                    },
                    child,
                ),
            ]),
        );
        this.registerOutputs({});
    }

    private callee(args: ServicesArgs, serviceName: string) {
        const spec = args.specs.find((candidate) => candidate.name === serviceName);
        if (spec === undefined)
            throw new Error(`calls: found "${serviceName}", expected the name of a service`);
        return {
            serviceName,
            hostName: spec.hostName,
            loadBalancerName: spec.loadBalancer,
            loadBalancerSecurityGroupId: found(args.loadBalancers, spec.loadBalancer)
                .securityGroupId,
        };
    }
}

function found(loadBalancers: ServicesArgs["loadBalancers"], name: string): ServiceLoadBalancer {
    const loadBalancer = loadBalancers[name];
    if (loadBalancer === undefined) {
        throw new Error(
            `loadBalancer: found "${name}", expected one of: ${Object.keys(loadBalancers).sort().join(", ")}`,
        );
    }
    return loadBalancer;
}
