import { SecurityGroup } from "@pulumi/aws/ec2";
import { Topic } from "@pulumi/aws/sns";
import { Vpc } from "@pulumi/awsx/ec2";
import { ComponentResource, secret } from "@pulumi/pulumi";

const place = new ComponentResource("stress:index:Place", "place");
const vpc = new Vpc(
    "network",
    {
        cidrBlock: "10.40.0.0/16",
        availabilityZoneNames: ["eu-west-1a", "eu-west-1b"],
        natGateways: { strategy: "Single" },
        tags: { of: "network", hidden: secret("tag of a component") },
    },
    { parent: place },
);
new SecurityGroup("inside", { vpcId: vpc.vpcId });
new Topic("subnets", { displayName: vpc.privateSubnetIds.apply((ids) => ids.join()) });
new Topic("after", {}, { dependsOn: [vpc] });
export const publicSubnets = vpc.publicSubnetIds;
