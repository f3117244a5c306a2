import type { Problems } from "./problems";
import type { Draft } from "./readers";
import { type Placed, reportRepeated } from "./repeated";
import type { DataStoreSettings } from "./data-stores";
import type { ServiceSettings } from "./services";

/** What AWS calls the parts of a service, and how long it lets them be. */
const LIMITS = {
    environment: 40,
    // 32, less the seven random characters and the hyphen that Pulumi adds.
    "load balancer": 24,
    // IAM roles (64) carry at most "-instance-role" and Pulumi's suffix behind the environment's name: they always fit.
    "RDS instance": 63,
    table: 255,
    bucket: 63,
} as const;

const STORES = { postgres: "RDS instance", table: "table", bucket: "bucket" } as const;

/** Name of a service's Beanstalk environment. */
export function environmentName(stack: string, service: string): string {
    return `${stack}-${service}`;
}

/** Name of a data store. Bucket names are shared with all accounts of AWS, so they carry ours. */
export function dataStoreName(
    stack: string,
    accountId: string,
    service: string,
    store: Pick<DataStoreSettings, "type" | "name">,
): string {
    const base = `${stack}-${service}-${store.name}`;
    return store.type === "bucket" ? `appsonic-${base}-${accountId}` : base;
}

/** Reports names that become too long, or the same, in what AWS derives from them. */
export function checkDeployedNames(
    stack: string,
    accountId: string | undefined,
    services: readonly (Draft<ServiceSettings> | undefined)[],
    problems: Problems,
): void {
    // The length of an account id is always the same.
    const account = accountId ?? "0".repeat(12);
    const stores: Placed[] = [];
    for (const [index, service] of services.entries()) {
        if (service?.name === undefined) continue;
        const path = `services[${index}]`;
        const environment = environmentName(stack, service.name);
        checkLength(`${path}.name`, service.name, "environment", environment, problems);
        if (service.ownLoadBalancer === true) {
            checkLength(`${path}.name`, service.name, "load balancer", environment, problems);
        }
        for (const [position, store] of (service.dataStores ?? []).entries()) {
            if (store?.name === undefined || store.type === undefined) continue;
            const place = `${path}.dataStores[${position}].name`;
            const deployed = dataStoreName(stack, account, service.name, {
                type: store.type,
                name: store.name,
            });
            checkLength(place, store.name, STORES[store.type], deployed, problems);
            stores.push({ path: place, value: `${STORES[store.type]} ${deployed}` });
        }
    }
    reportRepeated(stores, "a name that differs in what is deployed, too", problems);
}

function checkLength(
    path: string,
    name: string,
    kind: keyof typeof LIMITS,
    deployed: string,
    problems: Problems,
): void {
    const excess = deployed.length - LIMITS[kind];
    if (excess <= 0) return;
    problems.add(
        path,
        `"${name}", which makes the ${kind} "${deployed}" ${deployed.length} characters long`,
        `a name of at most ${Math.max(0, name.length - excess)} characters`,
    );
}
