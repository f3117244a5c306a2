import * as ec2 from "@pulumi/aws/ec2";
import * as lb from "@pulumi/aws/lb";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";

import { Certificate, type CertificateArgs } from "./certificate";
import { LoadBalancerLogs } from "./load-balancer-logs";
import type { LogDelivery } from "./log-delivery";
import { checkName } from "./name";
import { WebFirewall } from "./web-firewall";

/** TLS 1.3, and 1.2 with forward secrecy only; key exchange that a quantum computer does not undo where clients know it. */
const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

const HTTPS_PORT = 443;

/** Who reaches the load balancer, under which names. */
export interface TierLoadBalancerArgs extends CertificateArgs {
    /** `public`: from the Internet; `internal`: from within the platform only. */
    readonly tier: "public" | "internal";
    readonly vpcId: pulumi.Input<string>;
    /** Subnets of its tier, one per zone. */
    readonly subnetIds: readonly pulumi.Input<string>[];
    /** An issued certificate of this region. @defaultValue one is issued for `hostNames`, proved in `hostedZoneId` */
    readonly certificateArn?: pulumi.Input<string>;
    readonly logDelivery: LogDelivery;
    /** Whether a web firewall stands in front. @defaultValue false */
    readonly webFirewall?: boolean;
    /**
     * Security groups that may call an internal load balancer, by name of the caller; further callers add their own
     * rule to `securityGroupId`. Without effect on a public one. @defaultValue none
     */
    readonly callers?: Readonly<Record<string, pulumi.Input<string>>>;
    /** `dualstack` needs IPv6 in the network. @defaultValue ipv4 */
    readonly ipAddressType?: "ipv4" | "dualstack";
}

/**
 * The one entrance of a tier: HTTPS only, strict about what it accepts, and closed by default, since a request for an
 * unknown host gets 404. Services add their own rules, targets and security-group rules (P-09, P-11).
 */
export class TierLoadBalancer extends pulumi.ComponentResource {
    public readonly arn: pulumi.Output<string>;
    /** `app/<name>/<id>`: dimension `LoadBalancer` of its metrics. */
    public readonly arnSuffix: pulumi.Output<string>;
    /** Listener on 443. */
    public readonly listenerArn: pulumi.Output<string>;
    /** Its security group: lets nothing out until services add egress 443 to their own groups. */
    public readonly securityGroupId: pulumi.Output<string>;
    public readonly dnsName: pulumi.Output<string>;
    /** Hosted zone of `dnsName`, for alias records. */
    public readonly zoneId: pulumi.Output<string>;
    public readonly accessLogGroupName: pulumi.Output<string>;
    public readonly connectionLogGroupName: pulumi.Output<string>;
    /** The web firewall, if there is one. */
    public readonly webFirewall: WebFirewall | undefined;

    constructor(name: string, args: TierLoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:load-balancers:TierLoadBalancer", name, {}, opts);
        checkName(name);
        this.securityGroupId = this.securityGroup(name, args);
        const balancer = this.loadBalancer(name, args);
        const listener = new lb.Listener(
            `${name}-https`,
            {
                loadBalancerArn: balancer.arn,
                port: HTTPS_PORT,
                protocol: "HTTPS",
                sslPolicy: TLS_POLICY,
                certificateArn: this.certificateArn(name, args),
                defaultActions: [
                    {
                        type: "fixed-response",
                        fixedResponse: {
                            contentType: "text/plain",
                            messageBody: "Not found",
                            statusCode: "404",
                        },
                    },
                ],
                // Two years: browsers then never try plain HTTP, which nothing answers.
                routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=63072000",
                routingHttpResponseServerEnabled: false,
                routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
            },
            { parent: this },
        );
        const logs = new LoadBalancerLogs(
            name,
            { loadBalancerArn: balancer.arn, logDelivery: args.logDelivery },
            { parent: this },
        );
        this.webFirewall = args.webFirewall
            ? new WebFirewall(
                  `${name}-web-firewall`,
                  { loadBalancerArn: balancer.arn, logDelivery: args.logDelivery },
                  { parent: this },
              )
            : undefined;
        this.arn = balancer.arn;
        this.arnSuffix = balancer.arnSuffix;
        this.listenerArn = listener.arn;
        this.dnsName = balancer.dnsName;
        this.zoneId = balancer.zoneId;
        this.accessLogGroupName = logs.accessLogGroupName;
        this.connectionLogGroupName = logs.connectionLogGroupName;
        this.registerOutputs({
            arn: this.arn,
            arnSuffix: this.arnSuffix,
            listenerArn: this.listenerArn,
            securityGroupId: this.securityGroupId,
            dnsName: this.dnsName,
            zoneId: this.zoneId,
            accessLogGroupName: this.accessLogGroupName,
            connectionLogGroupName: this.connectionLogGroupName,
        });
    }

    private loadBalancer(name: string, args: TierLoadBalancerArgs): lb.LoadBalancer {
        const logs = { bucket: args.logDelivery.bucketName, enabled: true };
        return new lb.LoadBalancer(
            name,
            {
                loadBalancerType: "application",
                internal: args.tier === "internal",
                ipAddressType: args.ipAddressType ?? "ipv4",
                subnets: [...args.subnetIds],
                securityGroups: [this.securityGroupId],
                enableDeletionProtection: true,
                dropInvalidHeaderFields: true,
                desyncMitigationMode: "strictest",
                xffHeaderProcessingMode: "append",
                enableHttp2: true,
                enableWafFailOpen: false,
                accessLogs: { ...logs, prefix: `${name}/access` },
                connectionLogs: { ...logs, prefix: `${name}/connection` },
                tags: { Name: name, tier: args.tier },
            },
            { parent: this, protect: true },
        );
    }

    private securityGroup(name: string, args: TierLoadBalancerArgs): pulumi.Output<string> {
        const group = new ec2.SecurityGroup(
            `${name}-security-group`,
            {
                description: `Load balancer ${name}: HTTPS in, HTTPS out to its services.`,
                vpcId: args.vpcId,
                revokeRulesOnDelete: true,
                tags: { Name: `${name}-load-balancer`, tier: args.tier },
            },
            { parent: this },
        );
        const admit = (
            from: string,
            description: string,
            source: Partial<vpc.SecurityGroupIngressRuleArgs>,
        ): void => {
            new vpc.SecurityGroupIngressRule(
                `${name}-from-${from}`,
                {
                    securityGroupId: group.id,
                    description,
                    ipProtocol: "tcp",
                    fromPort: HTTPS_PORT,
                    toPort: HTTPS_PORT,
                    ...source,
                },
                { parent: this },
            );
        };
        if (args.tier === "public") {
            admit("internet", "HTTPS from anywhere", { cidrIpv4: "0.0.0.0/0" });
            if (args.ipAddressType === "dualstack") {
                admit("internet-v6", "HTTPS from anywhere, IPv6", { cidrIpv6: "::/0" });
            }
        } else {
            for (const [caller, groupId] of Object.entries(args.callers ?? {})) {
                admit(caller, `HTTPS from ${caller}`, { referencedSecurityGroupId: groupId });
            }
        }
        return group.id;
    }

    private certificateArn(name: string, args: TierLoadBalancerArgs): pulumi.Input<string> {
        if (args.certificateArn !== undefined) return args.certificateArn;
        const { hostNames, hostedZoneId } = args;
        return new Certificate(name, { hostNames, hostedZoneId }, { parent: this }).arn;
    }
}
