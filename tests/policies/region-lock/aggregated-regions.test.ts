import assert from "node:assert/strict";
import {
    aggregatedRegionPlaces,
    aggregatedRegions,
} from "../../../policies/region-lock/aggregated-regions";
import { judge, UNKNOWN } from "../support/judge";
import { describePlaces, OFF, REGION_NAME } from "../support/places";

const AGGREGATOR = "aws:cfg/configurationAggregator:ConfigurationAggregator";
const FINDINGS = "aws:securityhub/findingAggregator:FindingAggregator";
const FINDINGS_2 = "aws:securityhub/aggregatorV2:AggregatorV2";
const LAKE = "aws:securitylake/dataLake:DataLake";
const CENTRAL =
    "aws:observabilityadmin/centralizationRuleForOrganization:CentralizationRuleForOrganization";
const RULE = "aws:observabilityadmin/telemetryRule:TelemetryRule";
const ORGANIZATION_RULE =
    "aws:observabilityadmin/telemetryRuleForOrganization:TelemetryRuleForOrganization";
const EVALUATION =
    "aws:observabilityadmin/telemetryEvaluationForOrganization:TelemetryEvaluationForOrganization";

describe("aggregated-regions", () => {
    describePlaces(aggregatedRegions, aggregatedRegionPlaces, [
        [AGGREGATOR, "accountAggregationSource.allRegions", ...OFF],
        [AGGREGATOR, "accountAggregationSource.regions[0]", ...REGION_NAME],
        [AGGREGATOR, "organizationAggregationSource.allRegions", ...OFF],
        [AGGREGATOR, "organizationAggregationSource.regions[1]", ...REGION_NAME],
        [
            "aws:cfg/aggregateAuthorization:AggregateAuthorization",
            "authorizedAwsRegion",
            ...REGION_NAME,
        ],
        [
            FINDINGS,
            "linkingMode",
            "ALL_REGIONS",
            `is "ALL_REGIONS", expected NO_REGIONS`,
            ["NO_REGIONS", "SPECIFIED_REGIONS"],
        ],
        [
            FINDINGS,
            "linkingMode",
            "ALL_REGIONS_EXCEPT_SPECIFIED",
            `is "ALL_REGIONS_EXCEPT_SPECIFIED", expected NO_REGIONS`,
            [],
        ],
        [FINDINGS, "specifiedRegions[0]", ...REGION_NAME, { linkingMode: "SPECIFIED_REGIONS" }],
        [
            FINDINGS_2,
            "regionLinkingMode",
            "ALL_REGIONS",
            `is "ALL_REGIONS", expected SPECIFIED_REGIONS with "eu-west-1" alone`,
            ["SPECIFIED_REGIONS"],
        ],
        [
            FINDINGS_2,
            "linkedRegions[0]",
            ...REGION_NAME,
            { regionLinkingMode: "SPECIFIED_REGIONS" },
        ],
        [LAKE, "configuration.region", ...REGION_NAME],
        [LAKE, "configuration.replicationConfiguration.regions[0]", ...REGION_NAME],
        ["aws:securitylake/awsLogSource:AwsLogSource", "source.regions[0]", ...REGION_NAME],
        [
            "aws:resourceexplorer/index:Index",
            "type",
            "AGGREGATOR",
            `is "AGGREGATOR", expected LOCAL`,
            ["LOCAL"],
        ],
        [CENTRAL, "rule.source.regions[0]", ...REGION_NAME],
        [CENTRAL, "rule.destination.region", ...REGION_NAME],
        [
            CENTRAL,
            "rule.destination.destinationLogsConfiguration.backupConfiguration.region",
            ...REGION_NAME,
        ],
        [
            CENTRAL,
            "rule.destination.destinationMetricsConfiguration.backupConfiguration.region",
            ...REGION_NAME,
        ],
        [RULE, "rule.allRegions", ...OFF],
        [RULE, "rule.regions[0]", ...REGION_NAME],
        [ORGANIZATION_RULE, "rule.allRegions", ...OFF],
        [ORGANIZATION_RULE, "rule.regions[0]", ...REGION_NAME],
        [EVALUATION, "allRegions", ...OFF],
        [EVALUATION, "regions[0]", ...REGION_NAME],
        ["aws:backup/reportPlan:ReportPlan", "reportSetting.regions[0]", ...REGION_NAME],
        [
            "aws:s3control/storageLensConfiguration:StorageLensConfiguration",
            "storageLensConfiguration.include.regions[0]",
            ...REGION_NAME,
        ],
        ["aws:networkflowmonitor/scope:Scope", "targets[0].region", ...REGION_NAME],
        ["aws:ssm/resourceDataSync:ResourceDataSync", "s3Destination.region", ...REGION_NAME],
    ]);

    it("reports a report that covers every region", async () => {
        const { diagnostics } = await judge(aggregatedRegions, {
            type: "aws:backup/reportPlan:ReportPlan",
            props: { reportSetting: { regions: ["*"] } },
        });
        assert.deepEqual(diagnostics, [
            {
                verdict: "fail",
                message: `reportSetting.regions[0] is "*", expected "eu-west-1"`,
                level: "mandatory",
            },
        ]);
    });

    it("accepts regions that are left out of all, and reports the mode alone", async () => {
        const { diagnostics } = await judge(aggregatedRegions, {
            type: FINDINGS,
            props: { linkingMode: "ALL_REGIONS_EXCEPT_SPECIFIED", specifiedRegions: ["us-east-1"] },
        });
        assert.deepEqual(diagnostics, [
            {
                verdict: "fail",
                message: `linkingMode is "ALL_REGIONS_EXCEPT_SPECIFIED", expected NO_REGIONS`,
                level: "mandatory",
            },
        ]);
    });

    it("does not evaluate a list before its mode is known", async () => {
        const { diagnostics } = await judge(aggregatedRegions, {
            type: FINDINGS,
            props: { linkingMode: UNKNOWN, specifiedRegions: ["us-east-1"] },
        });
        assert.deepEqual(diagnostics, [
            {
                verdict: "not-evaluated",
                message: "linkingMode is not known yet",
                level: "advisory",
            },
        ]);
    });

    it("accepts a list without a mode, which AWS refuses", async () => {
        const { diagnostics } = await judge(aggregatedRegions, {
            type: FINDINGS,
            props: { specifiedRegions: ["us-east-1"] },
        });
        assert.deepEqual(diagnostics, []);
    });
});
