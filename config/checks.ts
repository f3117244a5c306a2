import { accountOf } from "./arns";
import { checkBastion, checkExpiries } from "./bastion";
import { checkDeployedNames } from "./deployed-names";
import { nearest } from "./nearest";
import type { Problems } from "./problems";
import type { Draft } from "./readers";
import { placed, type Placed, reportRepeated } from "./repeated";
import { checkRulePriorities } from "./rule-priority";
import { checkCalls, checkService } from "./services";
import type { StackSettings } from "./stack";

type StackDraft = Draft<StackSettings>;

/** Reports everything that two keys of a stack file have to agree on. */
export function checkStack(
    draft: StackDraft,
    context: { readonly stack: string; readonly today: string },
    problems: Problems,
): void {
    const { bastion, network, services = [] } = draft;
    if (bastion !== undefined) {
        checkBastion(bastion, network?.cidrBlock, problems);
        checkExpiries(bastion, context.today, problems);
    }
    for (const [index, service] of services.entries()) {
        if (service !== undefined) checkService(service, `services[${index}]`, problems);
    }
    checkCalls(services, problems);
    checkRulePriorities(services, problems);
    checkDeployedNames(context.stack, draft.accountId, services, problems);
    checkRepeated(draft, problems);
    checkHostNames(draft, problems);
    checkCertificates(draft, problems);
    checkAccounts(draft, problems);
    checkBackup(draft, problems);
    if (draft.accountBaseline === true && draft.securityContact === undefined) {
        if (!problems.has("securityContact")) {
            problems.add(
                "securityContact",
                "nothing",
                "whom AWS calls, because this stack owns the account baseline",
            );
        }
    }
}

function checkRepeated(draft: StackDraft, problems: Problems): void {
    const { access, alarms, network, services } = draft;
    const itself = (item: string): string => item;
    const own = "a name of its own";
    reportRepeated(
        placed("services", services, ({ name }) => name, ".name"),
        own,
        problems,
    );
    for (const [index, service] of (services ?? []).entries()) {
        const path = `services[${index}].dataStores`;
        const stores = placed(path, service?.dataStores, ({ name }) => name, ".name");
        reportRepeated(stores, own, problems);
    }
    const zones = placed("network.availabilityZones", network?.availabilityZones, itself);
    reportRepeated(zones, "each zone once", problems);
    // P-08 has two roles so that developers read no application data: nobody holds both.
    const people = [
        ...placed("access.developers", access?.developers, itself),
        ...placed("access.support", access?.support, itself),
    ];
    reportRepeated(people, "each principal once, in one role only", problems);
    for (const severity of ["critical", "warning"] as const) {
        const path = `alarms.recipients.${severity}`;
        const addresses = placed(path, alarms?.recipients?.[severity], itself);
        reportRepeated(addresses, "each address once", problems);
    }
}

function checkHostNames({ bastion, dns, services }: StackDraft, problems: Problems): void {
    const hosts = [
        { path: "bastion.hostName", value: bastion?.hostName },
        ...placed("services", services, ({ hostName }) => hostName, ".hostName"),
    ];
    reportRepeated(hosts, "a host name of its own", problems);
    const zone = dns?.zoneName;
    for (const { path, value } of hosts) {
        if (zone !== undefined && value !== undefined && !value.endsWith(`.${zone}`)) {
            problems.add(path, `"${value}"`, `a name below dns.zoneName ("${zone}")`);
        }
    }
}

function checkCertificates({ dns, services }: StackDraft, problems: Problems): void {
    const names = [
        ...new Set(
            (services ?? []).flatMap((service) =>
                service?.ownLoadBalancer === true ? (service.name ?? []) : (service?.tier ?? []),
            ),
        ),
    ];
    for (const name of Object.keys(dns?.certificates ?? {})) {
        if (names.includes(name)) continue;
        const near = nearest(name, names);
        const expected = near === undefined ? `one of ${names.join(", ")}` : `"${near}"`;
        problems.add(`dns.certificates.${name}`, "an unknown load balancer", expected);
    }
}

function checkAccounts(draft: StackDraft, problems: Problems): void {
    const { access, accountId, dns, services } = draft;
    if (accountId === undefined) return;
    const itself = (item: string): string => item;
    const arns: readonly Placed[] = [
        ...placed("access.developers", access?.developers, itself),
        ...placed("access.support", access?.support, itself),
        { path: "access.deployment", value: access?.deployment },
        ...named("dns.certificates", dns?.certificates),
        ...(services ?? []).flatMap((service, index) =>
            named(`services[${index}].secrets`, service?.secrets),
        ),
    ];
    for (const { path, value } of arns) {
        // P-01: no other account is admitted anywhere.
        if (value !== undefined && accountOf(value) !== accountId) {
            problems.add(path, `account ${accountOf(value)}`, `accountId (${accountId})`);
        }
    }
}

function checkBackup({ backup }: StackDraft, problems: Problems): void {
    if (backup === undefined) return;
    const { dailyDays, graceDays, lock, monthlyDays } = backup;
    if (dailyDays !== undefined && monthlyDays !== undefined && monthlyDays <= dailyDays) {
        problems.add("backup.monthlyDays", `${monthlyDays}`, `more than dailyDays (${dailyDays})`);
    }
    const path = "backup.graceDays";
    if (lock === "compliance" && graceDays === undefined && !problems.has(path)) {
        problems.add(path, "nothing", "the days in which a compliance lock can still be lifted");
    }
    if (lock === "governance" && graceDays !== undefined) {
        problems.add(
            path,
            `${graceDays}`,
            "nothing, because a governance lock can always be lifted",
        );
    }
}

function named(
    path: string,
    values: Readonly<Record<string, string | undefined>> | undefined,
): readonly Placed[] {
    return Object.entries(values ?? {}).map(([name, value]) => ({
        path: `${path}.${name}`,
        value,
    }));
}
