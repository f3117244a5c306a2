import { definePolicy } from "../lib/define-policy";
import { judgePlaces, noneOf, regionName, typesOf, zone, type Places } from "./placement";

const byName = { availabilityZone: zone };
const byNameOrId = { availabilityZone: zone, availabilityZoneId: zone };
const byNames = { availabilityZones: zone };
const byId = { availabilityZoneId: zone };
const inVpc = { "vpcOptions.availabilityZones": zone };

/** Properties that name a zone, or the group of zones from which an address is announced. */
export const zonePlaces: Places = {
    "aws:alb/targetGroupAttachment:TargetGroupAttachment": byName,
    "aws:autoscaling/group:Group": byNames,
    "aws:cloudhsmv2/hsm:Hsm": byName,
    "aws:dax/cluster:Cluster": byNames,
    "aws:directoryservice/directory:Directory": {
        "connectSettings.availabilityZones": zone,
        "vpcSettings.availabilityZones": zone,
    },
    "aws:dlm/lifecyclePolicy:LifecyclePolicy": {
        "policyDetails.schedules.fastRestoreRule.availabilityZones": zone,
    },
    "aws:dms/instanceProfile:InstanceProfile": byName,
    "aws:dms/replicationConfig:ReplicationConfig": { "computeConfig.availabilityZone": zone },
    "aws:dms/replicationInstance:ReplicationInstance": byName,
    "aws:docdb/cluster:Cluster": byNames,
    "aws:docdb/clusterInstance:ClusterInstance": byName,
    "aws:ebs/fastSnapshotRestore:FastSnapshotRestore": byName,
    "aws:ebs/volume:Volume": byName,
    "aws:ec2/availabilityZoneGroup:AvailabilityZoneGroup": {
        // Only Local Zones and Wavelength Zones need to be opted in.
        optInStatus: noneOf(["OPTED-IN"], "not-opted-in"),
    },
    "aws:ec2/capacityReservation:CapacityReservation": byName,
    "aws:ec2/dedicatedHost:DedicatedHost": byName,
    "aws:ec2/defaultSubnet:DefaultSubnet": byName,
    "aws:ec2/defaultVpc:DefaultVpc": { ipv6CidrBlockNetworkBorderGroup: regionName },
    "aws:ec2/eip:Eip": { networkBorderGroup: regionName },
    "aws:ec2/fleet:Fleet": { "launchTemplateConfigs.overrides.availabilityZone": zone },
    "aws:ec2/instance:Instance": byName,
    "aws:ec2/launchTemplate:LaunchTemplate": { "placement.availabilityZone": zone },
    "aws:ec2/natGateway:NatGateway": {
        "availabilityZoneAddresses.availabilityZone": zone,
        "availabilityZoneAddresses.availabilityZoneId": zone,
    },
    "aws:ec2/secondarySubnet:SecondarySubnet": byNameOrId,
    "aws:ec2/spotFleetRequest:SpotFleetRequest": {
        "launchSpecifications.availabilityZone": zone,
        "launchTemplateConfigs.overrides.availabilityZone": zone,
    },
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": byName,
    "aws:ec2/subnet:Subnet": byNameOrId,
    "aws:ec2/vpc:Vpc": { ipv6CidrBlockNetworkBorderGroup: regionName },
    "aws:ec2/vpnGateway:VpnGateway": byName,
    "aws:ec2clientvpn/endpoint:Endpoint": {
        "transitGatewayConfiguration.availabilityZones": zone,
        "transitGatewayConfiguration.availabilityZoneIds": zone,
    },
    "aws:efs/fileSystem:FileSystem": { availabilityZoneName: zone },
    "aws:efs/replicationConfiguration:ReplicationConfiguration": {
        "destination.availabilityZoneName": zone,
    },
    "aws:elasticache/cluster:Cluster": { ...byName, preferredAvailabilityZones: zone },
    "aws:elasticache/replicationGroup:ReplicationGroup": {
        preferredCacheClusterAzs: zone,
        "nodeGroupConfigurations.primaryAvailabilityZone": zone,
        "nodeGroupConfigurations.replicaAvailabilityZones": zone,
    },
    "aws:elasticsearch/domain:Domain": inVpc,
    "aws:elasticsearch/vpcEndpoint:VpcEndpoint": inVpc,
    "aws:elb/loadBalancer:LoadBalancer": byNames,
    "aws:finspace/kxCluster:KxCluster": byId,
    "aws:finspace/kxDataview:KxDataview": byId,
    "aws:finspace/kxScalingGroup:KxScalingGroup": byId,
    "aws:finspace/kxVolume:KxVolume": byNames,
    "aws:glue/connection:Connection": { "physicalConnectionRequirements.availabilityZone": zone },
    "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration": {
        "placement.availabilityZone": zone,
    },
    "aws:lb/targetGroupAttachment:TargetGroupAttachment": byName,
    "aws:lightsail/database:Database": byName,
    "aws:lightsail/disk:Disk": byName,
    "aws:lightsail/instance:Instance": byName,
    "aws:medialive/channel:Channel": { "vpc.availabilityZones": zone },
    "aws:medialive/multiplex:Multiplex": byNames,
    "aws:neptune/cluster:Cluster": byNames,
    "aws:neptune/clusterInstance:ClusterInstance": byName,
    "aws:networkfirewall/firewall:Firewall": {
        "availabilityZoneMappings.availabilityZoneId": zone,
    },
    "aws:odb/cloudExadataInfrastructure:CloudExadataInfrastructure": byNameOrId,
    "aws:odb/network:Network": byNameOrId,
    "aws:opensearch/domain:Domain": inVpc,
    "aws:opensearch/vpcEndpoint:VpcEndpoint": inVpc,
    "aws:rds/cluster:Cluster": byNames,
    "aws:rds/clusterInstance:ClusterInstance": byName,
    "aws:rds/instance:Instance": byName,
    "aws:redshift/cluster:Cluster": byName,
    "aws:s3/directoryBucket:DirectoryBucket": { "location.name": zone },
};

/** A zone is the place itself: Local Zones and Wavelength Zones are in other cities than their region (P-07). */
export const availabilityZone = definePolicy({
    name: "availability-zone",
    control: "REGION-05",
    title: "Zones are Availability Zones of eu-west-1.",
    severity: "critical",
    why: "A zone decides where machines and disks stand. Local Zones and Wavelength Zones belong to a region by name and stand in other cities, some in other countries.",
    remediation:
        "Name zones such as eu-west-1a, or euw1-az1 by id; leave networkBorderGroup out; opt into no group of zones.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(zonePlaces),
    check: judgePlaces(zonePlaces),
    examples: {
        accepted: [
            {
                title: "a subnet in the region",
                resources: [
                    {
                        type: "aws:ec2/subnet:Subnet",
                        props: { cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a subnet in another region's zone, by id",
                resources: [
                    {
                        type: "aws:ec2/subnet:Subnet",
                        props: { cidrBlock: "10.0.0.0/24", availabilityZoneId: "use1-az4" },
                    },
                ],
                messages: [`availabilityZoneId is "use1-az4", expected a zone of "eu-west-1"`],
            },
            {
                title: "machines in a Local Zone",
                resources: [
                    {
                        type: "aws:autoscaling/group:Group",
                        props: {
                            maxSize: 2,
                            availabilityZones: ["eu-west-1a", "us-east-1-bos-1a"],
                        },
                    },
                ],
                messages: [
                    `availabilityZones[1] is "us-east-1-bos-1a", expected a zone of "eu-west-1"`,
                ],
            },
        ],
    },
});
