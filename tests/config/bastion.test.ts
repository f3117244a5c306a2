import assert from "node:assert/strict";

import fc from "fast-check";

import { change, changed, KEYS, parse, problemsIn, soundStack } from "./sound-stack";

const RANGE = 'expected a network such as "203.0.113.0/28" or "2001:db8:42::/56"';
const PUBLIC = "expected a public network of /24 or narrower";
const PRIVATE = "expected a private network of /20 or narrower";
const IPV6 = "expected an IPv6 network of /56 or narrower";
const SPECIAL = "expected a public or private network, not one that has a special meaning";
const LOGIN =
    "expected a login of at most 32 lower-case letters, digits and -, that Linux does not have already";
const DAY = 'expected a day such as "2027-05-31"';
const AT = "bastion.trustedNetworks";

function trusting(...cidrs: readonly unknown[]) {
    return changed(
        AT,
        cidrs.map((cidr, index) => ({
            name: `network-${String(index)}`,
            cidr,
            owner: "facilities",
            reviewBy: "2027-05-31",
        })),
    );
}

function employing(...engineers: readonly object[]) {
    return changed(
        "bastion.engineers",
        engineers.map((engineer) => ({
            name: "anna",
            publicKey: KEYS.ed25519,
            expires: "2027-11-22",
            ...engineer,
        })),
    );
}

