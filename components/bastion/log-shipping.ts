import { SESSION_TAG } from "./recorded-shell";

/** What the bastion logs, each in a log group of its own. */
export const BASTION_LOGS = ["secure", "sessions", "audit"] as const;

/** One of the bastion's logs: sign-ins, recorded sessions, or the kernel's record of commands. */
export type BastionLog = (typeof BASTION_LOGS)[number];

/** Namespace of the metrics that the agent sends, and the only one its role may write to. */
export const AGENT_NAMESPACE = "AppSonic/Bastion";

const FILES: Readonly<Record<BastionLog, string>> = {
    secure: "/var/log/secure",
    sessions: "/var/log/bastion-sessions.log",
    audit: "/var/log/audit/audit.log",
};

/** What the names of a bastion's log groups begin with. */
export function bastionLogGroupPrefix(bastion: string): string {
    return `/appsonic/${bastion}/`;
}

/** Name of the log group of a bastion's log. */
export function bastionLogGroupName(bastion: string, log: BastionLog): string {
    return `${bastionLogGroupPrefix(bastion)}${log}`;
}

/** rsyslog rule that keeps recorded sessions apart from sign-ins; both arrive as authpriv. */
export const RSYSLOG_DROP_IN = `:programname, isequal, "${SESSION_TAG}" ${FILES.sessions}
& stop
`;

/**
 * Configuration of the CloudWatch agent: every log to its group, a stream per instance. The groups exist before the
 * instance does; the agent's role cannot make any, nor change their retention.
 */
export function agentConfiguration(bastion: string): string {
    const logs = BASTION_LOGS.map((log) => ({
        file_path: FILES[log],
        log_group_name: bastionLogGroupName(bastion, log),
        log_stream_name: "{instance_id}",
        timezone: "UTC",
    }));
    return `${JSON.stringify({
        agent: { metrics_collection_interval: 60 },
        logs: { logs_collected: { files: { collect_list: logs } }, force_flush_interval: 5 },
        metrics: {
            namespace: AGENT_NAMESPACE,
            append_dimensions: { AutoScalingGroupName: "${aws:AutoScalingGroupName}" },
            aggregation_dimensions: [["AutoScalingGroupName"]],
            metrics_collected: {
                mem: { measurement: ["mem_used_percent"] },
                disk: { resources: ["/"], measurement: ["used_percent"], drop_device: true },
            },
        },
    })}\n`;
}

/** systemd units that write a line to every log each hour, so that silence is a sign; starting one is an audit event, too. */
export const HEARTBEAT_SERVICE = `[Service]
Type=oneshot
ExecStart=/usr/bin/logger -p authpriv.notice -t bastion-heartbeat alive
ExecStart=/usr/bin/logger -p authpriv.notice -t ${SESSION_TAG} alive
`;
export const HEARTBEAT_TIMER = `[Timer]
OnCalendar=hourly
[Install]
WantedBy=timers.target
`;
