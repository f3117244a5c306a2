import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { networkLayout, TIERS } from "../../../components/network/layout";
import { Network, type NetworkArgs } from "../../../components/network/network";
import { networkAcls } from "../../../components/network/network-acls";
import { statements } from "../policy-json";
import { record, type Recording } from "../recording";
import { awsxVpc } from "./awsx-vpc";

const ACCOUNT = "123456789012";
const zones = ["eu-west-1a", "eu-west-1b"];
const cidrBlock = "10.0.0.0/16";
const layout = networkLayout(cidrBlock, 2);
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

/** Makes a network with the arguments that a test cares about. */
const build = async (
    args: Partial<NetworkArgs> = {},
    look: (network: Network) => void = () => undefined,
): Promise<Recording> =>
    record(() => {
        look(
            new Network("prod", {
                accountId: ACCOUNT,
                cidrBlock,
                availabilityZones: zones,
                natGateways: "per-zone",
                trustedNetworks: [],
                ...args,
            }),
        );
    }, awsxVpc());

describe("Network", () => {
    it("asks awsx for four tiers with blocks of our choice in named zones", async () => {
        const made = await build();
        assert.deepEqual(made.inputs("awsx:ec2:Vpc", "prod"), {
            cidrBlock,
            availabilityZoneNames: zones,
            enableDnsHostnames: true,
            enableDnsSupport: true,
            natGateways: { strategy: "OnePerAz" },
            subnetStrategy: "Auto",
            subnetSpecs: [
                {
                    name: "public",
                    type: "Public",
                    cidrBlocks: layout.public,
                    tags: { tier: "public" },
                },
                { name: "app", type: "Private", cidrBlocks: layout.app, tags: { tier: "app" } },
                {
                    name: "internal",
                    type: "Private",
                    cidrBlocks: layout.internal,
                    tags: { tier: "internal" },
                },
                { name: "data", type: "Isolated", cidrBlocks: layout.data, tags: { tier: "data" } },
            ],
        });
    });

    it("tells the tiers' subnets apart, though awsx hands them out in another order", async () => {
        const found: Record<string, readonly string[]> = {};
        await build({}, (network) => {
            const ids = {
                public: network.publicSubnetIds,
                app: network.appSubnetIds,
                internal: network.internalSubnetIds,
                data: network.dataSubnetIds,
            };
            for (const [tier, outputs] of Object.entries(ids)) {
                pulumi.all([...outputs]).apply((values) => (found[tier] = values));
            }
        });
        assert.deepEqual(
            found,
            Object.fromEntries(
                TIERS.map((tier) => [tier, [`prod-${tier}-1-id`, `prod-${tier}-2-id`]]),
            ),
        );
    });

    it("has a NAT gateway per zone, or one", async () => {
        const found: unknown[] = [];
        const keep = (network: Network): void => {
            pulumi.all([...network.natGatewayIds]).apply((ids) => found.push(ids));
        };
        await build({}, keep);
        const single = await build({ natGateways: "single" }, keep);
        assert.deepEqual(found, [["prod-1-id", "prod-2-id"], ["prod-1-id"]]);
        assert.deepEqual(single.inputs("awsx:ec2:Vpc", "prod").natGateways, {
            strategy: "Single",
        });
    });

    it("puts every tier behind its own ACL", async () => {
        const made = await build({
            trustedNetworks: [
                { cidr: "192.0.2.0/28", ipVersion: 4 },
                { cidr: "2001:db8::/56", ipVersion: 6 },
            ],
        });
        const acls = networkAcls({ cidrBlock, layout, sshSources: ["192.0.2.0/28"] });
        for (const tier of TIERS) {
            assert.deepEqual(made.inputs("aws:ec2/networkAcl:NetworkAcl", `prod-${tier}`), {
                vpcId: "prod-id",
                subnetIds: [`prod-${tier}-1-id`, `prod-${tier}-2-id`],
                ingress: acls[tier].ingress,
                egress: acls[tier].egress,
                tags: { Name: `prod-${tier}`, tier },
            });
        }
    });

    it("takes over AWS's default group, ACL and route table and leaves them without rules", async () => {
        const made = await build();
        const tags = { Name: "prod-default-unused" };
        assert.deepEqual(
            made.inputs("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "prod-default"),
            {
                vpcId: "prod-id",
                ingress: [],
                egress: [],
                tags,
            },
        );
        assert.deepEqual(
            made.inputs("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", "prod-default"),
            {
                defaultNetworkAclId: "acl-default",
                ingress: [],
                egress: [],
                tags,
            },
        );
        assert.deepEqual(
            made.inputs("aws:ec2/defaultRouteTable:DefaultRouteTable", "prod-default"),
            {
                defaultRouteTableId: "rtb-default",
                routes: [],
                tags,
            },
        );
    });

    it("records all traffic every minute in an encrypted log group", async () => {
        let groupName: string | undefined;
        const made = await build({}, (network) =>
            network.flowLogGroupName.apply((name) => (groupName = name)),
        );
        const group = "arn:aws:mock:eu-west-1:123456789012:prod-flow-logs-log-group";
        assert.deepEqual(made.inputs("aws:ec2/flowLog:FlowLog", "prod-flow-logs-flow-log"), {
            vpcId: "prod-id",
            trafficType: "ALL",
            logDestinationType: "cloud-watch-logs",
            logDestination: group,
            iamRoleArn: "arn:aws:mock:eu-west-1:123456789012:prod-flow-logs-role",
            maxAggregationInterval: 60,
        });
        assert.deepEqual(
            made.inputs("aws:cloudwatch/logGroup:LogGroup", "prod-flow-logs-log-group"),
            {
                name: "/appsonic/network/prod-flow-logs",
                kmsKeyId: "arn:aws:mock:eu-west-1:123456789012:prod-flow-logs-key",
                retentionInDays: 365,
                tags: { "data-class": "operational-logs" },
            },
        );
        assert.equal(groupName, "/appsonic/network/prod-flow-logs");
        const longer = await build({ logRetentionDays: 400 });
        assert.equal(
            longer.inputs("aws:cloudwatch/logGroup:LogGroup", "prod-flow-logs-log-group")
                .retentionInDays,
            400,
        );
    });

    it("lets only the account's flow logs write there", async () => {
        const made = await build();
        const role = made.inputs("aws:iam/role:Role", "prod-flow-logs-role");
        assert.deepEqual(statements(role.assumeRolePolicy), [
            {
                Effect: "Allow",
                Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEquals: { "aws:SourceAccount": ACCOUNT },
                    ArnLike: {
                        "aws:SourceArn": "arn:aws:ec2:eu-west-1:123456789012:vpc-flow-log/*",
                    },
                },
            },
        ]);
        const policy = made.inputs(
            "aws:iam/rolePolicy:RolePolicy",
            "prod-flow-logs-role-policy",
        ).policy;
        assert.deepEqual(statements(policy), [
            {
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resource: "arn:aws:mock:eu-west-1:123456789012:prod-flow-logs-log-group:*",
            },
        ]);
    });
});

