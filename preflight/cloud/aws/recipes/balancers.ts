import { unwrap } from "../../../values";
import { hex } from "../../identity";
import { fill, type Subject } from "../template";
import type { Preparation, Preparations } from "./recipe";

const ELB = "arn:{partition}:elasticloadbalancing:{region}:{account}:";

/** Hosted zones of load balancers, by region (AWS General Reference, "Elastic Load Balancing endpoints"). */
const BALANCER_ZONES: Readonly<Record<string, string>> = {
    "eu-central-1": "Z215JYRZR1TBD5",
    "eu-west-1": "Z32O12XQLNTSW2",
    "eu-west-2": "ZHURV8PSTC4K8",
    "eu-west-3": "Z3Q77PNBQS71R4",
    "us-east-1": "Z35SXDOTRQ7X7K",
    "us-east-2": "Z3AADJGX6KTTL2",
    "us-west-1": "Z368ELLRRE2KJ0",
    "us-west-2": "Z1H1FL5HABSF5",
};

/** Hosted zones of Elastic Beanstalk environments, by region (AWS General Reference, "Elastic Beanstalk endpoints"). */
export const BEANSTALK_ZONES: Readonly<Record<string, string>> = {
    "eu-central-1": "Z1FRNW7UH4DEZJ",
    "eu-north-1": "Z23GO28BZ5AETM",
    "eu-west-1": "Z2NYPWQ7DFZAZH",
    "eu-west-2": "Z1GKAAAUGATPF1",
    "eu-west-3": "Z5WN6GAYWG5OB",
    "us-east-1": "Z117KPS5GTRQ2G",
    "us-east-2": "Z14LCN19Q5QHIC",
    "us-west-1": "Z1LQECGX5PH1X",
    "us-west-2": "Z38NKT9BP95V3O",
};

/** Zone of load balancers in a region. */
export function balancerZone(region: string): string {
    return BALANCER_ZONES[region] ?? "Z32O12XQLNTSW2";
}

const kind = ({ inputs }: Subject): string => {
    const type = unwrap(inputs.loadBalancerType);
    return type === "network" ? "net" : type === "gateway" ? "gwy" : "app";
};
const balancerSuffix = (subject: Subject): string =>
    `${kind(subject)}/${subject.name}/${hex(subject.seed, 16)}`;
const balancer: Preparation = {
    id: (subject) =>
        `arn:${subject.partition}:elasticloadbalancing:${subject.region}:${subject.account}:loadbalancer/${balancerSuffix(subject)}`,
    arn: "{id}",
    outputs: {
        arnSuffix: balancerSuffix,
        dnsName: ({ inputs, name, seed, region, suffix }) =>
            `${unwrap(inputs.internal) === true ? "internal-" : ""}${name}-${hex(seed, 10)}.${region}.elb.${suffix}`,
        zoneId: ({ region }) => balancerZone(region),
        internal: false,
        vpcId: "vpc-{hex17}",
        ipAddressType: "ipv4",
        subnets: [],
        subnetMappings: [],
        securityGroups: [],
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "",
    },
};
const targetGroup: Preparation = {
    id: `${ELB}targetgroup/{name}/{hex16}`,
    arn: "{id}",
    outputs: {
        arnSuffix: "targetgroup/{name}/{hex16}",
        loadBalancerArns: [],
        ipAddressType: "ipv4",
        loadBalancingAlgorithmType: "round_robin",
        protocolVersion: "HTTP1",
    },
};
/** One that a component made does not say whose it is. */
const balancerOf = (subject: Subject): string => {
    const arn = unwrap(subject.inputs.loadBalancerArn);
    return typeof arn === "string" ? arn : fill(`${ELB}loadbalancer/app/{name}/{hex16}`, subject);
};
const listener: Preparation = {
    id: (subject) =>
        `${balancerOf(subject).replace(":loadbalancer/", ":listener/")}/${hex(subject.seed, 16)}`,
    arn: "{id}",
    outputs: { sslPolicy: "", protocol: "HTTP" },
};
const listenerRule: Preparation = {
    id: ({ inputs, seed }) =>
        `${String(unwrap(inputs.listenerArn)).replace(":listener/", ":listener-rule/")}/${hex(seed, 16)}`,
    arn: "{id}",
};
const both = (type: string, preparation: Preparation): Preparations => ({
    [`aws:lb/${type}`]: preparation,
    [`aws:alb/${type}`]: preparation,
});

/** Load balancers and what listens and stands behind them, under both names of their module. */
export const BALANCERS: Preparations = {
    ...both("loadBalancer:LoadBalancer", balancer),
    ...both("targetGroup:TargetGroup", targetGroup),
    ...both("listener:Listener", listener),
    ...both("listenerRule:ListenerRule", listenerRule),
    ...both("listenerCertificate:ListenerCertificate", { id: "{listenerArn}_{certificateArn}" }),
    ...both("targetGroupAttachment:TargetGroupAttachment", { id: "{targetGroupArn}-{digits14}" }),
};
