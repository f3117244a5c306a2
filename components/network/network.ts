import * as ec2 from "@pulumi/aws/ec2";
// Not the package itself: its start also loads everything that it once was.
import { Vpc } from "@pulumi/awsx/ec2";
import type { input } from "@pulumi/awsx/types";
import * as pulumi from "@pulumi/pulumi";

import { Endpoints } from "./endpoints";
import { FlowLogs } from "./flow-logs";
import { networkLayout, type Tier, TIERS } from "./layout";
import { networkAcls } from "./network-acls";
import { element, withBlock } from "./selection";

/** How large the network is and who may enter. */
export interface NetworkArgs {
    readonly accountId: string;
    /** Private IPv4 network of /16 to /20. */
    readonly cidrBlock: string;
    /** Two to four zones by name; a further one at the end moves nothing. */
    readonly availabilityZones: readonly string[];
    /** `per-zone` survives the loss of a zone, `single` costs less. */
    readonly natGateways: "per-zone" | "single";
    /** Networks that may reach the bastion in the public tier; IPv6 ones cannot, the network has IPv4 only. */
    readonly trustedNetworks: readonly { readonly cidr: string; readonly ipVersion: 4 | 6 }[];
    /** Days that flow logs are kept. @defaultValue 365 */
    readonly logRetentionDays?: number;
}

/**
 * One network in four tiers: public (load balancers, bastion, NAT), app and internal (instances, with a way out
 * through NAT), data (no way out). Outputs hold one id per zone, each an output of its own, so that a preview knows how
 * many there are before it knows which.
 */
export class Network extends pulumi.ComponentResource {
    public readonly vpcId: pulumi.Output<string>;
    public readonly cidrBlock: string;
    public readonly publicSubnetIds: readonly pulumi.Output<string>[];
    public readonly appSubnetIds: readonly pulumi.Output<string>[];
    public readonly internalSubnetIds: readonly pulumi.Output<string>[];
    public readonly dataSubnetIds: readonly pulumi.Output<string>[];
    /** Security group of the interface endpoints. */
    public readonly endpointSecurityGroupId: pulumi.Output<string>;
    public readonly s3PrefixListId: pulumi.Output<string>;
    public readonly dynamodbPrefixListId: pulumi.Output<string>;
    /** One, or one per zone. */
    public readonly natGatewayIds: readonly pulumi.Output<string>[];
    public readonly flowLogGroupName: pulumi.Output<string>;

    constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:network:Network", name, {}, opts);
        const { accountId, cidrBlock, availabilityZones: zones } = args;
        const layout = networkLayout(cidrBlock, zones.length);
        const vpc = new Vpc(
            name,
            {
                cidrBlock,
                // Named, not looked up: a new zone in the region must not renumber the network.
                availabilityZoneNames: [...zones],
                enableDnsHostnames: true,
                enableDnsSupport: true, // the endpoints' private names need both
                natGateways: {
                    strategy: args.natGateways === "single" ? "Single" : "OnePerAz",
                },
                subnetStrategy: "Auto",
                subnetSpecs: TIERS.map((tier) => ({
                    name: tier,
                    type: SUBNET_TYPES[tier],
                    cidrBlocks: [...layout[tier]],
                    tags: { tier },
                })),
            },
            { parent: this },
        );
        const subnetIds = (tier: Tier): pulumi.Output<string>[] =>
            layout[tier].map((block) => subnetWithBlock(vpc, block));

        this.vpcId = vpc.vpcId;
        this.cidrBlock = cidrBlock;
        this.publicSubnetIds = subnetIds("public");
        this.appSubnetIds = subnetIds("app");
        this.internalSubnetIds = subnetIds("internal");
        this.dataSubnetIds = subnetIds("data");
        this.natGatewayIds = elements(
            args.natGateways === "single" ? 1 : zones.length,
            vpc.natGateways,
        );