describe("Endpoints", () => {
    const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

    it("lead from every subnet to S3 and DynamoDB, with policies", async () => {
        const made = await build();
        for (const service of ["s3", "dynamodb"]) {
            const { policy, routeTableIds, ...inputs } = made.inputs(
                ENDPOINT,
                `prod-endpoints-${service}`,
            );
            assert.deepEqual(inputs, {
                vpcId: "prod-id",
                serviceName: `com.amazonaws.eu-west-1.${service}`,
                vpcEndpointType: "Gateway",
                tags: { Name: `prod-endpoints-${service}` },
            });
            assert.equal(new Set(routeTableIds as string[]).size, 8);
            assert.notDeepEqual(statements(policy), []);
        }
    });

    it("stand in the internal tier under AWS's own names, with policies where AWS takes one", async () => {
        const made = await build();
        const endpoints = Object.values(made.inputsByName(ENDPOINT)).filter(
            (inputs) => inputs.vpcEndpointType === "Interface",
        );
        assert.equal(endpoints.length, 12);
        for (const inputs of endpoints) {
            assert.deepEqual(inputs.subnetIds, ["prod-internal-1-id", "prod-internal-2-id"]);
            assert.deepEqual(inputs.securityGroupIds, ["prod-endpoints-security-group-id"]);
            assert.equal(inputs.privateDnsEnabled, true);
            assert.equal(
                inputs.policy === undefined,
                inputs.serviceName === "com.amazonaws.eu-west-1.elasticbeanstalk-health",
            );
        }
    });

    it("admit HTTPS from the tiers that hold instances and the bastion, and let nothing out", async () => {
        const made = await build();
        const rules = made.inputsByName(INGRESS);
        assert.deepEqual(
            Object.entries(rules)
                .map(([name, rule]) => [name, rule.cidrIpv4])
                .sort(),
            [
                ["prod-endpoints-from-app-1", "10.0.16.0/20"],
                ["prod-endpoints-from-app-2", "10.0.80.0/20"],
                ["prod-endpoints-from-internal-1", "10.0.32.0/20"],
                ["prod-endpoints-from-internal-2", "10.0.96.0/20"],
                ["prod-endpoints-from-public-1", "10.0.0.0/22"],
                ["prod-endpoints-from-public-2", "10.0.64.0/22"],
            ],
        );
        for (const inputs of Object.values(rules)) {
            assert.deepEqual(
                [inputs.securityGroupId, inputs.ipProtocol, inputs.fromPort, inputs.toPort],
                ["prod-endpoints-security-group-id", "tcp", 443, 443],
            );
        }
        assert.deepEqual(
            made.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
            [],
        );
        const group = made.inputs(
            "aws:ec2/securityGroup:SecurityGroup",
            "prod-endpoints-security-group",
        );
        assert.equal(group.ingress, undefined);
        assert.equal(group.egress, undefined);
    });

    it("hand out what egress rules need", async () => {
        let found: unknown;
        await build({}, (network) => {
            pulumi
                .all([
                    network.vpcId,
                    network.endpointSecurityGroupId,
                    network.s3PrefixListId,
                    network.dynamodbPrefixListId,
                ])
                .apply((values) => (found = values));
        });
        assert.deepEqual(found, [
            "prod-id",
            "prod-endpoints-security-group-id",
            "pl-of-prod-endpoints-s3",
            "pl-of-prod-endpoints-dynamodb",
        ]);
    });
});
