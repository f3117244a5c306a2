import type { Fixture } from "../../support/judge";

/** What one rule of a security group lets in. */
export interface Rule {
    readonly protocol?: unknown;
    readonly from?: unknown;
    readonly to?: unknown;
    readonly ranges?: readonly unknown[];
    readonly prefixList?: unknown;
    readonly group?: unknown;
    readonly self?: boolean;
}

/** Properties that the resource has beside the rule. */
type More = Readonly<Record<string, unknown>>;

/** The shapes in which a program can declare a rule, with how each calls it in messages. */
export const SHAPES: readonly {
    readonly type: string;
    readonly rule: string;
    readonly declare: (rule: Rule, more?: More) => Fixture;
}[] = [
    {
        type: "aws:ec2/securityGroup:SecurityGroup",
        rule: "ingress[0]",
        declare: (rule, more) => inline("aws:ec2/securityGroup:SecurityGroup", rule, more),
    },
    {
        type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        rule: "ingress[0]",
        declare: (rule, more) =>
            inline("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", rule, more),
    },
    {
        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        rule: "the rule",
        declare: ({ group, ...rule }, more) => ({
            type: "aws:ec2/securityGroupRule:SecurityGroupRule",
            props: {
                securityGroupId: "sg-0a1b2c3d",
                type: "ingress",
                ...lists(rule),
                ...(group === undefined ? {} : { sourceSecurityGroupId: group }),
                ...more,
            },
        }),
    },
    {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        rule: "the rule",
        declare: (rule, more) => ({
            type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            props: {
                securityGroupId: "sg-0a1b2c3d",
                ipProtocol: rule.protocol ?? "tcp",
                fromPort: rule.from ?? null,
                toPort: rule.to ?? rule.from ?? null,
                ...byVersion(rule.ranges?.[0]),
                ...(rule.prefixList === undefined ? {} : { prefixListId: rule.prefixList }),
                ...(rule.group === undefined ? {} : { referencedSecurityGroupId: rule.group }),
                ...more,
            },
        }),
    },
];

function inline(type: string, { group, ...rule }: Rule, more: More = {}): Fixture {
    const groups = group === undefined ? {} : { securityGroups: [group] };
    return { type, props: { ingress: [{ ...lists(rule), ...groups }], ...more } };
}

function lists({ protocol, from, to, ranges, prefixList, self }: Rule): More {
    return {
        protocol: protocol ?? "tcp",
        fromPort: from ?? 0,
        toPort: to ?? from ?? 0,
        ...(ranges === undefined ? {} : { cidrBlocks: ranges.filter((each) => !isIpv6(each)) }),
        ...(ranges?.some(isIpv6) ? { ipv6CidrBlocks: ranges.filter(isIpv6) } : {}),
        ...(prefixList === undefined ? {} : { prefixListIds: [prefixList] }),
        ...(self === undefined ? {} : { self }),
    };
}

function byVersion(range: unknown): More {
    return range === undefined ? {} : isIpv6(range) ? { cidrIpv6: range } : { cidrIpv4: range };
}

function isIpv6(range: unknown): boolean {
    return typeof range === "string" && range.includes(":");
}
