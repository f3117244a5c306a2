import {
    CompositeAlarm,
    LogMetricFilter,
    MetricAlarm,
    type MetricAlarmArgs,
} from "@pulumi/aws/cloudwatch";
import { BucketMetric } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

import type { TopicArns } from "./alarm-topics";
import type { AlarmDefinition, CompositeDefinition, Metric, Watch } from "./watch";
import { ENTIRE_BUCKET } from "./watch-data-stores";

/** What is watched, and who hears of it. */
export interface AlarmsArgs {
    readonly watch: Watch;
    readonly topics: TopicArns;
}

/** The alarms of one subject, each to the topic of its severity, when it fires and when it is over (P-13). */
export class Alarms extends pulumi.ComponentResource {
    /** Name of every alarm, by its suffix. */
    public readonly names: Readonly<Record<string, pulumi.Output<string>>>;

    constructor(name: string, args: AlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:monitoring:Alarms", name, {}, opts);
        const { watch, topics } = args;
        for (const [suffix, bucket] of Object.entries(watch.requestMetrics ?? {})) {
            new BucketMetric(
                `${name}-${suffix}-requests`,
                { bucket, name: ENTIRE_BUCKET },
                { parent: this },
            );
        }
        for (const filter of watch.filters ?? []) {
            new LogMetricFilter(
                `${name}-${filter.suffix}-filter`,
                {
                    name: `${name}-${filter.suffix}`,
                    logGroupName: filter.logGroupName,
                    pattern: filter.pattern,
                    metricTransformation: {
                        namespace: filter.namespace,
                        name: filter.metricName,
                        value: "1",
                    },
                },
                { parent: this },
            );
        }
        const alarms = watch.alarms.map(
            (alarm) =>
                [
                    alarm.suffix,
                    new MetricAlarm(
                        `${name}-${alarm.suffix}`,
                        {
                            name: `${name}-${alarm.suffix}`,
                            ...alarmInputs(alarm),
                            ...actions(topics[alarm.severity]),
                        },
                        { parent: this },
                    ).name,
                ] as const,
        );
        const names = new Map<string, pulumi.Output<string>>(alarms);
        for (const composite of watch.composites ?? []) {
            const alarmName = `${name}-${composite.suffix}`;
            const alarm = new CompositeAlarm(
                alarmName,
                {
                    alarmName,
                    alarmDescription: composite.description,
                    alarmRule: compositeRule(composite, names),
                    ...actions(topics[composite.severity]),
                },
                { parent: this },
            );
            names.set(composite.suffix, alarm.alarmName);
        }
        this.names = Object.fromEntries(names);
        this.registerOutputs({ names: this.names });
    }
}

function actions(topic: pulumi.Output<string>) {
    return { actionsEnabled: true, alarmActions: [topic], okActions: [topic] };
}

function alarmInputs(alarm: AlarmDefinition): MetricAlarmArgs {
    return {
        alarmDescription: alarm.description,
        evaluationPeriods: alarm.periods,
        datapointsToAlarm: alarm.breachingPeriods ?? alarm.periods,
        treatMissingData: alarm.missingData,
        ...("bandWidth" in alarm
            ? {
                  comparisonOperator: "LessThanLowerOrGreaterThanUpperThreshold",
                  thresholdMetricId: "band",
                  metricQueries: [
                      { id: "metric", metric: queriedMetric(alarm.metric), returnData: true },
                      {
                          id: "band",
                          expression: `ANOMALY_DETECTION_BAND(metric, ${alarm.bandWidth})`,
                          label: "expected",
                          returnData: true,
                      },
                  ],
              }
            : {
                  comparisonOperator: alarm.comparison,
                  threshold: alarm.threshold,
                  ...("query" in alarm.metric
                      ? {
                            metricQueries: [
                                {
                                    id: "query",
                                    expression: alarm.metric.query,
                                    period: alarm.metric.periodSeconds,
                                    returnData: true,
                                },
                            ],
                        }
                      : plainMetric(alarm.metric)),
              }),
    };
}

// A percentile is an extended statistic for CloudWatch, and an ordinary one inside a query.
function plainMetric({
    namespace,
    name,
    dimensions,
    statistic,
    periodSeconds,
}: Metric): MetricAlarmArgs {
    return {
        namespace,
        metricName: name,
        dimensions,
        period: periodSeconds,
        ...(statistic.startsWith("p") ? { extendedStatistic: statistic } : { statistic }),
    };
}

function queriedMetric({ namespace, name, dimensions, statistic, periodSeconds }: Metric) {
    return { namespace, metricName: name, dimensions, stat: statistic, period: periodSeconds };
}

/** `ALARM("a") AND (ALARM("b") OR ALARM("c"))`, from the names that the alarms really have. */
function compositeRule(
    composite: CompositeDefinition,
    names: ReadonlyMap<string, pulumi.Output<string>>,
): pulumi.Output<string> {
    const state = (suffix: string): pulumi.Output<string> => {
        const name = names.get(suffix);
        if (!name)
            throw new Error(
                `${composite.suffix}: found no alarm ${suffix}, expected one of ${[...names.keys()].join(", ")}`,
            );
        return pulumi.interpolate`ALARM("${name}")`;
    };
    const all = pulumi.all(composite.all.map(state));
    const any = pulumi.all(composite.any.map(state));
    return pulumi
        .all([all, any])
        .apply(([every, some]) =>
            [...every, ...(some.length > 0 ? [`(${some.join(" OR ")})`] : [])].join(" AND "),
        );
}
