import type { Inputs } from "../policy";
import { numberOf, textOf } from "../properties";

/** What a rule of a firewall is about, whatever kind of firewall it is. */
export interface Traffic {
    /** `all`, `tcp`, `udp`, `icmp`, `icmpv6`, or another protocol's number. */
    readonly protocol: string;
    /** Ports of TCP and UDP. */
    readonly ports: Ports;
    /** Type of an ICMP message; `undefined` for all of them and for other protocols. */
    readonly icmpType: number | undefined;
}

/** Ports that follow each other, both ends included. */
export type Ports = readonly [from: number, to: number];

/** Properties by which a rule says its traffic. */
export interface TrafficKeys {
    readonly protocol: string;
    readonly from: string;
    readonly to: string;
    readonly icmpType: string;
}

const ALL_PORTS: Ports = [0, 65535];
const HTTPS = 443;
const SSH = 22;

/** Numbers that AWS takes for the names, and names that are the same. */
const NAMES: ReadonlyMap<string, string> = new Map([
    ["", "all"],
    ["-1", "all"],
    ["1", "icmp"],
    ["6", "tcp"],
    ["17", "udp"],
    ["58", "icmpv6"],
    ["ipv6-icmp", "icmpv6"],
]);

/** ICMP messages by which routers answer: destination unreachable, packet too big. Nobody is offered anything by them. */
const ROUTER_ANSWERS: ReadonlyMap<string, number> = new Map([
    ["icmp", 3],
    ["icmpv6", 2],
]);

/** Protocol in any case and by name or number; ports that are not said or negative are all. Throws while they are not known yet. */
export function trafficOf(props: Inputs, keys: TrafficKeys): Traffic {
    const said = textOf(props, keys.protocol)?.trim().toLowerCase() ?? "";
    const protocol = NAMES.get(said) ?? said;
    const icmpType = ROUTER_ANSWERS.has(protocol) ? numberOf(props, keys.icmpType) : undefined;
    return {
        protocol,
        ports: hasPorts(protocol) ? portsOf(props, keys) : ALL_PORTS,
        icmpType: icmpType === -1 ? undefined : icmpType,
    };
}

/** Whether it is SSH and nothing else. */
export function isSsh({ protocol, ports: [from, to] }: Traffic): boolean {
    return protocol === "tcp" && from === SSH && to === SSH;
}

/** Whether it is what the platform offers: HTTPS, or SSH, whose sources are looked at apart. Answers of routers offer nothing. */
export function isOffered(traffic: Traffic): boolean {
    return isHttps(traffic) || isSsh(traffic) || isRouterAnswer(traffic);
}

/** Whether it is what routers answer, without which large packets get lost, and nothing else. */
export function isRouterAnswer({
    protocol,
    icmpType,
}: Pick<Traffic, "protocol" | "icmpType">): boolean {
    return icmpType !== undefined && ROUTER_ANSWERS.get(protocol) === icmpType;
}

/** `TCP ports 80 to 443`, for messages. */
export function trafficText({ protocol, ports, icmpType }: Traffic): string {
    if (protocol === "all") return "every protocol";
    if (hasPorts(protocol)) return `${protocol.toUpperCase()} ${portsText([ports])}`;
    if (!ROUTER_ANSWERS.has(protocol)) return `protocol ${protocol}`;
    const name = protocol === "icmp" ? "ICMP" : "ICMPv6";
    return icmpType === undefined ? name : `${name} type ${icmpType}`;
}

/** `ports 0 to 21, 23 and 80`, for messages. */
export function portsText(list: readonly Ports[]): string {
    const texts = list.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`));
    const isOne = list.length === 1 && list.every(([from, to]) => from === to);
    return `${isOne ? "port" : "ports"} ${texts.join(", ").replace(/, ([^,]*)$/, " and $1")}`;
}

/** Whether it is HTTPS and nothing else. */
export function isHttps({ protocol, ports: [from, to] }: Traffic): boolean {
    return protocol === "tcp" && from === HTTPS && to === HTTPS;
}

/** Whether a protocol has ports that a rule can name. */
export function hasPorts(protocol: string): boolean {
    return protocol === "tcp" || protocol === "udp";
}

function portsOf(props: Inputs, keys: TrafficKeys): Ports {
    const from = numberOf(props, keys.from) ?? -1;
    const to = numberOf(props, keys.to) ?? -1;
    return from < 0 || to < 0 ? ALL_PORTS : [from, to];
}