describe("trusted networks", () => {
    for (const cidr of [
        "203.0.113.0/24",
        "203.0.113.7/32",
        "52.0.0.0/24",
        "10.64.0.0/20",
        "192.168.16.0/20",
        "2001:db8:42::/56",
        "2a00:1450::/56",
        "fd00:1::/56",
    ]) {
        it(`accepts ${cidr}`, () => {
            assert.deepEqual(problemsIn(trusting(cidr)), []);
        });
    }

    it("rewrites IPv6 as AWS does, and says which version it is", () => {
        const { trustedNetworks } = parse(trusting("2001:0DB8:42:0::/56", "203.0.113.0/24")).config
            .bastion;
        assert.deepEqual(
            trustedNetworks.map(({ cidr, ipVersion }) => [cidr, ipVersion]),
            [
                ["2001:db8:42::/56", 6],
                ["203.0.113.0/24", 4],
            ],
        );
    });

    for (const [cidr, expected] of [
        ["0.0.0.0/0", PUBLIC],
        ["203.0.112.0/23", PUBLIC],
        ["10.64.0.0/19", PRIVATE],
        ["172.16.0.0/12", PRIVATE],
        ["::/0", IPV6],
        ["2001:db8::/55", IPV6],
        ["fd00::/48", IPV6],
        ["127.0.0.0/24", SPECIAL],
        ["169.254.169.254/32", SPECIAL],
        ["100.64.0.0/24", SPECIAL],
        ["fe80::/64", SPECIAL],
        ["203.0.113.7/24", 'expected "203.0.113.0/24" or a single address (/32)'],
        ["203.0.113.0", RANGE],
        ["anywhere", RANGE],
        [undefined, RANGE],
        [24, RANGE],
    ] as const) {
        it(`reports ${String(cidr)}`, () => {
            const found = cidr === undefined ? "nothing" : JSON.stringify(cidr);
            assert.deepEqual(problemsIn(trusting(cidr)), [
                `${AT}[0].cidr: found ${found}, ${expected}`,
            ]);
        });
    }

    it("reports an empty list, and a missing one", () => {
        assert.deepEqual(problemsIn(trusting()), [
            `${AT}: found 0, expected 1 to 15 trusted networks`,
        ]);
        assert.deepEqual(problemsIn(changed(AT, undefined)), [
            `${AT}: found nothing, expected a list of trusted networks`,
        ]);
    });

    it("reports the whole world in two halves", () => {
        assert.deepEqual(problemsIn(trusting("0.0.0.0/1", "128.0.0.0/1")), [
            `${AT}: found 2 networks that together are the whole world (0.0.0.0 to 255.255.255.255), expected no more together than a public network of /24 or narrower`,
            `${AT}[0].cidr: found "0.0.0.0/1", ${PUBLIC}`,
            `${AT}[1].cidr: found "128.0.0.0/1", ${PUBLIC}`,
        ]);
    });

    it("reports the whole world of IPv6 in many pieces", () => {
        const pieces = Array.from(
            { length: 8 },
            (_, index) => `${(2 * index).toString(16)}000::/3`,
        );
        const problems = problemsIn(trusting(...pieces));
        assert.equal(
            problems[0],
            `${AT}: found 8 networks that together are the whole world (:: to ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff), expected no more together than an IPv6 network of /56 or narrower`,
        );
        assert.equal(problems.length, 9);
    });

    it("reports narrow neighbours that are wide together", () => {
        assert.deepEqual(
            problemsIn(
                trusting("198.51.101.0/24", "10.64.0.0/20", "198.51.100.0/25", "198.51.100.128/25"),
            ),
            [
                `${AT}: found 3 networks that together are one range (198.51.100.0 to 198.51.101.255), expected no more together than a public network of /24 or narrower`,
            ],
        );
        assert.deepEqual(problemsIn(trusting("10.64.16.0/20", "10.64.0.0/20")), [
            `${AT}: found 2 networks that together are one range (10.64.0.0 to 10.64.31.255), expected no more together than a private network of /20 or narrower`,
        ]);
        assert.deepEqual(problemsIn(trusting("fd00::/56", "fd00:0:0:100::/56")), [
            `${AT}: found 2 networks that together are one range (fd00:: to fd00::1ff:ffff:ffff:ffff:ffff), expected no more together than an IPv6 network of /56 or narrower`,
        ]);
    });

    it("judges neighbours of both kinds as public ones", () => {
        assert.deepEqual(problemsIn(trusting("9.255.255.0/24", "10.0.0.0/24")), [
            `${AT}: found 2 networks that together are one range (9.255.255.0 to 10.0.0.255), expected no more together than a public network of /24 or narrower`,
        ]);
        assert.deepEqual(problemsIn(trusting("192.167.255.0/24", "192.168.0.0/24")).length, 1);
    });

    it("accepts neighbours that are no wider together than one may be", () => {
        assert.deepEqual(problemsIn(trusting("198.51.100.0/25", "198.51.100.128/25")), []);
        assert.deepEqual(problemsIn(trusting("10.64.0.0/21", "10.64.8.0/21")), []);
    });

    it("reports networks that overlap", () => {
        assert.deepEqual(
            problemsIn(trusting("203.0.113.0/28", "198.51.100.0/24", "203.0.113.8/29")),
            [
                `${AT}[2].cidr: found "203.0.113.8/29", which overlaps ${AT}[0] ("203.0.113.0/28"), expected networks apart from each other`,
            ],
        );
    });

    it("reports a private network that overlaps the platform's", () => {
        assert.deepEqual(problemsIn(trusting("10.20.16.0/20")), [
            `${AT}[0].cidr: found "10.20.16.0/20", which overlaps network.cidrBlock ("10.20.0.0/16"), expected a network outside the platform`,
        ]);
    });

    it("still looks at them when the platform's network is wrong or missing", () => {
        const expected = `${AT}[0].cidr: found "0.0.0.0/0", ${PUBLIC}`;
        assert.ok(problemsIn(change(trusting("0.0.0.0/0"), "network", 1)).includes(expected));
        assert.ok(
            problemsIn(change(trusting("0.0.0.0/0"), "network.cidrBlock", 1)).includes(expected),
        );
    });

    it("reports what is missing or wrong of one", () => {
        const raw = changed(`${AT}[0]`, { name: "a\nb", cidr: "203.0.113.0/28", reviewBy: "soon" });
        assert.deepEqual(problemsIn(raw), [
            `${AT}[0].name: found "a\\nb", expected a name of at most 40 lower-case letters and digits, with single hyphens between them`,
            `${AT}[0].owner: found nothing, expected up to 128 letters, digits, spaces and . _ : / = + - @`,
            `${AT}[0].reviewBy: found "soon", ${DAY}`,
        ]);
    });

    it("reports a name that is there twice", () => {
        const raw = trusting("203.0.113.0/28", "198.51.100.0/28");
        assert.deepEqual(problemsIn(change(raw, `${AT}[1].name`, "network-0")), [
            `${AT}[1].name: found "network-0" again (first at ${AT}[0].name), expected a name of its own`,
        ]);
    });

    it("notes a review that is due, from its day on", () => {
        const raw = trusting("203.0.113.0/28");
        assert.deepEqual(parse(raw, { today: "2027-05-30" }).notes, []);
        assert.deepEqual(parse(raw, { today: "2027-05-31" }).notes, [
            `${AT}[0]: the review of "network-0" was due on 2027-05-31; ask facilities whether it is still needed`,
        ]);
    });

    it("accepts 256 neighbouring public addresses and not one more, wherever they begin", () => {
        const address = (n: number) => `198.51.${String(96 + (n >> 8))}.${String(n & 255)}`;
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 20 }), (start) => {
                const first = 32 * start;
                const pieces = Array.from({ length: 8 }, (_, i) => `${address(first + 32 * i)}/27`);
                assert.deepEqual(problemsIn(trusting(...pieces)), []);
                const more = problemsIn(trusting(`${address(first + 256)}/32`, ...pieces));
                assert.equal(more.length, 1);
            }),
            { numRuns: 30 },
        );
    });
});

