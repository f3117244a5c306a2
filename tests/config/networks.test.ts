import assert from "node:assert/strict";

import fc from "fast-check";

import { addressText, overlap, parseNetwork, runsOf } from "../../config/networks";

function network(cidr: string) {
    const parsed = parseNetwork(cidr);
    assert.ok(parsed, cidr);
    return parsed;
}

describe("networks", () => {
    it("accepts an IPv4 network", () => {
        assert.deepEqual(parseNetwork("203.0.113.16/28"), {
            cidr: "203.0.113.16/28",
            ipVersion: 4,
            prefixLength: 28,
            kind: "public",
            first: 0xcb007110n,
            last: 0xcb00711fn,
        });
    });

    it("rewrites an IPv6 network as AWS writes it", () => {
        const { cidr, ipVersion } = network("2001:0DB8:0042:0000::1/56");
        assert.deepEqual({ cidr, ipVersion }, { cidr: "2001:db8:42::/56", ipVersion: 6 });
    });

    it("gives the network of an address inside it", () => {
        assert.equal(network("203.0.113.9/24").cidr, "203.0.113.0/24");
    });

    for (const text of [
        "",
        "203.0.113.0",
        "203.0.113.0/33",
        "203.0.113.0/-1",
        "203.0.113.0/08",
        "010.0.0.0/8",
        "10/8",
        "0x0a.0.0.0/8",
        "fe80::1%eth0/64",
        "2001:db8::/129",
        "somewhere/24",
    ]) {
        it(`reports "${text}" as no network`, () => {
            assert.equal(parseNetwork(text), undefined);
        });
    }

    for (const [cidr, kind] of [
        ["8.8.8.0/24", "public"],
        ["192.0.2.0/24", "public"],
        ["198.51.100.0/24", "public"],
        ["203.0.113.0/24", "public"],
        ["2a00::/56", "public"],
        ["2001:db8::/56", "public"],
        ["10.0.0.0/24", "private"],
        ["172.31.0.0/24", "private"],
        ["192.168.0.0/24", "private"],
        ["fd00::/56", "private"],
        ["127.0.0.0/24", "special"],
        ["169.254.0.0/24", "special"],
        ["100.64.0.0/24", "special"],
        ["224.0.0.0/24", "special"],
        ["0.0.0.0/0", "special"],
        ["255.255.255.255/32", "special"],
        ["::/0", "special"],
        ["::1/128", "special"],
        ["fe80::/64", "special"],
        ["::ffff:10.0.0.0/120", "special"],
    ] as const) {
        it(`knows that ${cidr} is ${kind}`, () => {
            assert.equal(network(cidr).kind, kind);
        });
    }

    it("finds overlaps within one IP version only", () => {
        assert.equal(overlap(network("10.0.0.0/24"), network("10.0.0.128/25")), true);
        assert.equal(overlap(network("10.0.0.128/25"), network("10.0.0.0/24")), true);
        assert.equal(overlap(network("10.0.0.0/25"), network("10.0.0.128/25")), false);
        assert.equal(overlap(network("0.0.0.0/0"), network("::/0")), false);
    });

    it("puts neighbours together, in order of address, IPv4 first", () => {
        const runs = runsOf(
            ["::/1", "10.0.2.0/24", "10.0.0.0/24", "8000::/1", "10.0.1.0/24", "10.0.4.0/24"].map(
                network,
            ),
        );
        assert.deepEqual(
            runs.map(({ members }) => members.map(({ cidr }) => cidr)),
            [["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"], ["10.0.4.0/24"], ["::/1", "8000::/1"]],
        );
    });

    it("keeps the end of a run that a smaller network lies in", () => {
        const [run] = runsOf(["10.0.0.0/16", "10.0.0.0/24", "10.1.0.0/24"].map(network));
        assert.equal(run?.members.length, 3);
        assert.equal(addressText(run.last, 4), "10.1.0.255");
    });

    it("knows no runs of no networks", () => {
        assert.deepEqual(runsOf([]), []);
    });

    const ipv4 = fc
        .tuple(
            fc.nat({ max: 255 }),
            fc.nat({ max: 255 }),
            fc.nat({ max: 255 }),
            fc.nat({ max: 255 }),
        )
        .map((bytes) => bytes.join("."));

    it("gives a network that reads the same again", () => {
        fc.assert(
            fc.property(fc.oneof(ipv4, fc.ipV6()), fc.nat({ max: 32 }), (address, length) => {
                const parsed = parseNetwork(`${address}/${length}`);
                fc.pre(parsed !== undefined);
                assert.deepEqual(parseNetwork(parsed.cidr), parsed);
                assert.equal(
                    addressText(parsed.first, parsed.ipVersion),
                    parsed.cidr.split("/")[0],
                );
            }),
        );
    });

    it("loses no address and finds the same runs in any order", () => {
        const networks = fc.array(
            fc.tuple(ipv4, fc.integer({ min: 8, max: 32 })).map(([a, l]) => network(`${a}/${l}`)),
        );
        fc.assert(
            fc.property(networks, (all) => {
                const runs = runsOf(all);
                const bounds = runs.map(({ first, last }) => [first, last]);
                const reversed = runsOf([...all].reverse());
                assert.deepEqual(
                    reversed.map(({ first, last }) => [first, last]),
                    bounds,
                );
                assert.equal(
                    runs.reduce((sum, { members }) => sum + members.length, 0),
                    all.length,
                );
                for (const [index, run] of runs.entries()) {
                    assert.ok(run.members.every((m) => m.first >= run.first && m.last <= run.last));
                    const next = runs[index + 1];
                    if (next) assert.ok(next.first > run.last + 1n);
                }
            }),
        );
    });
});
