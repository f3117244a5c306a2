import { SecurityGroup, VpcSecurityGroupRulesExclusive } from "@pulumi/aws/ec2";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";

const SSH = 22;
const HTTPS = 443;

/** A network from which support engineers may reach the bastion. */
export interface TrustedNetwork {
    readonly name: string;
    /** Canonical IPv4 or IPv6 range. */
    readonly cidr: string;
    readonly ipVersion: 4 | 6;
    /** Who answers for the network. */
    readonly owner: string;
    /** Day on which somebody looks at it again, `YYYY-MM-DD`. */
    readonly reviewBy: string;
}

/** Something inside that accepts SSH from the bastion. */
export interface SshTarget {
    /** Short name, part of the rule's name. */
    readonly name: string;
    readonly securityGroupId: pulumi.Input<string>;
}

/** What decides about the bastion's traffic. */
export interface FirewallArgs {
    readonly vpcId: pulumi.Input<string>;
    readonly trustedNetworks: readonly TrustedNetwork[];
    readonly endpointSecurityGroupId: pulumi.Input<string>;
    readonly s3PrefixListId: pulumi.Input<string>;
    readonly sshTargets?: readonly SshTarget[];
}

/**
 * The bastion's security group: in comes SSH, one rule per trusted network; out goes HTTPS to the endpoints and to S3,
 * and SSH to the targets. Rules that are added by hand are taken away at the next deployment. Names, time and metadata
 * need no rule: security groups do not filter Amazon's own addresses for them.
 * @returns the group's id, known only when its rules are there
 */
export function bastionSecurityGroup(
    name: string,
    args: FirewallArgs,
    parent: pulumi.Resource,
): pulumi.Output<string> {
    const group = new SecurityGroup(
        `${name}-security-group`,
        {
            vpcId: args.vpcId,
            description: `SSH to ${name} from trusted networks`,
            tags: { Name: name, role: "bastion" },
        },
        { parent },
    );
    const securityGroupId = group.id;
    const ingress = args.trustedNetworks.map(
        (network) =>
            new SecurityGroupIngressRule(
                `${name}-from-${network.name}`,
                {
                    securityGroupId,
                    description: `SSH from ${network.name}, owner ${network.owner}, review by ${network.reviewBy}`,
                    ipProtocol: "tcp",
                    fromPort: SSH,
                    toPort: SSH,
                    ...(network.ipVersion === 4
                        ? { cidrIpv4: network.cidr }
                        : { cidrIpv6: network.cidr }),
                },
                { parent },
            ),
    );
    const egress = [
        egressRule(`${name}-to-endpoints`, HTTPS, "HTTPS to the interface endpoints", {
            referencedSecurityGroupId: args.endpointSecurityGroupId,
        }),
        egressRule(`${name}-to-s3`, HTTPS, "HTTPS to S3: packages of Amazon Linux", {
            prefixListId: args.s3PrefixListId,
        }),
        ...(args.sshTargets ?? []).map((target) =>
            egressRule(`${name}-to-${target.name}`, SSH, `SSH to ${target.name}`, {
                referencedSecurityGroupId: target.securityGroupId,
            }),
        ),
    ];
    new VpcSecurityGroupRulesExclusive(
        `${name}-rules`,
        {
            securityGroupId,
            ingressRuleIds: ingress.map((rule) => rule.securityGroupRuleId),
            egressRuleIds: egress.map((rule) => rule.securityGroupRuleId),
        },
        { parent },
    );
    // The first boot fetches packages: without its rules the instance would end and be tried again.
    return pulumi
        .all([group.id, ...[...ingress, ...egress].map((rule) => rule.id)])
        .apply(([id]) => String(id));

    function egressRule(
        ruleName: string,
        port: number,
        description: string,
        destination:
            | { referencedSecurityGroupId: pulumi.Input<string> }
            | { prefixListId: pulumi.Input<string> },
    ): SecurityGroupEgressRule {
        return new SecurityGroupEgressRule(
            ruleName,
            {
                securityGroupId,
                description,
                ipProtocol: "tcp",
                fromPort: port,
                toPort: port,
                ...destination,
            },
            { parent },
        );
    }
}
