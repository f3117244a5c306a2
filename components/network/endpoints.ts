import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";

import {
    dynamodbEndpointPolicy,
    INTERFACE_ENDPOINTS,
    interfaceEndpointPolicy,
    s3EndpointPolicy,
} from "./endpoint-policies";

const REGION = "eu-west-1";

/** Where endpoints stand and who may use them. */
export interface EndpointsArgs {
    readonly accountId: string;
    readonly vpcId: pulumi.Input<string>;
    /** Subnets that hold the interface endpoints, one per zone. */
    readonly subnetIds: readonly pulumi.Input<string>[];
    /** Route tables that lead to S3 and DynamoDB without leaving AWS. */
    readonly routeTableIds: readonly pulumi.Input<string>[];
    /** CIDR blocks of the subnets whose instances may call; by tier, then zone, for names that stay. */
    readonly callers: Readonly<Record<string, readonly string[]>>;
}

/** Ways to AWS's own services that do not cross the Internet and admit no other account (P-01, P-09). */
export class Endpoints extends pulumi.ComponentResource {
    /** Security group of the interface endpoints: instances need egress 443 to it. */
    public readonly securityGroupId: pulumi.Output<string>;
    /** Prefix list of S3 in this region: instances need egress 443 to it. */
    public readonly s3PrefixListId: pulumi.Output<string>;
    /** Prefix list of DynamoDB in this region. */
    public readonly dynamodbPrefixListId: pulumi.Output<string>;

    constructor(name: string, args: EndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:network:Endpoints", name, {}, opts);
        const gateway = (service: string, policy: object): pulumi.Output<string> =>
            new ec2.VpcEndpoint(
                `${name}-${service}`,
                {
                    vpcId: args.vpcId,
                    serviceName: `com.amazonaws.${REGION}.${service}`,
                    vpcEndpointType: "Gateway",
                    routeTableIds: [...args.routeTableIds],
                    policy: JSON.stringify(policy),
                    tags: { Name: `${name}-${service}` },
                },
                { parent: this },
            ).prefixListId;
        this.s3PrefixListId = gateway("s3", s3EndpointPolicy(args.accountId, REGION));
        this.dynamodbPrefixListId = gateway(
            "dynamodb",
            dynamodbEndpointPolicy(args.accountId, REGION),
        );
        this.securityGroupId = this.securityGroup(name, args);
        for (const service of INTERFACE_ENDPOINTS) {
            const policy = interfaceEndpointPolicy(service, args.accountId, REGION);
            new ec2.VpcEndpoint(
                `${name}-${service}`,
                {
                    vpcId: args.vpcId,
                    serviceName: `com.amazonaws.${REGION}.${service}`,
                    vpcEndpointType: "Interface",
                    subnetIds: [...args.subnetIds],
                    securityGroupIds: [this.securityGroupId],
                    privateDnsEnabled: true,
                    ...(policy && { policy: JSON.stringify(policy) }),
                    tags: { Name: `${name}-${service}` },
                },
                { parent: this },
            );
        }
        this.registerOutputs({
            securityGroupId: this.securityGroupId,
            s3PrefixListId: this.s3PrefixListId,
            dynamodbPrefixListId: this.dynamodbPrefixListId,
        });
    }

    private securityGroup(name: string, args: EndpointsArgs): pulumi.Output<string> {
        const group = new ec2.SecurityGroup(
            `${name}-security-group`,
            {
                description:
                    "Interface endpoints: HTTPS from instances and the bastion; nothing out.",
                vpcId: args.vpcId,
                revokeRulesOnDelete: true,
                tags: { Name: name },
            },
            { parent: this },
        );
        for (const [tier, blocks] of Object.entries(args.callers)) {
            blocks.forEach((cidrIpv4, zone) => {
                new vpc.SecurityGroupIngressRule(
                    `${name}-from-${tier}-${String(zone + 1)}`,
                    {
                        securityGroupId: group.id,
                        description: `HTTPS from the ${tier} tier, zone ${String(zone + 1)}`,
                        ipProtocol: "tcp",
                        fromPort: 443,
                        toPort: 443,
                        cidrIpv4,
                    },
                    { parent: this },
                );
            });
        }
        return group.id;
    }
}
