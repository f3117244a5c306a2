import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { isWithin, parseRange, rangeText } from "../../../../policies/lib/views/address-ranges";
import {
    type AclEntry,
    aclEntriesOf,
    admissionsOf,
} from "../../../../policies/lib/views/network-acl-entries";
import { guarded, UNKNOWN } from "../../support/unknown";

const ACL = "aws:ec2/networkAcl:NetworkAcl";
const DEFAULT_ACL = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
const RULE = "aws:ec2/networkAclRule:NetworkAclRule";

function shown(entries: readonly AclEntry[]) {
    return entries.map(({ name, number, allows, traffic, rangeText }) => {
        const { protocol, ports } = traffic;
        return [name, number, allows, protocol, ports, rangeText];
    });
}

/** Entries of a network ACL. */
function entries(...list: readonly Inputs[]): readonly AclEntry[] {
    return aclEntriesOf(ACL, guarded({ ingress: list }), "ingress");
}

function entry(
    action: string,
    ruleNo: number,
    fromPort: number,
    toPort: number,
    more: Inputs = {},
): Inputs {
    return { action, ruleNo, protocol: "tcp", fromPort, toPort, cidrBlock: "0.0.0.0/0", ...more };
}

/** What each entry admits: `tcp 22-22 0.0.0.0/0`. */
function admitted(...list: readonly Inputs[]): readonly (readonly string[])[] {
    const all = entries(...list);
    return all.map((each) =>
        admissionsOf(each, all).map(
            ({ protocol, icmpType, ports, range }) =>
                `${protocol}${icmpType === undefined ? "" : `/${icmpType}`} ${ports.join("-")} ${rangeText(range)}`,
        ),
    );
}

describe("aclEntriesOf", () => {
    for (const type of [ACL, DEFAULT_ACL]) {
        it(`finds the entries of ${type} in both directions`, () => {
            const list = [
                entry("allow", 100, 443, 443),
                entry("DENY", 110, 0, 0, { protocol: "-1", cidrBlock: "", ipv6CidrBlock: "::/0" }),
            ];
            const found = (direction: string) => [
                [`${direction}[0]`, 100, true, "tcp", [443, 443], "0.0.0.0/0"],
                [`${direction}[1]`, 110, false, "all", [0, 65535], "::/0"],
            ];
            const props = guarded({ ingress: list });
            assert.deepEqual(shown(aclEntriesOf(type, props, "ingress")), found("ingress"));
            assert.deepEqual(shown(aclEntriesOf(type, props, "egress")), []);
            assert.deepEqual(
                shown(aclEntriesOf(type, guarded({ egress: list }), "egress")),
                found("egress"),
            );
        });
    }

    it("finds the one entry of a rule, which lets in unless it says otherwise", () => {
        const props = {
            ruleNumber: 90,
            ruleAction: "allow",
            protocol: "6",
            fromPort: 1,
            toPort: 2,
        };
        const found = [["the rule", 90, true, "tcp", [1, 2], ""]];
        for (const said of [{}, { egress: false }, { egress: null }]) {
            const rule = guarded({ ...props, ...said });
            assert.deepEqual(shown(aclEntriesOf(RULE, rule, "ingress")), found);
            assert.deepEqual(shown(aclEntriesOf(RULE, rule, "egress")), []);
        }
        const out = guarded({ ...props, egress: true });
        assert.deepEqual(shown(aclEntriesOf(RULE, out, "ingress")), []);
        assert.deepEqual(shown(aclEntriesOf(RULE, out, "egress")), found);
    });

    it("takes an entry without a number for the first, and one without an action for an allowance", () => {
        const [first] = shown(entries({ protocol: "tcp", fromPort: 80, toPort: 80 }));
        assert.deepEqual(first, ["ingress[0]", 0, true, "tcp", [80, 80], ""]);
    });

    it("reads each entry on its own", () => {
        const [first, second] = entries(entry("allow", 100, 80, 80), {
            ...entry("allow", 110, 80, 80),
            cidrBlock: UNKNOWN,
        });
        assert.equal(first!.rangeText, "0.0.0.0/0");
        assert.equal(second!.number, 110);
        assert.throws(() => second!.rangeText, isUnknownValue);
    });
});

