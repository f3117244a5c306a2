import { bitsFor, type Cidr, firstAfter, overlap, parseCidr, startOf } from "./cidr";
import { type Naming, type Subnet, subnetOf } from "./subnet";
import type { SubnetSpec } from "./vpc-args";

/** Kinds in the order in which this layout places them, with the widest mask that it gives by itself. */
const KINDS = [
    { type: "Private", mask: 19 },
    { type: "Public", mask: 20 },
    { type: "Isolated", mask: 24 },
] as const;

/**
 * awsx's layout `Legacy`, its default: zones are equal parts of the VPC; in a zone come private, public, isolated subnets. A
 * kind starts in the range after the last subnet of the kinds before it, counted in that subnet's size.
 */
export function layOutLegacy(
    cidrBlock: string,
    zones: readonly string[],
    specs: readonly SubnetSpec[] | undefined,
    naming: Naming,
): readonly Subnet[] {
    const vpc = parseCidr(cidrBlock);
    const bits = bitsFor(zones.length);
    const blocks = zones.map((_, index) => part(vpc, bits, index));
    if (specs === undefined) return defaults(zones, blocks, naming);
    return zones.flatMap((zone, index) => {
        const block = blocks[index] ?? vpc;
        return inZone(block, specs).map(({ spec, cidr }) =>
            subnetOf(spec, zone, index, cidr, naming),
        );
    });
}

function inZone(
    block: Cidr,
    specs: readonly SubnetSpec[],
): readonly { readonly spec: SubnetSpec; readonly cidr: Cidr }[] {
    // A single subnet may have the whole zone.
    const newBits = specs.length === 1 ? 0 : 1;
    const placed: { spec: SubnetSpec; cidr: Cidr }[] = [];
    let previous: Cidr = { address: startOf(block) - 1, mask: 32 };
    for (const { type, mask: usual } of KINDS) {
        const before = placed.at(-1)?.cidr;
        const base = before === undefined ? block : part(before, 0, 1);
        specs
            .filter((spec) => spec.type.toLowerCase() === type.toLowerCase())
            .forEach((spec, index) => {
                const mask = spec.cidrMask ?? Math.max(block.mask + newBits, usual);
                let cidr = part(base, mask - (before ?? block).mask, index);
                if (overlap(previous, cidr)) cidr = firstAfter(previous, mask);
                placed.push({ spec: { ...spec, type }, cidr });
                previous = cidr;
            });
    }
    return placed;
}

/** All private subnets, then all public ones: half of each zone, and half of what is left. */
function defaults(
    zones: readonly string[],
    blocks: readonly Cidr[],
    naming: Naming,
): readonly Subnet[] {
    const halves = blocks.map((block) => part(block, 1, 0));
    const quarters = halves.map((half) => part(part(half, 0, 1), 1, 0));
    return [
        ...zones.map((zone, index) =>
            subnetOf({ type: "Private" }, zone, index, halves[index], naming),
        ),
        ...zones.map((zone, index) =>
            subnetOf({ type: "Public" }, zone, index, quarters[index], naming),
        ),
    ];
}

/** The range number `index` of those that are `bits` smaller, counted from the address itself, not from its range's start. */
function part({ address, mask }: Cidr, bits: number, index: number): Cidr {
    const smaller = mask + bits;
    if (smaller > 32)
        throw new Error(`Requested ${bits} new bits, but only ${32 - mask} are available.`);
    return { address: address + index * 2 ** (32 - smaller), mask: smaller };
}
