import assert from "node:assert/strict";
import fc from "fast-check";
import {
    type AddressRange,
    isWiderThan,
    isWithin,
    mergeRanges,
    overlap,
    parseRange,
    rangeText,
    spaceOf,
    withoutRanges,
} from "../../../../policies/lib/views/address-ranges";

function range(text: string): AddressRange {
    const parsed = parseRange(text);
    assert.ok(parsed, text);
    return parsed;
}

function ranges(...texts: readonly string[]): readonly AddressRange[] {
    return texts.map(range);
}

function texts(list: readonly AddressRange[]): readonly string[] {
    return list.map(rangeText);
}

/** Small ranges near each other, so that they touch and overlap often; the first and last addresses of both versions, too. */
const anyRange: fc.Arbitrary<AddressRange> = fc
    .record({
        ipVersion: fc.constantFrom<4 | 6>(4, 6),
        start: fc.nat(40),
        length: fc.nat(12),
        top: fc.boolean(),
    })
    .map(({ ipVersion, start, length, top }) => {
        const base = top ? (ipVersion === 4 ? 1n << 32n : 1n << 128n) - 64n : 0n;
        const first = base + BigInt(start);
        return { ipVersion, first, last: first + BigInt(length) };
    });

function addressesOf(list: readonly AddressRange[]): ReadonlySet<string> {
    const addresses = new Set<string>();
    for (const { ipVersion, first, last } of list) {
        for (let address = first; address <= last; address++) {
            addresses.add(`${ipVersion}/${address}`);
        }
    }
    return addresses;
}

function sorted(addresses: ReadonlySet<string>): readonly string[] {
    return [...addresses].sort();
}

describe("parseRange", () => {
    it("reads networks of both versions", () => {
        assert.deepEqual(parseRange("203.0.113.16/28"), {
            ipVersion: 4,
            first: 0xcb007110n,
            last: 0xcb00711fn,
        });
        assert.deepEqual(parseRange("2001:db8::/127"), {
            ipVersion: 6,
            first: 0x20010db8n << 96n,
            last: (0x20010db8n << 96n) + 1n,
        });
        assert.deepEqual(parseRange("0.0.0.0/0"), { ipVersion: 4, first: 0n, last: 0xffffffffn });
    });

    it("reads a network by any address in it", () => {
        assert.equal(rangeText(range("203.0.113.9/24")), "203.0.113.0/24");
        assert.equal(rangeText(range("2001:DB8:0:0::1/56")), "2001:db8::/56");
    });

    for (const text of [
        "",
        "203.0.113.0",
        "203.0.113.0/33",
        "203.0.113.0/08",
        "010.0.0.0/8",
        "10/8",
        "0x0a.0.0.0/8",
        "fe80::1%eth0/64",
        "2001:db8::/129",
        "sg-0a1b2c3d",
    ]) {
        it(`knows that "${text}" is no range`, () => {
            assert.equal(parseRange(text), undefined);
        });
    }
});

describe("mergeRanges", () => {
    for (const [title, list, merged] of [
        ["the world in two halves", ["128.0.0.0/1", "0.0.0.0/1"], ["0.0.0.0/0"]],
        ["the IPv6 world in two halves", ["::/1", "8000::/1"], ["::/0"]],
        [
            "the world in many pieces",
            ["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"],
            ["0.0.0.0/0"],
        ],
        ["a range inside another", ["10.0.0.0/8", "10.1.0.0/16"], ["10.0.0.0/8"]],
        ["the same range twice", ["10.0.0.0/8", "10.0.0.0/8"], ["10.0.0.0/8"]],
        ["ranges that touch", ["10.0.1.0/24", "10.0.0.0/24"], ["10.0.0.0/23"]],
        [
            "ranges that touch and are no network",
            ["10.0.1.0/24", "10.0.2.0/24"],
            ["10.0.1.0 to 10.0.2.255"],
        ],
        ["ranges with a gap", ["10.0.0.0/24", "10.0.2.0/24"], ["10.0.0.0/24", "10.0.2.0/24"]],
        ["IPv4 and IPv6 apart", ["::/0", "0.0.0.0/0"], ["0.0.0.0/0", "::/0"]],
    ] as const) {
        it(`adds up ${title}`, () => {
            assert.deepEqual(texts(mergeRanges(ranges(...list))), merged);
        });
    }

    it("has the same addresses, in as few ranges as can be", () => {
        fc.assert(
            fc.property(fc.array(anyRange), (list) => {
                const merged = mergeRanges(list);
                assert.deepEqual(sorted(addressesOf(merged)), sorted(addressesOf(list)));
                for (const [index, each] of merged.entries()) {
                    const next = merged[index + 1];
                    if (next?.ipVersion === each.ipVersion) assert.ok(each.last + 1n < next.first);
                    else if (next) assert.deepEqual([each.ipVersion, next.ipVersion], [4, 6]);
                }
            }),
        );
    });
});

