import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";

import { LOG_GROUP_PREFIXES, type LogDelivery } from "./log-delivery";
import { visibility, webFirewallRules } from "./web-firewall-rules";

/** What to protect, and where to log. */
export interface WebFirewallArgs {
    readonly loadBalancerArn: pulumi.Input<string>;
    readonly logDelivery: LogDelivery;
}

/** Refuses known attacks and floods before they reach a service, and logs what it does. */
export class WebFirewall extends pulumi.ComponentResource {
    /** ARN of the firewall. */
    public readonly arn: pulumi.Output<string>;
    /** Name in CloudWatch's metrics, dimension `WebACL`. */
    public readonly metricName: string;
    public readonly logGroupName: pulumi.Output<string>;

    constructor(name: string, args: WebFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:load-balancers:WebFirewall", name, {}, opts);
        const acl = new wafv2.WebAcl(
            `${name}-acl`,
            {
                description: "Known attacks and floods are refused, everything else passes.",
                scope: "REGIONAL",
                defaultAction: { allow: {} },
                rules: webFirewallRules(name),
                visibilityConfig: visibility(name),
            },
            { parent: this },
        );
        new wafv2.WebAclAssociation(
            `${name}-association`,
            { resourceArn: args.loadBalancerArn, webAclArn: acl.arn },
            { parent: this },
        );
        const logGroup = new cloudwatch.LogGroup(
            `${name}-log-group`,
            {
                name: `${LOG_GROUP_PREFIXES.webFirewall}${name}`,
                kmsKeyId: args.logDelivery.logKeyArn,
                retentionInDays: args.logDelivery.retentionInDays,
                tags: { "data-class": "operational-logs" },
            },
            { parent: this, protect: true },
        );
        new wafv2.WebAclLoggingConfiguration(
            `${name}-logging`,
            {
                resourceArn: acl.arn,
                logDestinationConfigs: [logGroup.arn],
                // Whatever may carry a secret stays out of the logs.
                redactedFields: [
                    { singleHeader: { name: "authorization" } },
                    { singleHeader: { name: "cookie" } },
                    { queryString: {} },
                ],
            },
            { parent: this },
        );
        this.arn = acl.arn;
        this.metricName = name;
        this.logGroupName = logGroup.name;
        this.registerOutputs({
            arn: this.arn,
            metricName: this.metricName,
            logGroupName: this.logGroupName,
        });
    }
}
