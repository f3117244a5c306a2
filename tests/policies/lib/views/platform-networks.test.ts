import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { parseRange } from "../../../../policies/lib/views/address-ranges";
import {
    isOutsideEveryVpc,
    PlatformNetworks,
} from "../../../../policies/lib/views/platform-networks";
import { resource } from "../../support/resources";
import { UNKNOWN } from "../../support/unknown";

const VPC = "aws:ec2/vpc:Vpc";
const DEFAULT_VPC = "aws:ec2/defaultVpc:DefaultVpc";
const IPV4 = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
const IPV6 = "aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation";

function has(text: string, ...resources: readonly PolicyResource[]): boolean {
    const range = parseRange(text);
    assert.ok(range, text);
    return new PlatformNetworks(new StackIndex(resources)).has(range);
}

describe("isOutsideEveryVpc", () => {
    for (const [text, outside] of [
        ["0.0.0.0/0", true],
        ["203.0.113.7/32", true],
        ["10.0.0.0/8", true],
        ["10.0.0.0/15", true],
        ["10.0.0.0/16", false],
        ["10.0.0.0/28", false],
        ["100.64.0.0/16", false],
        ["127.0.0.0/8", false],
        ["169.254.0.0/16", false],
        ["::/0", true],
        ["2001:db8::/43", true],
        ["2001:db8::/44", false],
        ["fd00::/8", true],
        ["fd00::/44", false],
    ] as const) {
        it(`says ${outside ? "so" : "no"} of ${text}`, () => {
            assert.equal(isOutsideEveryVpc(parseRange(text)!), outside);
        });
    }
});

describe("PlatformNetworks", () => {
    const vpc = resource(VPC, "vpc", { cidrBlock: "10.20.0.0/16", ipv6CidrBlock: "2001:db8::/56" });

    it("have what lies in the stack's VPCs, and what their ranges add up to", () => {
        assert.ok(has("10.20.0.0/16", vpc));
        assert.ok(has("10.20.3.0/24", vpc));
        assert.ok(has("2001:db8:0:ff::/64", vpc));
        const other = resource(VPC, "other", { cidrBlock: "172.16.1.0/24" });
        const added = resource(IPV4, "added", { cidrBlock: "172.16.0.0/24" });
        assert.ok(has("172.16.0.0/23", vpc, other, added));
        assert.ok(
            has("172.31.5.0/24", resource(DEFAULT_VPC, "it", { cidrBlock: "172.31.0.0/16" })),
        );
        const added6 = resource(IPV6, "added", { ipv6CidrBlock: "2001:db8:1::/56" });
        assert.ok(has("2001:db8:1::/56", vpc, added6));
    });

    it("do not have what lies outside or beside them", () => {
        assert.ok(!has("10.21.0.0/16", vpc));
        assert.ok(!has("10.20.0.0/15", vpc));
        assert.ok(!has("192.168.0.0/24", vpc));
        assert.ok(!has("2001:db8:1::/56", vpc));
        assert.ok(!has("203.0.113.0/24", resource(VPC, "public", { cidrBlock: "203.0.113.0/24" })));
        assert.ok(!has("0.0.0.0/0", vpc));
    });

    it("have local addresses always, and private ones that a VPC can have where the stack has no VPC", () => {
        assert.ok(has("169.254.171.0/24", vpc));
        assert.ok(has("169.254.171.0/24"));
        assert.ok(has("10.99.0.0/16"));
        assert.ok(!has("10.0.0.0/8"));
        assert.ok(!has("2001:db8::/56"));
        assert.ok(!has("203.0.113.0/24"));
    });

    it("ask for what is not known yet only where it matters", () => {
        const later = resource(VPC, "later", { cidrBlock: UNKNOWN, ipv6CidrBlock: UNKNOWN });
        assert.ok(has("10.20.3.0/24", vpc, later));
        assert.ok(!has("8.8.8.0/24", vpc, later));
        assert.throws(() => has("10.21.0.0/16", vpc, later), isUnknownValue);
        assert.throws(() => has("2001:db8:1::/56", vpc, later), isUnknownValue);
        const half = resource(VPC, "half", { cidrBlock: "10.20.0.0/16", ipv6CidrBlock: UNKNOWN });
        assert.ok(!has("10.21.0.0/16", half));
        assert.throws(() => has("2001:db8:1::/56", half), isUnknownValue);
    });

    it("do without ranges that AWS leaves empty", () => {
        const plain = resource(VPC, "plain", { cidrBlock: "10.20.0.0/16", ipv6CidrBlock: "" });
        assert.ok(!has("2001:db8::/56", plain));
        assert.ok(!has("10.21.0.0/16", resource(VPC, "ipam", { cidrBlock: null })));
    });

    it("have every subnet of a VPC", () => {
        fc.assert(
            fc.property(fc.nat(255), fc.integer({ min: 24, max: 28 }), (third, length) => {
                assert.ok(has(`10.20.${third}.0/${length}`, vpc));
                assert.ok(!has(`10.21.${third}.0/${length}`, vpc));
            }),
        );
    });
});
