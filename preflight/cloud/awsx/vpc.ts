import { type Props, UNKNOWN, unwrap } from "../../values";
import type { Notes } from "../notes";
import { known } from "../provider/context";
import type { ConstructRequest } from "../simulation";
import { checkArgs, checkElasticIps, checkSubnets, checkZoneSuffixes } from "./checks";
import { Children, idOf, type Made, outputOf, plainly, type Wire } from "./children";
import { dnsSettings, makeEndpoints } from "./endpoints";
import { ipv6SubnetBlock } from "./ipv6";
import { type Layout, layOut } from "./layout";
import { byReach, cidrBlockOf, type Subnet } from "./subnet";
import { isType, type MadeSubnet, outputsOf, ROUTE_TABLE } from "./vpc-outputs";
import { readVpcArgs, type VpcArgs } from "./vpc-args";

/** Arguments that the VPC itself takes as they are. */
const OWN = [
    "assignGeneratedIpv6CidrBlock",
    "enableNetworkAddressUsageMetrics",
    "instanceTenancy",
    "ipv4IpamPoolId",
    "ipv4NetmaskLength",
    "ipv6CidrBlock",
    "ipv6CidrBlockNetworkBorderGroup",
    "ipv6IpamPoolId",
    "ipv6NetmaskLength",
];
const DEFAULT_BLOCK = "10.0.0.0/16";

/**
 * Builds an `awsx.ec2.Vpc` as awsx 3 does (awsx/ec2/vpc.ts): the same children, names, parents, inputs and dependencies.
 * @throws {Error} for arguments that awsx refuses
 */
export async function constructVpc(request: ConstructRequest, notes: Notes): Promise<Props> {
    const args = readVpcArgs(request.inputs);
    checkArgs(args);
    const dns = dnsSettings(args);
    const zones = args.availabilityZoneNames ?? (await defaultZones(args, request));
    checkElasticIps(args, zones);
    if (args.subnetNameTagStrategy === "AvailabilityZone") checkZoneSuffixes(zones);
    // A range of an address pool is known only once the VPC is there.
    const fromPool = args.cidrBlock === undefined && args.raw.ipv4IpamPoolId !== undefined;
    const cidrBlock = fromPool ? undefined : unwrap(args.raw.cidrBlock ?? DEFAULT_BLOCK);
    const decide = (block: unknown): Layout =>
        decideLayout(request.name, known(block), zones, args);
    // Decided before anything is made, for awsx refuses first; a range from a pool is told later, to layouts that can wait.
    const early = decide(cidrBlock);

    const children = new Children(request);
    const region = children.argument("region");
    const sharedTags = children.argument("tags", { Name: request.name, ...args.tags });
    const vpc = await children.add(
        "aws:ec2/vpc:Vpc",
        request.name,
        request.urn,
        {
            ...Object.fromEntries(OWN.map((key) => [key, children.argument(key)])),
            region,
            cidrBlock: plainly(cidrBlock),
            enableDnsHostnames: children.argument("enableDnsHostnames", dns.enableDnsHostnames),
            enableDnsSupport: children.argument("enableDnsSupport", dns.enableDnsSupport),
            tags: sharedTags,
        },
        [],
    );
    const layout = fromPool ? decide(vpc.outputs.cidrBlock) : early;
    if (layout.warnsOfDefault) warnOfDefault(layout, notes);
    const builder = new Builder(request, args, children, { vpc, region, sharedTags });
    await builder.gateway();
    for (const [index, zone] of zones.entries()) {
        const inZone = layout.subnets
            .filter((subnet) => subnet.zone === zone && subnet.type !== "Unused")
            .sort(byReach);
        for (const [position, subnet] of inZone.entries())
            await builder.subnet(subnet, index, index + position * zones.length);
    }
    const around = {
        vpc,
        zones,
        subnets: builder.subnets,
        routeTables: children.made.filter(isType(ROUTE_TABLE)),
        sharedTags,
        region,
    };
    await makeEndpoints(args, around, children, notes);
    return outputsOf(children, builder.subnets, layout);
}

/** Makes what every zone has. */
class Builder {
    public readonly subnets: MadeSubnet[] = [];
    private readonly natGateways: Made[] = [];
    private internetGateway: Made | undefined;

    public constructor(
        private readonly request: ConstructRequest,
        private readonly args: VpcArgs,
        private readonly children: Children,
        private readonly shared: {
            readonly vpc: Made;
            readonly region: Wire;
            readonly sharedTags: Wire;
        },
    ) {}

    /** Every VPC has an internet gateway, for it costs nothing. */
    public async gateway(): Promise<void> {
        const { vpc, region, sharedTags } = this.shared;
        const wires = { region, vpcId: idOf(vpc), tags: sharedTags };
        this.internetGateway = await this.children.add(
            "aws:ec2/internetGateway:InternetGateway",
            this.request.name,
            vpc.urn,
            wires,
            [vpc],
        );
    }

