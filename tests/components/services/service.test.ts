import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Service } from "../../../components/services/service";
import type { ServiceArgs } from "../../../components/services/service-args";
import { record } from "../recording";
import type { Recording } from "../recording";

const args: ServiceArgs = {
    accountId: "123456789012",
    serviceName: "licensing",
    environmentName: "prod-licensing",
    tier: "public",
    dataClass: "account-data",
    purpose: "licence-validation",
    retentionDays: 1096,
    hostName: "licensing.appsonic.example",
    hostedZoneId: "Z1",
    platform: "corretto-21",
    instanceTypes: ["m7g.large", "m6g.large"],
    architecture: "arm64",
    instances: { min: 2, max: 6 },
    network: {
        vpcId: "vpc-1",
        subnetIds: ["subnet-b", "subnet-a"],
        dataSubnetIds: ["subnet-c", "subnet-d"],
        endpointSecurityGroupId: "sg-endpoints",
        s3PrefixListId: "pl-s3",
        dynamodbPrefixListId: "pl-dynamodb",
    },
    loadBalancer: {
        arn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/public/1",
        securityGroupId: "sg-balancer",
        dnsName: "public-1.eu-west-1.elb.amazonaws.com",
        zoneId: "Z2",
    },
    beanstalk: {
        serviceRoleName: pulumi.output("beanstalk-service-role"),
        serviceRoleArn: pulumi.output("arn:aws:iam::123456789012:role/beanstalk-service-role"),
        bucketArn: pulumi.output("arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012"),
        keyArn: pulumi.output("arn:aws:kms:eu-west-1:123456789012:key/beanstalk"),
    },
};
const tags = {
    service: "licensing",
    "data-class": "account-data",
    purpose: "licence-validation",
    retention: "1096 days",
};
const ENVIRONMENT = "aws:elasticbeanstalk/environment:Environment";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const outputs = {
    [ENVIRONMENT]: () => ({ autoscalingGroups: ["awseb-e-1-group"] }),
    "aws:rds/instance:Instance": () => ({ address: "db.example", resourceId: "db-ABC" }),
};

interface Made {
    readonly seen: Recording;
    readonly service: Service;
    /** Options of each resource, by name. */
    readonly options: ReadonlyMap<string, pulumi.CustomResourceOptions>;
}

async function made(extra: Partial<ServiceArgs> = {}): Promise<Made> {
    let service: Service | undefined;
    const options = new Map<string, pulumi.CustomResourceOptions>();
    const seen = await record(
        () => {
            service = new Service(
                "licensing",
                { ...args, ...extra },
                {
                    transformations: [
                        ({ name, opts }) => {
                            options.set(name, opts);
                            return undefined;
                        },
                    ],
                },
            );
        },
        { outputs },
    );
    return { seen, service: service!, options };
}

const value = (output: pulumi.Output<string>): Promise<string> =>
    new Promise((resolve) => {
        output.apply(resolve);
    });

function settingsOf(seen: Recording): Record<string, string> {
    const { settings } = seen.inputs(ENVIRONMENT, "licensing-environment") as {
        settings: { namespace: string; name: string; value: string }[];
    };
    return Object.fromEntries(settings.map((s) => [`${s.namespace} ${s.name}`, s.value]));
}

/** Each rule as `group → peer: description`. */
function rules(seen: Recording, type: string): string[] {
    return Object.values(seen.inputsByName(type))
        .map((rule) => {
            assert.deepEqual([rule.ipProtocol, rule.fromPort, rule.toPort], ["tcp", 443, 443]);
            const peer = rule.referencedSecurityGroupId ?? rule.prefixListId ?? rule.cidrIpv4;
            return `${String(rule.securityGroupId)} → ${String(peer)}: ${String(rule.description)}`;
        })
        .sort();
}

