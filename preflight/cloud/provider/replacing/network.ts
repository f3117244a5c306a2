import type { Replacing } from "./replacing";

const LISTENER = "loadBalancerArn";
const LISTENER_RULE = "listenerArn";
const LISTENER_CERTIFICATE = "certificateArn listenerArn";
const LOAD_BALANCER = "customerOwnedIpv4Pool internal loadBalancerType name namePrefix";
const TARGET_GROUP =
    "ipAddressType name namePrefix port protocol protocolVersion targetControlPort targetType vpcId";
const ATTACHMENT = "availabilityZone port quicServerId targetGroupArn targetId";
// A rule's peer may change, but not what kind of peer it is.
const RULE = "cidrIpv4|cidrIpv6|prefixListId|referencedSecurityGroupId securityGroupId";

/** Networks, machines and load balancers. */
export const NETWORK: Replacing = {
    "aws:alb/listener:Listener": LISTENER,
    "aws:alb/listenerCertificate:ListenerCertificate": LISTENER_CERTIFICATE,
    "aws:alb/listenerRule:ListenerRule": LISTENER_RULE,
    "aws:alb/loadBalancer:LoadBalancer": LOAD_BALANCER,
    "aws:alb/targetGroup:TargetGroup": TARGET_GROUP,
    "aws:alb/targetGroupAttachment:TargetGroupAttachment": ATTACHMENT,
    "aws:autoscaling/group:Group": "name namePrefix",
    "aws:autoscaling/lifecycleHook:LifecycleHook": "autoscalingGroupName name",
    "aws:autoscaling/policy:Policy": "autoscalingGroupName name",
    "aws:autoscaling/schedule:Schedule": "autoscalingGroupName scheduledActionName",
    "aws:ec2/ami:Ami":
        "architecture bootMode ebsBlockDevices enaSupport ephemeralBlockDevices imdsSupport name rootDeviceName tpmSupport uefiData virtualizationType",
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": "defaultNetworkAclId",
    "aws:ec2/defaultRouteTable:DefaultRouteTable": "defaultRouteTableId",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "vpcId",
    "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": "vpcId",
    "aws:ec2/eip:Eip":
        "address customerOwnedIpv4Pool domain ipamPoolId networkBorderGroup publicIpv4Pool",
    "aws:ec2/eipAssociation:EipAssociation":
        "allocationId allowReassociation instanceId networkInterfaceId privateIpAddress publicIp",
    // A flow log cannot be changed at all.
    "aws:ec2/flowLog:FlowLog":
        "deliverCrossAccountRole destinationOptions eniId iamRoleArn logDestination logDestinationType logFormat maxAggregationInterval regionalNatGatewayId subnetId trafficType transitGatewayAttachmentId transitGatewayId vpcId",
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": "",
    "aws:ec2/instance:Instance":
        "ami associatePublicIpAddress availabilityZone cpuOptions enclaveOptions ephemeralBlockDevices getPasswordData hibernation hostResourceGroupArn ipv6AddressCount keyName networkInterfaces placementGroup placementGroupId primaryNetworkInterface privateIp secondaryNetworkInterfaces securityGroups subnetId tenancy",
    "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": "",
    // Another VPC is a matter of detaching and attaching.
    "aws:ec2/internetGateway:InternetGateway": "",
    "aws:ec2/keyPair:KeyPair": "keyName keyNamePrefix publicKey",
    "aws:ec2/launchTemplate:LaunchTemplate": "name namePrefix",
    "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": "vpcId",
    "aws:ec2/managedPrefixList:ManagedPrefixList": "addressFamily",
    "aws:ec2/natGateway:NatGateway":
        "allocationId availabilityMode connectivityType privateIp subnetId vpcId",
    "aws:ec2/networkAcl:NetworkAcl": "vpcId",
    "aws:ec2/networkAclAssociation:NetworkAclAssociation": "subnetId",
    "aws:ec2/networkAclRule:NetworkAclRule":
        "cidrBlock egress fromPort icmpCode icmpType ipv6CidrBlock networkAclId protocol ruleAction ruleNumber toPort",
    "aws:ec2/networkInterface:NetworkInterface": "interfaceType subnetId",
    "aws:ec2/placementGroup:PlacementGroup": "name partitionCount spreadLevel strategy",
    // The target of a route may change, its destination is what it is.
    "aws:ec2/route:Route":
        "destinationCidrBlock destinationIpv6CidrBlock destinationPrefixListId routeTableId",
    "aws:ec2/routeTable:RouteTable": "vpcId",
    "aws:ec2/routeTableAssociation:RouteTableAssociation": "gatewayId subnetId",
    "aws:ec2/securityGroup:SecurityGroup": "description name namePrefix vpcId",
    "aws:ec2/securityGroupRule:SecurityGroupRule":
        "cidrBlocks fromPort ipv6CidrBlocks prefixListIds protocol securityGroupId self sourceSecurityGroupId toPort type",
    "aws:ec2/serialConsoleAccess:SerialConsoleAccess": "",
    "aws:ec2/subnet:Subnet":
        "availabilityZone availabilityZoneId cidrBlock ipv4IpamPoolId ipv4NetmaskLength ipv6IpamPoolId ipv6Native ipv6NetmaskLength outpostArn vpcId",
    "aws:ec2/vpc:Vpc": "cidrBlock ipv4IpamPoolId ipv4NetmaskLength",
    "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions": "",
    "aws:ec2/vpcDhcpOptions:VpcDhcpOptions":
        "domainName domainNameServers ipv6AddressPreferredLeaseTime netbiosNameServers netbiosNodeType ntpServers",
    "aws:ec2/vpcEndpoint:VpcEndpoint":
        "resourceConfigurationArn serviceName serviceNetworkArn serviceRegion vpcEndpointType vpcId",
    "aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive": "securityGroupId",
    "aws:lb/listener:Listener": LISTENER,
    "aws:lb/listenerCertificate:ListenerCertificate": LISTENER_CERTIFICATE,
    "aws:lb/listenerRule:ListenerRule": LISTENER_RULE,
    "aws:lb/loadBalancer:LoadBalancer": LOAD_BALANCER,
    "aws:lb/targetGroup:TargetGroup": TARGET_GROUP,
    "aws:lb/targetGroupAttachment:TargetGroupAttachment": ATTACHMENT,
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": RULE,
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": RULE,
};
