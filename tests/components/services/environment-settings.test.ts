import assert from "node:assert/strict";
import fc from "fast-check";
import { checkSettings } from "../../../components/services/check-settings";
import { environmentSettings } from "../../../components/services/environment-settings";
import type { EnvironmentSpec } from "../../../components/services/environment-settings";
import { spec } from "./licensing-spec";

const lines = (given: EnvironmentSpec) =>
    environmentSettings(given).map(({ namespace, name, value }) => `${namespace} ${name}=${value}`);

describe("environmentSettings", () => {
    it("gives every option of an environment behind a shared load balancer, sorted", () => {
        assert.deepEqual(lines(spec), [
            "aws:autoscaling:asg Availability Zones=Any",
            "aws:autoscaling:asg Cooldown=360",
            "aws:autoscaling:asg EnableCapacityRebalancing=false",
            "aws:autoscaling:asg MaxSize=6",
            "aws:autoscaling:asg MinSize=2",
            "aws:autoscaling:launchconfiguration DisableDefaultEC2SecurityGroup=true",
            "aws:autoscaling:launchconfiguration DisableIMDSv1=true",
            "aws:autoscaling:launchconfiguration IamInstanceProfile=licensing-instances",
            "aws:autoscaling:launchconfiguration LaunchTemplateTagPropagationEnabled=true",
            "aws:autoscaling:launchconfiguration MonitoringInterval=1 minute",
            "aws:autoscaling:launchconfiguration RootVolumeIOPS=3000",
            "aws:autoscaling:launchconfiguration RootVolumeSize=16",
            "aws:autoscaling:launchconfiguration RootVolumeThroughput=125",
            "aws:autoscaling:launchconfiguration RootVolumeType=gp3",
            "aws:autoscaling:launchconfiguration SecurityGroups=sg-instances",
            "aws:autoscaling:trigger BreachDuration=5",
            "aws:autoscaling:trigger EvaluationPeriods=5",
            "aws:autoscaling:trigger LowerBreachScaleIncrement=-1",
            "aws:autoscaling:trigger LowerThreshold=20",
            "aws:autoscaling:trigger MeasureName=CPUUtilization",
            "aws:autoscaling:trigger Period=1",
            "aws:autoscaling:trigger Statistic=Average",
            "aws:autoscaling:trigger Unit=Percent",
            "aws:autoscaling:trigger UpperBreachScaleIncrement=1",
            "aws:autoscaling:trigger UpperThreshold=70",
            "aws:autoscaling:updatepolicy:rollingupdate RollingUpdateEnabled=true",
            "aws:autoscaling:updatepolicy:rollingupdate RollingUpdateType=Immutable",
            "aws:autoscaling:updatepolicy:rollingupdate Timeout=PT30M",
            "aws:ec2:instances EnableSpot=false",
            "aws:ec2:instances InstanceTypes=m7g.large,m6g.large",
            "aws:ec2:instances SupportedArchitectures=arm64",
            "aws:ec2:vpc AssociatePublicIpAddress=false",
            "aws:ec2:vpc ELBScheme=public",
            "aws:ec2:vpc Subnets=subnet-1,subnet-2",
            "aws:ec2:vpc VPCId=vpc-1",
            "aws:elasticbeanstalk:application:environment CACHE_MINUTES=15",
            "aws:elasticbeanstalk:application:environmentsecrets API_TOKEN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:token-Ab12Cd",
            "aws:elasticbeanstalk:cloudwatch:logs DeleteOnTerminate=false",
            "aws:elasticbeanstalk:cloudwatch:logs RetentionInDays=400",
            "aws:elasticbeanstalk:cloudwatch:logs StreamLogs=true",
            "aws:elasticbeanstalk:cloudwatch:logs:health DeleteOnTerminate=false",
            "aws:elasticbeanstalk:cloudwatch:logs:health HealthStreamingEnabled=true",
            "aws:elasticbeanstalk:cloudwatch:logs:health RetentionInDays=400",
            "aws:elasticbeanstalk:command BatchSize=100",
            "aws:elasticbeanstalk:command BatchSizeType=Percentage",
            "aws:elasticbeanstalk:command DeploymentPolicy=Immutable",
            "aws:elasticbeanstalk:command IgnoreHealthCheck=false",
            "aws:elasticbeanstalk:command Timeout=600",
            "aws:elasticbeanstalk:environment EnvironmentType=LoadBalanced",
            "aws:elasticbeanstalk:environment LoadBalancerIsShared=true",
            "aws:elasticbeanstalk:environment LoadBalancerType=application",
            "aws:elasticbeanstalk:environment ServiceRole=beanstalk-service",
            "aws:elasticbeanstalk:environment:process:default DeregistrationDelay=20",
            "aws:elasticbeanstalk:environment:process:default HealthCheckInterval=15",
            "aws:elasticbeanstalk:environment:process:default HealthCheckPath=/health",
            "aws:elasticbeanstalk:environment:process:default HealthCheckTimeout=5",
            "aws:elasticbeanstalk:environment:process:default HealthyThresholdCount=3",
            "aws:elasticbeanstalk:environment:process:default MatcherHTTPCode=200",
            "aws:elasticbeanstalk:environment:process:default Port=443",
            "aws:elasticbeanstalk:environment:process:default Protocol=HTTPS",
            "aws:elasticbeanstalk:environment:process:default StickinessEnabled=false",
            "aws:elasticbeanstalk:environment:process:default UnhealthyThresholdCount=5",
            'aws:elasticbeanstalk:healthreporting:system ConfigDocument={"CloudWatchMetrics":{"Environment":{"ApplicationLatencyP95":60,"ApplicationLatencyP99":60,"ApplicationRequests4xx":60,"ApplicationRequests5xx":60,"ApplicationRequestsTotal":60,"InstancesDegraded":60,"InstancesSevere":60},"Instance":{"CPUIowait":60,"InstanceHealth":60,"LoadAverage1min":60,"RootFilesystemUtil":60}},"Version":1}',
            "aws:elasticbeanstalk:healthreporting:system EnhancedHealthAuthEnabled=true",
            "aws:elasticbeanstalk:healthreporting:system HealthCheckSuccessThreshold=Ok",
            "aws:elasticbeanstalk:healthreporting:system SystemType=enhanced",
            "aws:elasticbeanstalk:hostmanager LogPublicationControl=false",
            "aws:elasticbeanstalk:managedactions ManagedActionsEnabled=true",
            "aws:elasticbeanstalk:managedactions PreferredStartTime=Sun:03:00",
            "aws:elasticbeanstalk:managedactions ServiceRoleForManagedUpdates=beanstalk-service",
            "aws:elasticbeanstalk:managedactions:platformupdate InstanceRefreshEnabled=true",
            "aws:elasticbeanstalk:managedactions:platformupdate UpdateLevel=minor",
            "aws:elasticbeanstalk:sns:topics Notification Topic ARN=arn:aws:sns:eu-west-1:123456789012:warning",
            "aws:elasticbeanstalk:xray XRayEnabled=false",
            "aws:elbv2:listener:443 Rules=licensing",
            "aws:elbv2:listenerrule:licensing HostHeaders=licensing.appsonic.example",
            "aws:elbv2:listenerrule:licensing Priority=1",
            "aws:elbv2:listenerrule:licensing Process=default",
            "aws:elbv2:loadbalancer SecurityGroups=sg-balancer",
            "aws:elbv2:loadbalancer SharedLoadBalancer=arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/public/1",
        ]);
    });

    it("leaves the topic out where nobody wants to hear", () => {
        const quiet = lines({ ...spec, notificationTopicArn: undefined });
        assert.deepEqual(
            lines(spec).filter((line) => !quiet.includes(line)),
            [
                "aws:elasticbeanstalk:sns:topics Notification Topic ARN=arn:aws:sns:eu-west-1:123456789012:warning",
            ],
        );
    });

    it("gives every setting an empty resource, as AWS reads it back", () => {
        assert.deepEqual(
            new Set(environmentSettings(spec).map(({ resource }) => resource)),
            new Set([""]),
        );
    });

    it("passes its own check, whatever the size and window", () => {
        const day = fc.constantFrom("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
        const two = (max: number) =>
            fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, "0"));
        fc.assert(
            fc.property(
                fc.integer({ min: 1, max: 100 }),
                fc.integer({ min: 0, max: 100 }),
                fc.integer({ min: 10, max: 16_384 }),
                fc.integer({ min: 1, max: 1000 }),
                fc.tuple(day, two(23), two(59)).map((parts) => parts.join(":")),
                (min, more, rootVolumeGiB, rulePriority, updateWindow) => {
                    const given = { ...spec, rootVolumeGiB, rulePriority, updateWindow };
                    checkSettings(
                        environmentSettings({ ...given, instances: { min, max: min + more } }),
                    );
                },
            ),
        );
    });
});
