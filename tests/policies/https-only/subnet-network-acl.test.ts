import assert from "node:assert/strict";
import { subnetNetworkAcl } from "../../../policies/https-only/subnet-network-acl";
import { type Fixture, judge, UNKNOWN, urnOf } from "../support/judge";
import { verdicts } from "../support/verdicts";

const MESSAGE =
    "no network ACL of this stack names this subnet, which means the VPC's default one and everything from anywhere, expected a NetworkAcl or a DefaultNetworkAcl";
const VPC: Fixture = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { id: "vpc-1" } };
const OTHER_VPC: Fixture = { type: "aws:ec2/vpc:Vpc", name: "other", props: { id: "vpc-2" } };
const SUBNET: Fixture = {
    type: "aws:ec2/subnet:Subnet",
    name: "subnet",
    props: { id: "subnet-1", vpcId: "vpc-1" },
};

type Dependencies = Readonly<Record<string, readonly Fixture[]>>;

function fixture(
    type: string,
    props: Readonly<Record<string, unknown>>,
    dependencies: Dependencies = {},
): Fixture {
    const propertyDependencies = Object.fromEntries(
        Object.entries(dependencies).map(([key, list]) => [key, list.map(urnOf)]),
    );
    return { type, name: "acl", props, propertyDependencies };
}

const acl = (subnetIds: unknown, on: Dependencies = {}) =>
    fixture("aws:ec2/networkAcl:NetworkAcl", { subnetIds }, on);
const defaultAcl = (props: Readonly<Record<string, unknown>>, on: Dependencies = {}) =>
    fixture("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", props, on);
const association = (subnetId: unknown, on: Dependencies = {}) =>
    fixture("aws:ec2/networkAclAssociation:NetworkAclAssociation", { subnetId }, on);

const says = (...fixtures: readonly Fixture[]) =>
    verdicts(subnetNetworkAcl, [VPC, SUBNET, ...fixtures]);

describe("subnet-network-acl", () => {
    it("accepts a subnet that a network ACL names", async () => {
        assert.deepEqual(await says(acl(["subnet-0", "subnet-1"])), []);
        assert.deepEqual(await says(acl([UNKNOWN], { subnetIds: [SUBNET] })), []);
        assert.deepEqual(await says(defaultAcl({ subnetIds: ["subnet-1"] })), []);
        assert.deepEqual(await says(association("subnet-1")), []);
        assert.deepEqual(await says(association(UNKNOWN, { subnetId: [SUBNET] })), []);
    });

    it("accepts a subnet in a VPC whose default network ACL the program takes over", async () => {
        const taken = { defaultNetworkAclId: [VPC] };
        assert.deepEqual(await says(defaultAcl({ defaultNetworkAclId: "acl-1" }, taken)), []);
        assert.deepEqual(await says(defaultAcl({ defaultNetworkAclId: UNKNOWN }, taken)), []);
    });

    it("accepts a subnet in a VPC that is declared elsewhere", async () => {
        assert.deepEqual(await verdicts(subnetNetworkAcl, [SUBNET, acl([])]), []);
    });

    it("reports a subnet that nobody names, as advice", async () => {
        for (const fixtures of [
            [],
            [acl([])],
            [acl(["subnet-2"])],
            [association("subnet-2")],
            [
                OTHER_VPC,
                defaultAcl({ defaultNetworkAclId: "a" }, { defaultNetworkAclId: [OTHER_VPC] }),
            ],
            // In a preview AWS may yet say what the program leaves out.
            [acl(UNKNOWN)],
        ]) {
            assert.deepEqual(await says(...fixtures), [`subnet fail: ${MESSAGE}`]);
        }
        const { diagnostics } = await judge(subnetNetworkAcl, [VPC, SUBNET]);
        assert.deepEqual(
            diagnostics.map(({ level }) => level),
            ["advisory"],
        );
    });

    it("does not evaluate while an ACL may yet name it", async () => {
        for (const [fixtures, path] of [
            [[acl([UNKNOWN])], "subnetIds[0]"],
            [[OTHER_VPC, acl(UNKNOWN, { subnetIds: [OTHER_VPC] })], "subnetIds"],
            [[association(UNKNOWN)], "subnetId"],
            [[defaultAcl({ defaultNetworkAclId: UNKNOWN })], "defaultNetworkAclId"],
        ] as const) {
            assert.deepEqual(await says(...fixtures), [
                `subnet not-evaluated: ${path} is not known yet`,
            ]);
        }
    });
});
