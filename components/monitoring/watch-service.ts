import type * as pulumi from "@pulumi/pulumi";

import { combineWatches, type Comparison, metricsOf, type Watch } from "./watch";
import { watchStore, type WatchedStore } from "./watch-data-stores";

/** When a service's alarms fire. */
export interface ServiceThresholds {
    /** Answers with status 5xx within five minutes. */
    readonly serverErrors: number;
    /** 99th percentile of the response time. */
    readonly latencySeconds: number;
    /** Mean use of the processors. */
    readonly cpuPercent: number;
}

/** A Beanstalk environment that is watched. */
export interface WatchedService {
    readonly environmentName: pulumi.Input<string>;
    readonly autoscalingGroupName: pulumi.Input<string>;
    readonly thresholds: ServiceThresholds;
    /** @defaultValue none */
    readonly stores?: readonly WatchedStore[];
}

/** Beanstalk's colours as numbers: 0 Ok, 15 Warning, 20 Degraded, 25 Severe. */
const DEGRADED = 20;
const AT_LEAST: Comparison = "GreaterThanOrEqualToThreshold";
const MORE_THAN: Comparison = "GreaterThanThreshold";

/** Everything about one service: its environment and its data stores. */
export function watchService(service: WatchedService): Watch {
    return combineWatches([watchEnvironment(service), ...(service.stores ?? []).map(watchStore)]);
}

/**
 * Fires when a service is down, degraded, slow, failing, or used in a way it never was. The environment's metrics come
 * from the health document of its settings; without it CloudWatch only gets `EnvironmentHealth`.
 */
function watchEnvironment({
    environmentName,
    autoscalingGroupName,
    thresholds,
}: WatchedService): Watch {
    const environment = metricsOf("AWS/ElasticBeanstalk", { EnvironmentName: environmentName });
    const instances = metricsOf("AWS/EC2", { AutoScalingGroupName: autoscalingGroupName });
    return {
        alarms: [
            {
                suffix: "environment-health",
                description:
                    "The environment is degraded or severe, or has stopped reporting. Read its recent events and the causes on its health page, then roll back the last deployment if it began with that.",
                severity: "warning",
                metric: environment("EnvironmentHealth", "Maximum", 60),
                comparison: AT_LEAST,
                threshold: DEGRADED,
                periods: 5,
                missingData: "breaching",
            },
            {
                suffix: "server-errors",
                description:
                    "The service answers requests with 5xx. Search its application log group for the exception and compare its start with the last deployment.",
                severity: "warning",
                metric: environment("ApplicationRequests5xx", "Sum", 300),
                comparison: MORE_THAN,
                threshold: thresholds.serverErrors,
                periods: 1,
                missingData: "notBreaching",
            },
            {
                suffix: "latency-p99",
                description:
                    "One request in a hundred takes too long. Look at the database's load and at the instances' processors in the same minutes.",
                severity: "warning",
                metric: environment("ApplicationLatencyP99", "Average", 60),
                comparison: MORE_THAN,
                threshold: thresholds.latencySeconds,
                periods: 5,
                breachingPeriods: 3,
                missingData: "notBreaching",
            },
            {
                suffix: "instances-severe",
                description:
                    "An instance has been in state Severe for five minutes. Request its logs from Beanstalk, then terminate it: Auto Scaling brings another.",
                severity: "warning",
                metric: environment("InstancesSevere", "Maximum", 60),
                comparison: AT_LEAST,
                threshold: 1,
                periods: 5,
                missingData: "notBreaching",
            },
            {
                suffix: "cpu",
                description:
                    "The instances have computed hard for a quarter of an hour. See whether the group can still grow; raise its maximum or take a larger type if not.",
                severity: "warning",
                metric: instances("CPUUtilization", "Average", 300),
                comparison: MORE_THAN,
                threshold: thresholds.cpuPercent,
                periods: 3,
                missingData: "notBreaching",
            },
            {
                suffix: "status-check",
                description:
                    "An instance fails EC2's status checks. Terminate it if Auto Scaling has not replaced it by now.",
                severity: "warning",
                metric: instances("StatusCheckFailed", "Maximum", 60),
                comparison: AT_LEAST,
                threshold: 1,
                periods: 5,
                missingData: "notBreaching",
            },
            {
                suffix: "requests-anomaly",
                description:
                    "The number of requests is far from what it usually is at this time. Look in the load balancer's access log for a new caller, or for callers that no longer come.",
                severity: "warning",
                metric: environment("ApplicationRequestsTotal", "Sum", 300),
                bandWidth: 3,
                periods: 3,
                missingData: "notBreaching",
            },
        ],
        composites: [
            {
                suffix: "service-down",
                description:
                    "Customers get no answer: the environment is unhealthy and requests or instances fail. Open the runbook of the service, tell support, and roll back the last deployment.",
                severity: "critical",
                all: ["environment-health"],
                any: ["server-errors", "instances-severe"],
            },
        ],
    };
}
