import { checkDataStore, dataStore, type DataStoreSettings } from "./data-stores";
import { checkEnvironment, environment, secrets } from "./environment-variables";
import { architectureOf } from "./instance-types";
import { hostName, name, NAME_EXPECTED } from "./names";
import { nearest } from "./nearest";
import type { Problems } from "./problems";
import {
    decimal,
    type Draft,
    type Field,
    flag,
    group,
    integer,
    list,
    oneOf,
    optional,
    type Reader,
    refuse,
    required,
    text,
    withDefault,
} from "./readers";
import {
    type AlarmThresholds,
    DATA_CLASSES,
    type DataClass,
    type InstanceCount,
    PLATFORMS,
    PURPOSES,
    type ServiceConfig,
    TIERS,
} from "./types";

/** A service as the stack file describes it. */
export interface ServiceSettings extends Omit<
    ServiceConfig,
    | "environmentName"
    | "loadBalancer"
    | "rulePriority"
    | "architecture"
    | "dataStores"
    | "applicationLogRetentionDays"
> {
    readonly dataStores: readonly DataStoreSettings[];
}

/** Names that the platform itself uses beside those of services. */
const TAKEN = ["public", "internal", "account", "backups", "bastion", "events", "platform"];
/** Days that CloudWatch Logs can keep events, up to ten years. */
const LOG_RETENTION_DAYS: readonly number[] = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653,
];

const dataClass: Reader<DataClass> = (field: Field) =>
    field.value === "operational-logs"
        ? refuse(
              field,
              "a class that a service may declare; the platform keeps operational logs itself",
          )
        : oneOf(...DATA_CLASSES)(field);

const serviceName: Reader<string> = (field) =>
    typeof field.value === "string" && TAKEN.includes(field.value)
        ? refuse(field, `a name that the platform does not use itself (${TAKEN.join(", ")})`)
        : name(field);

/** Defaults of a service's alarms. */
const THRESHOLDS: AlarmThresholds = { serverErrors: 25, latencySeconds: 1, cpuPercent: 80 };

/** One service, each key by itself. */
export const service: Reader<ServiceSettings> = group<ServiceSettings>({
    name: required(serviceName),
    tier: required(oneOf(...TIERS)),
    dataClass: required(dataClass),
    purpose: required(oneOf(...PURPOSES)),
    retentionDays: optional(integer(1, 3653)),
    hostName: required(hostName),
    ownLoadBalancer: withDefault(flag, false),
    platform: required(oneOf(...PLATFORMS)),
    instanceTypes: required(
        list(
            "EC2 instance types",
            text(
                'an EC2 instance type such as "t4g.small"',
                (type) => architectureOf(type) !== undefined,
            ),
            { min: 1, max: 40 },
        ),
    ),
    instances: required(
        group<InstanceCount>({ min: required(integer(1, 100)), max: required(integer(1, 100)) }),
    ),
    healthCheckPath: withDefault(
        text('a path such as "/health", without query', /^\/[\w./~-]{0,1023}$/),
        "/health",
    ),
    environment: withDefault(environment, {}),
    secrets: withDefault(secrets, {}),
    dataStores: withDefault(list("data stores", dataStore), []),
    calls: withDefault(list("service names", text(NAME_EXPECTED, /./)), []),
    internetAccess: withDefault(flag, false),
    alarmThresholds: withDefault(
        group<AlarmThresholds>({
            serverErrors: withDefault(integer(1, 100_000), THRESHOLDS.serverErrors),
            latencySeconds: withDefault(decimal(0.01, 60), THRESHOLDS.latencySeconds),
            cpuPercent: withDefault(integer(1, 100), THRESHOLDS.cpuPercent),
        }),
        THRESHOLDS,
    ),
});