    /** A subnet with its route table, its association, its way out, and in public ones the zone's NAT gateway. */
    public async subnet(spec: Subnet, zoneIndex: number, ipv6Index: number): Promise<void> {
        const { vpc, region } = this.shared;
        const { children } = this;
        const isPublic = spec.type.toLowerCase() === "public";
        const assign = spec.assignIpv6AddressOnCreation ?? this.args.assignGeneratedIpv6CidrBlock;
        const made = await children.add(
            "aws:ec2/subnet:Subnet",
            spec.name,
            vpc.urn,
            {
                region,
                vpcId: idOf(vpc),
                availabilityZone: plainly(spec.zone),
                mapPublicIpOnLaunch: plainly(isPublic),
                cidrBlock: plainly(cidrBlockOf(spec)),
                assignIpv6AddressOnCreation: plainly(assign),
                ipv6CidrBlock: this.ipv6Block(assign, ipv6Index),
                tags: this.tags(spec, spec.tags),
            },
            [vpc],
        );
        this.subnets.push({ spec, made });
        const routeTable = await children.add(
            ROUTE_TABLE,
            spec.name,
            made.urn,
            { region, vpcId: idOf(vpc), tags: this.tags(spec) },
            [made],
        );
        const association = { region, routeTableId: idOf(routeTable), subnetId: idOf(made) };
        await children.add(
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            spec.name,
            routeTable.urn,
            association,
            [routeTable],
        );
        if (isPublic && this.needsNatGateway(zoneIndex)) await this.natGateway(made, zoneIndex);
        const wayOut = this.wayOut(spec, zoneIndex);
        if (wayOut === undefined) return;
        const route = {
            region,
            routeTableId: idOf(routeTable),
            destinationCidrBlock: plainly("0.0.0.0/0"),
            ...wayOut,
        };
        await children.add("aws:ec2/route:Route", spec.name, routeTable.urn, route, [routeTable]);
    }

    private wayOut(spec: Subnet, zoneIndex: number): Record<string, Wire> | undefined {
        switch (spec.type.toLowerCase()) {
            case "public":
                return this.internetGateway && { gatewayId: idOf(this.internetGateway) };
            case "private": {
                const single = this.args.natStrategy.toLowerCase() === "single";
                const gateway = this.natGateways[single ? 0 : zoneIndex];
                return gateway && { natGatewayId: idOf(gateway) };
            }
            default:
                return undefined;
        }
    }

    private needsNatGateway(zoneIndex: number): boolean {
        const limits: Readonly<Record<string, number>> = { single: 1, oneperaz: zoneIndex + 1 };
        return this.natGateways.length < (limits[this.args.natStrategy.toLowerCase()] ?? 0);
    }

    private async natGateway(subnet: Made, zoneIndex: number): Promise<void> {
        const { region } = this.shared;
        const { children, args } = this;
        const name = `${this.request.name}-${zoneIndex + 1}`;
        const tags = children.argument("tags", { ...args.tags, Name: name });
        const given = args.elasticIps[zoneIndex];
        const allocationId =
            args.elasticIps.length > 0
                ? children.argument("natGateways", given)
                : outputOf(
                      await children.add("aws:ec2/eip:Eip", name, subnet.urn, { region, tags }, [
                          subnet,
                      ]),
                      "allocationId",
                  );
        const wires = { region, subnetId: idOf(subnet), allocationId, tags };
        this.natGateways.push(
            await children.add("aws:ec2/natGateway:NatGateway", name, subnet.urn, wires, [subnet]),
        );
    }

    private ipv6Block(assign: boolean, index: number): Wire {
        const block = outputOf(this.shared.vpc, "ipv6CidrBlock");
        const value = unwrap(block.value);
        // Whether there is one follows from an output of the VPC, so neither is known before the VPC is there.
        if (value === UNKNOWN || this.shared.vpc.id === UNKNOWN)
            return { ...block, value: UNKNOWN };
        if (!assign) return plainly(undefined);
        if (typeof value !== "string" || value === "") {
            throw new Error(
                "Subnets with assignIpv6AddressOnCreation=true require the VPC to have an IPv6 CIDR block. Set assignGeneratedIpv6CidrBlock=true or provide ipv6CidrBlock.",
            );
        }
        return { ...block, value: ipv6SubnetBlock(value, index) };
    }

    private tags(spec: Subnet, own: Props = {}): Wire {
        const { value, from } = this.shared.sharedTags;
        return {
            value: { ...(value as Props), ...own, Name: spec.nameTag, SubnetType: spec.type },
            from: [
                ...from,
                ...(Object.keys(own).length > 0 ? this.children.argument("subnetSpecs").from : []),
            ],
        };
    }
}

async function defaultZones(args: VpcArgs, request: ConstructRequest): Promise<readonly string[]> {
    const wanted = args.numberOfAvailabilityZones ?? 3;
    const region = unwrap(args.region);
    if (region === UNKNOWN) {
        throw new Error(
            "Vpc.region must be a plain string when availabilityZoneNames is not set. If region is dynamic, specify availabilityZoneNames explicitly.",
        );
    }
    const token = "aws:index/getAvailabilityZones:getAvailabilityZones";
    const { names } = await request.invoke(token, region === undefined ? {} : { region });
    const found = Array.isArray(names) ? names.map(String) : [];
    if (found.length < wanted) {
        throw new Error(
            `The configured region for this provider does not have at least ${wanted} Availability Zones. Either specify an explicit list of zones in availabilityZoneNames or choose a region with at least ${wanted} AZs.`,
        );
    }
    return found.slice(0, wanted);
}

function decideLayout(
    name: string,
    cidrBlock: string | undefined,
    zones: readonly string[],
    args: VpcArgs,
): Layout {
    const zoneMask = args.availabilityZoneCidrMask;
    const layout = layOut(
        name,
        { cidrBlock, zones, ...(zoneMask !== undefined && { zoneMask }) },
        args,
    );
    if (cidrBlock !== undefined) checkSubnets(layout.subnets, args, cidrBlock);
    return layout;
}

function warnOfDefault({ resolved }: Layout, notes: Notes): void {
    notes.add(
        "program-warning",
        `The default subnetStrategy will change from "Legacy" to "Auto" in the next major version. Please specify the subnetStrategy explicitly. The current subnet layout can be specified via "Auto" as:\n\n${JSON.stringify(resolved)}`,
    );
}
