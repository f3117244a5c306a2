import { certificateArn, deploymentArn, personArn } from "./arns";
import { bastion, type BastionSettings } from "./bastion";
import { email, hostName, NAME_EXPECTED, words } from "./names";
import { parseNetwork } from "./networks";
import {
    dictionary,
    flag,
    group,
    integer,
    list,
    oneOf,
    oneOfNumbers,
    optional,
    type Reader,
    refuse,
    required,
    text,
    withDefault,
} from "./readers";
import { ZONES } from "./region";
import { service, type ServiceSettings } from "./services";
import type {
    DnsConfig,
    PlatformConfig,
    AccessConfig,
    AlarmsConfig,
    BackupConfig,
    LogsConfig,
    NetworkConfig,
    SecurityContact,
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

/** The platform's own range: room for three zones of four tiers, and no more than AWS gives a VPC. */
const ownRange: Reader<string> = (field) => {
    const network = typeof field.value === "string" ? parseNetwork(field.value) : undefined;
    const fits =
        network?.ipVersion === 4 &&
        network.kind === "private" &&
        network.prefixLength >= 16 &&
        network.prefixLength <= 20 &&
        network.cidr === field.value;
    return fits
        ? network.cidr
        : refuse(field, 'a private IPv4 network of /16 to /20 such as "10.20.0.0/16"');
};

const network = group<NetworkConfig>({
    cidrBlock: required(ownRange),
    availabilityZones: withDefault(
        list("availability zones", oneOf(...ZONES), { min: 2, max: ZONES.length }),
        ZONES,
    ),
    natGateways: withDefault(oneOf("per-zone", "single"), "per-zone"),
});

const dns = group<DnsSettings>({
    zoneName: required(hostName),
    hostedZoneId: required(
        text('the id of a hosted zone such as "Z0123456789EXAMPLE01"', /^Z[A-Z0-9]{1,31}$/),
    ),
    certificates: withDefault(
        // Which load balancers there are is known later: checkCertificates.
        dictionary("certificates", { expected: NAME_EXPECTED, test: () => true }, certificateArn),
        {},
    ),
});

const securityContact = group<SecurityContact>({
    name: required(words),
    title: required(words),
    email: required(email),
    phone: required(
        text('a telephone number such as "+33 1 99 00 00 00"', /^\+[0-9][0-9 ()-]{5,24}$/),
    ),
});

const access = group<AccessConfig>({
    developers: required(list("principals", personArn, { min: 1, max: 100 })),
    support: required(list("principals", personArn, { min: 1, max: 100 })),
    deployment: required(deploymentArn),
});

const recipients = list("e-mail addresses", email, { min: 1, max: 20 });

const backup = group<BackupConfig>({
    // AWS Backup keeps continuous recovery points no longer than 35 days.
    continuousDays: withDefault(integer(7, 35), 35),
    dailyDays: withDefault(integer(7, 365), 35),
    monthlyDays: withDefault(integer(90, 3653), 365),
    lock: withDefault(oneOf("governance", "compliance"), "governance"),
    // AWS Backup asks for at least three days.
    graceDays: optional(integer(3, 90)),
});

/** Periods of at least a year (CloudWatch.16) and at most two: the logs hold addresses of people. */
const LOG_DAYS: readonly number[] = [365, 400, 545, 731];

/** Everything a stack file may say, each key by itself. */
export const stackSettings: Reader<StackSettings> = group<StackSettings>({
    accountId: required(text('an AWS account id such as "123456789012"', /^\d{12}$/)),
    accountBaseline: withDefault(flag, false),
    securityContact: optional(securityContact),
    network: required(network),
    dns: required(dns),
    webFirewall: withDefault(flag, true),
    bastion: required(bastion),
    access: required(access),
    services: required(list("services", service, { min: 1, max: 50 })),
    alarms: required(
        group<AlarmsConfig>({
            recipients: required(
                group<AlarmsConfig["recipients"]>({
                    critical: required(recipients),
                    warning: required(recipients),
                }),
            ),
        }),
    ),
    backup: withDefault(backup, {
        continuousDays: 35,
        dailyDays: 35,
        monthlyDays: 365,
        lock: "governance",
    }),
    logs: withDefault(
        group<LogsConfig>({ retentionDays: withDefault(oneOfNumbers(LOG_DAYS), 365) }),
        { retentionDays: 365 },
    ),
});
