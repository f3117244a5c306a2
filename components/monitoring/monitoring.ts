import * as pulumi from "@pulumi/pulumi";
import type { TopicArns } from "./alarm-topics";
import { Alarms } from "./alarms";
import { EventNotifications } from "./event-notifications";
import type { Watch } from "./watch";
import { watchAccount } from "./watch-account";
import { watchBackup, type WatchedVault } from "./watch-backup";
import { watchBastion, type WatchedBastion } from "./watch-bastion";
import type { WatchedStore } from "./watch-data-stores";
import { watchLoadBalancer, type WatchedLoadBalancer } from "./watch-load-balancer";
import { watchNatGateway } from "./watch-nat-gateway";
import { type ServiceThresholds, watchService, type WatchedService } from "./watch-service";

/** What was declared of a service that its alarms depend on. */
export interface WatchedSpec {
    readonly name: string;
    readonly alarmThresholds: ServiceThresholds;
    readonly dataStores: readonly { readonly name: string; readonly storageGiB?: number }[];
}

/** A service as it was made. */
export interface MadeService extends Pick<
    WatchedService,
    "environmentName" | "autoscalingGroupName"
> {
    readonly dataStores: readonly WatchedStore[];
}

/** Everything that is watched. */
export interface MonitoringArgs {
    readonly topics: TopicArns;
    readonly specs: readonly WatchedSpec[];
    /** By name. */
    readonly services: Readonly<Record<string, MadeService>>;
    /** By name. */
    readonly loadBalancers: Readonly<Record<string, WatchedLoadBalancer>>;
    readonly network: { readonly natGatewayIds: readonly pulumi.Input<string>[] };
    readonly bastion: Omit<WatchedBastion, "name">;
    readonly backups: WatchedVault;
    /** The account's audit trail, in the stack that owns it. @defaultValue not watched here */
    readonly account?: { readonly trailLogGroupName: pulumi.Input<string> } | undefined;
}

/** Alarms on every part of the platform, each delivered to people (P-13). */
export class Monitoring extends pulumi.ComponentResource {
    constructor(name: string, args: MonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:monitoring:Monitoring", name, {}, opts);
        const child = { parent: this };
        const { topics } = args;
        const alarm = (subject: string, watch: Watch): void => {
            new Alarms(`${name}-${subject}`, { watch, topics }, child);
        };
        for (const spec of args.specs) alarm(spec.name, watchService(watched(spec, args.services)));
        for (const [loadBalancer, made] of Object.entries(args.loadBalancers)) {
            alarm(`${loadBalancer}-load-balancer`, watchLoadBalancer(made));
        }
        for (const [index, id] of args.network.natGatewayIds.entries()) {
            alarm(`nat-${index + 1}`, watchNatGateway({ name: "gateway", id }));
        }
        const { autoscalingGroupName, logGroupNames } = args.bastion;
        const bastion = { name: `${name}-bastion`, autoscalingGroupName, logGroupNames };
        alarm("bastion", watchBastion(bastion));
        alarm("backups", watchBackup(args.backups));
        if (args.account !== undefined) {
            alarm("account", watchAccount({ trailLogGroup: args.account.trailLogGroupName }));
        }
        new EventNotifications(`${name}-events`, { topics }, child);
        this.registerOutputs({});
    }
}

function watched(spec: WatchedSpec, services: MonitoringArgs["services"]): WatchedService {
    const service = services[spec.name];
    if (service === undefined) {
        throw new Error(
            `services: found no "${spec.name}", expected one of: ${Object.keys(services).join(", ")}`,
        );
    }
    const { environmentName, autoscalingGroupName } = service;
    const declared = new Map(spec.dataStores.map((store) => [store.name, store.storageGiB]));
    const stores = service.dataStores.map((store): WatchedStore => {
        const storageGiB = declared.get(store.name);
        return { ...store, ...(storageGiB === undefined ? {} : { storageGiB }) };
    });
    return { environmentName, autoscalingGroupName, thresholds: spec.alarmThresholds, stores };
}