/** Reports what does not fit together within one service. */
export function checkService(
    service: Draft<ServiceSettings>,
    path: string,
    problems: Problems,
): void {
    checkData(service, path, problems);
    checkInstances(service, path, problems);
    checkEnvironment(service, path, problems);
    for (const [index, store] of (service.dataStores ?? []).entries()) {
        if (store !== undefined) checkDataStore(store, `${path}.dataStores[${index}]`, problems);
    }
    // P-02: whoever blocks the intake of usage analytics, by name or address, blocks nothing else.
    if (service.dataClass === "product-analytics" && service.ownLoadBalancer === false) {
        problems.add(
            `${path}.ownLoadBalancer`,
            "false",
            "true, because the service takes product-analytics (P-02)",
        );
    }
}

/** Reports calls to services that do not exist or are public, to the service itself, and twice to the same. */
export function checkCalls(
    services: readonly (Draft<ServiceSettings> | undefined)[],
    problems: Problems,
): void {
    const names = services.flatMap((service) => service?.name ?? []);
    for (const [index, service] of services.entries()) {
        const calls = service?.calls ?? [];
        for (const [position, callee] of calls.entries()) {
            if (callee === undefined) continue;
            const path = `services[${index}].calls[${position}]`;
            if (callee === service?.name) {
                problems.add(path, `"${callee}" itself`, "another service");
            } else if (!names.includes(callee)) {
                problems.add(path, `the unknown service "${callee}"`, knownName(callee, names));
            } else if (
                services.some((other) => other?.name === callee && other.tier === "public")
            ) {
                // Its load balancer answers on public addresses, which no security group of ours reaches.
                problems.add(path, `the public service "${callee}"`, "an internal one");
            } else if (calls.indexOf(callee) < position) {
                problems.add(path, `"${callee}" again`, "each service once");
            }
        }
    }
}

function checkData(service: Draft<ServiceSettings>, path: string, problems: Problems): void {
    const { dataClass, retentionDays, dataStores = [] } = service;
    const place = `${path}.retentionDays`;
    if (dataClass === "none") {
        const kept = 'nothing, because a service of class "none" keeps nothing';
        if (retentionDays !== undefined) problems.add(place, `${retentionDays}`, kept);
        if (dataStores.length > 0) problems.add(`${path}.dataStores`, `${dataStores.length}`, kept);
        return;
    }
    if (dataClass !== undefined && retentionDays === undefined && !problems.has(place)) {
        problems.add(place, "nothing", `the days after which ${dataClass} is deleted`);
    }
    // Error logs are kept in a log group, too (P-04), and CloudWatch knows these periods only.
    if (dataClass === "error-logs" && retentionDays !== undefined) {
        if (!LOG_RETENTION_DAYS.includes(retentionDays)) {
            problems.add(place, `${retentionDays}`, `one of ${LOG_RETENTION_DAYS.join(", ")}`);
        }
    }
}

function checkInstances(service: Draft<ServiceSettings>, path: string, problems: Problems): void {
    const { instances, instanceTypes = [] } = service;
    if (
        instances?.min !== undefined &&
        instances.max !== undefined &&
        instances.min > instances.max
    ) {
        problems.add(`${path}.instances.min`, `${instances.min}`, `at most max (${instances.max})`);
    }
    const first = instanceTypes.find((type) => type !== undefined);
    for (const [index, type] of instanceTypes.entries()) {
        if (first === undefined || type === undefined) continue;
        const architecture = architectureOf(first);
        if (architectureOf(type) !== architecture) {
            problems.add(
                `${path}.instanceTypes[${index}]`,
                `"${type}"`,
                `the same architecture as "${first}" (${String(architecture)})`,
            );
        }
        if (instanceTypes.indexOf(type) < index) {
            problems.add(`${path}.instanceTypes[${index}]`, `"${type}" again`, "each type once");
        }
    }
}

function knownName(name: string, names: readonly string[]): string {
    const near = nearest(name, names);
    return near === undefined ? `one of ${names.join(", ")}` : `"${near}"`;
}
