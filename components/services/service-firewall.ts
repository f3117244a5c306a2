import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";

/** A service that another one calls, behind the internal load balancer. */
export interface Callee {
    readonly serviceName: string;
    readonly hostName: string;
    /** Name of the load balancer that it is behind; names the rules. */
    readonly loadBalancerName: string;
    readonly loadBalancerSecurityGroupId: pulumi.Input<string>;
}

/** Whom a service's instances may talk to. */
export interface ServiceFirewallArgs {
    readonly serviceName: string;
    /** What the group is called in the console. Its own name is derived: one with `awseb` the provider would not read back. */
    readonly environmentName: string;
    readonly vpcId: pulumi.Input<string>;
    readonly loadBalancerSecurityGroupId: pulumi.Input<string>;
    readonly endpointSecurityGroupId: pulumi.Input<string>;
    readonly s3PrefixListId: pulumi.Input<string>;
    /** Given where the service has a table. @defaultValue no way to DynamoDB */
    readonly dynamodbPrefixListId?: pulumi.Input<string>;
    /** HTTPS to anywhere, through the NAT gateway. */
    readonly internetAccess: boolean;
    readonly calls: readonly Callee[];
    readonly tags: Readonly<Record<string, string>>;
}

/** The other end of a rule. */
type Peer =
    | { readonly referencedSecurityGroupId: pulumi.Input<string> }
    | { readonly prefixListId: pulumi.Input<string> }
    | { readonly cidrIpv4: string };

const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

/** The security group of a service's instances: HTTPS only, in from the load balancer only, and no SSH at all. */
export class ServiceFirewall extends pulumi.ComponentResource {
    /** The instances' security group; resolves when its rules are there, without which no instance starts. */
    public readonly securityGroupId: pulumi.Output<string>;

    constructor(name: string, args: ServiceFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:services:ServiceFirewall", name, {}, opts);
        const { serviceName, tags } = args;
        const child = { parent: this };
        const group = new ec2.SecurityGroup(
            `${name}-group`,
            {
                vpcId: args.vpcId,
                description: `Instances of ${serviceName}: HTTPS from their load balancer only`,
                tags: { ...tags, Name: args.environmentName },
            },
            child,
        );
        const rules: pulumi.CustomResource[] = [];
        const ingress = (
            suffix: string,
            to: pulumi.Input<string>,
            from: Peer,
            description: string,
        ): void => {
            rules.push(
                new vpc.SecurityGroupIngressRule(
                    `${name}-${suffix}`,
                    { ...HTTPS, securityGroupId: to, ...from, description, tags },
                    child,
                ),
            );
        };
        const egress = (
            suffix: string,
            from: pulumi.Input<string>,
            to: Peer,
            description: string,
        ): void => {
            rules.push(
                new vpc.SecurityGroupEgressRule(
                    `${name}-${suffix}`,
                    { ...HTTPS, securityGroupId: from, ...to, description, tags },
                    child,
                ),
            );
        };

        const own = { referencedSecurityGroupId: group.id };
        const balancer = args.loadBalancerSecurityGroupId;
        ingress(
            "from-load-balancer",
            group.id,
            { referencedSecurityGroupId: balancer },
            "HTTPS from the load balancer",
        );
        egress("load-balancer-to-instances", balancer, own, `HTTPS to ${serviceName}`);
        egress(
            "to-endpoints",
            group.id,
            { referencedSecurityGroupId: args.endpointSecurityGroupId },
            "HTTPS to AWS through interface endpoints",
        );
        egress("to-s3", group.id, { prefixListId: args.s3PrefixListId }, "HTTPS to S3");
        if (args.dynamodbPrefixListId !== undefined) {
            const dynamodb = { prefixListId: args.dynamodbPrefixListId };
            egress("to-dynamodb", group.id, dynamodb, "HTTPS to DynamoDB");
        }
        if (args.internetAccess) {
            // Security groups know addresses, not names: what is behind them is the service's declaration (P-06).
            egress("to-internet", group.id, { cidrIpv4: "0.0.0.0/0" }, "HTTPS to the Internet");
        }
        for (const { loadBalancerName, loadBalancerSecurityGroupId } of firstOfEach(args.calls)) {
            const callee = { referencedSecurityGroupId: loadBalancerSecurityGroupId };
            egress(
                `to-${loadBalancerName}-load-balancer`,
                group.id,
                callee,
                `Calls through ${loadBalancerName}`,
            );
            ingress(
                `to-${loadBalancerName}-load-balancer-admitted`,
                loadBalancerSecurityGroupId,
                own,
                `Calls from ${serviceName}`,
            );
        }
        this.securityGroupId = pulumi
            .all([group.id, ...rules.map((rule) => rule.id)])
            .apply(([id]) => String(id));
        this.registerOutputs({ securityGroupId: this.securityGroupId });
    }
}

/** Two callees behind one load balancer need one rule: AWS refuses the same rule twice. */
function firstOfEach(calls: readonly Callee[]): Callee[] {
    return [...new Map(calls.map((callee) => [callee.loadBalancerName, callee])).values()];
}
