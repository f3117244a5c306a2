import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as elasticbeanstalk from "@pulumi/aws/elasticbeanstalk";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import { dataStore } from "../data-stores/data-store";
import type { DataStore } from "../data-stores/data-store";
import { EncryptionKey } from "../encryption/encryption-key";
import { logs } from "../encryption/key-services";
import { checkSettings } from "./check-settings";
import { calleeVariables, serviceUrl, withoutClashes } from "./environment-variables";
import { environmentSettings } from "./environment-settings";
import { InstanceIdentity } from "./instance-identity";
import { instanceStatements } from "./instance-statements";
import { SERVICE_DEFAULTS } from "./service-args";
import type { ServiceArgs } from "./service-args";
import { ServiceFirewall } from "./service-firewall";
import { solutionStackName } from "./solution-stacks";
import { serviceTags } from "./tags";

/** Files that a Corretto platform streams, each to a group of its own below `/aws/elasticbeanstalk/<environment>`. */
const STREAMED = [
    "environment-health.log",
    "var/log/eb-engine.log",
    "var/log/eb-hooks.log",
    "var/log/nginx/access.log",
    "var/log/nginx/error.log",
    "var/log/web.stdout.log",
];
const KEPT_VERSIONS = 50;

/**
 * One Java REST service (P-11, P-12): its own role, key, data, security groups and logs, on a Beanstalk environment that
 * takes HTTPS from its load balancer only. Nobody signs in to its instances: no key pair, no port 22, no session manager.
 * It starts with Beanstalk's sample application; versions are deployed by the application's team.
 */
export class Service extends pulumi.ComponentResource {
    /** Name of the environment, the dimension of its metrics. */
    public readonly environmentName: pulumi.Output<string>;
    /** Name of the Auto Scaling group, the dimension of its instances' metrics. */
    public readonly autoscalingGroupName: pulumi.Output<string>;
    /** URL that callers use. */
    public readonly url: string;
    /** ARN of the service's own key. */
    public readonly keyArn: pulumi.Output<string>;
    /** ARN of its instances' role. */
    public readonly roleArn: pulumi.Output<string>;
    /** Security group of its instances. */
    public readonly securityGroupId: pulumi.Output<string>;
    /** Group that the application itself writes to; encrypted with the service's key. */
    public readonly applicationLogGroupName: pulumi.Output<string>;
    /** Groups that Beanstalk makes and streams files to. */
    public readonly streamedLogGroupNames: readonly string[];
    /** The service's stores, in the order in which they were declared. */
    public readonly dataStores: readonly DataStore[];

