import { parseCidr, sizeOf } from "./cidr";
import type { SubnetSpec } from "./vpc-args";

/** Specs whose sizes and masks agree, and whether they name their ranges. */
export interface CheckedSpecs {
    readonly specs: readonly SubnetSpec[];
    readonly explicit: boolean;
}

/** Valid sizes, the mask being the index; awsx takes none smaller than /30. */
const SIZES: readonly number[] = Array.from({ length: 31 }, (_, mask) => sizeOf(mask));

/**
 * Checks the program's subnet specs as awsx does.
 * @throws {Error} that lists every problem
 */
export function checkSpecs(specs: readonly SubnetSpec[], zoneCount: number): CheckedSpecs {
    const explicit = specs.some(({ cidrBlocks }) => cidrBlocks !== undefined);
    const issues = [...nameIssues(specs), ...sizeIssues(specs)];
    const checked = explicit ? specs : specs.map((spec) => withMask(spec, issues));
    if (explicit)
        specs.forEach((spec, index) => issues.push(...blockIssues(spec, index, zoneCount)));
    if (issues.length > 0)
        throw new Error(`Invalid subnet specifications:\n - ${issues.join("\n - ")}`);
    return { specs: checked, explicit };
}

function nameIssues(specs: readonly SubnetSpec[]): readonly string[] {
    const types = new Set(specs.map(({ type }) => type.toLowerCase()));
    return [...types].flatMap((type) => {
        const names = specs
            .filter((spec) => spec.type.toLowerCase() === type)
            .map(({ name }) => name);
        if (new Set(names).size === names.length) return [];
        return [
            `Multiple subnet specs of type "${type}" require unique names. ` +
                'You can have at most one unnamed subnet per type. All other subnets of the same type must have unique "name" properties to avoid duplicate resource names.',
        ];
    });
}

function sizeIssues(specs: readonly SubnetSpec[]): readonly string[] {
    const wrong = specs.flatMap(({ size }) =>
        size === undefined || SIZES.includes(size) ? [] : [size],
    );
    if (wrong.length === 0) return [];
    return [
        `The following subnet sizes are invalid: ${wrong.join(", ")}. Valid sizes are: ${SIZES.join(", ")}.`,
    ];
}

function withMask(spec: SubnetSpec, issues: string[]): SubnetSpec {
    const mask = spec.cidrMask ?? (spec.size ? SIZES.indexOf(spec.size) : undefined);
    if (mask === undefined) return spec;
    const size = SIZES[mask];
    if (spec.size !== undefined && size !== undefined && size !== spec.size) {
        issues.push(
            `Subnet size ${spec.size} does not match the expected size for a /${mask} subnet (${size}).`,
        );
    }
    return { ...spec, cidrMask: mask, ...(size !== undefined && { size }) };
}

function blockIssues(
    { cidrBlocks, cidrMask, size }: SubnetSpec,
    index: number,
    zoneCount: number,
): readonly string[] {
    if (cidrBlocks === undefined) {
        return [
            "If any subnet spec has explicit cidrBlocks, all subnets must have explicit cidrBlocks.",
        ];
    }
    if (cidrBlocks.length !== zoneCount) {
        return [
            `The number of CIDR blocks in subnetSpecs[${index}] must match the number of availability zones (${zoneCount}).`,
        ];
    }
    const masks = cidrBlocks.map((block) => parseCidr(block).mask);
    if (cidrMask !== undefined && masks.some((mask) => mask !== cidrMask)) {
        return [
            `The cidrMask in subnetSpecs[${index}] must match all cidrBlocks or be left undefined.`,
        ];
    }
    if (size !== undefined && masks.some((mask) => sizeOf(mask) !== size)) {
        return [
            `The size in subnetSpecs[${index}] must match all cidrBlocks or be left undefined.`,
        ];
    }
    return [];
}
