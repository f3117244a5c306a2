import type { PolicyResource } from "@pulumi/policy";
import { isLeftToAws } from "../left-to-aws";
import type { StackSubject } from "../policy";
import { textOf } from "../properties";
import {
    BEANSTALK_ENVIRONMENT,
    BeanstalkSettings,
    type Choice,
    type Choices,
} from "./beanstalk-settings";
import { DEFAULT_ELB_POLICY } from "./tls-policies";

const ENVIRONMENT = "aws:elasticbeanstalk:environment";
const ELBV2 = "aws:elbv2:listener:";
const ELBV2_RULE = "aws:elbv2:listenerrule:";
const CLASSIC = "aws:elb:listener";
const CLASSIC_BALANCER = "aws:elb:loadbalancer";
const CLASSIC_POLICY = "aws:elb:policies:";

/**
 * How an environment is reached. `worker`: not at all, its instances fetch from a queue. `shared`: by rules on somebody else's
 * load balancer.
 */
export type Entrance = "worker" | "single" | "shared" | "application" | "network" | "classic";

/** A listener that an environment makes for itself, or would if it were on. */
export interface BeanstalkListener {
    /** Namespace of its settings, for messages. */
    readonly namespace: string;
    /** `default` for the one that every environment has, on port 80. */
    readonly port: string;
    /** Option that sets the protocol. */
    readonly protocolOption: "Protocol" | "ListenerProtocol";
    /** Every protocol that it may speak. */
    readonly protocols: () => Choices;
    /** What switches it on or off. */
    readonly enabled: () => Choices;
}

/**
 * Goes through the environments of a stack, with the settings that hold for each. What is not known yet ends its own part only,
 * and an environment of which it is not known what all settings are about is not passed over.
 */
export function eachBeanstalkEnvironment(
    { stack, ifKnown }: Pick<StackSubject, "stack" | "ifKnown">,
    visit: (settings: BeanstalkSettings, ifKnown: (part: () => void) => void) => void,
): void {
    for (const environment of stack.ofType(BEANSTALK_ENVIRONMENT)) {
        const inPart = (part: () => void): void => {
            ifKnown(environment, part);
        };
        inPart(() => {
            const settings = BeanstalkSettings.of(environment, stack);
            inPart(() => {
                visit(settings, inPart);
            });
            settings.readAll();
        });
    }
}

/** How an environment is reached. Throws while it is not known yet. */
export function entranceOf(settings: BeanstalkSettings): Entrance {
    if (isWorker(settings.environment)) return "worker";
    if (settings.is(ENVIRONMENT, "EnvironmentType", "SingleInstance", "LoadBalanced")) {
        return "single";
    }
    const type = settings.choice(ENVIRONMENT, "LoadBalancerType", "classic").text.toLowerCase();
    if (type === "network") return "network";
    if (type !== "application") return "classic";
    const isShared = settings.is(ENVIRONMENT, "LoadBalancerIsShared", "true", "false");
    return isShared ? "shared" : "application";
}

/** The listeners of an environment with a load balancer of its own. */
export function beanstalkListenersOf(
    settings: BeanstalkSettings,
    entrance: "application" | "network" | "classic",
): readonly BeanstalkListener[] {
    if (entrance === "classic") {
        return ["", ...settings.namespacesUnder(`${CLASSIC}:`).map((port) => `:${port}`)].map(
            (suffix) => classicListener(settings, suffix),
        );
    }
    const byDefault = entrance === "application" ? "HTTP" : "TCP";
    return portsOf(settings).map((port) => ({
        namespace: `${ELBV2}${port}`,
        port,
        protocolOption: "Protocol",
        protocols: () => settings.choices(`${ELBV2}${port}`, "Protocol", byDefault),
        enabled: () => settings.choices(`${ELBV2}${port}`, "ListenerEnabled", "true"),
    }));
}

/** Whether a listener is on: nothing switches it off for sure. */
export function isOn(listener: BeanstalkListener): boolean {
    return listener.enabled().some(({ text }) => !["false", "off"].includes(text.toLowerCase()));
}

