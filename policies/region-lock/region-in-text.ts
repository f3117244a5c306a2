import { definePolicy } from "../lib/define-policy";
import { formatPath } from "../lib/unknown-value";
import { partitionOf } from "../lib/views/region-names";
import { visitTexts, type TextPath } from "../lib/views/texts";
import { isJudgedElsewhere, isReportedWhole } from "./claims";
import { homesOf } from "./placement";
import { REGION } from "./region";
import { isWords, mentionsIn } from "./text-mentions";

/** Ids that AWS gives hold no region: one that is not known yet leaves nothing undecided. */
const IDS =
    /(?:vpc|subnet|securityGroup|routeTable|gateway|allocation|networkInterface|acl|prefixList|zone|detector|plan)Ids?$/i;

/** Whatever names a place names one in our region (P-07). */
export const regionInText = definePolicy({
    name: "region-in-text",
    control: "REGION-03",
    title: "ARNs, host names, service names and names of regions in properties are of eu-west-1.",
    severity: "high",
    why: "A resource in the right region that is told to send logs, events, alarms or backups to an ARN, an address or a region elsewhere moves data there, whatever its own region is.",
    remediation: `Name the counterpart in ${REGION}: in the ARN, the host or service name, the region, or the policy document that the message says.`,
    frameworks: ["gdpr:44"],
    resourcePrefix: "aws:",
    check(props, report, { type, ifKnown, notApplicable }) {
        if (isReportedWhole(type)) notApplicable("Another policy reports resources of this type");
        const homes = homesOf(props, ifKnown);
        // Of an ARN without a region the partition is told.
        const isHome = (place: string): boolean =>
            homes.some((home) => home === place || partitionOf(home) === place);
        const judge = (text: string, path: TextPath): void => {
            // `region` itself is judged by resource-region.
            if (path.length === 1 && path[0] === "region") return;
            for (const { phrase, region } of mentionsIn(text, nearestKey(path), type)) {
                if (isHome(region) || isJudgedElsewhere(type, path)) continue;
                report(`${formatPath(path)} names ${phrase}, expected "${REGION}"`);
            }
        };
        visitTexts(props, {
            skips: isWords,
            text: judge,
            unknown: (read, path) => {
                if (!IDS.test(nearestKey(path)) && !isJudgedElsewhere(type, path)) {
                    ifKnown(read);
                }
            },
        });
    },
    examples: {
        accepted: [
            {
                title: "a policy that denies other regions, and names them",
                resources: [
                    {
                        type: "aws:iam/policy:Policy",
                        props: {
                            policy: JSON.stringify({
                                Statement: {
                                    Effect: "Deny",
                                    Action: "*",
                                    Resource: "arn:aws:sqs:us-east-1:123456789012:*",
                                },
                            }),
                        },
                    },
                ],
            },
            {
                title: "an alarm that tells a topic of the region",
                resources: [
                    {
                        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
                        props: { alarmActions: ["arn:aws:sns:eu-west-1:123456789012:alarms"] },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an alarm that tells a topic elsewhere",
                resources: [
                    {
                        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
                        props: { alarmActions: ["arn:aws:sns:us-east-1:123456789012:alarms"] },
                    },
                ],
                messages: [
                    `alarmActions[0] names an ARN of sns in "us-east-1", expected "eu-west-1"`,
                ],
            },
            {
                title: "an application that is told to use a queue elsewhere",
                resources: [
                    {
                        type: "aws:lambda/function:Function",
                        props: {
                            environment: {
                                variables: {
                                    QUEUE_URL:
                                        "https://sqs.eu-central-1.amazonaws.com/123456789012/orders",
                                },
                            },
                        },
                    },
                ],
                messages: [
                    `environment.variables.QUEUE_URL names a host in "eu-central-1", expected "eu-west-1"`,
                ],
            },
        ],
    },
});

function nearestKey(path: TextPath): string {
    return String([...path].reverse().find((key) => typeof key === "string"));
}
