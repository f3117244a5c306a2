import assert from "node:assert/strict";
import { networkAclRules } from "../../../policies/https-only/network-acl-rules";
import { type Fixture, judge, UNKNOWN, urnOf } from "../support/judge";

const PASSED = { diagnostics: [], notApplicable: [] };
const RULE = "aws:ec2/networkAclRule:NetworkAclRule";
const EXPECTED =
    "expected HTTPS, SSH from public networks of /24 or narrower, private ones of /20, IPv6 ones of /56, and answers on ports 1024 to 65535 but 3389 only";
const VPC: Fixture = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { cidrBlock: "10.20.0.0/16" } };

type More = Readonly<Record<string, unknown>>;

function rule(name: string, port: number, more: More = {}): Fixture {
    const props = {
        networkAclId: "acl-1",
        ruleNumber: 100,
        ruleAction: "allow",
        protocol: "tcp",
        fromPort: port,
        toPort: port,
        cidrBlock: "0.0.0.0/0",
        ...more,
    };
    return { type: RULE, name, props };
}

function acl(more: More = {}, type = "aws:ec2/networkAcl:NetworkAcl"): Fixture {
    return { type, name: "acl", props: { id: "acl-1", ...more } };
}

async function reported(...fixtures: readonly Fixture[]) {
    return (await judge(networkAclRules, [VPC, ...fixtures])).diagnostics.map(
        ({ verdict, message, urn }) => [verdict, message, urn],
    );
}

function fails(fixture: Fixture, what: string, name = "the rule") {
    return ["fail", `${name} admits ${what}, ${EXPECTED}`, urnOf(fixture)];
}

describe("network-acl-rules", () => {
    it("accepts HTTPS, answers, narrow SSH, the VPC's own addresses and what goes out", async () => {
        assert.deepEqual(
            await judge(networkAclRules, [
                VPC,
                rule("a", 443),
                rule("b", 22, { cidrBlock: "203.0.113.0/24" }),
                rule("c", 5432, { cidrBlock: "10.20.3.0/24" }),
                rule("d", 1024, { toPort: 3388 }),
                rule("e", 80, { egress: true }),
            ]),
            PASSED,
        );
    });

    it("reports a rule that admits something else from outside, private or not", async () => {
        const world = rule("a", 80);
        const partner = rule("b", 80, { cidrBlock: "192.168.0.0/24" });
        assert.deepEqual(await reported(world, partner), [
            fails(world, `TCP port 80 from "0.0.0.0/0"`),
            fails(partner, `TCP port 80 from "192.168.0.0/24"`),
        ]);
    });

    for (const type of [
        "aws:ec2/networkAcl:NetworkAcl",
        "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
    ]) {
        it(`reports inline entries of ${type} for private ranges that are outside, and for no others`, async () => {
            const entry = { action: "allow", protocol: "tcp", fromPort: 80, toPort: 80 };
            const inline = acl(
                {
                    ingress: [
                        { ...entry, ruleNo: 100, cidrBlock: "0.0.0.0/0" },
                        { ...entry, ruleNo: 110, cidrBlock: "10.20.0.0/16" },
                        { ...entry, ruleNo: 120, cidrBlock: "10.21.0.0/16" },
                    ],
                },
                type,
            );
            assert.deepEqual(await reported(inline), [
                fails(inline, `TCP port 80 from "10.21.0.0/16"`, "ingress[2]"),
            ]);
        });
    }

    it("lets a rule of the same ACL deny what another one allows", async () => {
        const allow = rule("a", 80);
        const deny = (more: More) => rule("b", 80, { ruleAction: "deny", ruleNumber: 90, ...more });
        assert.deepEqual(await reported(allow, deny({})), []);
        const admitted = [fails(allow, `TCP port 80 from "0.0.0.0/0"`)];
        assert.deepEqual(await reported(allow, deny({ ruleNumber: 110 })), admitted);
        assert.deepEqual(await reported(allow, deny({ networkAclId: "acl-2" })), admitted);
        assert.deepEqual(await reported(allow, deny({ egress: true })), admitted);
    });

    it("lets an ACL's own entries deny what a rule allows", async () => {
        const entry = { action: "deny", ruleNo: 90, protocol: "-1", cidrBlock: "0.0.0.0/0" };
        assert.deepEqual(await reported(acl({ ingress: [entry] }), rule("a", 80)), []);
    });

    it("finds the ACL by dependency before its id is known", async () => {
        const later = acl({ id: UNKNOWN, ingress: UNKNOWN });
        const propertyDependencies = { networkAclId: [urnOf(later)] };
        const allow = { ...rule("a", 80, { networkAclId: UNKNOWN }), propertyDependencies };
        const deny = {
            ...rule("b", 80, { networkAclId: UNKNOWN, ruleAction: "deny", ruleNumber: 90 }),
            propertyDependencies,
        };
        assert.deepEqual(await reported(later, allow, deny), []);
        assert.deepEqual(await reported(later, allow), [
            fails(allow, `TCP port 80 from "0.0.0.0/0"`),
        ]);
    });

    it("does not evaluate what is not known yet, and judges the rest", async () => {
        const lost = rule("a", 80, { networkAclId: UNKNOWN });
        const range = rule("b", 80, { cidrBlock: UNKNOWN, ruleNumber: 110 });
        const found = rule("c", 80);
        assert.deepEqual(await reported(lost, range, found), [
            ["not-evaluated", "networkAclId is not known yet", urnOf(lost)],
            ["not-evaluated", "cidrBlock is not known yet", urnOf(range)],
            fails(found, `TCP port 80 from "0.0.0.0/0"`),
        ]);
    });

    it("keeps a rule without an ACL apart", async () => {
        const odd = rule("a", 80, { networkAclId: null });
        assert.deepEqual(await reported(odd), [fails(odd, `TCP port 80 from "0.0.0.0/0"`)]);
    });

    it("does not apply to stacks without network ACLs", async () => {
        const { notApplicable } = await judge(networkAclRules, [VPC]);
        assert.deepEqual(notApplicable, [
            "Policy only applies to resources of type 'aws:ec2/networkAcl:NetworkAcl' or " +
                "'aws:ec2/defaultNetworkAcl:DefaultNetworkAcl' or 'aws:ec2/networkAclRule:NetworkAclRule'",
        ]);
    });
});
