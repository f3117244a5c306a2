/** Who keeps a thing from being deleted. */
export interface Holding {
    /** AWS's error. */
    readonly code: string;
    /** Types that hold it when they mention it; with `type#property`, in that property. */
    readonly by: readonly string[];
    /** Emptied with `forceDestroy` or `forceDelete`, whatever it holds. */
    readonly unlessForced?: true;
    /** Others know it by its name, too, not only by id and ARN. */
    readonly byName?: true;
}

const LISTENERS = [
    "aws:alb/listener:Listener",
    "aws:alb/listenerRule:ListenerRule",
    "aws:lb/listener:Listener",
    "aws:lb/listenerRule:ListenerRule",
];
/** What has network interfaces, which have subnets and security groups. */
const INTERFACES = [
    "aws:alb/loadBalancer:LoadBalancer",
    "aws:ec2/instance:Instance",
    "aws:ec2/natGateway:NatGateway",
    "aws:ec2/networkInterface:NetworkInterface",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    "aws:efs/mountTarget:MountTarget",
    "aws:elasticbeanstalk/environment:Environment",
    "aws:elb/loadBalancer:LoadBalancer",
    "aws:lambda/function:Function",
    "aws:lb/loadBalancer:LoadBalancer",
];
const DATABASES = [
    "aws:rds/cluster:Cluster",
    "aws:rds/clusterInstance:ClusterInstance",
    "aws:rds/instance:Instance",
];
const targetGroup: Holding = { code: "ResourceInUse", by: LISTENERS };

/**
 * Type → what AWS does not delete it under. Only what AWS itself refuses is here: a topic, a key or a log group goes, whoever
 * still uses it. What the provider removes by itself before it deletes (a role's instance profiles) is not here either.
 */
