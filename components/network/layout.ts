import * as ipaddr from "ipaddr.js";

/** Where a subnet stands: `public` faces the Internet, `data` reaches nothing outside the network. */
export type Tier = "public" | "app" | "internal" | "data";

/** All tiers, outermost first; the order of addresses within a zone. */
export const TIERS: readonly Tier[] = ["public", "app", "internal", "data"];

/** CIDR block of each subnet: one per zone, in the order of the zones. */
export type Layout = Readonly<Record<Tier, readonly string[]>>;

/** A zone always gets a quarter of the network, so that adding a zone moves no block of another. */
const MAX_ZONES = 4;
const WIDEST_PREFIX = 16; // AWS's limit
const NARROWEST_PREFIX = 20; // a public subnet is then a /26: a load balancer wants 8 free addresses and room to grow

/** Start and size of each tier within a zone, in sixteenths of it; what is left over is room for a fifth tier. */
const SHARES: Readonly<Record<Tier, { readonly start: number; readonly prefix: number }>> = {
    public: { start: 0, prefix: 4 },
    app: { start: 4, prefix: 2 },
    internal: { start: 8, prefix: 2 },
    data: { start: 12, prefix: 4 },
};

/**
 * Divides a network among zones and tiers.
 * @throws {Error} listing every problem of the block and the zones
 */
export function networkLayout(cidrBlock: string, zoneCount: number): Layout {
    const problems = [...blockProblems(cidrBlock), ...zoneProblems(zoneCount)];
    if (problems.length > 0) throw new Error(problems.join("\n"));
    const [address, prefix] = ipaddr.IPv4.parseCIDR(cidrBlock);
    const base = toNumber(address);
    const zoneSize = 2 ** (32 - prefix) / MAX_ZONES;
    const blocks = (tier: Tier): string[] =>
        Array.from({ length: zoneCount }, (_, zone) => {
            const { start, prefix: share } = SHARES[tier];
            const first = base + zone * zoneSize + (start * zoneSize) / 16;
            return `${toText(first)}/${String(prefix + 2 + share)}`;
        });
    return {
        public: blocks("public"),
        app: blocks("app"),
        internal: blocks("internal"),
        data: blocks("data"),
    };
}

function blockProblems(cidrBlock: string): string[] {
    const expected = `an IPv4 network of /${String(WIDEST_PREFIX)} to /${String(NARROWEST_PREFIX)} that starts at its first address`;
    const problem = `network.cidrBlock: found "${cidrBlock}", expected ${expected}`;
    if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(cidrBlock)) return [problem];
    const [address, prefix] = ipaddr.IPv4.parseCIDR(cidrBlock);
    const aligned = toNumber(address) % 2 ** (32 - prefix) === 0;
    return prefix >= WIDEST_PREFIX && prefix <= NARROWEST_PREFIX && aligned ? [] : [problem];
}

function zoneProblems(zoneCount: number): string[] {
    if (zoneCount >= 2 && zoneCount <= MAX_ZONES) return [];
    return [
        `network.availabilityZones: found ${String(zoneCount)}, expected 2 to ${String(MAX_ZONES)}`,
    ];
}

function toNumber(address: ipaddr.IPv4): number {
    return address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

function toText(address: number): string {
    return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
