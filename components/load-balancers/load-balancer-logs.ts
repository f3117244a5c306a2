import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

import { LOG_GROUP_PREFIXES, type LogDelivery } from "./log-delivery";

/** What a load balancer can report, and the fields that go to CloudWatch. */
const LOG_TYPES = {
    /**
     * Neither request line (URLs can carry tokens) nor client address: the connection log has the address, under the
     * same `conn_trace_id`, and the bucket has the rest.
     */
    access: {
        logType: "ALB_ACCESS_LOGS",
        fields: [
            "time",
            "elb",
            "domain_name",
            "elb_status_code",
            "target_status_code",
            "request_processing_time",
            "target_processing_time",
            "response_processing_time",
            "received_bytes",
            "sent_bytes",
            "ssl_protocol",
            "ssl_cipher",
            "target_group_arn",
            "matched_rule_priority",
            "actions_executed",
            "error_reason",
            "classification",
            "classification_reason",
            "trace_id",
            "conn_trace_id",
        ],
    },
    connection: {
        logType: "ALB_CONNECTION_LOGS",
        fields: [
            "time",
            "elb",
            "client_ip",
            "client_port",
            "listener_port",
            "tls_protocol",
            "tls_cipher",
            "tls_handshake_latency",
            "tls_verify_status",
            "conn_trace_id",
        ],
    },
} as const;

/** Which load balancer reports, and where to. */
export interface LoadBalancerLogsArgs {
    readonly loadBalancerArn: pulumi.Input<string>;
    readonly logDelivery: LogDelivery;
}

/** Ships a load balancer's access and connection logs to CloudWatch (P-04), a log group each. */
export class LoadBalancerLogs extends pulumi.ComponentResource {
    /** Log group of requests, one JSON object each. */
    public readonly accessLogGroupName: pulumi.Output<string>;
    /** Log group of TLS connections, also of those that failed. */
    public readonly connectionLogGroupName: pulumi.Output<string>;

    constructor(name: string, args: LoadBalancerLogsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:load-balancers:LoadBalancerLogs", name, {}, opts);
        this.accessLogGroupName = this.deliver(`${name}-access`, LOG_TYPES.access, args);
        this.connectionLogGroupName = this.deliver(
            `${name}-connection`,
            LOG_TYPES.connection,
            args,
        );
        this.registerOutputs({
            accessLogGroupName: this.accessLogGroupName,
            connectionLogGroupName: this.connectionLogGroupName,
        });
    }

    private deliver(
        name: string,
        log: { readonly logType: string; readonly fields: readonly string[] },
        args: LoadBalancerLogsArgs,
    ): pulumi.Output<string> {
        const logGroup = new cloudwatch.LogGroup(
            `${name}-log-group`,
            {
                name: `${LOG_GROUP_PREFIXES.loadBalancer}${name}`,
                kmsKeyId: args.logDelivery.logKeyArn,
                retentionInDays: args.logDelivery.retentionInDays,
                tags: { "data-class": "operational-logs" },
            },
            { parent: this, protect: true },
        );
        const source = new cloudwatch.LogDeliverySource(
            `${name}-source`,
            { name, logType: log.logType, resourceArn: args.loadBalancerArn },
            { parent: this },
        );
        const destination = new cloudwatch.LogDeliveryDestination(
            `${name}-destination`,
            {
                name,
                outputFormat: "json",
                deliveryDestinationConfiguration: { destinationResourceArn: logGroup.arn },
            },
            { parent: this },
        );
        new cloudwatch.LogDelivery(
            `${name}-delivery`,
            {
                deliverySourceName: source.name,
                deliveryDestinationArn: destination.arn,
                recordFields: [...log.fields],
            },
            { parent: this },
        );
        return logGroup.name;
    }
}