export const HOLDERS: Readonly<Record<string, Holding>> = {
    "aws:acm/certificate:Certificate": {
        code: "ResourceInUseException",
        by: [
            ...LISTENERS,
            "aws:alb/listenerCertificate:ListenerCertificate",
            "aws:lb/listenerCertificate:ListenerCertificate",
            "aws:cloudfront/distribution:Distribution",
            "aws:apigateway/domainName:DomainName",
            "aws:apigatewayv2/domainName:DomainName",
        ],
    },
    "aws:alb/targetGroup:TargetGroup": targetGroup,
    "aws:lb/targetGroup:TargetGroup": targetGroup,
    "aws:backup/plan:Plan": {
        code: "InvalidRequestException",
        by: ["aws:backup/selection:Selection"],
    },
    "aws:backup/restoreTestingPlan:RestoreTestingPlan": {
        code: "InvalidRequestException",
        by: ["aws:backup/restoreTestingSelection:RestoreTestingSelection"],
        byName: true,
    },
    "aws:cloudwatch/eventBus:EventBus": {
        code: "ValidationException",
        by: ["aws:cloudwatch/eventRule:EventRule"],
        byName: true,
    },
    "aws:cloudwatch/eventRule:EventRule": {
        code: "ValidationException",
        by: ["aws:cloudwatch/eventTarget:EventTarget"],
        unlessForced: true,
        byName: true,
    },
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
        code: "ConflictException",
        by: ["aws:cloudwatch/logDelivery:LogDelivery"],
    },
    "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
        code: "ConflictException",
        by: ["aws:cloudwatch/logDelivery:LogDelivery"],
        byName: true,
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        code: "ValidationError",
        by: ["aws:cloudwatch/compositeAlarm:CompositeAlarm"],
        byName: true,
    },
    "aws:ec2/eip:Eip": {
        code: "InvalidIPAddress.InUse",
        by: ["aws:ec2/natGateway:NatGateway"],
    },
    "aws:ec2/routeTable:RouteTable": {
        code: "DependencyViolation",
        by: [
            "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
        ],
    },
    "aws:ec2/securityGroup:SecurityGroup": {
        code: "DependencyViolation",
        by: [
            ...INTERFACES,
            ...DATABASES,
            // A group's own rules go with it.
            "aws:ec2/securityGroupRule:SecurityGroupRule#sourceSecurityGroupId",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule#referencedSecurityGroupId",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule#referencedSecurityGroupId",
        ],
    },
    "aws:ec2/subnet:Subnet": { code: "DependencyViolation", by: INTERFACES },
    "aws:ec2/vpc:Vpc": {
        code: "DependencyViolation",
        by: [
            ...INTERFACES,
            "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
            "aws:ec2/internetGateway:InternetGateway",
            "aws:ec2/networkAcl:NetworkAcl",
            "aws:ec2/routeTable:RouteTable",
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:ec2/subnet:Subnet",
            "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
            "aws:ec2/vpnGateway:VpnGateway",
        ],
    },
    "aws:ecs/cluster:Cluster": {
        code: "ClusterContainsServicesException",
        by: ["aws:ecs/service:Service"],
        byName: true,
    },
    "aws:eks/cluster:Cluster": {
        code: "ResourceInUseException",
        by: ["aws:eks/fargateProfile:FargateProfile", "aws:eks/nodeGroup:NodeGroup"],
        byName: true,
    },
    "aws:elasticbeanstalk/application:Application": {
        code: "OperationInProgress",
        by: ["aws:elasticbeanstalk/environment:Environment"],
        byName: true,
    },
    "aws:elasticbeanstalk/applicationVersion:ApplicationVersion": {
        code: "OperationInProgress",
        by: ["aws:elasticbeanstalk/environment:Environment"],
        unlessForced: true,
        byName: true,
    },
    "aws:iam/policy:Policy": {
        code: "DeleteConflict",
        by: [
            "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
            "aws:iam/policyAttachment:PolicyAttachment",
            "aws:iam/role:Role",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            "aws:iam/user:User",
            "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        ],
    },
    "aws:iam/role:Role": {
        code: "DeleteConflict",
        by: [
            "aws:iam/policyAttachment:PolicyAttachment",
            "aws:iam/rolePolicy:RolePolicy",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        ],
        byName: true,
    },
    "aws:rds/cluster:Cluster": {
        code: "InvalidDBClusterStateFault",
        by: ["aws:rds/clusterInstance:ClusterInstance"],
    },
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": {
        code: "InvalidDBParameterGroupState",
        by: DATABASES,
        byName: true,
    },
    "aws:rds/optionGroup:OptionGroup": {
        code: "InvalidOptionGroupStateFault",
        by: DATABASES,
        byName: true,
    },
    "aws:rds/parameterGroup:ParameterGroup": {
        code: "InvalidDBParameterGroupState",
        by: DATABASES,
        byName: true,
    },
    "aws:rds/subnetGroup:SubnetGroup": {
        code: "InvalidDBSubnetGroupStateFault",
        by: DATABASES,
        byName: true,
    },
    "aws:route53/zone:Zone": {
        code: "HostedZoneNotEmpty",
        by: ["aws:route53/record:Record"],
        unlessForced: true,
    },
    "aws:s3/bucket:Bucket": {
        code: "BucketNotEmpty",
        by: ["aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2"],
        unlessForced: true,
    },
    "aws:wafv2/ipSet:IpSet": {
        code: "WAFAssociatedItemException",
        by: ["aws:wafv2/ruleGroup:RuleGroup", "aws:wafv2/webAcl:WebAcl"],
    },
    "aws:wafv2/ruleGroup:RuleGroup": {
        code: "WAFAssociatedItemException",
        by: ["aws:wafv2/webAcl:WebAcl"],
    },
    "aws:wafv2/webAcl:WebAcl": {
        code: "WAFAssociatedItemException",
        by: ["aws:wafv2/webAclAssociation:WebAclAssociation"],
    },
};
