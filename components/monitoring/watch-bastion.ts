import type * as pulumi from "@pulumi/pulumi";

import { type LogFilter, metricsOf, type Watch } from "./watch";

/** A bastion that is watched. */
export interface WatchedBastion {
    /** Part of the metrics' names, so that two bastions are counted apart. */
    readonly name: string;
    readonly autoscalingGroupName: pulumi.Input<string>;
    /** Log groups of sign-ins, recorded sessions, and the kernel's record of commands. */
    readonly logGroupNames: Readonly<Record<"secure" | "sessions" | "audit", pulumi.Input<string>>>;
}

const NAMESPACE = "AppSonic/Bastion/SignIns";

// The text of the message, not the name of the program: that is `sshd` up to OpenSSH 9.7 and `sshd-session` after it.
const PATTERNS = {
    "failed-authentication": '"Failed publickey for"',
    "invalid-user": '"Invalid user"',
    "not-allowed": '"not allowed because not listed in AllowUsers"',
    sessions: '"Accepted publickey for"',
} as const;

/** Fires when somebody tries the door, when more people are in than usual, and when the bastion is dead or silent. */
export function watchBastion(bastion: WatchedBastion): Watch {
    const filters = Object.entries(PATTERNS).map(([suffix, pattern]): LogFilter => ({
        suffix,
        logGroupName: bastion.logGroupNames.secure,
        pattern,
        namespace: NAMESPACE,
        metricName: `${bastion.name}-${suffix}`,
    }));
    const signIns = metricsOf(NAMESPACE, {});
    const counted = (suffix: keyof typeof PATTERNS, threshold: number) =>
        ({
            suffix,
            metric: signIns(`${bastion.name}-${suffix}`, "Sum", 300),
            comparison: "GreaterThanOrEqualToThreshold",
            threshold,
            periods: 1,
            missingData: "notBreaching",
        }) as const;
    const instance = { AutoScalingGroupName: bastion.autoscalingGroupName };
    return {
        filters,
        alarms: [
            {
                ...counted("failed-authentication", 10),
                description:
                    "Keys are refused on the bastion. See from which trusted network they come, and ask its owner who it is: an expired key, or somebody who tries.",
                severity: "warning",
            },
            {
                ...counted("invalid-user", 3),
                description:
                    "Somebody signs in to the bastion under a name that does not exist. See from which trusted network, and ask its owner to look at that machine.",
                severity: "critical",
            },
            {
                ...counted("not-allowed", 1),
                description:
                    "Somebody tries to sign in to the bastion as root or another account that is not an engineer's. See from which trusted network, and ask its owner to look at that machine.",
                severity: "critical",
            },
            {
                ...counted("sessions", 10),
                description:
                    "Far more sessions were opened on the bastion than support needs. Ask the engineers named in the log; if they do not know of it, remove their keys and deploy.",
                severity: "warning",
            },
            ...(["secure", "sessions", "audit"] as const).map((log) => ({
                suffix: `${log}-log-silent`,
                description: `The bastion's ${log} log has stopped. Somebody may have silenced it: terminate the instance, and read the recorded sessions up to the last event.`,
                severity: "critical" as const,
                metric: metricsOf("AWS/Logs", { LogGroupName: bastion.logGroupNames[log] })(
                    "IncomingLogEvents",
                    "Sum",
                    3600,
                ),
                comparison: "LessThanThreshold" as const,
                // The instance writes a line to every log each hour, with or without visitors.
                threshold: 1,
                periods: 3,
                missingData: "breaching" as const,
            })),
            {
                suffix: "status-check",
                description:
                    "The bastion's instance fails EC2's status checks. Terminate it if Auto Scaling has not replaced it by now.",
                severity: "warning",
                metric: metricsOf("AWS/EC2", instance)("StatusCheckFailed", "Maximum", 60),
                comparison: "GreaterThanOrEqualToThreshold",
                threshold: 1,
                periods: 5,
                missingData: "notBreaching",
            },
            {
                suffix: "no-instance",
                description:
                    "The bastion has had no instance for half an hour. Read the activity history of its Auto Scaling group: an image that is gone, or a key it may not use.",
                severity: "critical",
                metric: metricsOf("AWS/AutoScaling", instance)(
                    "GroupInServiceInstances",
                    "Minimum",
                    300,
                ),
                comparison: "LessThanThreshold",
                threshold: 1,
                periods: 6,
                missingData: "breaching",
            },
        ],
    };
}
