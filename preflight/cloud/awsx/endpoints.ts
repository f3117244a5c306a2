import { unwrap } from "../../values";
import type { Notes } from "../notes";
import { type Children, idOf, idsOf, type Made, outputOf, plainly, type Wire } from "./children";
import type { Subnet } from "./subnet";
import type { EndpointSpec, VpcArgs } from "./vpc-args";

/** What endpoints are attached to. */
export interface Surroundings {
    readonly vpc: Made;
    readonly zones: readonly string[];
    readonly subnets: readonly { readonly spec: Subnet; readonly made: Made }[];
    readonly routeTables: readonly Made[];
    readonly sharedTags: Wire;
    readonly region: Wire;
}

const TYPE = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** Makes the endpoints, under their services' bare names; with the strategy `Auto` also what they are attached to. */
export async function makeEndpoints(
    args: VpcArgs,
    around: Surroundings,
    children: Children,
    notes: Notes,
): Promise<readonly Made[]> {
    const endpoints: Made[] = [];
    for (const spec of args.endpointSpecs) {
        const isAuto = args.endpointStrategy === "Auto";
        if (!isAuto) warnIncomplete(spec, notes);
        const wires: Record<string, Wire> = {
            ...given(spec, children),
            region: regionOf(spec, around),
        };
        if (isAuto && spec.type === "interface")
            Object.assign(wires, await interfaceDefaults(spec, around, children));
        if (isAuto && spec.type === "gateway" && spec.properties.routeTableIds === undefined) {
            wires.routeTableIds = idsOf(around.routeTables);
        }
        const tags = tagsOf(spec, around, children);
        const own = { ...wires, tags, vpcId: idOf(around.vpc) };
        endpoints.push(
            await children.add(TYPE, spec.serviceName, around.vpc.urn, own, [around.vpc]),
        );
    }
    return endpoints;
}

/**
 * The VPC's DNS settings: with `Auto`, an interface endpoint with private DNS switches both on.
 * @throws {Error} where the program switches one off
 */
export function dnsSettings(args: VpcArgs): {
    readonly enableDnsHostnames: unknown;
    readonly enableDnsSupport: unknown;
} {
    const { enableDnsHostnames, enableDnsSupport } = args.raw;
    const needed =
        args.endpointStrategy === "Auto" &&
        args.endpointSpecs.some(
            ({ type, properties }) =>
                type === "interface" && unwrap(properties.privateDnsEnabled) !== false,
        );
    if (!needed) return { enableDnsHostnames, enableDnsSupport };
    for (const [key, value] of Object.entries({ enableDnsHostnames, enableDnsSupport })) {
        if (unwrap(value) === false) {
            throw new Error(
                `vpcEndpointStrategy "Auto" requires ${key} to be true when Interface endpoint private DNS is enabled.`,
            );
        }
    }
    return {
        enableDnsHostnames: enableDnsHostnames ?? true,
        enableDnsSupport: enableDnsSupport ?? true,
    };
}

function given({ properties }: EndpointSpec, children: Children): Record<string, Wire> {
    return Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [
            key,
            children.argument("vpcEndpointSpecs", value),
        ]),
    );
}

async function interfaceDefaults(
    spec: EndpointSpec,
    around: Surroundings,
    children: Children,
): Promise<Record<string, Wire>> {
    const { properties } = spec;
    const wires: Record<string, Wire> = {};
    if (properties.subnetIds === undefined && properties.subnetConfigurations === undefined) {
        wires.subnetIds = idsOf(onePerZone(around));
    }
    if (properties.privateDnsEnabled === undefined) wires.privateDnsEnabled = plainly(true);
    if (properties.securityGroupIds === undefined) {
        const group = await makeSecurityGroup(spec, around, children);
        wires.securityGroupIds = { value: [group.id], from: [group.urn] };
    }
    return wires;
}

async function makeSecurityGroup(
    spec: EndpointSpec,
    around: Surroundings,
    children: Children,
): Promise<Made> {
    const { vpc } = around;
    const region = regionOf(spec, around);
    const group = await children.add(
        "aws:ec2/securityGroup:SecurityGroup",
        `${spec.serviceName}-sg`,
        vpc.urn,
        // The SDK says this description where a program says none.
        {
            region,
            vpcId: idOf(vpc),
            tags: tagsOf(spec, around, children),
            description: plainly("Managed by Pulumi"),
        },
        [vpc],
    );
    const address = unwrap(spec.properties.ipAddressType);
    const isIpv6 =
        typeof address === "string" && ["ipv6", "dualstack"].includes(address.toLowerCase());
    const blocks = (key: string): Wire => ({ ...outputOf(vpc, key), value: [vpc.outputs[key]] });
    await children.add(
        "aws:ec2/securityGroupRule:SecurityGroupRule",
        `${spec.serviceName}-ingress`,
        vpc.urn,
        {
            region,
            type: plainly("ingress"),
            securityGroupId: idOf(group),
            protocol: plainly("tcp"),
            fromPort: plainly(443),
            toPort: plainly(443),
            cidrBlocks: blocks("cidrBlock"),
            ...(isIpv6 && { ipv6CidrBlocks: blocks("ipv6CidrBlock") }),
        },
        [group],
    );
    return group;
}

/** One subnet of each zone, private ones first. */
function onePerZone({ zones, subnets }: Surroundings): readonly Made[] {
    return zones.flatMap((zone) => {
        const ofType = (type: string): Made | undefined =>
            subnets.find(({ spec }) => spec.zone === zone && spec.type.toLowerCase() === type)
                ?.made;
        const best = ofType("private") ?? ofType("isolated") ?? ofType("public");
        return best === undefined ? [] : [best];
    });
}

function regionOf({ properties }: EndpointSpec, around: Surroundings): Wire {
    return properties.region === undefined ? around.region : plainly(properties.region);
}

function tagsOf({ tags }: EndpointSpec, { sharedTags }: Surroundings, children: Children): Wire {
    const from = [...sharedTags.from, ...children.argument("vpcEndpointSpecs").from];
    return { value: { ...(sharedTags.value as object), ...tags }, from };
}

function warnIncomplete({ serviceName, type, properties }: EndpointSpec, notes: Notes): void {
    const { subnetIds, subnetConfigurations, routeTableIds } = properties;
    if (type === "interface" && subnetIds === undefined && subnetConfigurations === undefined) {
        notes.add(
            "program-warning",
            `VPC endpoint "${serviceName}" is an Interface endpoint without subnetIds or subnetConfigurations. Specify vpcEndpointStrategy: "Auto" to use generated VPC subnets.`,
        );
    }
    if (type === "gateway" && routeTableIds === undefined) {
        notes.add(
            "program-warning",
            `VPC endpoint "${serviceName}" is a Gateway endpoint without routeTableIds. Specify vpcEndpointStrategy: "Auto" to use generated VPC route tables.`,
        );
    }
}
