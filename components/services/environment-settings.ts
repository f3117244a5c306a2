import { healthMetrics } from "./health-metrics";
import type { Setting } from "./setting";

/** What a Beanstalk environment behind a shared load balancer is made of. `V` is the type of ids that AWS gives. */
export interface EnvironmentSpec<V = string> {
    /** Name of the service; names its listener rule. */
    readonly serviceName: string;
    readonly tier: "public" | "internal";
    /** Name of the service role (a name: the provider reads names back). */
    readonly serviceRole: V;
    /** Name of the instance profile (a name: an ARN shows as a difference in every preview). */
    readonly instanceProfile: V;
    readonly vpcId: V;
    /** Comma list of the instances' subnets, sorted. */
    readonly subnets: V;
    /** The instances' own security group. */
    readonly instanceSecurityGroup: V;
    readonly loadBalancerArn: V;
    readonly loadBalancerSecurityGroup: V;
    readonly hostName: string;
    /** Order among the rules of the load balancer, 1 to 1000. */
    readonly rulePriority: number;
    readonly healthCheckPath: string;
    readonly architecture: "arm64" | "x86_64";
    readonly instanceTypes: readonly string[];
    readonly instances: { readonly min: number; readonly max: number };
    readonly rootVolumeGiB: number;
    readonly logRetentionDays: number;
    /** Start of the weekly window for platform updates, UTC: `Sun:03:00`. */
    readonly updateWindow: string;
    readonly environment: Readonly<Record<string, V | string>>;
    /** Environment variable → ARN of a secret or parameter. */
    readonly secrets: Readonly<Record<string, V | string>>;
    /** Topic that hears of the environment's events. */
    readonly notificationTopicArn?: V;
}

type Options<V> = Readonly<Record<string, V | string>>;

/**
 * All option settings of the environment, sorted by namespace and name. Only options that apply to a shared load
 * balancer: its TLS policy, certificate and logs belong to the load balancer itself.
 */
export function environmentSettings<V>(spec: EnvironmentSpec<V>): Setting<V | string>[] {
    const namespaces: Readonly<Record<string, Options<V>>> = {
        ...placement(spec),
        ...capacity(spec),
        ...routing(spec),
        ...deployment(spec),
        ...observation(spec),
        "aws:elasticbeanstalk:application:environment": spec.environment,
        "aws:elasticbeanstalk:application:environmentsecrets": spec.secrets,
    };
    return Object.entries(namespaces)
        .flatMap(([namespace, options]) =>
            Object.entries(options).map(([name, value]) => ({
                namespace,
                name,
                value,
                resource: "" as const,
            })),
        )
        .sort((a, b) => compare(a.namespace, b.namespace) || compare(a.name, b.name));
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
    return a < b ? -1 : Number(a > b);
}

function placement<V>(spec: EnvironmentSpec<V>): Record<string, Options<V>> {
    return {
        "aws:ec2:vpc": {
            VPCId: spec.vpcId,
            Subnets: spec.subnets,
            AssociatePublicIpAddress: "false",
            ELBScheme: spec.tier,
        },
        "aws:autoscaling:launchconfiguration": {
            IamInstanceProfile: spec.instanceProfile,
            SecurityGroups: spec.instanceSecurityGroup,
            // Beanstalk's own group admits the world to port 80. No EC2KeyName: nobody signs in to an instance.
            DisableDefaultEC2SecurityGroup: "true",
            DisableIMDSv1: "true",
            MonitoringInterval: "1 minute",
            RootVolumeType: "gp3",
            RootVolumeSize: String(spec.rootVolumeGiB),
            RootVolumeIOPS: "3000",
            RootVolumeThroughput: "125",
            // From the first day: turning it on later replaces every instance.
            LaunchTemplateTagPropagationEnabled: "true",
        },
    };
}

