import type {
    BastionConfig,
    BucketConfig,
    DnsConfig,
    PlatformConfig,
    PostgresConfig,
    ServiceConfig,
    TableConfig,
    TrustedNetwork,
} from "./types";

/** What a stack file says: the configuration without what the program works out by itself. */
export interface StackSettings extends Omit<
    PlatformConfig,
    "stack" | "loadBalancers" | "dns" | "bastion" | "services"
> {
    readonly dns: DnsSettings;
    readonly bastion: BastionSettings;
    readonly services: readonly ServiceSettings[];
}

/** The zone and the certificates that exist already, by name of load balancer. */
export interface DnsSettings extends DnsConfig {
    readonly certificates: Readonly<Record<string, string>>;
}

/** The bastion as the stack file describes it. */
export interface BastionSettings extends Omit<BastionConfig, "architecture" | "trustedNetworks"> {
    readonly trustedNetworks: readonly TrustedNetworkSettings[];
}

/** A trusted network as the stack file describes it. */
export type TrustedNetworkSettings = Omit<TrustedNetwork, "ipVersion">;

/** A service as the stack file describes it. */
export interface ServiceSettings extends Omit<
    ServiceConfig,
    "environmentName" | "loadBalancer" | "architecture" | "dataStores"
> {
    readonly dataStores: readonly DataStoreSettings[];
}

/** A data store as the stack file describes it. */
export type DataStoreSettings =
    | Omit<PostgresConfig, "deployedName">
    | Omit<TableConfig, "deployedName">
    | Omit<BucketConfig, "deployedName">;
