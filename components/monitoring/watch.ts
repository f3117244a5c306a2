import type * as pulumi from "@pulumi/pulumi";

/** Whom an alarm reaches: `critical` wakes somebody, `warning` waits for the day. */
export type Severity = "critical" | "warning";

/** Name of a dimension → its value. */
export type Dimensions = Readonly<Record<string, pulumi.Input<string>>>;

/** Statistics that CloudWatch computes; `p99` and the like travel as extended statistics. */
export type Statistic = "Average" | "Maximum" | "Minimum" | "SampleCount" | "Sum" | `p${number}`;

/** One metric, as CloudWatch knows it. */
export interface Metric {
    readonly namespace: string;
    readonly name: string;
    readonly dimensions: Dimensions;
    readonly statistic: Statistic;
    readonly periodSeconds: number;
}

/** A Metrics Insights query: for metrics whose remaining dimensions are not known when the alarm is made. */
interface MetricQuery {
    readonly query: pulumi.Input<string>;
    readonly periodSeconds: number;
}

/** How CloudWatch compares a metric with the threshold. */
export type Comparison =
    | "GreaterThanOrEqualToThreshold"
    | "GreaterThanThreshold"
    | "LessThanThreshold"
    | "LessThanOrEqualToThreshold";

interface AlarmBase {
    /** Name behind the component's: `server-errors`. */
    readonly suffix: string;
    /** What happened, then what the person who is paged does next. */
    readonly description: string;
    readonly severity: Severity;
    /** How many of the latest periods are looked at. */
    readonly periods: number;
    /** How many of them must breach. @defaultValue all of them */
    readonly breachingPeriods?: number;
    /** What a period without data means. */
    readonly missingData: "breaching" | "notBreaching" | "ignore";
}

/** An alarm on a fixed threshold. */
export interface ThresholdAlarm extends AlarmBase {
    readonly metric: Metric | MetricQuery;
    readonly comparison: Comparison;
    readonly threshold: number;
}

/** An alarm on a metric that leaves the band which CloudWatch learnt from its past. */
interface AnomalyAlarm extends AlarmBase {
    readonly metric: Metric;
    /** Width of the band in standard deviations. */
    readonly bandWidth: number;
}

/** One alarm. */
export type AlarmDefinition = ThresholdAlarm | AnomalyAlarm;

/** Counts the lines of a log group that match a pattern; the metric has no dimensions. */
export interface LogFilter {
    readonly suffix: string;
    readonly logGroupName: pulumi.Input<string>;
    /** CloudWatch's filter pattern; at most 1024 characters. */
    readonly pattern: string;
    readonly namespace: string;
    readonly metricName: string;
}

/** An alarm on the states of other alarms of the same component. */
export interface CompositeDefinition {
    readonly suffix: string;
    readonly description: string;
    readonly severity: Severity;
    /** Every one of these alarms … */
    readonly all: readonly string[];
    /** … and at least one of these. */
    readonly any: readonly string[];
}

/** Everything that watches one subject. */
export interface Watch {
    readonly alarms: readonly AlarmDefinition[];
    /** @defaultValue none */
    readonly filters?: readonly LogFilter[];
    /** @defaultValue none */
    readonly composites?: readonly CompositeDefinition[];
    /** Buckets whose request metrics S3 has to be asked for, by suffix. @defaultValue none */
    readonly requestMetrics?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The watches of several subjects as one, so that one component holds all alarms of a service. */
export function combineWatches(watches: readonly Watch[]): Required<Watch> {
    return {
        alarms: watches.flatMap((watch) => watch.alarms),
        filters: watches.flatMap((watch) => watch.filters ?? []),
        composites: watches.flatMap((watch) => watch.composites ?? []),
        requestMetrics: Object.assign(
            {},
            ...watches.map((watch) => watch.requestMetrics ?? {}),
        ) as Record<string, pulumi.Input<string>>,
    };
}

/** A short way to write down metrics of one namespace with the same dimensions. */
export function metricsOf(
    namespace: string,
    dimensions: Dimensions,
): (name: string, statistic: Statistic, periodSeconds: number) => Metric {
    return (name, statistic, periodSeconds) => ({
        namespace,
        name,
        dimensions,
        statistic,
        periodSeconds,
    });
}
