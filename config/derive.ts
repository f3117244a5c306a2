import { dataStoreName, environmentName } from "./deployed-names";
import { architectureOf } from "./instance-types";
import type { DataStoreSettings } from "./data-stores";
import { rulePriority } from "./rule-priority";
import type { ServiceSettings } from "./services";
import type { StackSettings } from "./stack";
import type {
    Architecture,
    DataStoreConfig,
    LoadBalancerConfig,
    PlatformConfig,
    ServiceConfig,
} from "./types";

/** Adds what follows from a sound stack file, and leaves out the engineers whose key has expired. */
export function derive(stack: string, today: string, settings: StackSettings): PlatformConfig {
    const { accountId, bastion, dns, services } = settings;
    return {
        ...settings,
        stack,
        dns: { zoneName: dns.zoneName, hostedZoneId: dns.hostedZoneId },
        loadBalancers: loadBalancersOf(services, dns.certificates),
        bastion: {
            ...bastion,
            architecture: architectureOf(bastion.instanceType) as Architecture,
            trustedNetworks: bastion.trustedNetworks.map((network) => ({
                ...network,
                ipVersion: network.cidr.includes(":") ? 6 : 4,
            })),
            engineers: bastion.engineers.filter(({ expires }) => expires > today),
        },
        services: services.map((service) => serviceConfig(stack, accountId, service)),
    };
}

/** What somebody should look at although it stops nothing: time alone must not break a deployment. */
export function notesOn(today: string, { bastion }: StackSettings): readonly string[] {
    const expired = bastion.engineers.flatMap(({ name, expires }, index) =>
        expires > today
            ? []
            : [
                  `bastion.engineers[${index}]: the key of "${name}" expired on ${expires} and is left out; ` +
                      "give a new key or remove the engineer",
              ],
    );
    const overdue = bastion.trustedNetworks.flatMap(({ name, owner, reviewBy }, index) =>
        reviewBy > today
            ? []
            : [
                  `bastion.trustedNetworks[${index}]: the review of "${name}" was due on ${reviewBy}; ` +
                      `ask ${owner} whether it is still needed`,
              ],
    );
    const nobody = bastion.engineers.every(({ expires }) => expires <= today)
        ? ["bastion.engineers: nobody has a valid key, so nobody can open a session on the bastion"]
        : [];
    return [...expired, ...nobody, ...overdue];
}

function serviceConfig(stack: string, accountId: string, service: ServiceSettings): ServiceConfig {
    return {
        ...service,
        // The browser's errors are kept in the service's log, too (P-04), and expire there as elsewhere.
        ...(service.dataClass === "error-logs"
            ? { applicationLogRetentionDays: service.retentionDays }
            : {}),
        environmentName: environmentName(stack, service.name),
        loadBalancer: loadBalancerName(service),
        rulePriority: rulePriority(service.name),
        // A sound stack file has at least one type, only known ones, and all of one architecture.
        architecture: service.instanceTypes.map(architectureOf)[0] as Architecture,
        dataStores: service.dataStores.map((store) =>
            storeConfig(stack, accountId, service, store),
        ),
    };
}

function storeConfig(
    stack: string,
    accountId: string,
    service: ServiceSettings,
    store: DataStoreSettings,
): DataStoreConfig {
    return { ...store, deployedName: dataStoreName(stack, accountId, service.name, store) };
}

/** A load balancer for each tier that has services, then those that a service has to itself. */
function loadBalancersOf(
    services: readonly ServiceSettings[],
    certificates: Readonly<Record<string, string>>,
): readonly LoadBalancerConfig[] {
    const own = services.filter(({ ownLoadBalancer }) => ownLoadBalancer).map(({ name }) => name);
    return ["public", "internal", ...own].flatMap((name) => {
        const behind = services.filter((service) => loadBalancerName(service) === name);
        const [first] = behind;
        if (first === undefined) return [];
        const names = new Set(behind.map((service) => service.name));
        const callers = services.filter(({ calls }) => calls.some((callee) => names.has(callee)));
        const certificateArn = certificates[name];
        return [
            {
                name,
                tier: first.tier,
                hostNames: behind.map(({ hostName }) => hostName).sort(),
                callers: callers.map((caller) => caller.name).sort(),
                ...(certificateArn === undefined ? {} : { certificateArn }),
            },
        ];
    });
}

function loadBalancerName({ name, ownLoadBalancer, tier }: ServiceSettings): string {
    return ownLoadBalancer ? name : tier;
}
