import { Eip, NatGateway, RouteTable, Subnet, Vpc } from "@pulumi/aws/ec2";

import type { Expectations } from "../recording";

interface Spec {
    readonly name: string;
    readonly type: string;
    readonly cidrBlocks: readonly string[];
}

/** The inputs that the network gives awsx. */
export interface VpcInputs {
    readonly availabilityZoneNames: readonly string[];
    readonly natGateways: { readonly strategy: string };
    readonly subnetSpecs: readonly Spec[];
}

/**
 * Stands in for awsx's VPC, whose children are made in another process: makes the ones the network looks at. Subnets
 * come in an order of their own, since nothing may rely on it.
 */
export function awsxVpc(inputs: VpcInputs): Expectations {
    return {
        outputs: {
            "awsx:ec2:Vpc": (name) => {
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
                    (_, index) =>
                        new RouteTable(`${name}-table-${String(index + 1)}`, { vpcId: vpc.id }),
                );
                const zones =
                    inputs.natGateways.strategy === "Single"
                        ? 1
                        : inputs.availabilityZoneNames.length;
                const natGateways = Array.from({ length: zones }, (_, zone) => {
                    const eip = new Eip(`${name}-${String(zone + 1)}`, {});
                    return new NatGateway(`${name}-${String(zone + 1)}`, {
                        subnetId: subnets[zone]!.id,
                        allocationId: eip.id,
                    });
                });
                return { vpc, vpcId: vpc.id, subnets: subnets.reverse(), routeTables, natGateways };
            },
        },
    };
}
