import { OUTPUT, type Props, RESOURCE, SIGNATURE, UNKNOWN } from "../../values";
import type { Children, Made } from "./children";
import type { Layout } from "./layout";
import type { Subnet } from "./subnet";

/** Type of the route tables. */
export const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";

/** A subnet that was made, with what it was made from. */
export interface MadeSubnet {
    readonly spec: Subnet;
    readonly made: Made;
}

/**
 * The component's outputs. awsx takes them all from one output that holds every child, so each depends on all of them, and
 * none is known before all of them are there.
 */
export function outputsOf(
    children: Children,
    subnets: readonly MadeSubnet[],
    layout: Layout,
): Props {
    const { made } = children;
    const isKnown = made.every(({ id }) => id !== UNKNOWN);
    const dependencies = made
        .filter(({ type }) => !type.startsWith("aws:ec2/securityGroup"))
        .map(({ urn }) => urn);
    const of = (type: string): readonly Props[] => made.filter(isType(type)).map(reference);
    const ids = (type: string): readonly string[] =>
        subnets.filter(({ spec }) => kindOf(spec) === type).map((subnet) => subnet.made.id);
    const inKind = (type: string): readonly Props[] =>
        subnets.filter(({ spec }) => kindOf(spec) === type).map((subnet) => reference(subnet.made));
    const values: Props = {
        vpc: of("aws:ec2/vpc:Vpc")[0],
        vpcId: made[0]?.id,
        subnets: of("aws:ec2/subnet:Subnet"),
        publicSubnets: inKind("public"),
        privateSubnets: inKind("private"),
        isolatedSubnets: inKind("isolated"),
        publicSubnetIds: ids("public"),
        privateSubnetIds: ids("private"),
        isolatedSubnetIds: ids("isolated"),
        routeTables: of(ROUTE_TABLE),
        routeTableAssociations: of("aws:ec2/routeTableAssociation:RouteTableAssociation"),
        routes: of("aws:ec2/route:Route"),
        internetGateway: of("aws:ec2/internetGateway:InternetGateway")[0],
        natGateways: of("aws:ec2/natGateway:NatGateway"),
        eips: of("aws:ec2/eip:Eip"),
        vpcEndpoints: of("aws:ec2/vpcEndpoint:VpcEndpoint"),
        subnetLayout: layout.resolved,
    };
    return Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
            key,
            { [SIGNATURE]: OUTPUT, ...(isKnown && { value }), dependencies },
        ]),
    );
}

function kindOf({ type }: Subnet): string {
    const kind = type.toLowerCase();
    return kind === "public" || kind === "private" ? kind : "isolated";
}

/** Tells children of a type. */
export function isType(type: string): (made: Made) => boolean {
    return (made) => made.type === type;
}

/** A child as the component's outputs hold it. */
export function reference({ urn, id }: Made): Props {
    return { [SIGNATURE]: RESOURCE, urn, id };
}
