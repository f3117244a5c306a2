import * as pulumi from "@pulumi/pulumi";
import type { TopicArns } from "./alarm-topics";
import { Alarms } from "./alarms";
import { EventNotifications } from "./event-notifications";
import type { Watch } from "./watch";
import { watchAccount, type WatchedAccount } from "./watch-account";
import { watchBackup, type WatchedVault } from "./watch-backup";
import { watchBastion, type WatchedBastion } from "./watch-bastion";
import { watchLoadBalancer, type WatchedLoadBalancer } from "./watch-load-balancer";
import { watchNatGateway } from "./watch-nat-gateway";
import { watchService, type WatchedService } from "./watch-service";

/** Everything that is watched, by name. */
export interface MonitoringArgs {
    readonly topics: TopicArns;
    readonly services: Readonly<Record<string, WatchedService>>;
    readonly loadBalancers: Readonly<Record<string, WatchedLoadBalancer>>;
    readonly natGatewayIds: readonly pulumi.Input<string>[];
    readonly bastion: WatchedBastion;
    readonly backups: WatchedVault;
    /** The account's audit trail, in the stack that owns it. @defaultValue not watched here */
    readonly account?: WatchedAccount;
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
        for (const [service, watched] of Object.entries(args.services)) {
            alarm(service, watchService(watched));
        }
        for (const [loadBalancer, watched] of Object.entries(args.loadBalancers)) {
            alarm(`${loadBalancer}-load-balancer`, watchLoadBalancer(watched));
        }
        for (const [index, id] of args.natGatewayIds.entries()) {
            alarm(`nat-gateway-${index + 1}`, watchNatGateway({ name: `${index + 1}`, id }));
        }
        alarm("bastion", watchBastion(args.bastion));
        alarm("backups", watchBackup(args.backups));
        if (args.account !== undefined) alarm("account", watchAccount(args.account));
        new EventNotifications(`${name}-events`, { topics }, child);
        this.registerOutputs({});
    }
}
