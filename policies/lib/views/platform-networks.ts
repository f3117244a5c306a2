import type { PolicyResource } from "@pulumi/policy";
import { isSet, textOf } from "../properties";
import { valueIfKnown } from "../unknown-value";
import type { StackIndex } from "../stack-index";
import { type AddressRange, isWiderThan, isWithin, parseRange, spaceOf } from "./address-ranges";

/** Networks, and what adds ranges to them; each with the properties that hold a range, IPv4 and IPv6. */
const SOURCES: readonly (readonly [type: string, ipv4: string, ipv6: string])[] = [
    ["aws:ec2/vpc:Vpc", "cidrBlock", "ipv6CidrBlock"],
    ["aws:ec2/defaultVpc:DefaultVpc", "cidrBlock", "ipv6CidrBlock"],
    ["aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "cidrBlock", ""],
    ["aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation", "", "ipv6CidrBlock"],
];

/** The widest network that a VPC can have. */
const WIDEST_IN_VPC = { 4: 16, 6: 44 } as const;

/**
 * Whether a range is outside whatever VPC asks: it holds public IPv4 addresses, or more addresses than a VPC can have. Other
 * ranges, IPv6 ones above all, may be a VPC's own: `PlatformNetworks` tells.
 */
export function isOutsideEveryVpc(range: AddressRange): boolean {
    const { ipVersion } = range;
    if (spaceOf(range) === "local") return false;
    return (
        isWiderThan(range, WIDEST_IN_VPC[ipVersion]) ||
        (ipVersion === 4 && spaceOf(range) === "public")
    );
}

/**
 * The ranges of the VPCs that a stack declares. What lies in them is inside; a private range that does not is a partner's, a
 * VPN's or somebody else's network, and outside. A stack without a VPC stands in one that was made elsewhere: there, every
 * private range that can be a VPC's is taken for its own.
 */
export class PlatformNetworks {
    private readonly resources: readonly (readonly [PolicyResource, { 4: string; 6: string }])[];

    constructor(stack: StackIndex) {
        this.resources = SOURCES.flatMap(([type, ipv4, ipv6]) =>
            stack.ofType(type).map((vpc) => [vpc, { 4: ipv4, 6: ipv6 }] as const),
        );
    }

    /** Whether all of a range is inside. Throws when that hangs on a range that is not known yet. */
    has(range: AddressRange): boolean {
        if (isOutsideEveryVpc(range)) return false;
        const space = spaceOf(range);
        if (space === "local" || (space === "private" && this.resources.length === 0)) return true;
        const { known, unknown } = this.ranges(range.ipVersion);
        if (isWithin(range, known)) return true;
        for (const read of unknown) read();
        return false;
    }

    private ranges(ipVersion: 4 | 6): {
        readonly known: readonly AddressRange[];
        readonly unknown: readonly (() => unknown)[];
    } {
        const known: AddressRange[] = [];
        const unknown: (() => unknown)[] = [];
        for (const [{ props }, { [ipVersion]: key }] of this.resources) {
            if (!isSet(props, key)) continue;
            const text = valueIfKnown(() => textOf(props, key));
            if (text === undefined) unknown.push(() => props[key]);
            else known.push(...[parseRange(text)].filter((range) => range !== undefined));
        }
        return { known, unknown };
    }
}
