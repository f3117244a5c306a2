import type * as pulumi from "@pulumi/pulumi";

import { CIS_FILTERS, type TrailFilter } from "./cis-filters";
import { metricsOf, type Watch } from "./watch";

/** An account that is watched through its audit trail. */
export interface WatchedAccount {
    /** Log group of a trail that covers all regions and excludes no source; Security Hub wants a year's retention. */
    readonly trailLogGroup: pulumi.Input<string>;
    /** Events within five minutes at which an alarm fires, by suffix. @defaultValue 1 for each */
    readonly thresholds?: Readonly<Record<string, number>>;
}

const NAMESPACE = "CISBenchmark";
const HOME_REGION = "eu-west-1";

/** Services whose events carry another region although they act nowhere in particular. */
const GLOBAL_SOURCES = [
    "account",
    "billing",
    "budgets",
    "ce",
    "cloudfront",
    "globalaccelerator",
    "health",
    "iam",
    "organizations",
    "route53",
    "route53domains",
    "shield",
    "signin",
    "sso",
    "sts",
    "support",
    "trustedadvisor",
] as const;

const ORGANIZATION_CHANGES: TrailFilter = {
    suffix: "organization-changes",
    // CIS 4.15; Security Hub has no control for it.
    pattern: `{($.eventSource=organizations.amazonaws.com) && (${[
        "AcceptHandshake",
        "AttachPolicy",
        "CreateAccount",
        "CreateOrganizationalUnit",
        "CreatePolicy",
        "DeclineHandshake",
        "DeleteOrganization",
        "DeleteOrganizationalUnit",
        "DeletePolicy",
        "DetachPolicy",
        "DisablePolicyType",
        "EnablePolicyType",
        "InviteAccountToOrganization",
        "LeaveOrganization",
        "MoveAccount",
        "RemoveAccountFromOrganization",
        "UpdateOrganizationalUnit",
        "UpdatePolicy",
    ]
        .map((name) => `($.eventName=${name})`)
        .join(" || ")})}`,
    severity: "critical",
    description:
        "The organisation or its guardrails were changed. Ask whoever is named in the event; if nobody planned it, start the incident runbook.",
};

/**
 * Changes outside the home region: the region lock binds people and deployments, but neither root nor service roles.
 * Both fields of the exclusions are in every event, so `!=` drops none.
 */
const OTHER_REGION_CHANGES: TrailFilter = {
    suffix: "other-region-changes",
    pattern: `{($.awsRegion != "${HOME_REGION}") && ($.readOnly IS FALSE) && ${GLOBAL_SOURCES.map(
        (source) => `($.eventSource != "${source}.amazonaws.com")`,
    ).join(" && ")}}`,
    severity: "critical",
    description:
        "Something was changed outside eu-west-1, where no data of customers may be. Find what was made and by whom, remove it, and check whether it held data.",
};

/** Everything that the trail is searched for. */
export const TRAIL_FILTERS: readonly TrailFilter[] = [
    ...CIS_FILTERS,
    ORGANIZATION_CHANGES,
    OTHER_REGION_CHANGES,
];

/**
 * Fires on what the CIS benchmark wants alarms for, on changes of the organisation and on changes in other regions.
 * @throws {Error} when a threshold names no filter
 */
export function watchAccount({ trailLogGroup, thresholds = {} }: WatchedAccount): Watch {
    const suffixes = TRAIL_FILTERS.map((filter) => filter.suffix);
    const unknown = Object.keys(thresholds).filter((suffix) => !suffixes.includes(suffix));
    if (unknown.length > 0) {
        throw new Error(
            `thresholds: found ${unknown.sort().join(", ")}, expected some of ${suffixes.join(", ")}`,
        );
    }
    const metric = metricsOf(NAMESPACE, {});
    return {
        filters: TRAIL_FILTERS.map(({ suffix, pattern }) => ({
            suffix,
            pattern,
            logGroupName: trailLogGroup,
            namespace: NAMESPACE,
            metricName: suffix,
        })),
        alarms: TRAIL_FILTERS.map(({ suffix, severity, description }) => ({
            suffix,
            severity,
            description,
            metric: metric(suffix, "Sum", 300),
            comparison: "GreaterThanOrEqualToThreshold",
            threshold: thresholds[suffix] ?? 1,
            periods: 1,
            missingData: "notBreaching",
        })),
    };
}