describe("withoutRanges, isWithin and overlap", () => {
    it("leave what others do not have", () => {
        const world = range("0.0.0.0/0");
        assert.deepEqual(texts(withoutRanges(world, ranges("0.0.0.0/1"))), ["128.0.0.0/1"]);
        assert.deepEqual(texts(withoutRanges(world, ranges("64.0.0.0/2", "::/0"))), [
            "0.0.0.0/2",
            "128.0.0.0/1",
        ]);
        assert.deepEqual(texts(withoutRanges(world, [])), ["0.0.0.0/0"]);
        assert.deepEqual(withoutRanges(world, ranges("128.0.0.0/1", "0.0.0.0/1")), []);
        assert.ok(isWithin(range("10.0.0.0/23"), ranges("10.0.0.0/24", "10.0.1.0/24")));
        assert.ok(!isWithin(range("10.0.0.0/22"), ranges("10.0.0.0/24", "10.0.1.0/24")));
        assert.ok(overlap(range("10.0.0.0/8"), range("10.255.255.255/32")));
        assert.ok(overlap(range("10.255.255.255/32"), range("10.0.0.0/8")));
        assert.ok(!overlap(range("10.0.0.0/8"), range("11.0.0.0/8")));
        assert.ok(!overlap(range("11.0.0.0/8"), range("10.0.0.0/8")));
        assert.ok(!overlap(range("0.0.0.0/0"), range("::/0")));
    });

    it("agree with sets of addresses", () => {
        fc.assert(
            fc.property(anyRange, fc.array(anyRange), (one, others) => {
                const taken = addressesOf(others);
                const own = sorted(addressesOf([one]));
                const left = own.filter((address) => !taken.has(address));
                assert.deepEqual(sorted(addressesOf(withoutRanges(one, others))), left);
                assert.equal(isWithin(one, others), left.length === 0);
                assert.equal(
                    others.some((other) => overlap(one, other)),
                    left.length < own.length,
                );
            }),
        );
    });
});

describe("isWiderThan", () => {
    for (const [list, prefixLength, wider] of [
        [["203.0.113.0/24"], 24, false],
        [["203.0.112.0/23"], 24, true],
        [["203.0.113.0/25"], 24, false],
        [["203.0.113.0/24", "203.0.114.0/32"], 24, true],
        [["2001:db8::/56"], 56, false],
        [["2001:db8::/55"], 56, true],
        [["0.0.0.0/0"], 0, false],
        [["::/0"], 1, true],
    ] as const) {
        it(`compares ${list.join(" and ")} with /${prefixLength}`, () => {
            const [only, ...others] = mergeRanges(ranges(...list));
            assert.deepEqual(others, []);
            assert.equal(isWiderThan(only!, prefixLength), wider);
        });
    }
});

describe("spaceOf", () => {
    for (const [text, space] of [
        ["0.0.0.0/0", "public"],
        ["8.8.8.0/24", "public"],
        ["203.0.113.0/24", "public"],
        ["240.0.0.0/4", "public"],
        ["10.0.0.0/8", "private"],
        ["10.0.0.0/7", "public"],
        ["172.16.0.0/12", "private"],
        ["172.0.0.0/11", "public"],
        ["172.32.0.0/12", "public"],
        ["192.168.0.0/16", "private"],
        ["192.168.0.0/15", "public"],
        ["100.64.0.0/10", "private"],
        ["100.128.0.0/10", "public"],
        ["198.18.0.0/15", "private"],
        ["198.20.0.0/15", "public"],
        ["127.0.0.1/32", "local"],
        ["169.254.0.0/16", "local"],
        ["169.254.0.0/15", "public"],
        ["::/0", "public"],
        ["2a00::/16", "public"],
        ["fd00::/8", "private"],
        ["fe00::/9", "public"],
        ["fe80::/64", "local"],
        ["::1/128", "local"],
        ["::/127", "public"],
    ] as const) {
        it(`knows that ${text} is ${space}`, () => {
            assert.equal(spaceOf(range(text)), space);
        });
    }
});

describe("rangeText", () => {
    it("is read back as the same range where it is a network", () => {
        fc.assert(
            fc.property(fc.bigInt(0n, (1n << 128n) - 1n), fc.nat(128), (address, length) => {
                const size = 1n << BigInt(128 - length);
                const first = address - (address % size);
                const network: AddressRange = { ipVersion: 6, first, last: first + size - 1n };
                assert.deepEqual(parseRange(rangeText(network)), network);
            }),
        );
    });

    it("says both ends of what has the size of a network and is none", () => {
        assert.equal(rangeText({ ipVersion: 4, first: 1n, last: 2n }), "0.0.0.1 to 0.0.0.2");
        assert.equal(rangeText({ ipVersion: 6, first: 1n, last: 3n }), "::1 to ::3");
        // Three addresses, of which a multiple comes before.
        assert.equal(rangeText({ ipVersion: 4, first: 0n, last: 2n }), "0.0.0.0 to 0.0.0.2");
        assert.equal(rangeText({ ipVersion: 4, first: 3n, last: 5n }), "0.0.0.3 to 0.0.0.5");
    });
});
