import assert from "node:assert/strict";
import fc from "fast-check";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import {
    hasPorts,
    isOffered,
    isRouterAnswer,
    isSsh,
    portsText,
    trafficOf,
    trafficText,
} from "../../../../policies/lib/views/traffic";
import { guarded, UNKNOWN } from "../../support/unknown";

const KEYS = { protocol: "protocol", from: "fromPort", to: "toPort", icmpType: "icmpType" };

function traffic(protocol: unknown, fromPort?: unknown, toPort?: unknown, icmpType?: unknown) {
    return trafficOf(guarded({ protocol, fromPort, toPort, icmpType }), KEYS);
}

describe("trafficOf", () => {
    for (const [said, protocol] of [
        ["-1", "all"],
        ["all", "all"],
        ["ALL", "all"],
        ["", "all"],
        [undefined, "all"],
        [null, "all"],
        [-1, "all"],
        ["tcp", "tcp"],
        ["TCP", "tcp"],
        [" tcp ", "tcp"],
        ["6", "tcp"],
        [6, "tcp"],
        ["17", "udp"],
        ["udp", "udp"],
        ["1", "icmp"],
        ["icmp", "icmp"],
        ["58", "icmpv6"],
        ["icmpv6", "icmpv6"],
        ["ipv6-icmp", "icmpv6"],
        ["50", "50"],
        ["esp", "esp"],
        ["constructor", "constructor"],
    ] as const) {
        it(`takes protocol ${JSON.stringify(said)} for ${protocol}`, () => {
            assert.equal(traffic(said, 443, 443).protocol, protocol);
        });
    }

    for (const [from, to, ports] of [
        [443, 443, [443, 443]],
        ["80", "443", [80, 443]],
        [0, 65535, [0, 65535]],
        [0, 0, [0, 0]],
        [-1, -1, [0, 65535]],
        [443, -1, [0, 65535]],
        [-1, 443, [0, 65535]],
        [undefined, undefined, [0, 65535]],
        [443, undefined, [0, 65535]],
        [undefined, 443, [0, 65535]],
        ["https", 443, [0, 65535]],
    ] as const) {
        it(`takes ports ${from} to ${to} for ${ports.join(" to ")}`, () => {
            assert.deepEqual(traffic("tcp", from, to).ports, ports);
            assert.deepEqual(traffic("udp", from, to).ports, ports);
        });
    }

    it("has all ports where the protocol has none", () => {
        for (const protocol of ["-1", "icmp", "50"]) {
            assert.deepEqual(traffic(protocol, 443, 443).ports, [0, 65535]);
        }
    });

    it("has a type for ICMP only, and none where it is all of them", () => {
        assert.equal(traffic("icmp", 0, 0, 3).icmpType, 3);
        assert.equal(traffic("icmpv6", 0, 0, "2").icmpType, 2);
        assert.equal(traffic("icmp", 0, 0, 0).icmpType, 0);
        assert.equal(traffic("icmp", 0, 0, -1).icmpType, undefined);
        assert.equal(traffic("icmp", 0, 0).icmpType, undefined);
        assert.equal(traffic("tcp", 0, 0, 3).icmpType, undefined);
    });

    it("cannot be read before it is known, but where ports do not matter they need not be known", () => {
        for (const read of [
            () => traffic(UNKNOWN, 443, 443),
            () => traffic("tcp", UNKNOWN, 443),
            () => traffic("tcp", 443, UNKNOWN),
            () => traffic("icmp", 0, 0, UNKNOWN),
        ]) {
            assert.throws(read, isUnknownValue);
        }
        assert.equal(traffic("-1", UNKNOWN, UNKNOWN, UNKNOWN).protocol, "all");
        assert.equal(traffic("50", UNKNOWN, UNKNOWN, UNKNOWN).protocol, "50");
    });
});

describe("what is offered", () => {
    it("is HTTPS and SSH alone, and answers of routers", () => {
        assert.ok(isOffered(traffic("tcp", 443, 443)));
        assert.ok(isOffered(traffic("tcp", 22, 22)));
        assert.ok(isOffered(traffic("icmp", 0, 0, 3)));
        assert.ok(isOffered(traffic("icmpv6", 0, 0, 2)));
    });

    for (const [title, found] of [
        ["everything", traffic("-1")],
        ["TCP", traffic("tcp")],
        ["another port", traffic("tcp", 80, 80)],
        ["a port below HTTPS", traffic("tcp", 442, 443)],
        ["a port above HTTPS", traffic("tcp", 443, 444)],
        ["a port below SSH", traffic("tcp", 21, 22)],
        ["a port above SSH", traffic("tcp", 22, 23)],
        ["HTTPS's port over UDP", traffic("udp", 443, 443)],
        ["SSH's port over UDP", traffic("udp", 22, 22)],
        ["ICMP", traffic("icmp")],
        ["echo", traffic("icmp", 0, 0, 8)],
        ["the type of the other ICMP", traffic("icmp", 0, 0, 2)],
        ["the type of the other ICMPv6", traffic("icmpv6", 0, 0, 3)],
        ["a protocol that has no ports", traffic("50", 443, 443)],
    ] as const) {
        it(`is not ${title}`, () => {
            assert.ok(!isOffered(found));
        });
    }

    it("knows SSH and answers of routers apart", () => {
        assert.ok(isSsh(traffic("tcp", 22, 22)));
        assert.ok(!isSsh(traffic("tcp", 443, 443)));
        assert.ok(isRouterAnswer(traffic("icmp", 0, 0, 3)));
        assert.ok(!isRouterAnswer(traffic("tcp", 22, 22)));
        assert.ok(!isRouterAnswer({ protocol: "other", icmpType: undefined }));
    });

    it("never is a range of ports", () => {
        const ports = fc.tuple(fc.nat(65535), fc.nat(65535)).filter(([a, b]) => a < b);
        fc.assert(
            fc.property(ports, ([from, to]) => {
                assert.ok(!isOffered(traffic("tcp", from, to)));
            }),
        );
    });
});

describe("trafficText and portsText", () => {
    for (const [found, text] of [
        [traffic("all"), "every protocol"],
        [traffic("tcp", 80, 80), "TCP port 80"],
        [traffic("udp", 0, 65535), "UDP ports 0 to 65535"],
        [traffic("icmp"), "ICMP"],
        [traffic("icmp", 0, 0, 8), "ICMP type 8"],
        [traffic("icmpv6", 0, 0, 128), "ICMPv6 type 128"],
        [traffic("50"), "protocol 50"],
    ] as const) {
        it(`say "${text}"`, () => {
            assert.equal(trafficText(found), text);
        });
    }

    it("list ports", () => {
        assert.equal(portsText([[80, 80]]), "port 80");
        assert.equal(portsText([[80, 81]]), "ports 80 to 81");
        assert.equal(
            portsText([
                [0, 21],
                [80, 80],
            ]),
            "ports 0 to 21 and 80",
        );
        assert.equal(
            portsText([
                [1, 1],
                [3, 3],
                [5, 6],
            ]),
            "ports 1, 3 and 5 to 6",
        );
        assert.equal(
            portsText([
                [1, 1],
                [3, 3],
            ]),
            "ports 1 and 3",
        );
    });

    it("know which protocols have ports", () => {
        assert.deepEqual(["tcp", "udp", "icmp", "all", "50"].filter(hasPorts), ["tcp", "udp"]);
    });
});
