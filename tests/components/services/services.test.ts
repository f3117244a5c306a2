import assert from "node:assert/strict";
import { Services, type ServicesArgs } from "../../../components/services/services";
import { record } from "../recording";

const balancer = (name: string) => ({
    arn: `arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/${name}/1`,
    securityGroupId: `sg-${name}`,
    dnsName: `${name}.example`,
    zoneId: "Z2",
});
const common = {
    dataClass: "none",
    purpose: "support",
    platform: "corretto-21",
    instanceTypes: ["t4g.small"],
    architecture: "arm64",
    instances: { min: 1, max: 1 },
} as const;
const ARGS: ServicesArgs = {
    accountId: "123456789012",
    specs: [
        {
            ...common,
            name: "licensing",
            environmentName: "prod-licensing",
            tier: "public",
            hostName: "licensing.appsonic.example",
            loadBalancer: "public",
            calls: ["support-console"],
        },
        {
            ...common,
            name: "support-console",
            environmentName: "prod-support-console",
            tier: "internal",
            hostName: "support-console.appsonic.example",
            loadBalancer: "internal",
            calls: [],
        },
    ],
    hostedZoneId: "Z1",
    network: {
        vpcId: "vpc-1",
        dataSubnetIds: [],
        endpointSecurityGroupId: "sg-endpoints",
        s3PrefixListId: "pl-s3",
        dynamodbPrefixListId: "pl-dynamodb",
    },
    subnetIds: { public: ["subnet-1"], internal: ["subnet-2"] },
    loadBalancers: { public: balancer("public"), internal: balancer("internal") },
    logRetentionDays: 400,
    notificationTopicArn: "arn:aws:sns:eu-west-1:123456789012:prod-alarms-warning",
};
const outputs = {
    "aws:elasticbeanstalk/environment:Environment": () => ({ autoscalingGroups: ["group"] }),
};
const made = (args: Partial<ServicesArgs> = {}) =>
    record(() => new Services("prod", { ...ARGS, ...args }), { outputs });

describe("Services", () => {
    it("lets a caller through to the load balancer of what it calls", async () => {
        const seen = await made();
        const rule = seen.inputs(
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "prod-licensing-firewall-to-internal-load-balancer-admitted",
        );
        assert.equal(rule.securityGroupId, "sg-internal");
        assert.equal(rule.referencedSecurityGroupId, "prod-licensing-firewall-group-id");
    });

    it("makes Beanstalk's bucket only in the stack that owns the account", async () => {
        const buckets = async (args: Partial<ServicesArgs>) =>
            (await made(args)).ofType("aws:s3/bucket:Bucket").map(({ name }) => name);
        assert.deepEqual(await buckets({}), ["prod-beanstalk-versions-bucket"]);
        assert.deepEqual(await buckets({ ownsAccount: false }), []);
    });

    it("reports calls to unknown services and unknown load balancers", async () => {
        const [licensing] = ARGS.specs;
        await assert.rejects(made({ specs: [licensing!] }), {
            message: 'calls: found "support-console", expected the name of a service',
        });
        await assert.rejects(made({ loadBalancers: { public: balancer("public") } }), {
            message: 'loadBalancer: found "internal", expected one of: public',
        });
    });
});
