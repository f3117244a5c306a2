import { unwrap } from "../../../values";
import { known } from "../../provider/context";
import type { Preparations } from "./recipe";

const ELB = "arn:{partition}:elasticloadbalancing:{region}:{account}:";

/** Messages, logs, alarms, machines in groups, names, functions. */
export const OPERATIONS: Preparations = {
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
    // Ids are what `pulumi import` takes (the SDK's declarations).
    "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
        id: "{name}",
        arn: "arn:{partition}:logs:{region}:{account}:delivery-source:{id}",
    },
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
        id: "{name}",
        arn: "arn:{partition}:logs:{region}:{account}:delivery-destination:{id}",
    },
    "aws:cloudwatch/logDelivery:LogDelivery": {
        id: "{caps16}",
        arn: "arn:{partition}:logs:{region}:{account}:delivery:{id}",
    },
    "aws:account/alternativeContact:AlternativeContact": { id: "{alternateContactType}" },
    "aws:s3/bucketMetric:BucketMetric": { id: "{bucket}:{name}" },
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
            `arn:${partition}:ecs:${region}:${account}:service/${(
                known(unwrap(inputs.cluster)) ?? "default"
            ).replace(/^.*\//, "")}/${name}`,
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
