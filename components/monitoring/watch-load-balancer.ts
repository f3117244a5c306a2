import * as pulumi from "@pulumi/pulumi";

import { metricsOf, type Watch } from "./watch";

/** A load balancer that is watched. */
export interface WatchedLoadBalancer {
    /** The part of its ARN that CloudWatch uses: `app/<name>/<id>`. */
    readonly arnSuffix: pulumi.Input<string>;
}

/** Fires when a load balancer cannot answer, cannot reach its targets, or is spoken to in a way it refuses. */
export function watchLoadBalancer({ arnSuffix }: WatchedLoadBalancer): Watch {
    const balancer = metricsOf("AWS/ApplicationELB", { LoadBalancer: arnSuffix });
    const counted = {
        comparison: "GreaterThanThreshold",
        periods: 1,
        missingData: "notBreaching",
    } as const;
    return {
        alarms: [
            {
                suffix: "balancer-errors",
                description:
                    "The load balancer itself answers 5xx: no target, or targets that do not answer in time. Look at the health of the target groups behind it.",
                severity: "critical",
                metric: balancer("HTTPCode_ELB_5XX_Count", "Sum", 300),
                threshold: 25,
                ...counted,
            },
            {
                suffix: "unhealthy-targets",
                description:
                    "A target has failed its health checks for five minutes. Find its target group, then read the health reason of the instance.",
                severity: "warning",
                // Beanstalk makes the target groups, so their names are not known here.
                metric: {
                    query: pulumi.interpolate`SELECT MAX(UnHealthyHostCount) FROM SCHEMA("AWS/ApplicationELB", LoadBalancer, TargetGroup) WHERE LoadBalancer = '${arnSuffix}'`,
                    periodSeconds: 60,
                },
                comparison: "GreaterThanOrEqualToThreshold",
                threshold: 1,
                periods: 5,
                missingData: "notBreaching",
            },
            {
                suffix: "rejected-connections",
                description:
                    "The load balancer is at its limit of connections and turns people away. Look for an attack in the access log, then ask AWS for capacity.",
                severity: "critical",
                metric: balancer("RejectedConnectionCount", "Sum", 300),
                threshold: 0,
                ...counted,
            },
            {
                suffix: "client-tls",
                description:
                    "Many clients fail to agree on TLS. Compare the connection log with customers' reports: an old Java, an expired certificate, or a scan.",
                severity: "warning",
                metric: balancer("ClientTLSNegotiationErrorCount", "Sum", 300),
                threshold: 500,
                ...counted,
            },
            {
                suffix: "target-tls",
                description:
                    "The load balancer and its targets fail to agree on TLS. Look at nginx and its certificate on the newest instance.",
                severity: "warning",
                metric: balancer("TargetTLSNegotiationErrorCount", "Sum", 300),
                threshold: 5,
                ...counted,
            },
            {
                suffix: "target-connections",
                description:
                    "Targets do not accept connections. See whether nginx runs on the instances and whether their security group admits the load balancer.",
                severity: "warning",
                metric: balancer("TargetConnectionErrorCount", "Sum", 300),
                threshold: 10,
                ...counted,
            },
        ],
    };
}
