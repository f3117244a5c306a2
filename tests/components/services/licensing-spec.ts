import type { EnvironmentSpec } from "../../../components/services/environment-settings";

/** A public service that uses everything. */
export const spec: EnvironmentSpec = {
    serviceName: "licensing",
    tier: "public",
    serviceRole: "beanstalk-service",
    instanceProfile: "licensing-instances",
    vpcId: "vpc-1",
    subnets: "subnet-1,subnet-2",
    instanceSecurityGroup: "sg-instances",
    loadBalancerArn:
        "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/public/1",
    loadBalancerSecurityGroup: "sg-balancer",
    hostName: "licensing.appsonic.example",
    rulePriority: 1,
    healthCheckPath: "/health",
    architecture: "arm64",
    instanceTypes: ["m7g.large", "m6g.large"],
    instances: { min: 2, max: 6 },
    rootVolumeGiB: 16,
    logRetentionDays: 400,
    updateWindow: "Sun:03:00",
    environment: { CACHE_MINUTES: "15" },
    secrets: { API_TOKEN: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:token-Ab12Cd" },
    notificationTopicArn: "arn:aws:sns:eu-west-1:123456789012:warning",
};
