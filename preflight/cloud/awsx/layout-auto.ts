import { bitsFor, type Cidr, firstAfter, following, parseCidr, sizeOf, startOf } from "./cidr";
import { type Naming, type Subnet, subnetOf } from "./subnet";
import type { SubnetSpec } from "./vpc-args";

/** What the zones and their subnets are cut from. */
export interface Space {
    /** Undefined when it is not known yet. */
    readonly cidrBlock: string | undefined;
    readonly zones: readonly string[];
    /** Size of a zone's block, where the program says it. */
    readonly zoneMask?: number;
}

const DEFAULTS: readonly SubnetSpec[] = [{ type: "Private" }, { type: "Public" }];

/** Smallest block of a zone that the default subnets fit in. */
const SMALLEST_ZONE = 26;

/** awsx's layouts `Auto` and `Exact`: one block per zone, in it one subnet after the other, each aligned to its own size. */
export function layOutAuto(
    space: Space,
    specs: readonly SubnetSpec[] | undefined,
    naming: Naming,
): readonly Subnet[] {
    const vpc = space.cidrBlock === undefined ? undefined : parseCidr(space.cidrBlock);
    const named = specs ?? DEFAULTS;
    if (vpc === undefined)
        return space.zones.flatMap((zone, i) =>
            named.map((spec) => subnetOf(spec, zone, i, undefined, naming)),
        );
    const zoneMask = space.zoneMask ?? vpc.mask + bitsFor(space.zones.length);
    const sized = specs ?? defaultSpecs(zoneMask);
    if (sized.length === 0) throw new Error("No subnets specified");
    const usual = zoneMask + bitsFor(sized.length);
    const masks = sized.map((spec) => spec.cidrMask ?? usual);
    const needed = masks.reduce((sum, mask) => sum + sizeOf(mask), 0);
    if (needed > sizeOf(zoneMask)) {
        throw new Error(
            `Subnets are too large for VPC. VPC has ${sizeOf(zoneMask)} addresses, but subnets require ${needed} addresses.`,
        );
    }
    const subnets: Subnet[] = [];
    let block: Cidr = {
        address: startOf({ address: vpc.address, mask: Math.min(vpc.mask, zoneMask) }),
        mask: zoneMask,
    };
    for (const [index, zone] of space.zones.entries()) {
        let last: Cidr | undefined;
        for (const [position, spec] of sized.entries()) {
            const mask = masks[position] ?? usual;
            last =
                last === undefined
                    ? { address: startOf({ address: block.address, mask }), mask }
                    : firstAfter(last, mask);
            subnets.push(subnetOf(spec, zone, index, last, naming));
        }
        block = following(block);
    }
    return subnets;
}

/** awsx's layout `AutoMerge`: the default subnets, with what the program says of them, and its own after them. */
export function layOutMerged(
    space: Space,
    specs: readonly SubnetSpec[] | undefined,
    naming: Naming,
): readonly Subnet[] {
    if (specs?.some(({ cidrBlocks }) => cidrBlocks !== undefined)) {
        throw new Error(
            'subnetStrategy="AutoMerge" does not support subnetSpecs with explicit cidrBlocks. Use subnetStrategy="Auto" or "Exact" to fully specify the subnet layout.',
        );
    }
    const vpc = space.cidrBlock === undefined ? undefined : parseCidr(space.cidrBlock);
    const defaults =
        vpc === undefined
            ? DEFAULTS
            : defaultSpecs(space.zoneMask ?? vpc.mask + bitsFor(space.zones.length));
    return layOutAuto(space, merge(specs ?? [], defaults), naming);
}

/** Subnets whose ranges the program names. */
export function layOutExplicit(
    space: Space,
    specs: readonly SubnetSpec[],
    naming: Naming,
): readonly Subnet[] {
    return space.zones.flatMap((zone, index) =>
        specs.map((spec) =>
            subnetOf(spec, zone, index, parseCidr(spec.cidrBlocks?.[index] ?? ""), naming),
        ),
    );
}

function merge(
    specs: readonly SubnetSpec[],
    defaults: readonly SubnetSpec[],
): readonly SubnetSpec[] {
    const isDefault = ({ type, name }: SubnetSpec): boolean =>
        name === undefined &&
        defaults.some((candidate) => candidate.type.toLowerCase() === type.toLowerCase());
    const overrides = new Map(
        specs.filter(isDefault).map((spec) => [spec.type.toLowerCase(), spec]),
    );
    return [
        ...defaults.map((spec) => ({
            ...spec,
            ...withoutUndefined(overrides.get(spec.type.toLowerCase())),
        })),
        ...specs.filter((spec) => !isDefault(spec)),
    ];
}

function withoutUndefined(spec: SubnetSpec | undefined): Partial<SubnetSpec> {
    return Object.fromEntries(
        Object.entries(spec ?? {}).filter(([, value]) => value !== undefined),
    );
}

function defaultSpecs(zoneMask: number): readonly SubnetSpec[] {
    if (zoneMask > SMALLEST_ZONE) {
        throw new Error(
            `Automatic subnet creation requires a VPC with at least /${SMALLEST_ZONE} available per AZ, but only /${zoneMask} is available.` +
                "If you do need very small subnets, please specify them explicitly.",
        );
    }
    // Of a zone wider than /16 only the first /16 is used; the rest is left to be added later.
    const mask = Math.max(zoneMask, 16);
    return DEFAULTS.map((spec, index) => ({ ...spec, cidrMask: mask + index + 1 }));
}
