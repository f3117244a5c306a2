import * as ipaddr from "ipaddr.js";

/** Addresses of one IP version that follow each other. */
export interface AddressRange {
    readonly ipVersion: 4 | 6;
    /** First and last address as numbers. */
    readonly first: bigint;
    readonly last: bigint;
}

/** Who can be behind an address: anybody, somebody in a network of one's own or a partner's, or nobody but the host itself. */
export type AddressSpace = "public" | "private" | "local";

/** Never leave the host or the link; Amazon's own services on an instance and VPC Lattice answer there. */
const LOCAL = rangesOf("127.0.0.0/8", "169.254.0.0/16", "::1/128", "fe80::/10");

/** Not routed on the Internet: RFC 1918, RFC 6598, RFC 2544 and RFC 4193, which VPCs, VPNs and partners use. */
const PRIVATE = mergeRanges([
    ...LOCAL,
    ...rangesOf("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "198.18.0.0/15"),
    ...rangesOf("fc00::/7"),
]);

/**
 * Reads `address/length`, as AWS does, be it the first address of the range or another one in it.
 * @returns `undefined` for what is none; leading zeros and shortened or hexadecimal IPv4 addresses, too: tools disagree on what
 * they mean
 */
export function parseRange(text: string): AddressRange | undefined {
    if (!ipaddr.isValidCIDR(text) || text.includes("%")) return undefined;
    const [address, prefixLength] = ipaddr.parseCIDR(text);
    const ipVersion = address.kind() === "ipv4" ? 4 : 6;
    if (ipVersion === 4 && text !== `${address.toString()}/${prefixLength}`) return undefined;
    const size = 1n << BigInt(bitsOf(ipVersion) - prefixLength);
    const value = address.toByteArray().reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
    const first = value - (value % size);
    return { ipVersion, first, last: first + size - 1n };
}

/** Adds ranges up: those that touch or overlap become one. In order of address, IPv4 first. */
export function mergeRanges(ranges: readonly AddressRange[]): readonly AddressRange[] {
    const merged: AddressRange[] = [];
    for (const range of [...ranges].sort(inOrder)) {
        const before = merged.at(-1);
        if (before?.ipVersion === range.ipVersion && range.first <= before.last + 1n) {
            merged[merged.length - 1] = { ...before, last: max(before.last, range.last) };
        } else {
            merged.push(range);
        }
    }
    return merged;
}

/** What is left of a range without others. In order of address. */
export function withoutRanges(
    range: AddressRange,
    others: readonly AddressRange[],
): readonly AddressRange[] {
    const { ipVersion, last } = range;
    const left: AddressRange[] = [];
    let first = range.first;
    for (const other of mergeRanges(others).filter((each) => overlap(each, range))) {
        if (other.first > first) left.push({ ipVersion, first, last: other.first - 1n });
        first = other.last + 1n;
    }
    if (first <= last) left.push({ ipVersion, first, last });
    return left;
}

/** Whether all addresses of a range are among others, which may add up to it. */
export function isWithin(range: AddressRange, others: readonly AddressRange[]): boolean {
    return withoutRanges(range, others).length === 0;
}

/** Whether two ranges share an address. */
export function overlap(a: AddressRange, b: AddressRange): boolean {
    return a.ipVersion === b.ipVersion && a.first <= b.last && b.first <= a.last;
}

/** Whether a range has more addresses than a network of this prefix length. */
export function isWiderThan(
    { ipVersion, first, last }: AddressRange,
    prefixLength: number,
): boolean {
    return last - first + 1n > 1n << BigInt(bitsOf(ipVersion) - prefixLength);
}

/** Who can be behind a range. One that has a single public address is public, however many private ones it has beside. */
export function spaceOf(range: AddressRange): AddressSpace {
    if (isWithin(range, LOCAL)) return "local";
    return isWithin(range, PRIVATE) ? "private" : "public";
}

/** `10.0.0.0/8`, or `10.0.0.0 to 10.0.0.9` for what is no single network. */
export function rangeText({ ipVersion, first, last }: AddressRange): string {
    const size = last - first + 1n;
    const hostBits = size.toString(2).length - 1;
    const start = addressText(first, ipVersion);
    return size === 1n << BigInt(hostBits) && first % size === 0n
        ? `${start}/${bitsOf(ipVersion) - hostBits}`
        : `${start} to ${addressText(last, ipVersion)}`;
}

function rangesOf(...texts: readonly string[]): readonly AddressRange[] {
    return texts.map(parseRange).filter((range) => range !== undefined);
}

function addressText(value: bigint, ipVersion: 4 | 6): string {
    const bytes = Array.from({ length: bitsOf(ipVersion) / 8 }, (_, index) =>
        Number((value >> BigInt(8 * index)) & 255n),
    );
    return ipaddr.fromByteArray(bytes.reverse()).toString();
}

function bitsOf(ipVersion: 4 | 6): number {
    return ipVersion === 4 ? 32 : 128;
}

function inOrder(a: AddressRange, b: AddressRange): number {
    return a.ipVersion - b.ipVersion || (a.first < b.first ? -1 : Number(a.first > b.first));
}

function max(a: bigint, b: bigint): bigint {
    return a > b ? a : b;
}