function capacity<V>(spec: EnvironmentSpec<V>): Record<string, Options<V>> {
    return {
        "aws:ec2:instances": {
            InstanceTypes: spec.instanceTypes.join(","),
            SupportedArchitectures: spec.architecture,
            EnableSpot: "false",
        },
        "aws:autoscaling:asg": {
            MinSize: String(spec.instances.min),
            MaxSize: String(spec.instances.max),
            Cooldown: "360",
            "Availability Zones": "Any",
            EnableCapacityRebalancing: "false",
        },
        "aws:autoscaling:trigger": {
            MeasureName: "CPUUtilization",
            Statistic: "Average",
            Unit: "Percent",
            LowerThreshold: "20",
            UpperThreshold: "70",
            LowerBreachScaleIncrement: "-1",
            UpperBreachScaleIncrement: "1",
            Period: "1",
            EvaluationPeriods: "5",
            BreachDuration: "5",
        },
        "aws:autoscaling:updatepolicy:rollingupdate": {
            RollingUpdateEnabled: "true",
            RollingUpdateType: "Immutable",
            Timeout: "PT30M",
        },
    };
}

function routing<V>(spec: EnvironmentSpec<V>): Record<string, Options<V>> {
    return {
        "aws:elbv2:loadbalancer": {
            SharedLoadBalancer: spec.loadBalancerArn,
            SecurityGroups: spec.loadBalancerSecurityGroup,
        },
        // Without it Beanstalk attaches its default rule to a listener on port 80.
        "aws:elbv2:listener:443": { Rules: spec.serviceName },
        [`aws:elbv2:listenerrule:${spec.serviceName}`]: {
            HostHeaders: spec.hostName,
            Priority: String(spec.rulePriority),
            Process: "default",
        },
        "aws:elasticbeanstalk:environment:process:default": {
            Port: "443",
            Protocol: "HTTPS",
            HealthCheckPath: spec.healthCheckPath,
            HealthCheckInterval: "15",
            HealthCheckTimeout: "5",
            HealthyThresholdCount: "3",
            UnhealthyThresholdCount: "5",
            MatcherHTTPCode: "200",
            DeregistrationDelay: "20",
            StickinessEnabled: "false",
        },
    };
}

function deployment<V>(spec: EnvironmentSpec<V>): Record<string, Options<V>> {
    return {
        "aws:elasticbeanstalk:environment": {
            EnvironmentType: "LoadBalanced",
            LoadBalancerType: "application",
            LoadBalancerIsShared: "true",
            ServiceRole: spec.serviceRole,
        },
        "aws:elasticbeanstalk:command": {
            DeploymentPolicy: "Immutable",
            BatchSizeType: "Percentage",
            BatchSize: "100",
            Timeout: "600",
            IgnoreHealthCheck: "false",
        },
        "aws:elasticbeanstalk:managedactions": {
            ManagedActionsEnabled: "true",
            PreferredStartTime: spec.updateWindow,
            ServiceRoleForManagedUpdates: spec.serviceRole,
        },
        "aws:elasticbeanstalk:managedactions:platformupdate": {
            UpdateLevel: "minor",
            InstanceRefreshEnabled: "true",
        },
    };
}

function observation<V>(spec: EnvironmentSpec<V>): Record<string, Options<V>> {
    const retention = {
        DeleteOnTerminate: "false",
        RetentionInDays: String(spec.logRetentionDays),
    };
    return {
        "aws:elasticbeanstalk:cloudwatch:logs": { StreamLogs: "true", ...retention },
        "aws:elasticbeanstalk:cloudwatch:logs:health": {
            HealthStreamingEnabled: "true",
            ...retention,
        },
        "aws:elasticbeanstalk:healthreporting:system": {
            SystemType: "enhanced",
            EnhancedHealthAuthEnabled: "true",
            HealthCheckSuccessThreshold: "Ok",
            ConfigDocument: healthMetrics(),
        },
        // Logs go to CloudWatch only, where they expire; a second copy in the bucket would not.
        "aws:elasticbeanstalk:hostmanager": { LogPublicationControl: "false" },
        "aws:elasticbeanstalk:xray": { XRayEnabled: "false" },
        ...(spec.notificationTopicArn === undefined
            ? {}
            : {
                  "aws:elasticbeanstalk:sns:topics": {
                      "Notification Topic ARN": spec.notificationTopicArn,
                  },
              }),
    };
}
