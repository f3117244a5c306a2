import assert from "node:assert/strict";

import { webFirewallRules } from "../../../components/load-balancers/web-firewall-rules";

const visibility = (metricName: string) => ({
    cloudwatchMetricsEnabled: true,
    sampledRequestsEnabled: false,
    metricName,
});
const group = (name: string, priority: number, ruleActionOverrides: unknown[] = []) => ({
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name, ruleActionOverrides } },
    visibilityConfig: visibility(`public-${name}`),
});

describe("web firewall rules", () => {
    it("refuse bad addresses, bad inputs, common attacks and floods, and count large bodies", () => {
        assert.deepEqual(webFirewallRules("public"), [
            group("AWSManagedRulesAmazonIpReputationList", 0),
            group("AWSManagedRulesKnownBadInputsRuleSet", 1),
            group("AWSManagedRulesCommonRuleSet", 2, [
                { name: "SizeRestrictions_BODY", actionToUse: { count: {} } },
            ]),
            {
                name: "RateLimit",
                priority: 3,
                action: { block: {} },
                statement: {
                    rateBasedStatement: {
                        aggregateKeyType: "IP",
                        evaluationWindowSec: 300,
                        limit: 2000,
                    },
                },
                visibilityConfig: visibility("public-RateLimit"),
            },
        ]);
    });
});
