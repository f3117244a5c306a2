import type { SettingsIndex } from "../setting";

const LAUNCH = "aws:autoscaling:launchconfiguration";
const MAX_IOPS_PER_GIB = 500;

interface Limits {
    readonly size: readonly [number, number];
    readonly iops?: readonly [number, number];
    readonly throughput?: readonly [number, number];
}

const LIMITS: Readonly<Record<string, Limits>> = {
    standard: { size: [8, 1024] },
    gp2: { size: [10, 16_384] },
    gp3: { size: [10, 16_384], iops: [3000, 16_000], throughput: [125, 1000] },
    io1: { size: [10, 16_384], iops: [100, 20_000] },
};

/** Size, IOPS and throughput of the root volume, by its type. */
export function volumeProblems(settings: SettingsIndex): string[] {
    const type = settings.text(LAUNCH, "RootVolumeType");
    const limits = type === undefined ? undefined : LIMITS[type];
    const size = settings.count(LAUNCH, "RootVolumeSize");
    const iops = settings.count(LAUNCH, "RootVolumeIOPS");
    const throughput = settings.count(LAUNCH, "RootVolumeThroughput");
    const problems: string[] = [];
    if (type !== undefined && limits) {
        problems.push(
            ...outside("RootVolumeSize", size, limits.size, type),
            ...outside("RootVolumeIOPS", iops, limits.iops, type),
            ...outside("RootVolumeThroughput", throughput, limits.throughput, type),
        );
    }
    if (size !== undefined && iops !== undefined && iops > size * MAX_IOPS_PER_GIB) {
        problems.push(
            `${LAUNCH} RootVolumeIOPS: found ${iops} for ${size} GiB, expected at most ${size * MAX_IOPS_PER_GIB}`,
        );
    }
    return problems;
}

function outside(
    name: string,
    value: number | undefined,
    range: readonly [number, number] | undefined,
    type: string,
): string[] {
    if (value === undefined) return [];
    if (!range)
        return [
            `${LAUNCH} ${name}: found ${value}, expected none: a ${type} volume has no such setting`,
        ];
    const [low, high] = range;
    if (value >= low && value <= high) return [];
    return [`${LAUNCH} ${name}: found ${value}, expected ${low} to ${high} for a ${type} volume`];
}
