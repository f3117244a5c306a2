import type { Props } from "../../values";
import { type Cidr, endOf, firstAfter, following, startOf } from "./cidr";
import { layOutAuto, layOutExplicit, layOutMerged, type Space } from "./layout-auto";
import { layOutLegacy } from "./layout-legacy";
import { type CheckedSpecs, checkSpecs } from "./subnet-specs";
import type { Subnet } from "./subnet";
import type { SubnetSpec, VpcArgs } from "./vpc-args";

/** The subnets of a VPC, and the layout that the component gives back. */
export interface Layout {
    readonly subnets: readonly Subnet[];
    /** The layout as `subnetSpecs` that would give it. */
    readonly resolved: readonly Props[];
    /** awsx warns who gives specs and leaves the strategy to a default that will change. */
    readonly warnsOfDefault: boolean;
}

/** Decides on the subnets as awsx does. @throws {Error} for specs that awsx refuses */
export function layOut(vpc: string, space: Space, args: VpcArgs): Layout {
    const { subnetStrategy: strategy = "Legacy", subnetNameTagStrategy: tagStrategy } = args;
    const checked = args.subnetSpecs && checkSpecs(args.subnetSpecs, space.zones.length);
    const subnets = allocate({ vpc, tagStrategy }, strategy, space, checked);
    const isDerived = checked === undefined || strategy === "Legacy" || strategy === "AutoMerge";
    return {
        subnets,
        resolved: (isDerived ? derive(subnets, space.zones.length) : checked.specs).map(resolve),
        warnsOfDefault: args.subnetStrategy === undefined && checked?.explicit === false,
    };
}

function allocate(
    naming: { readonly vpc: string; readonly tagStrategy: string },
    strategy: string,
    space: Space,
    checked: CheckedSpecs | undefined,
): readonly Subnet[] {
    if (strategy === "AutoMerge") return layOutMerged(space, checked?.specs, naming);
    if (strategy === "Legacy" || (checked === undefined && strategy !== "Auto")) {
        if (space.cidrBlock === undefined) {
            throw new Error(
                'Dynamically allocated cidrBlock ranges are not supported with subnetStrategy="Legacy". "Try using subnetStrategy="Auto"',
            );
        }
        return layOutLegacy(space.cidrBlock, space.zones, checked?.specs, naming);
    }
    return checked?.explicit
        ? layOutExplicit(space, checked.specs, naming)
        : layOutAuto(space, checked?.specs, naming);
}

/**
 * The specs of a layout, read off its first subnets. awsx takes as many as a zone has, though the default of `Legacy` lists
 * all private subnets first; so do we, for the output is what the component really gives.
 */
function derive(subnets: readonly Subnet[], zoneCount: number): readonly SubnetSpec[] {
    const specs: SubnetSpec[] = [];
    let previous: Cidr | undefined;
    for (const { type, cidr } of subnets.slice(0, subnets.length / zoneCount)) {
        if (cidr === undefined) continue;
        if (previous !== undefined) {
            specs.push(
                ...gaps(previous, cidr).map(({ mask }) => ({ type: "Unused", cidrMask: mask })),
            );
        }
        specs.push({ type, cidrMask: cidr.mask });
        previous = cidr;
    }
    return specs;
}

/** The widest ranges that fill what lies between two subnets. */
function gaps(a: Cidr, b: Cidr): readonly Cidr[] {
    const [start, end] = startOf(a) < startOf(b) ? [a, b] : [b, a];
    const found: Cidr[] = [];
    let previous = a;
    for (
        let next = firstAfter(start, start.mask);
        startOf(next) < startOf(end);
        next = following(next)
    ) {
        for (
            let wider = widen(next);
            !contains(wider, endOf(previous)) && !contains(wider, startOf(end));
            wider = widen(next)
        ) {
            next = wider;
        }
        found.push(next);
        previous = next;
    }
    return found;
}

function widen({ address, mask }: Cidr): Cidr {
    return { address: startOf({ address, mask: mask - 1 }), mask: mask - 1 };
}

function contains(range: Cidr, address: number): boolean {
    return startOf(range) <= address && address <= endOf(range);
}

function resolve({ type, name, cidrBlocks, cidrMask, size }: SubnetSpec): Props {
    return {
        type,
        ...(name && { name }),
        ...(cidrBlocks && { cidrBlocks }),
        ...(cidrMask && { cidrMask }),
        ...(size && { size }),
    };
}