/** By which ports of a shared load balancer an environment is reached; none where it leaves that to Beanstalk, which takes 80. */
export function sharedPortsOf(
    settings: BeanstalkSettings,
): readonly { readonly port: string; readonly rules: Choice }[] {
    return portsOf(settings)
        .filter((port) => port !== "default")
        .map((port) => ({ port, rules: settings.choice(`${ELBV2}${port}`, "Rules", "") }))
        .filter(({ rules }) => rules.text !== "");
}

/** Names of the processes that an environment's listeners and rules send requests to. Throws while it is not known yet. */
export function usedProcessesOf(
    settings: BeanstalkSettings,
    entrance: "application" | "shared",
): readonly string[] {
    const used = new Set<string>();
    const addRules = (rules: string): void => {
        for (const rule of listOf(rules)) {
            for (const { text } of settings.choices(`${ELBV2_RULE}${rule}`, "Process", "default")) {
                used.add(text);
            }
        }
    };
    if (entrance === "shared") {
        const ports = sharedPortsOf(settings);
        for (const { rules } of ports) addRules(rules.text);
        if (ports.length === 0) used.add("default");
        return [...used];
    }
    for (const listener of beanstalkListenersOf(settings, entrance).filter(isOn)) {
        for (const { text } of settings.choices(listener.namespace, "DefaultProcess", "default")) {
            used.add(text);
        }
        for (const { text } of settings.choices(listener.namespace, "Rules", "")) addRules(text);
    }
    return [...used];
}

/** The TLS policies that a listener may have, with the options that name them; AWS's default where nobody names one. */
export function tlsPoliciesOf(
    settings: BeanstalkSettings,
    { namespace, port, protocolOption }: BeanstalkListener,
): readonly { readonly option: string; readonly choice: Choice }[] {
    if (protocolOption === "Protocol") {
        return settings
            .choices(namespace, "SSLPolicy", DEFAULT_ELB_POLICY)
            .map((choice) => ({ option: `${namespace} SSLPolicy`, choice }));
    }
    const names = listOf(settings.choice(namespace, "PolicyNames", "").text);
    const found = settings.namespacesUnder(CLASSIC_POLICY).flatMap((name) => {
        const policy = `${CLASSIC_POLICY}${name}`;
        const ports = listOf(settings.choice(policy, "LoadBalancerPorts", "").text);
        if (![":all", port].some((each) => ports.includes(each)) && !names.includes(name))
            return [];
        return settings
            .choices(policy, "SSLReferencePolicy", DEFAULT_ELB_POLICY)
            .filter((choice) => choice.isSet)
            .map((choice) => ({ option: `${policy} SSLReferencePolicy`, choice }));
    });
    if (found.length > 0) return found;
    const option = "SSLReferencePolicy";
    const choice = settings.choice(namespace, option, DEFAULT_ELB_POLICY);
    return [{ option: `${namespace} ${option}`, choice }];
}

function listOf(text: string): readonly string[] {
    return text
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== "");
}

function classicListener(settings: BeanstalkSettings, suffix: string): BeanstalkListener {
    const namespace = `${CLASSIC}${suffix}`;
    return {
        namespace,
        port: suffix === "" ? "default" : suffix.slice(1),
        protocolOption: "ListenerProtocol",
        protocols: () => settings.choices(namespace, "ListenerProtocol", "HTTP"),
        enabled: () => {
            // The older way to switch off the default one.
            const isOff =
                suffix === "" && settings.is(CLASSIC_BALANCER, "LoadBalancerHTTPPort", "OFF", "80");
            return isOff
                ? [settings.choice(CLASSIC_BALANCER, "LoadBalancerHTTPPort", "80")]
                : settings.choices(namespace, "ListenerEnabled", "true");
        },
    };
}

/** Ports that settings name, and the default listener, which is there though nobody names it. */
function portsOf(settings: BeanstalkSettings): readonly string[] {
    const named = settings.namespacesUnder(ELBV2);
    return ["default", ...named.filter((port) => port.toLowerCase() !== "default")];
}

function isWorker(environment: PolicyResource): boolean {
    if (isLeftToAws(environment, "tier")) return false;
    return textOf(environment.props, "tier")?.toLowerCase() === "worker";
}
