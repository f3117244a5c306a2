import {
    type Cidr,
    endOf,
    following,
    formatAddress,
    formatCidr,
    overlap,
    parseCidr,
    startOf,
} from "./cidr";
import { type Subnet, zoneSuffix } from "./subnet";
import type { VpcArgs } from "./vpc-args";

/** Refuses combinations of arguments as awsx does, before anything is made. @throws {Error} */
export function checkArgs(args: VpcArgs): void {
    const { raw } = args;
    if (raw.ipv4IpamPoolId !== undefined) {
        if (raw.cidrBlock !== undefined && raw.ipv4NetmaskLength !== undefined) {
            throw new Error("Only one of 'cidrBlock', 'ipv4NetmaskLength' is allowed.");
        }
        if (raw.cidrBlock === undefined && raw.ipv4NetmaskLength === undefined) {
            throw new Error(
                "If 'ipv4IpamPoolId' is specified, 'ipv4NetmaskLength' or 'cidrBlock' must also be specified.",
            );
        }
    }
    if (args.availabilityZoneNames !== undefined && args.numberOfAvailabilityZones) {
        throw new Error(
            "Only one of [availabilityZoneNames] and [numberOfAvailabilityZones] can be specified",
        );
    }
}

/** Refuses a number of addresses that does not fit the strategy for NAT gateways. @throws {Error} */
export function checkElasticIps(
    { natStrategy, elasticIps }: VpcArgs,
    zones: readonly string[],
): void {
    switch (natStrategy.toLowerCase()) {
        case "none":
            if (elasticIps.length > 0) {
                throw new Error(
                    `Elastic IP allocation IDs cannot be specified when NAT Gateway strategy is '${natStrategy}'.`,
                );
            }
            return;
        case "single":
            if (elasticIps.length > 1) {
                throw new Error(
                    `Exactly one Elastic IP may be specified when NAT Gateway strategy is '${natStrategy}'.`,
                );
            }
            return;
        case "oneperaz":
            if (elasticIps.length > 0 && elasticIps.length !== zones.length) {
                throw new Error(
                    `The number of Elastic IPs, if specified, must match the number of availability zones for the VPC (${zones.length}) when NAT Gateway strategy is '${natStrategy}'`,
                );
            }
            return;
        default:
            throw new Error(`Unknown NatGatewayStrategy '${natStrategy}'`);
    }
}

/** Refuses zones that would give two subnets one Name tag. @throws {Error} */
export function checkZoneSuffixes(zones: readonly string[]): void {
    const seen = new Map<string, string>();
    for (const zone of zones) {
        const suffix = zoneSuffix(zone);
        const other = seen.get(suffix);
        if (other !== undefined) {
            throw new Error(
                `subnetNameTagStrategy="AvailabilityZone" requires availability zones with distinct suffixes, but "${other}" and "${zone}" both reduce to "${suffix}".`,
            );
        }
        seen.set(suffix, zone);
    }
}

/** Refuses subnets that overlap, gaps in an exact layout, and gateways without a place. @throws {Error} */
export function checkSubnets(subnets: readonly Subnet[], args: VpcArgs, cidrBlock: string): void {
    const placed = subnets.filter(
        (subnet): subnet is Subnet & { cidr: Cidr } => subnet.cidr !== undefined,
    );
    const wrong = placed.filter((a) => placed.some((b) => a !== b && overlap(a.cidr, b.cidr)));
    if (wrong.length > 0) {
        throw new Error(
            "The following subnets overlap with at least one other subnet. Make the CIDR for the VPC larger, reduce the size of the subnets per AZ, or use less Availability Zones:\n\n" +
                wrong
                    .map(({ name, cidr }, index) => `${index + 1}. ${name}: ${formatCidr(cidr)}\n`)
                    .join(""),
        );
    }
    if (args.subnetStrategy === "Exact") checkNoGaps(placed, parseCidr(cidrBlock));
    checkGatewayPlaces(subnets, args.natStrategy);
}

function checkGatewayPlaces(subnets: readonly Subnet[], strategy: string): void {
    if (strategy.toLowerCase() === "none") return;
    const types = new Set(subnets.map(({ type }) => type.toLowerCase()));
    if (!types.has("public") || !(types.has("private") || types.has("isolated"))) {
        throw new Error(
            "If NAT Gateway strategy is 'OnePerAz' or 'Single', public subnets must be declared to host the NAT Gateway resource, along with private or isolated subnets to route through it.",
        );
    }
}

function checkNoGaps(subnets: readonly (Subnet & { cidr: Cidr })[], vpc: Cidr): void {
    const gaps: string[] = [];
    for (const [index, { name, cidr }] of subnets.entries()) {
        const previous = subnets[index - 1];
        if (previous === undefined) {
            if (startOf(cidr) !== startOf(vpc)) {
                gaps.push(
                    `${name} (${formatCidr(cidr)}) does not start at the beginning of the VPC (${formatCidr(vpc)})`,
                );
            }
        } else if (startOf(cidr) !== following(previous.cidr).address) {
            gaps.push(
                `${previous.name} (${formatCidr(previous.cidr)}) <=> ${name} (${formatCidr(cidr)})`,
            );
        }
    }
    const last = subnets.at(-1);
    if (last !== undefined && endOf(last.cidr) !== endOf(vpc)) {
        gaps.push(
            `${last.name} (ending ${formatAddress(endOf(last.cidr))}) ends before VPC ends (at ${formatAddress(endOf(vpc))}})`,
        );
    }
    if (gaps.length > 0) {
        throw new Error(
            `There are gaps in the subnet ranges. Please fix the following gaps: ${gaps.join(", ")}`,
        );
    }
}
