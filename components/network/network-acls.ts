import type { Layout, Tier } from "./layout";

/** One entry of a network ACL in one direction; every entry allows TCP, what is not allowed is denied. */
export interface AclRule {
    readonly ruleNo: number;
    readonly action: "allow";
    readonly protocol: "tcp";
    readonly cidrBlock: string;
    readonly fromPort: number;
    readonly toPort: number;
}

/** Both directions of one tier's network ACL. */
export interface AclRules {
    readonly ingress: readonly AclRule[];
    readonly egress: readonly AclRule[];
}

/** What the rules are made from. */
export interface AclArgs {
    readonly cidrBlock: string;
    readonly layout: Layout;
    /** IPv4 networks that may reach the bastion, which stands in the public tier. */
    readonly sshSources: readonly string[];
}

type Ports = readonly [from: number, to: number];

const ANYWHERE = "0.0.0.0/0";
const HTTPS: Ports = [443, 443];
const SSH: Ports = [22, 22];
const POSTGRES: Ports = [5432, 5432];

/**
 * Ports that answers come back to. ACLs keep no state: NAT gateways and load balancers use all of 1024–65535, so
 * less would cut connections. Remote desktop is left out, since it would be the one service hiding in the range.
 */
const ANSWERS: readonly Ports[] = [
    [1024, 3388],
    [3390, 65535],
];

/** AWS allows 20 entries per direction and counts its own two final denials. */
const MAX_RULES = 18;

/**
 * Network ACLs of all tiers: a coarse second line behind security groups. Names, time and metadata need no entries:
 * ACLs do not filter traffic to Amazon's own link-local services and resolver.
 * @throws {Error} for more SSH sources than an ACL has room for
 */
export function networkAcls(args: AclArgs): Readonly<Record<Tier, AclRules>> {
    const { cidrBlock, layout, sshSources } = args;
    const callers = [...layout.app, ...layout.internal];
    const instances: AclRules = {
        ingress: number([allow(HTTPS, cidrBlock), ...answers(ANYWHERE)]),
        egress: number([allow(HTTPS, ANYWHERE), ...answers(cidrBlock)]), // the second also carries 5432 to the data tier
    };
    const sources = [...sshSources].sort();
    const publicIngress = [
        allow(HTTPS, ANYWHERE),
        ...answers(ANYWHERE),
        ...sources.map((source) => allow(SSH, source)),
    ];
    if (publicIngress.length > MAX_RULES) {
        const most = MAX_RULES - (publicIngress.length - sources.length);
        throw new Error(
            `bastion.trustedNetworks: found ${String(sources.length)} IPv4 networks, expected at most ${String(most)}, the room a network ACL has`,
        );
    }
    return {
        public: {
            ingress: number(publicIngress),
            egress: number([allow(HTTPS, ANYWHERE), ...answers(ANYWHERE)]),
        },
        app: instances,
        internal: instances,
        data: {
            ingress: number(callers.map((block) => allow(POSTGRES, block))),
            egress: number(callers.flatMap(answers)),
        },
    };
}

type Unnumbered = Omit<AclRule, "ruleNo">;

function allow([fromPort, toPort]: Ports, cidrBlock: string): Unnumbered {
    return { action: "allow", protocol: "tcp", cidrBlock, fromPort, toPort };
}

function answers(cidrBlock: string): Unnumbered[] {
    return ANSWERS.map((ports) => allow(ports, cidrBlock));
}

function number(rules: readonly Unnumbered[]): AclRule[] {
    return rules.map((rule, index) => ({ ruleNo: 100 + index * 10, ...rule }));
}
