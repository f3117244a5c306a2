import assert from "node:assert/strict";
import { outpostPlaces, outposts } from "../../../policies/region-lock/outposts";
import { failures, judge } from "../support/judge";
import { describePlaces, type PlaceRow, QUEUE_ELSEWHERE } from "../support/places";

const OUTPOST = "arn:aws:outposts:eu-west-1:123456789012:outpost/op-1";
const SET = [
    OUTPOST,
    "is set, expected nothing: an Outpost stands in a building of its owner's",
    [],
] as const;
const TARGET = [
    OUTPOST,
    "is an Outpost, expected a region: an Outpost stands in a building of its owner's",
    [
        "eu-west-1",
        "arn:aws:outposts:us-east-1:123456789012:outpost/op-1",
        "arn:aws:sqs:eu-west-1:123456789012:orders",
        QUEUE_ELSEWHERE,
    ],
] as const;
const DLM = "aws:dlm/lifecyclePolicy:LifecyclePolicy";
const SCHEDULE = "policyDetails.schedules[1]";
const CACHES = "aws:elasticache/replicationGroup:ReplicationGroup";

const presence: readonly PlaceRow[] = [
    ["aws:alb/loadBalancer:LoadBalancer", "subnetMappings[0].outpostId", ...SET],
    ["aws:lb/loadBalancer:LoadBalancer", "subnetMappings[0].outpostId", ...SET],
    ["aws:ebs/snapshot:Snapshot", "outpostArn", ...SET],
    ["aws:ebs/volume:Volume", "outpostArn", ...SET],
    ["aws:ec2/ami:Ami", "ebsBlockDevices[0].outpostArn", ...SET],
    ["aws:ec2/amiCopy:AmiCopy", "ebsBlockDevices[1].outpostArn", ...SET],
    ["aws:ec2/amiCopy:AmiCopy", "destinationOutpostArn", ...SET],
    ["aws:ec2/amiFromInstance:AmiFromInstance", "ebsBlockDevices[0].outpostArn", ...SET],
    ["aws:ec2/capacityReservation:CapacityReservation", "outpostArn", ...SET],
    ["aws:ec2/dedicatedHost:DedicatedHost", "outpostArn", ...SET],
    ["aws:ec2/subnet:Subnet", "outpostArn", ...SET],
    ["aws:eks/cluster:Cluster", "outpostConfig.outpostArns", ...SET],
    ["aws:elasticache/cluster:Cluster", "preferredOutpostArn", ...SET],
    [CACHES, "nodeGroupConfigurations[0].primaryOutpostArn", ...SET],
    [CACHES, "nodeGroupConfigurations[0].replicaOutpostArns", ...SET],
    ["aws:outposts/capacityTask:CapacityTask", "outpostIdentifier", ...SET],
    ["aws:s3control/bucket:Bucket", "outpostId", ...SET],
    ["aws:s3outposts/endpoint:Endpoint", "outpostId", ...SET],
];

describe("outposts", () => {
    describePlaces(
        outposts,
        outpostPlaces,
        [
            ...presence,
            [
                DLM,
                "policyDetails.resourceLocations",
                "OUTPOST",
                `is "OUTPOST", expected CLOUD`,
                ["CLOUD"],
            ],
            [
                DLM,
                "policyDetails.resourceLocations",
                "LOCAL_ZONE",
                `is "LOCAL_ZONE", expected CLOUD`,
                [],
            ],
            [
                DLM,
                `${SCHEDULE}.createRule.location`,
                "OUTPOST_LOCAL",
                `is "OUTPOST_LOCAL", expected CLOUD`,
                ["CLOUD"],
            ],
            [
                DLM,
                `${SCHEDULE}.createRule.location`,
                "LOCAL_ZONE",
                `is "LOCAL_ZONE", expected CLOUD`,
                [],
            ],
            [DLM, `${SCHEDULE}.crossRegionCopyRules[0].target`, ...TARGET],
            [DLM, `${SCHEDULE}.crossRegionCopyRules[0].targetRegion`, ...TARGET],
            [DLM, "policyDetails.action.crossRegionCopies[0].target", ...TARGET],
            [
                "aws:rds/instance:Instance",
                "backupTarget",
                "outposts",
                `is "outposts", expected region`,
                ["region"],
            ],
        ],
        presence.map(([, path]) => path),
    );

    it("reports parts of an Outpost's network", async () => {
        for (const name of [
            "LocalGatewayRoute",
            "LocalGatewayRouteTable",
            "LocalGatewayRouteTableVpcAssociation",
            "LocalGatewayRouteTableVirtualInterfaceGroupAssociation",
        ]) {
            const type = `aws:ec2/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
            assert.deepEqual(failures(await judge(outposts, { type })), [
                "is a part of an Outpost's network, expected none",
            ]);
        }
    });
});
