import { hex, number } from "../identity";
import { zonesOf } from "./account";
import { filterValue, tagsOf, textOf } from "./filters";
import type { Answer, Call } from "./prepared";

function arn({ partition, region, account }: Call, kind: string, id: string): string {
    return `arn:${partition}:ec2:${region}:${account}:${kind}/${id}`;
}

/** The VPC that a query means: the one it names, else the region's default one. */
function vpcId(call: Call): string {
    const { args, account, region } = call;
    return (
        textOf(args, "vpcId") ??
        filterValue(args, "vpc-id") ??
        `vpc-${hex(`default ${account} ${region}`, 17)}`
    );
}

/** One subnet in each zone; the last digit of an id tells the zone, so that `getSubnet` agrees. */
function subnetIds(call: Call): readonly string[] {
    const type = `${JSON.stringify(tagsOf(call.args))} ${filterValue(call.args, "tag:Name") ?? ""}`;
    return zonesOf(call.region).map(
        (_, index) => `subnet-${hex(`${vpcId(call)} ${type}`, 16)}${index}`,
    );
}

/** Ids of one thing each, for the queries that list things. */
function listOf(prefix: string): Answer {
    return (call) => ({
        id: call.region,
        ids: [`${prefix}-${hex(call.seed, 17)}`],
        tags: tagsOf(call.args),
    });
}

/** A thing that a query finds by its id, its tags or filters. */
function found(
    prefix: string,
    kind: string,
    key: string,
    more: (call: Call, id: string) => Readonly<Record<string, unknown>>,
): Answer {
    return (call) => {
        const id =
            textOf(call.args, "id") ??
            textOf(call.args, key) ??
            filterValue(call.args, `${kind}-id`) ??
            `${prefix}-${hex(call.seed, 17)}`;
        return {
            id,
            [key]: id,
            arn: arn(call, kind, id),
            ownerId: call.account,
            tags: tagsOf(call.args),
            ...more(call, id),
        };
    };
}

function subnet(call: Call): Readonly<Record<string, unknown>> {
    const { args, region, account } = call;
    const zones = zonesOf(region);
    const asked = textOf(args, "availabilityZone") ?? filterValue(args, "availability-zone");
    const index = Math.max(0, asked === undefined ? -1 : zones.indexOf(asked));
    const id = textOf(args, "id") ?? filterValue(args, "subnet-id") ?? subnetIds(call)[index] ?? "";
    const digit = Number(id.at(-1));
    const position = Number.isNaN(digit) ? index : digit % zones.length;
    return {
        id,
        arn: arn(call, "subnet", id),
        ownerId: account,
        vpcId: vpcId(call),
        availabilityZone: asked ?? zones[position],
        availabilityZoneId: `${region}-az${position + 1}`,
        availableIpAddressCount: 4091,
        cidrBlock: `172.31.${position * 16}.0/20`,
        state: "available",
        ipv6CidrBlock: "",
        ipv6CidrBlockAssociationId: "",
        outpostArn: "",
        customerOwnedIpv4Pool: "",
        privateDnsHostnameTypeOnLaunch: "ip-name",
        tags: tagsOf(args),
    };
}

function vpc(call: Call): Readonly<Record<string, unknown>> {
    const id = textOf(call.args, "id") ?? vpcId(call);
    const block = textOf(call.args, "cidrBlock") ?? "172.31.0.0/16";
    return {
        id,
        arn: arn(call, "vpc", id),
        cidrBlock: block,
        cidrBlockAssociations: [
            {
                associationId: `vpc-cidr-assoc-${hex(id, 17)}`,
                cidrBlock: block,
                state: "associated",
            },
        ],
        default: call.args.default === true,
        dhcpOptionsId: `dopt-${hex(id, 17)}`,
        enableDnsHostnames: true,
        enableDnsSupport: true,
        enableNetworkAddressUsageMetrics: false,
        instanceTenancy: "default",
        ipv6AssociationId: "",
        ipv6CidrBlock: "",
        ipv6CidrBlockAssociations: [],
        mainRouteTableId: `rtb-${hex(id, 17)}`,
        ownerId: call.account,
        state: "available",
        tags: tagsOf(call.args),
    };
}