describe("Service", () => {
    it("is an application and an environment that may be updated by others", async () => {
        const { seen, options, service } = await made();
        assert.deepEqual(
            seen.inputs("aws:elasticbeanstalk/application:Application", "licensing-application"),
            {
                name: "prod-licensing",
                description: "Java REST service licensing",
                appversionLifecycle: {
                    serviceRole: "arn:aws:iam::123456789012:role/beanstalk-service-role",
                    maxCount: 50,
                    deleteSourceFromS3: false,
                },
                tags,
            },
        );
        const inputs = {
            ...seen.inputs(ENVIRONMENT, "licensing-environment"),
            settings: undefined,
        };
        assert.deepEqual(inputs, {
            name: "prod-licensing",
            application: "prod-licensing",
            description: "Java REST service licensing, public",
            tier: "WebServer",
            solutionStackName: "64bit Amazon Linux 2023 v4.6.5 running Corretto 21",
            waitForReadyTimeout: "40m",
            tags,
            settings: undefined,
        });
        const environment = options.get("licensing-environment")!;
        assert.deepEqual(environment.ignoreChanges, ["solutionStackName", "version"]);
        assert.equal(environment.deleteBeforeReplace, true);
        assert.equal(environment.replacementTrigger, "licensing.appsonic.example 1");
        assert.equal(await value(service.environmentName), "prod-licensing");
        assert.equal(await value(service.autoscalingGroupName), "awseb-e-1-group");
        assert.equal(service.url, "https://licensing.appsonic.example");
    });

    it("has settings with its own ids, sorted lists and defaults", async () => {
        const settings = settingsOf((await made()).seen);
        assert.equal(settings["aws:ec2:vpc Subnets"], "subnet-a,subnet-b");
        assert.equal(
            settings["aws:autoscaling:launchconfiguration IamInstanceProfile"],
            "licensing-instances-profile",
        );
        assert.equal(
            settings["aws:autoscaling:launchconfiguration SecurityGroups"],
            "licensing-firewall-group-id",
        );
        assert.equal(
            settings["aws:elasticbeanstalk:environment:process:default HealthCheckPath"],
            "/",
        );
        assert.equal(settings["aws:elasticbeanstalk:cloudwatch:logs RetentionInDays"], "400");
        assert.equal(
            settings["aws:elasticbeanstalk:managedactions PreferredStartTime"],
            "Sun:03:00",
        );
        assert.equal(settings["aws:autoscaling:launchconfiguration RootVolumeSize"], "16");
        assert.equal(
            settings["aws:elasticbeanstalk:application:environment LOG_GROUP"],
            "/appsonic/services/prod-licensing/application",
        );
        assert.equal("aws:elasticbeanstalk:sns:topics Notification Topic ARN" in settings, false);
    });

    it("takes what its owner declares", async () => {
        const { seen, options } = await made({
            healthCheckPath: "/health",
            rulePriority: 7,
            rootVolumeGiB: 32,
            logRetentionDays: 731,
            applicationLogRetentionDays: 90,
            updateWindow: "Tue:02:30",
            notificationTopicArn: "arn:aws:sns:eu-west-1:123456789012:warning",
            environment: { CACHE_MINUTES: "15" },
            secrets: { TOKEN: "arn:aws:ssm:eu-west-1:123456789012:parameter/token" },
        });
        const settings = settingsOf(seen);
        assert.equal(
            settings["aws:elasticbeanstalk:environment:process:default HealthCheckPath"],
            "/health",
        );
        assert.equal(settings["aws:elbv2:listenerrule:licensing Priority"], "7");
        assert.equal(settings["aws:autoscaling:launchconfiguration RootVolumeSize"], "32");
        assert.equal(settings["aws:elasticbeanstalk:cloudwatch:logs RetentionInDays"], "731");
        assert.equal(
            settings["aws:elasticbeanstalk:managedactions PreferredStartTime"],
            "Tue:02:30",
        );
        assert.equal(
            settings["aws:elasticbeanstalk:sns:topics Notification Topic ARN"],
            "arn:aws:sns:eu-west-1:123456789012:warning",
        );
        assert.equal(settings["aws:elasticbeanstalk:application:environment CACHE_MINUTES"], "15");
        assert.equal(
            settings["aws:elasticbeanstalk:application:environmentsecrets TOKEN"],
            "arn:aws:ssm:eu-west-1:123456789012:parameter/token",
        );
        assert.equal(
            seen.inputs("aws:cloudwatch/logGroup:LogGroup", "licensing-application-log")
                .retentionInDays,
            90,
        );
        assert.equal(
            options.get("licensing-environment")!.replacementTrigger,
            "licensing.appsonic.example 7",
        );
    });

    it("keeps its own log under its own key", async () => {
        const { seen, service } = await made();
        assert.deepEqual(
            seen.inputs("aws:cloudwatch/logGroup:LogGroup", "licensing-application-log"),
            {
                name: "/appsonic/services/prod-licensing/application",
                kmsKeyId: "arn:aws:mock:eu-west-1:123456789012:licensing-data-key",
                retentionInDays: 400,
                tags,
            },
        );
        assert.deepEqual(service.streamedLogGroupNames, [
            "/aws/elasticbeanstalk/prod-licensing/environment-health.log",
            "/aws/elasticbeanstalk/prod-licensing/var/log/eb-engine.log",
            "/aws/elasticbeanstalk/prod-licensing/var/log/eb-hooks.log",
            "/aws/elasticbeanstalk/prod-licensing/var/log/nginx/access.log",
            "/aws/elasticbeanstalk/prod-licensing/var/log/nginx/error.log",
            "/aws/elasticbeanstalk/prod-licensing/var/log/web.stdout.log",
        ]);
        const key = JSON.parse(
            String(seen.inputs("aws:kms/key:Key", "licensing-data-key").policy),
        ) as {
            Statement: { Principal: { AWS?: unknown; Service?: string } }[];
        };
        const principals = key.Statement.map(
            ({ Principal }) => Principal.Service ?? Principal.AWS,
        ).flat();
        assert.deepEqual(
            new Set(principals),
            new Set([
                "arn:aws:iam::123456789012:root",
                "arn:aws:mock:eu-west-1:123456789012:licensing-instances-role",
                "logs.eu-west-1.amazonaws.com",
            ]),
        );
    });

    it("talks HTTPS to its load balancer, the endpoints and S3, and to nobody else", async () => {
        const { seen } = await made();
        assert.deepEqual(rules(seen, INGRESS), [
            "licensing-firewall-group-id → sg-balancer: HTTPS from the load balancer",
        ]);
        assert.deepEqual(rules(seen, EGRESS), [
            "licensing-firewall-group-id → pl-s3: HTTPS to S3",
            "licensing-firewall-group-id → sg-endpoints: HTTPS to AWS through interface endpoints",
            "sg-balancer → licensing-firewall-group-id: HTTPS to licensing",
        ]);
    });

    it("is admitted once to each load balancer whose services it calls, and told where they are", async () => {
        const behind = { loadBalancerName: "internal", loadBalancerSecurityGroupId: "sg-internal" };
        const { seen } = await made({
            internetAccess: true,
            calls: [
                { serviceName: "support-console", hostName: "console.appsonic.example", ...behind },
                { serviceName: "audit", hostName: "audit.appsonic.example", ...behind },
            ],
        });
        assert.deepEqual(rules(seen, INGRESS), [
            "licensing-firewall-group-id → sg-balancer: HTTPS from the load balancer",
            "sg-internal → licensing-firewall-group-id: Calls from licensing",
        ]);
        assert.deepEqual(rules(seen, EGRESS), [
            "licensing-firewall-group-id → 0.0.0.0/0: HTTPS to the Internet",
            "licensing-firewall-group-id → pl-s3: HTTPS to S3",
            "licensing-firewall-group-id → sg-endpoints: HTTPS to AWS through interface endpoints",
            "licensing-firewall-group-id → sg-internal: Calls through internal",
            "sg-balancer → licensing-firewall-group-id: HTTPS to licensing",
        ]);
        const settings = settingsOf(seen);
        const variable = "aws:elasticbeanstalk:application:environment";
        assert.equal(
            settings[`${variable} SUPPORT_CONSOLE_URL`],
            "https://console.appsonic.example",
        );
        assert.equal(settings[`${variable} AUDIT_URL`], "https://audit.appsonic.example");
    });

    it("owns its stores: a policy, variables and, for a table, a way to each", async () => {
        const { seen, service } = await made({
            dataStores: [
                {
                    type: "postgres",
                    name: "licences",
                    deployedName: "prod-licensing-licences",
                    engineVersion: "17",
                    instanceClass: "db.m7g.large",
                    storageGiB: 50,
                    maxStorageGiB: 200,
                    multiZone: true,
                },
                {
                    type: "table",
                    name: "reports",
                    deployedName: "prod-licensing-reports",
                    partitionKey: "id",
                },
                {
                    type: "bucket",
                    name: "files",
                    deployedName: "appsonic-prod-licensing-files-123456789012",
                },
            ],
        });
        assert.deepEqual(
            seen
                .ofType("aws:iam/rolePolicy:RolePolicy")
                .map(({ name }) => name)
                .sort(),
            [
                "licensing-instances-data-files",
                "licensing-instances-data-licences",
                "licensing-instances-data-reports",
                "licensing-instances-platform",
            ],
        );
        assert.deepEqual(
            Object.entries(settingsOf(seen))
                .filter(([key]) => key.startsWith("aws:elasticbeanstalk:application:environment "))
                .map(([key, text]) => `${key.slice(key.lastIndexOf(" ") + 1)}=${text}`),
            [
                "BUCKET_FILES=appsonic-prod-licensing-files-123456789012",
                "DATABASE_LICENCES_HOST=db.example",
                "DATABASE_LICENCES_NAME=licences",
                "DATABASE_LICENCES_PORT=5432",
                "DATABASE_LICENCES_USER=application",
                "LOG_GROUP=/appsonic/services/prod-licensing/application",
                "PORT=5000",
                "TABLE_REPORTS=prod-licensing-reports",
            ],
        );
        assert.equal(
            seen.inputs(EGRESS, "licensing-firewall-to-dynamodb").prefixListId,
            "pl-dynamodb",
        );
        assert.deepEqual(
            service.dataStores.map(({ type, name, logGroupNames }) => ({
                type,
                name,
                logGroupNames,
            })),
            [
                {
                    type: "postgres",
                    name: "licences",
                    logGroupNames: [
                        "/aws/rds/instance/prod-licensing-licences/postgresql",
                        "/aws/rds/instance/prod-licensing-licences/upgrade",
                    ],
                },
                { type: "table", name: "reports", logGroupNames: [] },
                { type: "bucket", name: "files", logGroupNames: [] },
            ],
        );
    });

    it("starts no instance before its role may do everything it needs", async () => {
        const { seen } = await made();
        const order = seen.resources.map(({ name }) => name);
        assert.ok(
            order.indexOf("licensing-instances-platform") < order.indexOf("licensing-environment"),
        );
        assert.ok(
            order.indexOf("licensing-firewall-to-s3") < order.indexOf("licensing-environment"),
        );
    });

    it("is found under its host name", async () => {
        assert.deepEqual(
            (await made()).seen.inputs("aws:route53/record:Record", "licensing-address"),
            {
                zoneId: "Z1",
                name: "licensing.appsonic.example",
                type: "A",
                aliases: [
                    {
                        name: "public-1.eu-west-1.elb.amazonaws.com",
                        zoneId: "Z2",
                        evaluateTargetHealth: true,
                    },
                ],
            },
        );
    });

    it("reports settings that Beanstalk would refuse before anything is made of them", async () => {
        await assert.rejects(made({ instances: { min: 4, max: 2 } }), {
            message: "aws:autoscaling:asg MinSize: found 4, expected at most MaxSize, 2",
        });
    });

    it("says so when there is no Auto Scaling group yet", async () => {
        let group: Promise<string> | undefined;
        await record(
            () => {
                group = value(new Service("licensing", args).autoscalingGroupName);
            },
            { outputs: { [ENVIRONMENT]: () => ({ autoscalingGroups: [] }) } },
        );
        assert.equal(await group, "");
    });
});
