import type { Replacing } from "./replacing";

/** What runs, watches and notifies. */
export const OPERATIONS: Replacing = {
    "aws:cfg/deliveryChannel:DeliveryChannel": "name",
    "aws:cfg/recorder:Recorder": "name",
    "aws:cfg/recorderStatus:RecorderStatus": "name",
    "aws:cfg/rule:Rule": "name",
    "aws:cloudfront/distribution:Distribution": "staging",
    "aws:cloudtrail/trail:Trail": "name",
    "aws:cloudwatch/compositeAlarm:CompositeAlarm": "alarmName",
    "aws:cloudwatch/dashboard:Dashboard": "dashboardName",
    "aws:cloudwatch/eventBus:EventBus": "eventSourceName name",
    "aws:cloudwatch/eventRule:EventRule": "eventBusName name namePrefix",
    "aws:cloudwatch/eventTarget:EventTarget": "eventBusName rule targetId",
    "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": "logGroupName",
    "aws:cloudwatch/logDelivery:LogDelivery": "deliveryDestinationArn deliverySourceName",
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": "name outputFormat",
    "aws:cloudwatch/logDeliverySource:LogDeliverySource": "logType name resourceArn",
    "aws:cloudwatch/logGroup:LogGroup": "logGroupClass name namePrefix",
    "aws:cloudwatch/logMetricFilter:LogMetricFilter": "logGroupName name",
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "policyName resourceArn",
    "aws:cloudwatch/logStream:LogStream": "logGroupName name",
    "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": "destinationArn logGroup name",
    "aws:cloudwatch/metricAlarm:MetricAlarm": "name",
    "aws:ecs/cluster:Cluster": "name",
    "aws:ecs/service:Service": "cluster launchType name schedulingStrategy",
    // Every revision of a task definition is a new one.
    "aws:ecs/taskDefinition:TaskDefinition":
        "containerDefinitions cpu enableFaultInjection ephemeralStorage executionRoleArn family ipcMode memory networkMode pidMode placementConstraints proxyConfiguration requiresCompatibilities runtimePlatform taskRoleArn volumes",
    "aws:eks/cluster:Cluster": "bootstrapSelfManagedAddons name outpostConfig roleArn",
    "aws:eks/nodeGroup:NodeGroup":
        "amiType capacityType clusterName diskSize instanceTypes nodeGroupName nodeGroupNamePrefix nodeRoleArn remoteAccess subnetIds",
    "aws:elasticbeanstalk/application:Application": "name",
    "aws:elasticbeanstalk/applicationVersion:ApplicationVersion":
        "application bucket description key name process",
    "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate":
        "application environmentId name solutionStackName",
    // Platform, version and options change in place.
    "aws:elasticbeanstalk/environment:Environment": "cnamePrefix name tier",
    "aws:lambda/function:Function": "name packageType",
    "aws:lambda/permission:Permission":
        "action eventSourceToken function functionUrlAuthType invokedViaFunctionUrl principal principalOrgId qualifier sourceAccount sourceArn statementId statementIdPrefix",
    "aws:route53/healthCheck:HealthCheck": "measureLatency referenceName requestInterval type",
    "aws:route53/queryLog:QueryLog": "cloudwatchLogGroupArn zoneId",
    "aws:route53/record:Record": "name zoneId",
    "aws:route53/zone:Zone": "delegationSetId name",
    "aws:sns/topic:Topic": "fifoTopic name namePrefix",
    "aws:sns/topicPolicy:TopicPolicy": "arn",
    "aws:sns/topicSubscription:TopicSubscription": "endpoint protocol topic",
    "aws:sqs/queue:Queue": "fifoQueue name namePrefix",
    "aws:sqs/queuePolicy:QueuePolicy": "queueUrl",
    "aws:sqs/redrivePolicy:RedrivePolicy": "queueUrl",
    "aws:ssm/association:Association": "automationTargetParameterName name",
    "aws:ssm/document:Document": "documentType name versionName",
    "aws:ssm/maintenanceWindow:MaintenanceWindow": "",
    "aws:ssm/parameter:Parameter": "name",
    "aws:ssm/serviceSetting:ServiceSetting": "settingId",
};
