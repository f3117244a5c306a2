import type { SettingsIndex } from "../setting";

const ENVIRONMENT = "aws:elasticbeanstalk:environment";
const LISTENER = "aws:elbv2:listener:";
const RULE = "aws:elbv2:listenerrule:";
const LOAD_BALANCER = "aws:elbv2:loadbalancer";
const PROCESS = `${ENVIRONMENT}:process:`;

/** The only options of the load balancer's namespaces that apply when it is shared. */
const SHARED_OPTIONS = ["SecurityGroups", "SharedLoadBalancer"];
const DEDICATED_LISTENER_OPTIONS = [
    "DefaultProcess",
    "ListenerEnabled",
    "Protocol",
    "SSLCertificateArns",
    "SSLPolicy",
];
const DEDICATED_OPTIONS = [
    "AccessLogsS3Bucket",
    "AccessLogsS3Enabled",
    "AccessLogsS3Prefix",
    "IdleTimeout",
    "IpAddressType",
    "ManagedSecurityGroup",
];
const MAX_PATTERNS = 5;
const MAX_PATTERN_LENGTH = 128;
const MAX_WILDCARDS = 3;

/** Listeners, rules and processes fit each other and the kind of load balancer. */
export function listenerProblems(settings: SettingsIndex): string[] {
    const shared = settings.text(ENVIRONMENT, "LoadBalancerIsShared") === "true";
    return [
        ...(shared ? sharedProblems(settings) : dedicatedProblems(settings)),
        ...processReferences(settings),
        ...ruleReferences(settings),
        ...settings.namespacesUnder(RULE).flatMap((rule) => patternProblems(settings, rule)),
        ...timeoutProblems(settings),
    ];
}

function sharedProblems(settings: SettingsIndex): string[] {
    const problems: string[] = [];
    const type = settings.text(ENVIRONMENT, "LoadBalancerType") ?? "classic";
    if (type !== "application") {
        problems.push(
            `${ENVIRONMENT} LoadBalancerType: found ${type}, expected application: only that can be shared`,
        );
    }
    for (const port of settings.namespacesUnder(LISTENER)) {
        const namespace = LISTENER + port;
        const applicable = port === "default" ? [] : ["Rules"];
        problems.push(
            ...[...DEDICATED_LISTENER_OPTIONS, "Rules"]
                .filter((name) => !applicable.includes(name) && settings.has(namespace, name))
                .map((name) => notShared(namespace, name, applicable)),
        );
    }
    problems.push(
        ...DEDICATED_OPTIONS.filter((name) => settings.has(LOAD_BALANCER, name)).map((name) =>
            notShared(LOAD_BALANCER, name, SHARED_OPTIONS),
        ),
    );
    if (!settings.has(LOAD_BALANCER, "SharedLoadBalancer")) {
        problems.push(
            `${LOAD_BALANCER} SharedLoadBalancer: found nothing, expected the ARN of the shared load balancer`,
        );
    }
    const listeners = settings.namespacesUnder(LISTENER);
    if (!listeners.some((port) => port !== "default" && settings.has(LISTENER + port, "Rules"))) {
        problems.push(
            `${LISTENER}443 Rules: found nothing, expected the environment's rules: otherwise Beanstalk takes port 80`,
        );
    }
    return problems;
}

function notShared(namespace: string, name: string, applicable: readonly string[]): string {
    const instead = applicable.length === 0 ? "none" : `only ${applicable.join(" and ")}`;
    return `${namespace} ${name}: found this option, expected ${instead}: the load balancer is shared`;
}

function dedicatedProblems(settings: SettingsIndex): string[] {
    const misplaced = settings.has(LOAD_BALANCER, "SharedLoadBalancer")
        ? [
              `${LOAD_BALANCER} SharedLoadBalancer: found a value, expected none: LoadBalancerIsShared is not true`,
          ]
        : [];
    const bare = settings
        .namespacesUnder(LISTENER)
        .map((port) => LISTENER + port)
        .filter((namespace) => settings.text(namespace, "Protocol") === "HTTPS")
        .filter((namespace) => !settings.has(namespace, "SSLCertificateArns"))
        .map(
            (ns) =>
                `${ns} SSLCertificateArns: found nothing, expected a certificate: Protocol is HTTPS`,
        );
    return [...misplaced, ...bare];
}

function processReferences(settings: SettingsIndex): string[] {
    // Beanstalk makes the process `default` whether it is configured or not.
    const processes = new Set(["default", ...settings.namespacesUnder(PROCESS)]);
    const references = [
        ...settings.namespacesUnder(RULE).map((rule) => [RULE + rule, "Process"] as const),
        ...settings.namespacesUnder(LISTENER).map((p) => [LISTENER + p, "DefaultProcess"] as const),
    ];
    return references.flatMap(([namespace, name]) => {
        const process = settings.text(namespace, name) ?? "default";
        if (processes.has(process)) return [];
        return [
            `${namespace} ${name}: found process ${process}, expected one of ${[...processes].join(", ")}`,
        ];
    });
}

function ruleReferences(settings: SettingsIndex): string[] {
    const defined = new Set(settings.namespacesUnder(RULE));
    const used = new Set<string>();
    const problems: string[] = [];
    for (const port of settings.namespacesUnder(LISTENER)) {
        const rules = settings.text(LISTENER + port, "Rules")?.split(",") ?? [];
        for (const rule of rules) {
            used.add(rule);
            if (rule !== "default" && !defined.has(rule)) {
                problems.push(
                    `${LISTENER}${port} Rules: found ${rule}, expected a rule that ${RULE}<rule> defines`,
                );
            }
        }
    }
    const unused = [...defined].filter((rule) => !used.has(rule));
    problems.push(
        ...unused.map(
            (rule) => `${RULE}${rule}: found a rule of no listener, expected it in Rules of one`,
        ),
    );
    return problems;
}

function patternProblems(settings: SettingsIndex, rule: string): string[] {
    const namespace = RULE + rule;
    const values = ["HostHeaders", "PathPatterns"].flatMap((name) =>
        (settings.text(namespace, name)?.split(",") ?? []).map((value) => ({ name, value })),
    );
    const problems = values
        .filter(
            ({ value }) =>
                value.length > MAX_PATTERN_LENGTH ||
                (value.match(/[*?]/g)?.length ?? 0) > MAX_WILDCARDS ||
                !/^\S+$/.test(value),
        )
        .map(
            ({ name, value }) =>
                `${namespace} ${name}: found "${value}", expected 1 to ${MAX_PATTERN_LENGTH} characters without ` +
                `spaces, at most ${MAX_WILDCARDS} wildcards`,
        );
    if (values.length > MAX_PATTERNS) {
        problems.push(
            `${namespace}: found ${values.length} host names and paths, expected at most ${MAX_PATTERNS}`,
        );
    }
    return problems;
}

/** A target group refuses a health check whose timeout is not shorter than its interval. */
function timeoutProblems(settings: SettingsIndex): string[] {
    return settings.namespacesUnder(PROCESS).flatMap((process) => {
        const timeout = settings.count(PROCESS + process, "HealthCheckTimeout") ?? 5;
        const interval = settings.count(PROCESS + process, "HealthCheckInterval") ?? 15;
        if (timeout < interval) return [];
        return [
            `${PROCESS}${process} HealthCheckTimeout: found ${timeout}, expected less than HealthCheckInterval, ${interval}`,
        ];
    });
}
