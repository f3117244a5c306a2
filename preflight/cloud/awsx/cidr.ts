/**
 * A range of IPv4 addresses as it is written: `address` may lie inside the range (`10.0.32.0/18`), `start` is where the
 * range begins. awsx's older layout writes such ranges, so both are kept.
 */
export interface Cidr {
    readonly address: number;
    readonly mask: number;
}

/** Reads `10.0.0.0/16`. @throws {Error} for anything else */
export function parseCidr(text: string): Cidr {
    const [, a, b, c, d, mask] =
        /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text) ?? [];
    const bytes = [a, b, c, d].map(Number);
    if (mask === undefined || bytes.some((byte) => byte > 255) || Number(mask) > 32) {
        throw new Error(
            `cidrBlock: found ${JSON.stringify(text)}, expected an IPv4 range such as 10.0.0.0/16`,
        );
    }
    return { address: bytes.reduce((sum, byte) => sum * 256 + byte, 0), mask: Number(mask) };
}

/** Writes a range, with the address as it is. */
export function formatCidr({ address, mask }: Cidr): string {
    return `${formatAddress(address)}/${mask}`;
}

/** Writes an address. */
export function formatAddress(address: number): string {
    return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** Number of addresses of a mask. */
export function sizeOf(mask: number): number {
    return 2 ** (32 - mask);
}

/** First address of the range. */
export function startOf({ address, mask }: Cidr): number {
    return Math.floor(address / sizeOf(mask)) * sizeOf(mask);
}

/** Last address of the range. */
export function endOf(range: Cidr): number {
    return startOf(range) + sizeOf(range.mask) - 1;
}

/** The range of the same size that follows. */
export function following(range: Cidr): Cidr {
    return { address: endOf(range) + 1, mask: range.mask };
}

/** The first range of a size that begins after another has ended. */
export function firstAfter(previous: Cidr, mask: number): Cidr {
    return following({ address: endOf(previous), mask });
}

/** Whether two ranges share an address. */
export function overlap(a: Cidr, b: Cidr): boolean {
    return startOf(a) <= endOf(b) && startOf(b) <= endOf(a);
}

/** Bits that tell so many things apart. */
export function bitsFor(count: number): number {
    return count <= 1 ? 0 : Math.ceil(Math.log2(count));
}
