import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Service } from "../../../components/services/service";
import type { ServiceArgs } from "../../../components/services/service-args";
import { record } from "../recording";

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
const outputs = {
    "aws:elasticbeanstalk/environment:Environment": () => ({
        autoscalingGroups: ["awseb-e-1-group"],
    }),
};
const made = async (extra: Partial<ServiceArgs> = {}) => {
    let service: Service | undefined;
    const seen = await record(
        () => {
            service = new Service("licensing", { ...args, ...extra });
        },
        { outputs },
    );
    return { seen, service: service! };
};

describe("Service", () => {
    it("runs", async () => {
        const { seen } = await made();
        console.log(seen.resources.map((r) => `${r.type} ${r.name}`).join("\n"));
        assert.ok(true);
    });
});
