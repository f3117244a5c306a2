import { definePolicy } from "../lib/define-policy";
import {
    judgePlaces,
    noneOf,
    off,
    regionName,
    regionNameWhile,
    typesOf,
    type Places,
} from "./placement";

const EVERY_REGION = ["ALL_REGIONS", "ALL_REGIONS_EXCEPT_SPECIFIED"];
const telemetryRule = { "rule.allRegions": off, "rule.regions": regionName };

/** Properties by which findings, configuration and telemetry are gathered from, or sent to, other regions. */
export const aggregatedRegionPlaces: Places = {
    "aws:cfg/configurationAggregator:ConfigurationAggregator": {
        "accountAggregationSource.allRegions": off,
        "accountAggregationSource.regions": regionName,
        "organizationAggregationSource.allRegions": off,
        "organizationAggregationSource.regions": regionName,
    },
    "aws:cfg/aggregateAuthorization:AggregateAuthorization": { authorizedAwsRegion: regionName },
    "aws:securityhub/findingAggregator:FindingAggregator": {
        linkingMode: noneOf(EVERY_REGION, "NO_REGIONS"),
        // In the other modes the list says what is left out.
        specifiedRegions: regionNameWhile("linkingMode", "SPECIFIED_REGIONS"),
    },
    "aws:securityhub/aggregatorV2:AggregatorV2": {
        regionLinkingMode: noneOf(EVERY_REGION, `SPECIFIED_REGIONS with "eu-west-1" alone`),
        linkedRegions: regionNameWhile("regionLinkingMode", "SPECIFIED_REGIONS"),
    },
    "aws:securitylake/dataLake:DataLake": {
        "configuration.region": regionName,
        "configuration.replicationConfiguration.regions": regionName,
    },
    "aws:securitylake/awsLogSource:AwsLogSource": { "source.regions": regionName },
    "aws:resourceexplorer/index:Index": { type: noneOf(["AGGREGATOR"], "LOCAL") },
    "aws:observabilityadmin/centralizationRuleForOrganization:CentralizationRuleForOrganization": {
        "rule.source.regions": regionName,
        "rule.destination.region": regionName,
        "rule.destination.destinationLogsConfiguration.backupConfiguration.region": regionName,
        "rule.destination.destinationMetricsConfiguration.backupConfiguration.region": regionName,
    },
    "aws:observabilityadmin/telemetryRule:TelemetryRule": telemetryRule,
    "aws:observabilityadmin/telemetryRuleForOrganization:TelemetryRuleForOrganization":
        telemetryRule,
    "aws:observabilityadmin/telemetryEvaluationForOrganization:TelemetryEvaluationForOrganization":
        { allRegions: off, regions: regionName },
    "aws:backup/reportPlan:ReportPlan": { "reportSetting.regions": regionName },
    "aws:s3control/storageLensConfiguration:StorageLensConfiguration": {
        "storageLensConfiguration.include.regions": regionName,
    },
    "aws:networkflowmonitor/scope:Scope": { "targets.region": regionName },
    "aws:ssm/resourceDataSync:ResourceDataSync": { "s3Destination.region": regionName },
};

/**
 * What is known about the platform stays where the platform is (P-07). Trails and event data stores of all regions are another
 * thing: they exist to see that somebody acts elsewhere, and deliver to eu-west-1. Other catalogues ask for the opposite here
 * (CKV_AWS_121, AWS-0019, "aggregator in all regions"): they assume that data may be anywhere.
 */
export const aggregatedRegions = definePolicy({
    name: "aggregated-regions",
    control: "REGION-09",
    title: "Findings, configuration and telemetry are gathered in eu-west-1, from eu-west-1.",
    severity: "medium",
    why: "An aggregator of all regions needs recorders and stores in each of them, and copies what they know between regions; where nothing may be, there is nothing to gather. That something happens elsewhere is seen by the trail, which watches every region.",
    remediation:
        "Name eu-west-1 as the only region (regions, specifiedRegions, linkedRegions), set allRegions to false and linkingMode to NO_REGIONS, and use a LOCAL index.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(aggregatedRegionPlaces),
    check: judgePlaces(aggregatedRegionPlaces),
    examples: {
        accepted: [
            {
                title: "an aggregator of several accounts in the region",
                resources: [
                    {
                        type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
                        props: {
                            accountAggregationSource: {
                                accountIds: ["123456789012", "210987654321"],
                                regions: ["eu-west-1"],
                            },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an aggregator of all regions, as CKV_AWS_121 and AWS-0019 ask for",
                resources: [
                    {
                        type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
                        props: {
                            organizationAggregationSource: {
                                allRegions: true,
                                roleArn: "arn:aws:iam::123456789012:role/config",
                            },
                        },
                    },
                ],
                messages: ["organizationAggregationSource.allRegions is true, expected false"],
            },
            {
                title: "findings that are gathered from all regions",
                resources: [
                    {
                        type: "aws:securityhub/findingAggregator:FindingAggregator",
                        props: { linkingMode: "ALL_REGIONS" },
                    },
                ],
                messages: [`linkingMode is "ALL_REGIONS", expected NO_REGIONS`],
            },
        ],
    },
});
