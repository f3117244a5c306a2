import { defineStackPolicy } from "../lib/define-policy";
import { isLeftToAws } from "../lib/left-to-aws";
import { type Item, itemsOf, textOf } from "../lib/properties";

const SUBNET = "aws:ec2/subnet:Subnet";
const VPC = "aws:ec2/vpc:Vpc";
const ACL = "aws:ec2/networkAcl:NetworkAcl";
const DEFAULT_ACL = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
const ASSOCIATION = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

const MESSAGE =
    "no network ACL of this stack names this subnet, which means the VPC's default one and everything from anywhere, expected a NetworkAcl or a DefaultNetworkAcl";

/** A subnet that nobody puts behind a network ACL stands behind the VPC's default one, which admits everything (P-09). */
export const subnetNetworkAcl = defineStackPolicy({
    name: "subnet-network-acl",
    control: "HTTPS-07",
    title: "Subnets stand behind network ACLs that the program declares.",
    severity: "low",
    // The security groups decide; this is the second line behind them.
    enforcement: "advisory",
    why: "A VPC's default network ACL admits everything, so a security group that is opened by mistake is open at once.",
    remediation:
        "List the subnet in subnetIds of an aws.ec2.NetworkAcl, or take over the VPC's default one with an aws.ec2.DefaultNetworkAcl.",
    frameworks: ["gdpr:32(1)(b)"],
    resourceTypes: [SUBNET],
    check({ stack, report, ifKnown }) {
        const vpcs = stack.refer([SUBNET], "vpcId", [VPC]);
        const taken = stack.refer([DEFAULT_ACL], "defaultNetworkAclId", [VPC]);
        const named = stack.refer([ACL, DEFAULT_ACL], "subnetIds", [SUBNET]);
        const associated = stack.refer([ASSOCIATION], "subnetId", [SUBNET]);
        for (const subnet of stack.ofType(SUBNET)) {
            ifKnown(subnet, () => {
                const [vpc] = vpcs.of(subnet);
                // Whoever declares the VPC looks after its default network ACL.
                if (vpc === undefined || taken.to(vpc).length > 0) return;
                if ([named, associated].some((acls) => acls.to(subnet).length > 0)) return;
                // What is not known yet may be about this subnet.
                for (const { props } of taken.unresolved) textOf(props, "defaultNetworkAclId");
                for (const { props } of associated.unresolved) textOf(props, "subnetId");
                for (const acl of named.unresolved) {
                    if (!isLeftToAws(acl, "subnetIds")) readAll(itemsOf(acl.props, "subnetIds"));
                }
                report(subnet, MESSAGE);
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a subnet that a network ACL names",
                resources: [
                    { type: VPC, name: "vpc", props: { id: "vpc-1" } },
                    { type: SUBNET, props: { vpcId: "vpc-1", id: "subnet-1" } },
                    { type: ACL, props: { vpcId: "vpc-1", subnetIds: ["subnet-1"] } },
                ],
            },
        ],
        rejected: [
            {
                title: "a subnet that is left to the VPC's default network ACL",
                resources: [
                    { type: VPC, name: "vpc", props: { id: "vpc-1" } },
                    { type: SUBNET, props: { vpcId: "vpc-1" } },
                ],
                messages: [MESSAGE],
            },
        ],
    },
});

/** Throws while one of them is not known yet. */
function readAll(items: readonly Item[]): readonly string[] {
    return items.map(({ text }) => text);
}