describe("engineers", () => {
    it("accepts engineers with keys of their own", () => {
        const raw = employing({}, { name: "bruno-2", publicKey: `${KEYS.rsa3072} bruno@laptop` });
        assert.deepEqual(parse(raw).config.bastion.engineers, [
            { name: "anna", publicKey: KEYS.ed25519, expires: "2027-11-22" },
            { name: "bruno-2", publicKey: KEYS.rsa3072, expires: "2027-11-22" },
        ]);
    });

    it("leaves out an expired key with a note, from its day on", () => {
        const raw = employing({ expires: "2026-11-24" }, { name: "b", publicKey: KEYS.ed25519Too });
        const names = (today: string) =>
            parse(raw, { today }).config.bastion.engineers.map(({ name }) => name);
        assert.deepEqual(names("2026-11-23"), ["anna", "b"]);
        assert.deepEqual(names("2026-11-24"), ["b"]);
        assert.deepEqual(parse(raw, { today: "2026-11-23" }).notes, []);
        assert.deepEqual(parse(raw, { today: "2026-11-24" }).notes, [
            'bastion.engineers[0]: the key of "anna" expired on 2026-11-24 and is left out; give a new key or remove the engineer',
        ]);
    });

    it("notes when nobody is left", () => {
        const { config, notes } = parse(employing({ expires: "2020-01-01" }));
        assert.deepEqual(config.bastion.engineers, []);
        assert.deepEqual(notes, [
            'bastion.engineers[0]: the key of "anna" expired on 2020-01-01 and is left out; give a new key or remove the engineer',
            "bastion.engineers: nobody has a valid key, so nobody can open a session on the bastion",
        ]);
    });

    it("still refuses what is wrong with an expired key", () => {
        assert.equal(
            problemsIn(employing({ expires: "2020-01-01", publicKey: KEYS.dss })).length,
            1,
        );
    });

    it("accepts an unquoted day, which the Pulumi CLI passes on as a time", () => {
        const raw = employing({ expires: "2027-11-22T00:00:00Z" });
        assert.equal(parse(raw).config.bastion.engineers[0]?.expires, "2027-11-22");
    });

    for (const expires of [
        "2027-02-29",
        "2027-13-01",
        "22.11.2027",
        "2027-11-22T10:00:00Z",
        2027,
        null,
    ]) {
        it(`reports the day ${JSON.stringify(expires)}`, () => {
            assert.deepEqual(problemsIn(employing({ expires })), [
                `bastion.engineers[0].expires: found ${JSON.stringify(expires)}, ${DAY}`,
            ]);
        });
    }

    it("reports a key that as good as never expires", () => {
        assert.deepEqual(problemsIn(employing({ expires: "2028-11-23" })), []);
        assert.deepEqual(problemsIn(employing({ expires: "2028-11-24" })), [
            'bastion.engineers[0].expires: found "2028-11-24", expected a day within 731 days (until 2028-11-23)',
        ]);
    });

    for (const name of ["root", "ec2-user", "Anna", "9anna", "a_b", "a".repeat(33), ""]) {
        it(`reports the login "${name}"`, () => {
            assert.deepEqual(problemsIn(employing({ name })), [
                `bastion.engineers[0].name: found "${name}", ${LOGIN}`,
            ]);
        });
    }

    it("accepts a login of 32 characters", () => {
        assert.deepEqual(problemsIn(employing({ name: "a".repeat(32) })), []);
    });

    it("reports a login and a key that are there twice", () => {
        assert.deepEqual(problemsIn(employing({}, { publicKey: `${KEYS.ed25519} copy` })), [
            'bastion.engineers[1].name: found "anna" again (first at bastion.engineers[0].name), expected a name of its own',
            "bastion.engineers[1].publicKey: found a key again (first at bastion.engineers[0].publicKey), expected a key of their own",
        ]);
    });

    it("reports damaged entries once each", () => {
        assert.deepEqual(problemsIn(changed("bastion.engineers", [1, { name: "b" }])), [
            "bastion.engineers[0]: found 1, expected a group of the keys name, publicKey, expires",
            `bastion.engineers[1].expires: found nothing, ${DAY}`,
            "bastion.engineers[1].publicKey: found nothing, expected the one line of an OpenSSH public key: ssh-ed25519, a security key (sk-…) or ssh-rsa of at least 3072 bits",
        ]);
    });
});

describe("the bastion", () => {
    it("accepts what it has to say, and fills in the rest", () => {
        const { imageId, instanceType, architecture } = parse(soundStack()).config.bastion;
        assert.deepEqual(
            { imageId, instanceType, architecture },
            { imageId: "ami-0123456789abcdef0", instanceType: "t4g.small", architecture: "arm64" },
        );
    });

    it("takes the architecture from the instance type", () => {
        const { architecture } = parse(changed("bastion.instanceType", "t3.micro")).config.bastion;
        assert.equal(architecture, "x86_64");
    });

    it("reports what is no instance type", () => {
        for (const [value, found] of [
            ["small", '"small"'],
            [4, "4"],
        ]) {
            assert.deepEqual(problemsIn(changed("bastion.instanceType", value)), [
                `bastion.instanceType: found ${String(found)}, expected an EC2 instance type such as "t4g.small"`,
            ]);
        }
    });

    it("is no option", () => {
        assert.deepEqual(problemsIn(changed("bastion", undefined)), [
            "bastion: found nothing, expected a group of the keys imageId, instanceType, hostName, trustedNetworks, engineers",
        ]);
    });
});
