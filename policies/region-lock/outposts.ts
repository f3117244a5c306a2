import { definePolicy } from "../lib/define-policy";
import { parseArn } from "../lib/views/arns";
import { absent, judgePlaces, noneOf, typesOf, unset, type Places, type Rule } from "./placement";

const none = unset("an Outpost stands in a building of its owner's");
const notOutpost: Rule = {
    judge: (value, { homes }) => {
        const { service, region = "" } = parseArn(String(value)) ?? {};
        // What is in another region is reported for that.
        return service === "outposts" && homes.includes(region)
            ? "is an Outpost, expected a region: an Outpost stands in a building of its owner's"
            : undefined;
    },
};
const local = absent("is a part of an Outpost's network, expected none");
const images = { "ebsBlockDevices.outpostArn": none };
const balancer = { "subnetMappings.outpostId": none };

/** Properties that place something on an Outpost. */
export const outpostPlaces: Places = {
    "aws:alb/loadBalancer:LoadBalancer": balancer,
    "aws:dlm/lifecyclePolicy:LifecyclePolicy": {
        "policyDetails.resourceLocations": noneOf(["OUTPOST", "LOCAL_ZONE"], "CLOUD"),
        "policyDetails.schedules.createRule.location": noneOf(
            ["OUTPOST_LOCAL", "LOCAL_ZONE"],
            "CLOUD",
        ),
        "policyDetails.schedules.crossRegionCopyRules.target": notOutpost,
        "policyDetails.schedules.crossRegionCopyRules.targetRegion": notOutpost,
        "policyDetails.action.crossRegionCopies.target": notOutpost,
    },
    "aws:ebs/snapshot:Snapshot": { outpostArn: none },
    "aws:ebs/volume:Volume": { outpostArn: none },
    "aws:ec2/ami:Ami": images,
    "aws:ec2/amiCopy:AmiCopy": { ...images, destinationOutpostArn: none },
    "aws:ec2/amiFromInstance:AmiFromInstance": images,
    "aws:ec2/capacityReservation:CapacityReservation": { outpostArn: none },
    "aws:ec2/dedicatedHost:DedicatedHost": { outpostArn: none },
    "aws:ec2/localGatewayRoute:LocalGatewayRoute": { "": local },
    "aws:ec2/localGatewayRouteTable:LocalGatewayRouteTable": { "": local },
    "aws:ec2/localGatewayRouteTableVpcAssociation:LocalGatewayRouteTableVpcAssociation": {
        "": local,
    },
    "aws:ec2/localGatewayRouteTableVirtualInterfaceGroupAssociation:LocalGatewayRouteTableVirtualInterfaceGroupAssociation":
        { "": local },
    "aws:ec2/subnet:Subnet": { outpostArn: none },
    "aws:eks/cluster:Cluster": { "outpostConfig.outpostArns": none },
    "aws:elasticache/cluster:Cluster": { preferredOutpostArn: none },
    "aws:elasticache/replicationGroup:ReplicationGroup": {
        "nodeGroupConfigurations.primaryOutpostArn": none,
        "nodeGroupConfigurations.replicaOutpostArns": none,
    },
    "aws:lb/loadBalancer:LoadBalancer": balancer,
    "aws:outposts/capacityTask:CapacityTask": { outpostIdentifier: none },
    "aws:rds/instance:Instance": { backupTarget: noneOf(["OUTPOSTS"], "region") },
    "aws:s3control/bucket:Bucket": { outpostId: none },
    "aws:s3outposts/endpoint:Endpoint": { outpostId: none },
};

/** An Outpost belongs to a region by name, and stands anywhere (P-07). */
export const outposts = definePolicy({
    name: "outposts",
    control: "REGION-05",
    title: "Nothing is placed on an Outpost.",
    severity: "high",
    why: "An Outpost is a rack in the customer's own building; its region is where it is managed from, not where its disks are.",
    remediation:
        "Remove the property that names the Outpost (outpostArn, outpostId, backupTarget, …), so that the region's own zones are used.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(outpostPlaces),
    check: judgePlaces(outpostPlaces),
    examples: {
        accepted: [
            {
                title: "a volume in the region",
                resources: [
                    {
                        type: "aws:ebs/volume:Volume",
                        props: { availabilityZone: "eu-west-1a", size: 20 },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a volume on an Outpost of the region",
                resources: [
                    {
                        type: "aws:ebs/volume:Volume",
                        props: {
                            availabilityZone: "eu-west-1a",
                            size: 20,
                            outpostArn:
                                "arn:aws:outposts:eu-west-1:123456789012:outpost/op-0123456789",
                        },
                    },
                ],
                messages: [
                    "outpostArn is set, expected nothing: an Outpost stands in a building of its owner's",
                ],
            },
        ],
    },
});
