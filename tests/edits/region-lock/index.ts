import { type Edit, inDocument } from "../edit";
import { regionLockAdditions } from "./additions";
import { people } from "./people";

/** Edits of what production has that break the region lock (P-07). */
const edits: readonly Edit[] = [
    ...people,
    {
        policy: "provider-region",
        title: "a provider in another region",
        type: "pulumi:providers:aws",
        name: "aws",
        change: (provider) => {
            provider["region"] = "eu-west-2";
        },
    },
    {
        policy: "provider-endpoints",
        title: "a provider whose calls go elsewhere",
        type: "pulumi:providers:aws",
        name: "aws",
        change: (provider) => {
            provider["endpoints"] = `[{"s3":"https://s3.us-east-1.amazonaws.com"}]`;
        },
    },
    {
        policy: "resource-region",
        title: "a topic in another region",
        type: "aws:sns/topic:Topic",
        name: "prod-alarms-critical",
        change: (topic) => {
            topic["region"] = "us-east-1";
        },
    },
    {
        policy: "aggregated-regions",
        title: "a report on every region",
        type: "aws:backup/reportPlan:ReportPlan",
        name: "prod-backups-reports-backup-job-report",
        change: (plan) => {
            plan["reportSetting"] = { ...(plan["reportSetting"] as object), regions: ["*"] };
        },
    },
    {
        policy: "availability-zone",
        title: "a subnet in another region's zone",
        type: "aws:ec2/subnet:Subnet",
        name: "prod-network-public-1",
        change: (subnet) => {
            subnet["availabilityZone"] = "us-east-1a";
        },
    },
    {
        policy: "backup-copies",
        title: "a copy of backups in another region",
        type: "aws:backup/plan:Plan",
        name: "prod-backups-scheduled-plan",
        change: (plan) => {
            const destinationVaultArn =
                "arn:aws:backup:eu-central-1:123456789012:backup-vault:safe";
            plan["rules"] = (plan["rules"] as readonly object[]).map((rule) => ({
                ...rule,
                copyActions: [{ destinationVaultArn }],
            }));
        },
    },
    {
        policy: "database-replicas",
        title: "a replica of a database elsewhere",
        type: "aws:rds/instance:Instance",
        name: "prod-licensing-licences-instance",
        change: (instance) => {
            instance["replicateSourceDb"] = "arn:aws:rds:us-east-1:123456789012:db:licensing";
        },
    },
    {
        policy: "edge-network",
        title: "a web ACL of CloudFront",
        type: "aws:wafv2/webAcl:WebAcl",
        name: "prod-public-web-firewall-acl",
        change: (acl) => {
            acl["scope"] = "CLOUDFRONT";
        },
    },
    {
        policy: "key-replicas",
        title: "a multi-region key",
        type: "aws:kms/key:Key",
        name: "prod-licensing-data-key",
        change: (key) => {
            key["multiRegion"] = true;
        },
    },
    {
        policy: "outposts",
        title: "a subnet on an Outpost",
        type: "aws:ec2/subnet:Subnet",
        name: "prod-network-data-1",
        change: (subnet) => {
            subnet["outpostArn"] = "arn:aws:outposts:eu-west-1:123456789012:outpost/op-1";
        },
    },
    {
        policy: "region-in-text",
        title: "an alarm that tells a topic elsewhere",
        type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
        name: "prod-licensing-service-down",
        change: (alarm) => {
            alarm["okActions"] = ["arn:aws:sns:us-east-1:123456789012:alarms"];
        },
    },
    {
        policy: "region-in-text",
        title: "a role that may write to a queue elsewhere",
        type: "aws:iam/rolePolicy:RolePolicy",
        name: "prod-usage-instances-platform",
        change: inDocument("policy", (document) => {
            document.Statement.push({
                Effect: "Allow",
                Action: "sqs:SendMessage",
                Resource: "arn:aws:sqs:us-east-1:123456789012:orders",
            });
        }),
    },
    {
        policy: "region-in-text",
        title: "a service that is told to use a queue elsewhere",
        type: "aws:elasticbeanstalk/environment:Environment",
        name: "prod-usage-environment",
        change: (environment) => {
            environment["settings"] = [
                ...(environment["settings"] as readonly object[]),
                {
                    namespace: "aws:elasticbeanstalk:application:environment",
                    name: "QUEUE_URL",
                    value: "https://sqs.us-east-1.amazonaws.com/123456789012/reports",
                },
            ];
        },
    },
    {
        policy: "region-in-text",
        title: "a name that leads to an address elsewhere",
        type: "aws:route53/record:Record",
        name: "prod-usage-address",
        change: (record) => {
            record["aliases"] = (record["aliases"] as readonly object[]).map((alias) => ({
                ...alias,
                name: "usage-1.us-east-1.elb.amazonaws.com",
            }));
        },
    },
    {
        policy: "table-replicas",
        title: "a global table",
        type: "aws:dynamodb/table:Table",
        name: "prod-usage-reports-table",
        change: (table) => {
            table["replicas"] = [{ regionName: "eu-central-1" }];
        },
    },
    {
        policy: "vpc-endpoint-region",
        title: "an endpoint of another region's service",
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        name: "prod-network-endpoints-sqs",
        change: (endpoint) => {
            endpoint["serviceRegion"] = "us-east-1";
        },
    },
];

/** Every edit that breaks the region lock. */
export const regionLock: readonly Edit[] = [...edits, ...regionLockAdditions];
