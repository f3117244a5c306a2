import { Eip, NatGateway, RouteTable, Subnet, Vpc } from "@pulumi/aws/ec2";

import type { Expectations } from "../recording";

/** The part of awsx's inputs that its children follow from. */
interface VpcInputs {
    readonly natGateways: { readonly strategy: string };
    readonly subnetSpecs: readonly {
        readonly name: string;
        readonly cidrBlocks: readonly string[];
    }[];
}

/**
 * Stands in for awsx's VPC, whose children are made in another process: makes the ones the network looks at. Subnets
 * come in the reverse of awsx's order, since nothing may rely on that.
 */
export function awsxVpc(): Expectations {
    return {
        outputs: {
            "awsx:ec2:Vpc": (name, inputs) => children(name, inputs as unknown as VpcInputs),
            "aws:ec2/vpc:Vpc": () => ({
                defaultNetworkAclId: "acl-default",
                defaultRouteTableId: "rtb-default",
            }),
            "aws:ec2/vpcEndpoint:VpcEndpoint": (name) => ({ prefixListId: `pl-of-${name}` }),
        },
    };
}

function children(name: string, inputs: VpcInputs): Record<string, unknown> {
    const vpc = new Vpc(name, {});
    const subnets = inputs.subnetSpecs.flatMap((spec) =>
        spec.cidrBlocks.map(
            (cidrBlock, zone) =>
                new Subnet(`${name}-${spec.name}-${String(zone + 1)}`, {
                    vpcId: vpc.id,
                    cidrBlock,
                }),
        ),
    );
    const routeTables = subnets.map(
        (_, index) => new RouteTable(`${name}-${String(index + 1)}`, { vpcId: vpc.id }),
    );
    const zones =
        inputs.natGateways.strategy === "Single" ? 1 : inputs.subnetSpecs[0]!.cidrBlocks.length;
    const natGateways = Array.from({ length: zones }, (_, zone) => {
        const address = new Eip(`${name}-${String(zone + 1)}`, {});
        return new NatGateway(`${name}-${String(zone + 1)}`, {
            subnetId: subnets[zone]!.id,
            allocationId: address.id,
        });
    });
    return { vpc, vpcId: vpc.id, subnets: subnets.reverse(), routeTables, natGateways };
}
