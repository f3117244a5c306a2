import type { types } from "@pulumi/aws";

/** A rule of a web firewall as the AWS provider takes it. */
export type FirewallRule = types.input.wafv2.WebAclRule;

/** Requests from one address within five minutes before it is refused. */
const REQUESTS_PER_FIVE_MINUTES = 2000;

/** AWS's rule groups, in the order of evaluation: cheap refusals first. */
const MANAGED_GROUPS: readonly { readonly name: string; readonly countOnly?: readonly string[] }[] =
    [
        { name: "AWSManagedRulesAmazonIpReputationList" },
        { name: "AWSManagedRulesKnownBadInputsRuleSet" },
        // Reports of browser errors and usage are larger than the 8 KB that this rule allows: counted, not refused.
        { name: "AWSManagedRulesCommonRuleSet", countOnly: ["SizeRestrictions_BODY"] },
    ];

/** All rules of a web firewall; metrics are named after `name`. */
export function webFirewallRules(name: string): FirewallRule[] {
    const managed = MANAGED_GROUPS.map(
        ({ name: group, countOnly = [] }, priority): FirewallRule => ({
            name: group,
            priority,
            overrideAction: { none: {} },
            statement: {
                managedRuleGroupStatement: {
                    vendorName: "AWS",
                    name: group,
                    ruleActionOverrides: countOnly.map((rule) => ({
                        name: rule,
                        actionToUse: { count: {} },
                    })),
                },
            },
            visibilityConfig: visibility(`${name}-${group}`),
        }),
    );
    const rate: FirewallRule = {
        name: "RateLimit",
        priority: managed.length,
        action: { block: {} },
        statement: {
            rateBasedStatement: {
                aggregateKeyType: "IP",
                evaluationWindowSec: 300,
                limit: REQUESTS_PER_FIVE_MINUTES,
            },
        },
        visibilityConfig: visibility(`${name}-RateLimit`),
    };
    return [...managed, rate];
}

/** Metrics of a rule or firewall, without samples: those would show requests of customers in the console. */
export function visibility(metricName: string): {
    readonly cloudwatchMetricsEnabled: true;
    readonly sampledRequestsEnabled: false;
    readonly metricName: string;
} {
    return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}
