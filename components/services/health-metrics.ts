const SECONDS = 60;

const ENVIRONMENT_METRICS = [
    "ApplicationLatencyP95",
    "ApplicationLatencyP99",
    "ApplicationRequests4xx",
    "ApplicationRequests5xx",
    "ApplicationRequestsTotal",
    "InstancesDegraded",
    "InstancesSevere",
];
const INSTANCE_METRICS = ["CPUIowait", "InstanceHealth", "LoadAverage1min", "RootFilesystemUtil"];

/** What enhanced health sends to CloudWatch every minute, as the text of option `ConfigDocument`. */
export function healthMetrics(): string {
    const everyMinute = (names: readonly string[]): Record<string, number> =>
        Object.fromEntries(names.map((name) => [name, SECONDS]));
    return JSON.stringify({
        CloudWatchMetrics: {
            Environment: everyMinute(ENVIRONMENT_METRICS),
            Instance: everyMinute(INSTANCE_METRICS),
        },
        Version: 1,
    });
}
