import assert from "node:assert/strict";

import fc from "fast-check";
import * as ipaddr from "ipaddr.js";

import { networkLayout, TIERS } from "../../../components/network/layout";

/** First and last address of a block, as numbers. */
function range(block: string): [number, number] {
    const [address, prefix] = ipaddr.IPv4.parseCIDR(block);
    const first = address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
    return [first, first + 2 ** (32 - prefix) - 1];
}

const networks = fc
    .record({
        prefix: fc.integer({ min: 16, max: 20 }),
        bits: fc.integer({ min: 0, max: 2 ** 20 - 1 }),
    })
    .map(({ prefix, bits }) => {
        const first =
            10 * 2 ** 24 + Math.floor((bits * 16) / 2 ** (32 - prefix)) * 2 ** (32 - prefix);
        return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join(".")}/${String(prefix)}`;
    });

describe("network layout", () => {
    it("divides a /16 among three zones", () => {
        assert.deepEqual(networkLayout("10.0.0.0/16", 3), {
            public: ["10.0.0.0/22", "10.0.64.0/22", "10.0.128.0/22"],
            app: ["10.0.16.0/20", "10.0.80.0/20", "10.0.144.0/20"],
            internal: ["10.0.32.0/20", "10.0.96.0/20", "10.0.160.0/20"],
            data: ["10.0.48.0/22", "10.0.112.0/22", "10.0.176.0/22"],
        });
    });

    it("divides the narrowest network among two zones", () => {
        assert.deepEqual(networkLayout("172.31.240.0/20", 2), {
            public: ["172.31.240.0/26", "172.31.244.0/26"],
            app: ["172.31.241.0/24", "172.31.245.0/24"],
            internal: ["172.31.242.0/24", "172.31.246.0/24"],
            data: ["172.31.243.0/26", "172.31.247.0/26"],
        });
    });

    it("keeps every block inside the network and apart from all others", () => {
        fc.assert(
            fc.property(networks, fc.integer({ min: 2, max: 4 }), (network, zones) => {
                const [first, last] = range(network);
                const layout = networkLayout(network, zones);
                const blocks = TIERS.flatMap((tier) => layout[tier]).map(range);
                assert.equal(blocks.length, zones * TIERS.length);
                blocks.sort(([a], [b]) => a - b);
                blocks.reduce((end, [from, to]) => {
                    assert.ok(from > end && to <= last);
                    return to;
                }, first - 1);
            }),
        );
    });

    it("gives only blocks that AWS accepts: aligned, /16 to /28, with room for a load balancer", () => {
        fc.assert(
            fc.property(networks, (network) => {
                for (const block of Object.values(networkLayout(network, 4)).flat()) {
                    const [from, to] = range(block);
                    const size = to - from + 1;
                    assert.equal(from % size, 0);
                    assert.ok(size >= 32 && size <= 2 ** 16);
                }
            }),
        );
    });

    it("moves no block when a zone is added", () => {
        fc.assert(
            fc.property(networks, fc.integer({ min: 2, max: 3 }), (network, zones) => {
                const before = networkLayout(network, zones);
                const after = networkLayout(network, zones + 1);
                for (const tier of TIERS)
                    assert.deepEqual(after[tier].slice(0, zones), before[tier]);
            }),
        );
    });

    for (const block of [
        "10.0.0.0/15",
        "10.0.0.0/21",
        "10.0.1.0/16",
        "10.0/16",
        "fd00::/16",
        "",
        "10.0.0.0",
    ]) {
        it(`reports the block "${block}"`, () => {
            assert.throws(() => networkLayout(block, 3), {
                message: `network.cidrBlock: found "${block}", expected an IPv4 network of /16 to /20 that starts at its first address`,
            });
        });
    }

    it("reports too few and too many zones", () => {
        assert.throws(() => networkLayout("10.0.0.0/16", 1), {
            message: "network.availabilityZones: found 1, expected 2 to 4",
        });
        assert.throws(() => networkLayout("10.0.0.0/16", 5), {
            message: "network.availabilityZones: found 5, expected 2 to 4",
        });
    });

    it("reports all problems at once", () => {
        assert.throws(() => networkLayout("10.0.0.0/8", 0), {
            message:
                'network.cidrBlock: found "10.0.0.0/8", expected an IPv4 network of /16 to /20 that starts at its first address\n' +
                "network.availabilityZones: found 0, expected 2 to 4",
        });
    });
});