    constructor(name: string, args: ServiceArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:services:Service", name, {}, opts);
        const child = { parent: this };
        const { accountId, serviceName, environmentName, network, loadBalancer, beanstalk } = args;
        const tags = serviceTags(args);
        const stores = args.dataStores ?? [];
        const calls = args.calls ?? [];
        const logRetentionDays = args.logRetentionDays ?? SERVICE_DEFAULTS.logRetentionDays;
        // The environment's name, not the service's: another stack of the account may have a service of that name.
        const logGroupPrefix = `/appsonic/services/${environmentName}/`;

        const identity = new InstanceIdentity(`${name}-instances`, { serviceName, tags }, child);
        const key = new EncryptionKey(
            // With its own ending: a service called "logs" must not take the alias of the platform's key of that name.
            `${name}-data`,
            {
                description: `Data and logs of ${serviceName}`,
                accountId,
                users: [identity.roleArn],
                services: [
                    logs(accountId, logGroupPrefix),
                    ...stores
                        .filter(({ type }) => type === "postgres")
                        .map((store) =>
                            logs(accountId, `/aws/rds/instance/${store.deployedName}/`),
                        ),
                ],
                tags,
            },
            child,
        );
        const firewall = new ServiceFirewall(
            `${name}-firewall`,
            {
                serviceName,
                environmentName,
                vpcId: network.vpcId,
                loadBalancerSecurityGroupId: loadBalancer.securityGroupId,
                endpointSecurityGroupId: network.endpointSecurityGroupId,
                s3PrefixListId: network.s3PrefixListId,
                ...(stores.some(({ type }) => type === "table")
                    ? { dynamodbPrefixListId: network.dynamodbPrefixListId }
                    : {}),
                internetAccess: args.internetAccess ?? false,
                calls,
                tags,
            },
            child,
        );
        const applicationLog = new cloudwatch.LogGroup(
            `${name}-application-log`,
            {
                name: `${logGroupPrefix}application`,
                kmsKeyId: key.arn,
                retentionInDays: args.applicationLogRetentionDays ?? logRetentionDays,
                tags,
            },
            child,
        );
        this.dataStores = stores.map((store) =>
            dataStore(
                `${name}-${store.name}`,
                store,
                {
                    owner: { accountId, serviceName, kmsKeyArn: key.arn, tags },
                    vpcId: network.vpcId,
                    dataSubnetIds: network.dataSubnetIds,
                    serviceSecurityGroupId: firewall.securityGroupId,
                    logRetentionDays,
                    retentionDays: args.retentionDays,
                },
                child,
            ),
        );

        const secrets = args.secrets ?? {};
        identity.allow(
            "platform",
            pulumi
                .all([beanstalk.bucketArn, beanstalk.keyArn, key.arn])
                .apply(([platformBucketArn, platformKeyArn, serviceKeyArn]) =>
                    instanceStatements({
                        accountId,
                        applicationName: environmentName,
                        environmentName,
                        logGroupPrefix,
                        platformBucketArn,
                        platformKeyArn,
                        serviceKeyArn,
                        secretArns: Object.values(secrets),
                    }),
                ),
        );
        for (const store of this.dataStores) identity.allow(`data-${store.name}`, store.statements);

        const settings = environmentSettings<pulumi.Input<string>>({
            serviceName,
            tier: args.tier,
            serviceRole: beanstalk.serviceRoleName,
            instanceProfile: identity.readyProfileName(),
            vpcId: network.vpcId,
            subnets: pulumi.all([...network.subnetIds]).apply((ids) => [...ids].sort().join(",")),
            instanceSecurityGroup: firewall.securityGroupId,
            loadBalancerArn: loadBalancer.arn,
            loadBalancerSecurityGroup: loadBalancer.securityGroupId,
            hostName: args.hostName,
            rulePriority: args.rulePriority ?? SERVICE_DEFAULTS.rulePriority,
            healthCheckPath: args.healthCheckPath ?? SERVICE_DEFAULTS.healthCheckPath,
            architecture: args.architecture,
            instanceTypes: args.instanceTypes,
            instances: args.instances,
            rootVolumeGiB: args.rootVolumeGiB ?? SERVICE_DEFAULTS.rootVolumeGiB,
            logRetentionDays,
            updateWindow: args.updateWindow ?? SERVICE_DEFAULTS.updateWindow,
            environment: withoutClashes(
                {
                    // nginx hands requests to this port on the loopback interface.
                    PORT: "5000",
                    LOG_GROUP: applicationLog.name,
                    ...calleeVariables(calls),
                    ...Object.fromEntries(
                        this.dataStores.flatMap((store) => Object.entries(store.environment)),
                    ),
                },
                args.environment ?? {},
                secrets,
            ),
            secrets,
            ...(args.notificationTopicArn === undefined
                ? {}
                : { notificationTopicArn: args.notificationTopicArn }),
        });
        checkSettings(settings);

        const application = new elasticbeanstalk.Application(
            `${name}-application`,
            {
                name: environmentName,
                description: `Java REST service ${serviceName}`,
                appversionLifecycle: {
                    serviceRole: beanstalk.serviceRoleArn,
                    maxCount: KEPT_VERSIONS,
                    deleteSourceFromS3: false,
                },
                tags,
            },
            child,
        );
        const environment = new elasticbeanstalk.Environment(
            `${name}-environment`,
            {
                name: environmentName,
                application: application.name,
                description: `Java REST service ${serviceName}, ${args.tier}`,
                tier: "WebServer",
                solutionStackName: solutionStackName(args.platform),
                settings,
                waitForReadyTimeout: "40m",
                tags,
            },
            {
                parent: this,
                // Managed updates change the one, the application's team the other: no drift of ours.
                ignoreChanges: ["solutionStackName", "version"],
                // Beanstalk cannot change the rules of a shared load balancer once the environment is there.
                replacementTrigger: `${args.hostName} ${args.rulePriority ?? SERVICE_DEFAULTS.rulePriority}`,
                // Environments with the same name cannot exist side by side.
                deleteBeforeReplace: true,
                customTimeouts: { create: "60m", update: "60m", delete: "60m" },
            },
        );
        new route53.Record(
            `${name}-address`,
            {
                zoneId: args.hostedZoneId,
                name: args.hostName,
                type: "A",
                aliases: [
                    {
                        name: loadBalancer.dnsName,
                        zoneId: loadBalancer.zoneId,
                        evaluateTargetHealth: true,
                    },
                ],
            },
            child,
        );

        this.environmentName = environment.name;
        this.autoscalingGroupName = environment.autoscalingGroups.apply(([group = ""]) => group);
        this.url = serviceUrl(args.hostName);
        this.keyArn = key.arn;
        this.roleArn = identity.roleArn;
        this.securityGroupId = firewall.securityGroupId;
        this.applicationLogGroupName = applicationLog.name;
        this.streamedLogGroupNames = STREAMED.map(
            (file) => `/aws/elasticbeanstalk/${environmentName}/${file}`,
        );
        this.registerOutputs({ environmentName: this.environmentName, url: this.url });
    }
}