        this.emptyDefaults(name, vpc);
        const sshSources = args.trustedNetworks
            .filter(({ ipVersion }) => ipVersion === 4)
            .map(({ cidr }) => cidr);
        const acls = networkAcls({ cidrBlock, layout, sshSources });
        for (const tier of TIERS) {
            new ec2.NetworkAcl(
                `${name}-${tier}`,
                {
                    vpcId: this.vpcId,
                    subnetIds: subnetIds(tier),
                    ingress: [...acls[tier].ingress],
                    egress: [...acls[tier].egress],
                    tags: { Name: `${name}-${tier}`, tier },
                },
                { parent: this },
            );
        }

        this.flowLogGroupName = new FlowLogs(
            `${name}-flow-logs`,
            {
                accountId,
                vpcId: this.vpcId,
                retentionInDays: args.logRetentionDays ?? 365,
            },
            { parent: this },
        ).logGroupName;

        const endpoints = new Endpoints(
            `${name}-endpoints`,
            {
                accountId,
                vpcId: this.vpcId,
                subnetIds: this.internalSubnetIds,
                routeTableIds: elements(zones.length * TIERS.length, vpc.routeTables),
                callers: { app: layout.app, internal: layout.internal, public: layout.public },
            },
            { parent: this },
        );
        this.endpointSecurityGroupId = endpoints.securityGroupId;
        this.s3PrefixListId = endpoints.s3PrefixListId;
        this.dynamodbPrefixListId = endpoints.dynamodbPrefixListId;

        this.registerOutputs({
            vpcId: this.vpcId,
            cidrBlock: this.cidrBlock,
            publicSubnetIds: this.publicSubnetIds,
            appSubnetIds: this.appSubnetIds,
            internalSubnetIds: this.internalSubnetIds,
            dataSubnetIds: this.dataSubnetIds,
            endpointSecurityGroupId: this.endpointSecurityGroupId,
            s3PrefixListId: this.s3PrefixListId,
            dynamodbPrefixListId: this.dynamodbPrefixListId,
            natGatewayIds: this.natGatewayIds,
            flowLogGroupName: this.flowLogGroupName,
        });
    }

    /** What AWS makes with every VPC and admits everything: taken over and left without rules. */
    private emptyDefaults(name: string, vpc: Vpc): void {
        new ec2.DefaultSecurityGroup(
            `${name}-default`,
            {
                vpcId: this.vpcId,
                ingress: [],
                egress: [],
                tags: { Name: `${name}-default-unused` },
            },
            { parent: this },
        );
        new ec2.DefaultNetworkAcl(
            `${name}-default`,
            {
                defaultNetworkAclId: vpc.vpc.apply((own) => own.defaultNetworkAclId),
                ingress: [],
                egress: [],
                tags: { Name: `${name}-default-unused` },
            },
            // A subnet stands in this one until its tier's takes it over; never ours to assign.
            { parent: this, ignoreChanges: ["subnetIds"] },
        );
        new ec2.DefaultRouteTable(
            `${name}-default`,
            {
                defaultRouteTableId: vpc.vpc.apply((own) => own.defaultRouteTableId),
                routes: [],
                tags: { Name: `${name}-default-unused` },
            },
            { parent: this },
        );
    }
}

const SUBNET_TYPES: Readonly<Record<Tier, input.ec2.SubnetSpecArgs["type"]>> = {
    public: "Public",
    app: "Private",
    internal: "Private",
    data: "Isolated",
};

/** The subnet with this block. */
function subnetWithBlock(vpc: Vpc, block: string): pulumi.Output<string> {
    return vpc.subnets.apply((subnets) =>
        pulumi
            .all(subnets.map((subnet) => subnet.cidrBlock))
            .apply((blocks) => withBlock(subnets, blocks, block).id),
    );
}

/** Ids of a list whose length is known beforehand. */
function elements(
    count: number,
    list: pulumi.Output<readonly pulumi.CustomResource[]>,
): pulumi.Output<string>[] {
    return Array.from({ length: count }, (_, index) =>
        list.apply((resources) => element(resources, index, count).id),
    );
}
