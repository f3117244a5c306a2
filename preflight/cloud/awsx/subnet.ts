import { UNKNOWN, type Props } from "../../values";
import { type Cidr, formatCidr } from "./cidr";
import type { SubnetSpec } from "./vpc-args";

/** One subnet in one zone. */
export interface Subnet {
    readonly type: string;
    readonly zone: string;
    /** Pulumi name of the subnet, its route table, association and route: numbered, whatever the tag says. */
    readonly name: string;
    /** Value of the Name tag. */
    readonly nameTag: string;
    /** Undefined when the VPC's range is not known yet. */
    readonly cidr: Cidr | undefined;
    readonly assignIpv6AddressOnCreation?: boolean;
    readonly tags?: Props;
}

/** What the names of subnets depend on. */
export interface Naming {
    readonly vpc: string;
    readonly tagStrategy: string;
}

/** Makes a subnet of a spec in the zone with the given index. */
export function subnetOf(
    spec: SubnetSpec,
    zone: string,
    index: number,
    cidr: Cidr | undefined,
    naming: Naming,
): Subnet {
    const base = `${naming.vpc}-${spec.name ?? spec.type.toLowerCase()}`;
    return {
        type: spec.type,
        zone,
        name: `${base}-${index + 1}`,
        nameTag: `${base}-${naming.tagStrategy === "AvailabilityZone" ? zoneSuffix(zone) : index + 1}`,
        cidr,
        ...(spec.assignIpv6AddressOnCreation !== undefined && {
            assignIpv6AddressOnCreation: spec.assignIpv6AddressOnCreation,
        }),
        ...(spec.tags && { tags: spec.tags }),
    };
}

/** The subnet's range as text. */
export function cidrBlockOf({ cidr }: Subnet): string {
    return cidr === undefined ? UNKNOWN : formatCidr(cidr);
}

/** `eu-west-1a` → `1a`; a name of another form stays. */
export function zoneSuffix(zone: string): string {
    return zone.replace(/^[a-z]{2}(?:-[a-z]+)+-/, "");
}

/** Public, then private, then isolated: the order in which subnets of a zone are made, for routes need gateways. */
export function byReach(a: Subnet, b: Subnet): number {
    return rank(a) - rank(b);
}

function rank({ type }: Subnet): number {
    return ["public", "private", "isolated"].indexOf(type.toLowerCase());
}
