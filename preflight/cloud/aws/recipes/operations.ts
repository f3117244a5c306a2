import { unwrap } from "../../../values";
import { hex } from "../../identity";
import type { Subject } from "../template";
import type { Preparation, Preparations } from "./recipe";

const ELB = "arn:{partition}:elasticloadbalancing:{region}:{account}:";

/** Hosted zones of load balancers, by region (AWS General Reference, "Elastic Load Balancing endpoints"). */
const BALANCER_ZONES: Readonly<Record<string, string>> = {
    "eu-central-1": "Z215JYRZR1TBD5",
    "eu-west-1": "Z32O12XQLNTSW2",
    "eu-west-2": "ZHURV8PSTC4K8",
    "eu-west-3": "Z3Q77PNBQS71R4",
    "us-east-1": "Z35SXDOTRQ7X7K",
    "us-east-2": "Z3AADJGX6KTTL2",
    "us-west-1": "Z368ELLRRE2KJ0",
    "us-west-2": "Z1H1FL5HABSF5",
};

/** Hosted zones of Elastic Beanstalk environments, by region (AWS General Reference, "Elastic Beanstalk endpoints"). */
export const BEANSTALK_ZONES: Readonly<Record<string, string>> = {
    "eu-central-1": "Z1FRNW7UH4DEZJ",
    "eu-north-1": "Z23GO28BZ5AETM",
    "eu-west-1": "Z2NYPWQ7DFZAZH",
    "eu-west-2": "Z1GKAAAUGATPF1",
    "eu-west-3": "Z5WN6GAYWG5OB",
    "us-east-1": "Z117KPS5GTRQ2G",
    "us-east-2": "Z14LCN19Q5QHIC",
    "us-west-1": "Z1LQECGX5PH1X",
    "us-west-2": "Z38NKT9BP95V3O",
};

/** Zone of load balancers in a region. */
export function balancerZone(region: string): string {
    return BALANCER_ZONES[region] ?? "Z32O12XQLNTSW2";
}

const kind = ({ inputs }: Subject): string => {
    const type = unwrap(inputs.loadBalancerType);
    return type === "network" ? "net" : type === "gateway" ? "gwy" : "app";
};
const balancerSuffix = (subject: Subject): string =>
    `${kind(subject)}/${subject.name}/${hex(subject.seed, 16)}`;
const balancer: Preparation = {
    id: (subject) =>
        `arn:${subject.partition}:elasticloadbalancing:${subject.region}:${subject.account}:loadbalancer/${balancerSuffix(subject)}`,
    arn: "{id}",
    outputs: {
        arnSuffix: balancerSuffix,
        dnsName: ({ inputs, name, seed, region, suffix }) =>
            `${unwrap(inputs.internal) === true ? "internal-" : ""}${name}-${hex(seed, 10)}.${region}.elb.${suffix}`,
        zoneId: ({ region }) => balancerZone(region),
        internal: false,
        vpcId: "vpc-{hex17}",
        ipAddressType: "ipv4",
        subnets: [],
        subnetMappings: [],
        securityGroups: [],
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "",
    },
};
const targetGroup: Preparation = {
    id: `${ELB}targetgroup/{name}/{hex16}`,
    arn: "{id}",
    outputs: {
        arnSuffix: "targetgroup/{name}/{hex16}",
        loadBalancerArns: [],
        ipAddressType: "ipv4",
        loadBalancingAlgorithmType: "round_robin",
        protocolVersion: "HTTP1",
    },
};
const listener: Preparation = {
    id: ({ inputs, seed }) =>
        `${String(unwrap(inputs.loadBalancerArn)).replace(":loadbalancer/", ":listener/")}/${hex(seed, 16)}`,
    arn: "{id}",
    outputs: { sslPolicy: "", protocol: "HTTP" },
};
const listenerRule: Preparation = {
    id: ({ inputs, seed }) =>
        `${String(unwrap(inputs.listenerArn)).replace(":listener/", ":listener-rule/")}/${hex(seed, 16)}`,
    arn: "{id}",
};
const both = (type: string, preparation: Preparation): Preparations => ({
    [`aws:lb/${type}`]: preparation,
    [`aws:alb/${type}`]: preparation,
});