describe("admissionsOf", () => {
    it("is what an entry allows", () => {
        assert.deepEqual(admitted(entry("allow", 100, 80, 443)), [["tcp 80-443 0.0.0.0/0"]]);
        assert.deepEqual(admitted(entry("deny", 100, 80, 443)), [[]]);
        assert.deepEqual(admitted(entry("allow", 100, 0, 0, { protocol: "-1" })), [
            ["tcp", "udp", "icmp", "icmpv6", "other"].map((each) => `${each} 0-65535 0.0.0.0/0`),
        ]);
        assert.deepEqual(admitted(entry("allow", 100, 0, 0, { protocol: "icmp", icmpType: 8 })), [
            ["icmp/8 0-65535 0.0.0.0/0"],
        ]);
    });

    it("is less what entries before it deny, whatever their order in the list", () => {
        for (const list of [
            [entry("deny", 90, 3389, 3389), entry("allow", 100, 1024, 65535)],
            [entry("allow", 100, 1024, 65535), entry("deny", 90, 3389, 3389)],
        ]) {
            const found = admitted(...list).flat();
            assert.deepEqual(found, ["tcp 1024-3388 0.0.0.0/0", "tcp 3390-65535 0.0.0.0/0"]);
        }
    });

    it("is not less what entries behind it, or with its own number, deny", () => {
        for (const number of [100, 110]) {
            assert.deepEqual(admitted(entry("allow", 100, 80, 80), entry("deny", number, 80, 80)), [
                ["tcp 80-80 0.0.0.0/0"],
                [],
            ]);
        }
    });

    it("is not less what another entry allows before it", () => {
        assert.deepEqual(admitted(entry("allow", 90, 80, 80), entry("allow", 100, 80, 80))[1], [
            "tcp 80-80 0.0.0.0/0",
        ]);
    });

    it("is less what is denied at the edges, and for some addresses", () => {
        const allow = entry("allow", 100, 10, 20);
        for (const [from, to, left] of [
            [0, 10, ["tcp 11-20 0.0.0.0/0"]],
            [20, 30, ["tcp 10-19 0.0.0.0/0"]],
            [10, 20, []],
            [0, 9, ["tcp 10-20 0.0.0.0/0"]],
            [21, 30, ["tcp 10-20 0.0.0.0/0"]],
        ] as const) {
            assert.deepEqual(admitted(entry("deny", 90, from, to), allow)[1], left);
        }
        const half = entry("deny", 90, 15, 15, { cidrBlock: "0.0.0.0/1" });
        assert.deepEqual(admitted(half, allow)[1], [
            "tcp 10-14 0.0.0.0/0",
            "tcp 16-20 0.0.0.0/0",
            "tcp 15-15 128.0.0.0/1",
        ]);
        const other = entry("deny", 90, 0, 65535, { cidrBlock: "", ipv6CidrBlock: "::/0" });
        assert.deepEqual(admitted(other, allow)[1], ["tcp 10-20 0.0.0.0/0"]);
    });

    it("is less what several entries deny together", () => {
        const halves = ["0.0.0.0/1", "128.0.0.0/1"].map((cidrBlock) =>
            entry("deny", 90, 80, 80, { cidrBlock }),
        );
        assert.deepEqual(admitted(...halves, entry("allow", 100, 80, 80))[2], []);
    });

    it("knows which denials are about a protocol", () => {
        const all = entry("deny", 90, 0, 0, { protocol: "-1" });
        const udp = entry("deny", 90, 0, 65535, { protocol: "udp" });
        const icmp = (icmpType: number) => entry("deny", 90, 0, 0, { protocol: "icmp", icmpType });
        const echo = entry("allow", 100, 0, 0, { protocol: "icmp", icmpType: 8 });
        const everything = entry("allow", 100, 0, 0, { protocol: "-1" });
        assert.deepEqual(admitted(all, entry("allow", 100, 80, 80))[1], []);
        assert.deepEqual(admitted(all, everything)[1], []);
        assert.deepEqual(admitted(udp, entry("allow", 100, 80, 80))[1], ["tcp 80-80 0.0.0.0/0"]);
        assert.deepEqual(
            admitted(udp, everything)[1],
            ["tcp", "icmp", "icmpv6", "other"].map((each) => `${each} 0-65535 0.0.0.0/0`),
        );
        assert.deepEqual(admitted(icmp(8), echo)[1], []);
        assert.deepEqual(admitted(icmp(-1), echo)[1], []);
        assert.deepEqual(admitted(icmp(0), echo)[1], ["icmp/8 0-65535 0.0.0.0/0"]);
        assert.equal(admitted(icmp(8), everything)[1]!.length, 5);
    });

    it("takes a range that cannot be read for everybody where it is allowed, for nobody where it is denied", () => {
        const odd = { cidrBlock: "somewhere" };
        assert.deepEqual(admitted(entry("allow", 100, 80, 80, odd)), [
            ["tcp 80-80 0.0.0.0/0", "tcp 80-80 ::/0"],
        ]);
        assert.deepEqual(admitted(entry("deny", 90, 80, 80, odd), entry("allow", 100, 80, 80))[1], [
            "tcp 80-80 0.0.0.0/0",
        ]);
        assert.deepEqual(admitted(entry("allow", 100, 80, 80, { cidrBlock: null })), [[]]);
    });

    it("cannot be told before a denial in front is known", () => {
        const all = entries(
            { ...entry("deny", 90, 80, 80), cidrBlock: UNKNOWN },
            entry("allow", 100, 80, 80),
            entry("allow", 80, 443, 443),
        );
        assert.throws(() => admissionsOf(all[1]!, all), isUnknownValue);
        assert.equal(admissionsOf(all[2]!, all).length, 1);
    });

    it("agrees with trying the entries one by one", () => {
        const range = fc.constantFrom("0.0.0.0/0", "0.0.0.0/1", "192.0.2.0/24", "192.0.2.0/25");
        const any = fc.record({
            action: fc.constantFrom("allow", "deny"),
            ruleNo: fc.nat(9),
            ports: fc.tuple(fc.nat(5), fc.nat(5)),
            cidrBlock: range,
        });
        const distinct = fc.uniqueArray(any, { selector: ({ ruleNo }) => ruleNo, maxLength: 6 });
        const addresses = ["192.0.2.1/32", "192.0.2.200/32", "1.1.1.1/32"];
        fc.assert(
            fc.property(distinct, fc.nat(5), fc.constantFrom(...addresses), (list, port, text) => {
                const all = entries(
                    ...list.map(({ ports: [from, to], ...rest }) => ({
                        ...rest,
                        protocol: "tcp",
                        fromPort: from,
                        toPort: to,
                    })),
                );
                const address = parseRange(text)!;
                const matching = list
                    .filter(({ ports: [from, to], cidrBlock }) => {
                        const isPort = from <= port && port <= to;
                        return isPort && isWithin(address, [parseRange(cidrBlock)!]);
                    })
                    .sort((a, b) => a.ruleNo - b.ruleNo);
                const passes = all.some((each) =>
                    admissionsOf(each, all).some(
                        ({ ports: [from, to], range: box }) =>
                            from <= port && port <= to && isWithin(address, [box]),
                    ),
                );
                assert.equal(passes, matching[0]?.action === "allow");
            }),
        );
    });
});