/** Networks that are there already. */
export const NETWORK_FUNCTIONS: Readonly<Record<string, Answer>> = {
    "aws:ec2/getVpc:getVpc": vpc,
    "aws:ec2/getVpcs:getVpcs": (call) => ({
        id: call.region,
        ids: [vpcId(call)],
        tags: tagsOf(call.args),
    }),
    "aws:ec2/getSubnet:getSubnet": subnet,
    "aws:ec2/getSubnets:getSubnets": (call) => ({
        id: call.region,
        ids: subnetIds(call),
        tags: tagsOf(call.args),
    }),
    "aws:ec2/getSubnetIds:getSubnetIds": (call) => ({
        id: vpcId(call),
        ids: subnetIds(call),
        vpcId: vpcId(call),
        tags: tagsOf(call.args),
    }),
    "aws:ec2/getSecurityGroup:getSecurityGroup": found("sg", "security-group", "id", (call) => ({
        name: textOf(call.args, "name") ?? filterValue(call.args, "group-name") ?? "default",
        description: "default VPC security group",
        vpcId: vpcId(call),
    })),
    "aws:ec2/getSecurityGroups:getSecurityGroups": (call) => {
        const id = `sg-${hex(call.seed, 17)}`;
        return {
            id: call.region,
            ids: [id],
            arns: [arn(call, "security-group", id)],
            vpcIds: [vpcId(call)],
            tags: tagsOf(call.args),
        };
    },
    "aws:ec2/getRouteTable:getRouteTable": found("rtb", "route-table", "routeTableId", (call) => ({
        vpcId: vpcId(call),
        gatewayId: textOf(call.args, "gatewayId") ?? "",
        subnetId: textOf(call.args, "subnetId") ?? "",
        associations: [],
        routes: [],
    })),
    "aws:ec2/getRouteTables:getRouteTables": listOf("rtb"),
    "aws:ec2/getNetworkAcls:getNetworkAcls": listOf("acl"),
    "aws:ec2/getNetworkInterfaces:getNetworkInterfaces": listOf("eni"),
    "aws:ec2/getNatGateways:getNatGateways": listOf("nat"),
    "aws:ec2/getInternetGateway:getInternetGateway": found(
        "igw",
        "internet-gateway",
        "internetGatewayId",
        (call) => ({
            attachments: [{ state: "available", vpcId: vpcId(call) }],
        }),
    ),
    "aws:ec2/getNatGateway:getNatGateway": found("nat", "natgateway", "id", (call) => ({
        vpcId: vpcId(call),
        state: "available",
        subnetId: subnetIds(call)[0],
        connectivityType: "public",
        publicIp: `203.0.113.${1 + number(call.seed, 254)}`,
    })),
    "aws:ec2/getElasticIp:getElasticIp": (call) => {
        const id = textOf(call.args, "id") ?? `eipalloc-${hex(call.seed, 17)}`;
        const publicIp = textOf(call.args, "publicIp") ?? `203.0.113.${1 + number(call.seed, 254)}`;
        return {
            id,
            arn: arn(call, "elastic-ip", id),
            publicIp,
            publicDns: `ec2-${publicIp.replaceAll(".", "-")}.${call.region}.compute.${call.suffix}`,
            domain: "vpc",
            associationId: "",
            instanceId: "",
            networkInterfaceId: "",
            networkInterfaceOwnerId: "",
            privateDns: "",
            privateIp: "",
            publicIpv4Pool: "amazon",
            tags: tagsOf(call.args),
        };
    },
    "aws:ec2/getPrefixList:getPrefixList": {
        id: "pl-{hex8}",
        cidrBlocks: ["203.0.113.0/24"],
        name: "com.amazonaws.{region}.s3",
    },
    "aws:ec2/getManagedPrefixList:getManagedPrefixList": (call) => ({
        id: textOf(call.args, "id") ?? `pl-${hex(call.seed, 8)}`,
        name: textOf(call.args, "name") ?? `com.amazonaws.${call.region}.s3`,
        addressFamily: "IPv4",
        entries: [{ cidr: "203.0.113.0/24", description: "" }],
        maxEntries: 10,
        ownerId: "AWS",
        version: 1,
        tags: {},
    }),
};
