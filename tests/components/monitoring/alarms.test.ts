import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import type { TopicArns } from "../../../components/monitoring/alarm-topics";
import { Alarms } from "../../../components/monitoring/alarms";
import type { ThresholdAlarm, Watch } from "../../../components/monitoring/watch";
import { record, type Recording } from "../recording";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

const topics = (): TopicArns => ({
    critical: pulumi.output("arn:critical"),
    warning: pulumi.output("arn:warning"),
});

const ERRORS: ThresholdAlarm = {
    suffix: "errors",
    description: "It fails. Look at it.",
    severity: "critical",
    metric: {
        namespace: "N",
        name: "Errors",
        dimensions: { Of: "it" },
        statistic: "Sum",
        periodSeconds: 300,
    },
    comparison: "GreaterThanThreshold",
    threshold: 5,
    periods: 3,
    missingData: "notBreaching",
};

function recordAlarms(watch: Watch): Promise<Recording> {
    return record(() => new Alarms("licensing", { watch, topics: topics() }));
}

describe("Alarms", () => {
    it("make a metric alarm that says when it fires and when it is over", async () => {
        const recording = await recordAlarms({ alarms: [ERRORS] });
        assert.deepEqual(recording.inputs(ALARM, "licensing-errors"), {
            name: "licensing-errors",
            alarmDescription: "It fails. Look at it.",
            namespace: "N",
            metricName: "Errors",
            dimensions: { Of: "it" },
            statistic: "Sum",
            period: 300,
            evaluationPeriods: 3,
            datapointsToAlarm: 3,
            comparisonOperator: "GreaterThanThreshold",
            threshold: 5,
            treatMissingData: "notBreaching",
            actionsEnabled: true,
            alarmActions: ["arn:critical"],
            okActions: ["arn:critical"],
        });
    });

    it("send each alarm to the topic of its severity", async () => {
        const recording = await recordAlarms({ alarms: [{ ...ERRORS, severity: "warning" }] });
        assert.deepEqual(recording.inputs(ALARM, "licensing-errors").alarmActions, ["arn:warning"]);
    });

    it("ask for fewer breaching periods only when told", async () => {
        const recording = await recordAlarms({ alarms: [{ ...ERRORS, breachingPeriods: 2 }] });
        assert.equal(recording.inputs(ALARM, "licensing-errors").datapointsToAlarm, 2);
    });

    it("take a percentile as an extended statistic", async () => {
        const recording = await recordAlarms({
            alarms: [
                {
                    ...ERRORS,
                    metric: { ...ERRORS.metric, statistic: "p99" } as ThresholdAlarm["metric"],
                },
            ],
        });
        const inputs = recording.inputs(ALARM, "licensing-errors");
        assert.equal(inputs.extendedStatistic, "p99");
        assert.equal("statistic" in inputs, false);
    });

    it("make an alarm on a query", async () => {
        const recording = await recordAlarms({
            alarms: [{ ...ERRORS, metric: { query: "SELECT SUM(x) FROM y", periodSeconds: 60 } }],
        });
        const inputs = recording.inputs(ALARM, "licensing-errors");
        assert.deepEqual(inputs.metricQueries, [
            { id: "query", expression: "SELECT SUM(x) FROM y", period: 60, returnData: true },
        ]);
        assert.equal("metricName" in inputs, false);
        assert.equal(inputs.threshold, 5);
    });

    it("make an alarm on a learnt band", async () => {
        const recording = await recordAlarms({
            alarms: [
                {
                    suffix: "errors",
                    description: "It fails. Look at it.",
                    severity: "critical",
                    periods: 3,
                    missingData: "notBreaching",
                    bandWidth: 3,
                    metric: {
                        namespace: "N",
                        name: "Requests",
                        dimensions: {},
                        statistic: "Sum",
                        periodSeconds: 300,
                    },
                },
            ],
        });
        const inputs = recording.inputs(ALARM, "licensing-errors");
        assert.equal(inputs.comparisonOperator, "LessThanLowerOrGreaterThanUpperThreshold");
        assert.equal(inputs.thresholdMetricId, "band");
        assert.equal("threshold" in inputs, false);
        assert.deepEqual(inputs.metricQueries, [
            {
                id: "metric",
                metric: {
                    namespace: "N",
                    metricName: "Requests",
                    dimensions: {},
                    stat: "Sum",
                    period: 300,
                },
                returnData: true,
            },
            {
                id: "band",
                expression: "ANOMALY_DETECTION_BAND(metric, 3)",
                label: "expected",
                returnData: true,
            },
        ]);
    });

    it("make filters and ask S3 for request metrics", async () => {
        const recording = await recordAlarms({
            alarms: [],
            filters: [
                {
                    suffix: "root",
                    logGroupName: "/trail",
                    pattern: "{x}",
                    namespace: "N",
                    metricName: "m",
                },
            ],
            requestMetrics: { reports: "prod-reports" },
        });
        assert.deepEqual(
            recording.inputs(
                "aws:cloudwatch/logMetricFilter:LogMetricFilter",
                "licensing-root-filter",
            ),
            {
                name: "licensing-root",
                logGroupName: "/trail",
                pattern: "{x}",
                metricTransformation: { namespace: "N", name: "m", value: "1" },
            },
        );
        assert.deepEqual(
            recording.inputs("aws:s3/bucketMetric:BucketMetric", "licensing-reports-requests"),
            {
                bucket: "prod-reports",
                name: "EntireBucket",
            },
        );
    });

    const down = {
        suffix: "down",
        description: "All is lost. Call.",
        severity: "critical",
    } as const;

    it("combine alarms by the names that they have", async () => {
        const recording = await recordAlarms({
            alarms: [ERRORS, { ...ERRORS, suffix: "health" }, { ...ERRORS, suffix: "severe" }],
            composites: [
                { ...down, all: ["health"], any: ["errors", "severe"] },
                { ...down, suffix: "both", all: ["health", "errors"], any: [] },
            ],
        });
        const composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
        assert.deepEqual(recording.inputs(composite, "licensing-down"), {
            alarmName: "licensing-down",
            alarmDescription: "All is lost. Call.",
            alarmRule:
                'ALARM("licensing-health") AND (ALARM("licensing-errors") OR ALARM("licensing-severe"))',
            actionsEnabled: true,
            alarmActions: ["arn:critical"],
            okActions: ["arn:critical"],
        });
        assert.equal(
            recording.inputs(composite, "licensing-both").alarmRule,
            'ALARM("licensing-health") AND ALARM("licensing-errors")',
        );
    });

    it("reports a combination of alarms that do not exist", async () => {
        await assert.rejects(
            recordAlarms({ alarms: [ERRORS], composites: [{ ...down, all: ["error"], any: [] }] }),
            new Error("down: found no alarm error, expected one of errors"),
        );
    });
});
