import * as ipaddr from "ipaddr.js";

/** A range of addresses. */
export interface Network {
    /** As AWS writes it: first address of the range, IPv6 shortened. */
    readonly cidr: string;
    readonly ipVersion: 4 | 6;
    readonly prefixLength: number;
    /** Whether the range is reached over the Internet; other ranges (loopback, multicast …) are neither. */
    readonly kind: "public" | "private" | "special";
    /** First and last address as numbers. */
    readonly first: bigint;
    readonly last: bigint;
}

/** Networks of one IP version that follow each other without a gap. */
export interface Run {
    readonly members: readonly Network[];
    readonly first: bigint;
    readonly last: bigint;
}

// Kept for examples (RFC 5737, RFC 3849); treated as the public networks they stand for.
const DOCUMENTATION = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"].map(
    (cidr) => ipaddr.parseCIDR(cidr),
);

/**
 * Reads `address/length`. Leading zeros, hexadecimal and shortened IPv4 forms are refused: tools disagree on what
 * they mean.
 */
export function parseNetwork(text: string): Network | undefined {
    if (!ipaddr.isValidCIDR(text) || text.includes("%")) return undefined;
    const [address, prefixLength] = ipaddr.parseCIDR(text);
    const ipVersion = address.kind() === "ipv4" ? 4 : 6;
    if (ipVersion === 4 && text !== `${address.toString()}/${prefixLength}`) return undefined;
    const bits = ipVersion === 4 ? 32n : 128n;
    const size = 1n << (bits - BigInt(prefixLength));
    const value = toNumber(address.toByteArray());
    const first = value - (value % size);
    const start = fromNumber(first, ipVersion);
    return {
        cidr: `${start.toString()}/${prefixLength}`,
        ipVersion,
        prefixLength,
        kind: kindOf(start),
        first,
        last: first + size - 1n,
    };
}

/** Whether two networks share an address. */
export function overlap(a: Network, b: Network): boolean {
    return a.ipVersion === b.ipVersion && a.first <= b.last && b.first <= a.last;
}

/** Puts networks that touch or overlap together, in order of address; IPv4 comes first. */
export function runsOf(networks: readonly Network[]): readonly Run[] {
    const inOrder = [...networks].sort(
        (a, b) => a.ipVersion - b.ipVersion || sign(a.first - b.first),
    );
    const runs: Run[] = [];
    for (const network of inOrder) {
        const run = runs.at(-1);
        if (run?.members[0]?.ipVersion === network.ipVersion && network.first <= run.last + 1n) {
            const last = network.last > run.last ? network.last : run.last;
            runs[runs.length - 1] = { members: [...run.members, network], first: run.first, last };
        } else {
            runs.push({ members: [network], first: network.first, last: network.last });
        }
    }
    return runs;
}

/** An address as people write it. */
export function addressText(value: bigint, ipVersion: 4 | 6): string {
    return fromNumber(value, ipVersion).toString();
}

function kindOf(address: ipaddr.IPv4 | ipaddr.IPv6): Network["kind"] {
    const range = address.range();
    if (range === "private" || range === "uniqueLocal") return "private";
    const example = DOCUMENTATION.some(
        ([start, length]) => start.kind() === address.kind() && address.match(start, length),
    );
    return range === "unicast" || example ? "public" : "special";
}

function toNumber(bytes: readonly number[]): bigint {
    return bytes.reduce((value, byte) => (value << 8n) + BigInt(byte), 0n);
}

function fromNumber(value: bigint, ipVersion: 4 | 6): ipaddr.IPv4 | ipaddr.IPv6 {
    const bytes = Array.from({ length: ipVersion === 4 ? 4 : 16 }, (_, index) =>
        Number((value >> BigInt(8 * index)) & 255n),
    );
    return ipaddr.fromByteArray(bytes.reverse());
}

function sign(value: bigint): number {
    return value < 0n ? -1 : value > 0n ? 1 : 0;
}