/** Load balancers, messages, logs, alarms, machines in groups, names, functions. */
export const OPERATIONS: Preparations = {
    ...both("loadBalancer:LoadBalancer", balancer),
    ...both("targetGroup:TargetGroup", targetGroup),
    ...both("listener:Listener", listener),
    ...both("listenerRule:ListenerRule", listenerRule),
    ...both("listenerCertificate:ListenerCertificate", { id: "{listenerArn}_{certificateArn}" }),
    ...both("targetGroupAttachment:TargetGroupAttachment", { id: "{targetGroupArn}-{digits14}" }),
    "aws:sns/topic:Topic": {
        id: "arn:{partition}:sns:{region}:{account}:{name}",
        arn: "{id}",
        outputs: {
            owner: "{account}",
            beginningArchiveTime: "",
            signatureVersion: 1,
            tracingConfig: "PassThrough",
            policy: "",
        },
    },
    "aws:sns/topicPolicy:TopicPolicy": { id: "{arn}", outputs: { owner: "{account}" } },
    "aws:sns/topicSubscription:TopicSubscription": {
        id: "{topic}:{uuid}",
        arn: "{id}",
        outputs: {
            ownerId: "{account}",
            confirmationWasAuthenticated: true,
            pendingConfirmation: false,
            filterPolicyScope: "MessageAttributes",
        },
    },
    "aws:sqs/queue:Queue": {
        id: "https://sqs.{region}.{suffix}/{account}/{name}",
        arn: "arn:{partition}:sqs:{region}:{account}:{name}",
        outputs: {
            url: "{id}",
            kmsDataKeyReusePeriodSeconds: 300,
            policy: "",
            redriveAllowPolicy: "",
            redrivePolicy: "",
            sqsManagedSseEnabled: true,
        },
    },
    "aws:sqs/queuePolicy:QueuePolicy": { id: "{queueUrl}" },
    "aws:sqs/redrivePolicy:RedrivePolicy": { id: "{queueUrl}" },
    "aws:cloudwatch/logGroup:LogGroup": {
        id: "{name}",
        arn: "arn:{partition}:logs:{region}:{account}:log-group:{id}",
        outputs: { logGroupClass: "STANDARD" },
    },
    "aws:cloudwatch/logStream:LogStream": {
        id: "{name}",
        arn: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}:log-stream:{id}",
    },
    "aws:cloudwatch/logMetricFilter:LogMetricFilter": { id: "{name}" },
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": { id: "{policyName}" },
    "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": { id: "cwlsf-{digits10}" },
    "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": { id: "{logGroupName}" },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        id: "{name}",
        arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{id}",
        outputs: { evaluateLowSampleCountPercentiles: "" },
    },
    "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
        id: "{alarmName}",
        arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{id}",
    },
    "aws:cloudwatch/dashboard:Dashboard": {
        id: "{dashboardName}",
        outputs: { dashboardArn: "arn:{partition}:cloudwatch::{account}:dashboard/{id}" },
    },
    "aws:cloudwatch/eventRule:EventRule": {
        id: "{name}",
        arn: "arn:{partition}:events:{region}:{account}:rule/{id}",
    },
    "aws:cloudwatch/eventTarget:EventTarget": { id: "{rule}-{targetId}" },
    "aws:cloudwatch/eventBus:EventBus": {
        id: "{name}",
        arn: "arn:{partition}:events:{region}:{account}:event-bus/{id}",
    },
    "aws:cloudtrail/trail:Trail": {
        id: "{name}",
        arn: "arn:{partition}:cloudtrail:{region}:{account}:trail/{id}",
        outputs: { homeRegion: "{region}", snsTopicArn: "" },
    },
    "aws:cfg/recorder:Recorder": { id: "{name}" },
    "aws:cfg/recorderStatus:RecorderStatus": { id: "{name}" },
    "aws:cfg/deliveryChannel:DeliveryChannel": { id: "{name}" },
    "aws:cfg/rule:Rule": {
        id: "{name}",
        arn: "arn:{partition}:config:{region}:{account}:config-rule/config-rule-{hex6}",
        outputs: { ruleId: "config-rule-{hex6}" },
    },
    "aws:route53/zone:Zone": {
        id: "Z{caps20}",
        arn: "arn:{partition}:route53:::hostedzone/{id}",
        outputs: {
            zoneId: "{id}",
            nameServers: [
                "ns-1.awsdns-01.org",
                "ns-2.awsdns-02.co.uk",
                "ns-3.awsdns-03.com",
                "ns-4.awsdns-04.net",
            ],
            primaryNameServer: "ns-1.awsdns-01.org",
        },
    },
    "aws:route53/record:Record": { id: "{zoneId}_{name}_{type}", outputs: { fqdn: "{name}" } },
    "aws:route53/healthCheck:HealthCheck": {
        id: "{uuid}",
        arn: "arn:{partition}:route53:::healthcheck/{id}",
    },
    "aws:route53/queryLog:QueryLog": {
        id: "{uuid}",
        arn: "arn:{partition}:route53:::queryloggingconfig/{id}",
    },
    "aws:autoscaling/group:Group": {
        id: "{name}",
        arn: "arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:{uuid}:autoScalingGroupName/{id}",
        outputs: {
            availabilityZones: [],
            predictedCapacity: 0,
            warmPoolSize: 0,
            healthCheckType: "EC2",
            serviceLinkedRoleArn:
                "arn:{partition}:iam::{account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
        },
    },
    "aws:autoscaling/policy:Policy": {
        id: "{name}",
        arn: "arn:{partition}:autoscaling:{region}:{account}:scalingPolicy:{uuid}:autoScalingGroupName/{autoscalingGroupName}:policyName/{id}",
    },
    "aws:autoscaling/lifecycleHook:LifecycleHook": { id: "{name}" },
    "aws:autoscaling/schedule:Schedule": {
        id: "{scheduledActionName}",
        arn: "arn:{partition}:autoscaling:{region}:{account}:scheduledUpdateGroupAction:{uuid}:autoScalingGroupName/{autoscalingGroupName}:scheduledActionName/{id}",
    },
    "aws:elasticbeanstalk/application:Application": {
        id: "{name}",
        arn: "arn:{partition}:elasticbeanstalk:{region}:{account}:application/{id}",
    },
    "aws:elasticbeanstalk/applicationVersion:ApplicationVersion": {
        id: "{name}",
        arn: "arn:{partition}:elasticbeanstalk:{region}:{account}:applicationversion/{application}/{id}",
    },
    "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": { id: "{name}" },
    "aws:elasticbeanstalk/environment:Environment": {
        id: "e-{caps10}",
        arn: "arn:{partition}:elasticbeanstalk:{region}:{account}:environment/{application}/{name}",
        outputs: {
            cname: "{name}.{caps10}.{region}.elasticbeanstalk.com",
            cnamePrefix: "{name}",
            endpointUrl: "awseb-{hex8}.{region}.elb.{suffix}",
            autoscalingGroups: ["awseb-e-{caps10}-stack-AWSEBAutoScalingGroup-{caps12}"],
            instances: ["i-{hex17}"],
            launchConfigurations: [],
            loadBalancers: [`${ELB}loadbalancer/app/awseb-{hex8}/{hex16}`],
            queues: [],
            triggers: [],
            allSettings: ({ inputs }) => unwrap(inputs.settings) ?? [],
            platformArn:
                "arn:{partition}:elasticbeanstalk:{region}::platform/Corretto 21 running on 64bit Amazon Linux 2023/4.7.0",
            solutionStackName: "64bit Amazon Linux 2023 v4.7.0 running Corretto 21",
        },
    },
    "aws:lambda/function:Function": {
        id: "{name}",
        arn: "arn:{partition}:lambda:{region}:{account}:function:{id}",
        outputs: {
            invokeArn:
                "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/arn:{partition}:lambda:{region}:{account}:function:{id}/invocations",
            qualifiedArn: "arn:{partition}:lambda:{region}:{account}:function:{id}:$LATEST",
            version: "$LATEST",
            lastModified: "2020-01-01T00:00:00.000+0000",
            sourceCodeSize: 1024,
            signingJobArn: "",
            signingProfileVersionArn: "",
            architectures: ["x86_64"],
        },
    },
    "aws:lambda/permission:Permission": { id: "{statementId}" },
    "aws:ssm/parameter:Parameter": {
        id: "{name}",
        arn: ({ partition, region, account, name }) =>
            `arn:${partition}:ssm:${region}:${account}:parameter${name.startsWith("/") ? "" : "/"}${name}`,
        outputs: { version: 1, dataType: "text", tier: "Standard", insecureValue: "", value: "" },
    },
    "aws:ssm/document:Document": {
        id: "{name}",
        arn: "arn:{partition}:ssm:{region}:{account}:document/{id}",
        outputs: {
            owner: "{account}",
            status: "Active",
            schemaVersion: "2.2",
            platformTypes: ["Linux"],
            parameters: [],
        },
    },
    "aws:ssm/association:Association": {
        id: "{uuid}",
        arn: "arn:{partition}:ssm:{region}:{account}:association/{id}",
        outputs: { associationId: "{id}" },
    },
    "aws:ssm/maintenanceWindow:MaintenanceWindow": { id: "mw-{hex17}" },
    "aws:ssm/serviceSetting:ServiceSetting": {
        id: "{settingId}",
        arn: "arn:{partition}:ssm:{region}:{account}:servicesetting{settingId}",
        outputs: { status: "Customized" },
    },
    "aws:ecs/cluster:Cluster": {
        id: "arn:{partition}:ecs:{region}:{account}:cluster/{name}",
        arn: "{id}",
    },
    "aws:ecs/taskDefinition:TaskDefinition": {
        id: "{family}",
        arn: "arn:{partition}:ecs:{region}:{account}:task-definition/{family}:1",
        outputs: {
            arnWithoutRevision: "arn:{partition}:ecs:{region}:{account}:task-definition/{family}",
            revision: 1,
            networkMode: "bridge",
        },
    },
    "aws:ecs/service:Service": {
        id: ({ inputs, partition, region, account, name }) =>
            `arn:${partition}:ecs:${region}:${account}:service/${
                String(unwrap(inputs.cluster) ?? "default")
                    .split("/")
                    .at(-1) ?? ""
            }/${name}`,
        arn: "{id}",
    },
    "aws:eks/cluster:Cluster": {
        id: "{name}",
        arn: "arn:{partition}:eks:{region}:{account}:cluster/{id}",
        outputs: {
            endpoint: "https://{hex32}.gr7.{region}.eks.{suffix}",
            certificateAuthority: { data: "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t" },
            identities: [{ oidcs: [{ issuer: "https://oidc.eks.{region}.{suffix}/id/{hex32}" }] }],
            status: "ACTIVE",
            platformVersion: "eks.1",
        },
    },
    "aws:eks/nodeGroup:NodeGroup": {
        id: "{clusterName}:{nodeGroupName}",
        arn: "arn:{partition}:eks:{region}:{account}:nodegroup/{clusterName}/{nodeGroupName}/{uuid}",
    },
    "aws:cloudfront/distribution:Distribution": {
        id: "E{caps13}",
        arn: "arn:{partition}:cloudfront::{account}:distribution/{id}",
        outputs: {
            domainName: "d{hex13}.cloudfront.net",
            hostedZoneId: "Z2FDTNDATAQYW2",
            status: "Deployed",
            inProgressValidationBatches: 0,
            etag: "E{caps13}",
            callerReference: "terraform-{digits14}",
        },
    },
};
