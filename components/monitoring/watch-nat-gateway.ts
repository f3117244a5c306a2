import type * as pulumi from "@pulumi/pulumi";

import { metricsOf, type Watch } from "./watch";

/** A NAT gateway that is watched. */
export interface WatchedNatGateway {
    /** Distinguishes it from the others: its zone. */
    readonly name: string;
    readonly id: pulumi.Input<string>;
}

/** Fires when instances lose their way out. */
export function watchNatGateway({ name, id }: WatchedNatGateway): Watch {
    const gateway = metricsOf("AWS/NATGateway", { NatGatewayId: id });
    return {
        alarms: [
            {
                suffix: `${name}-ports`,
                description:
                    "The gateway has no port left for one destination, so connections fail. Find the instance that opens them in the flow logs.",
                severity: "warning",
                metric: gateway("ErrorPortAllocation", "Sum", 300),
                comparison: "GreaterThanThreshold",
                threshold: 0,
                periods: 3,
                missingData: "notBreaching",
            },
            {
                suffix: `${name}-dropped`,
                description:
                    "The gateway drops packets. Look at the AWS Health dashboard for the zone, then at the instances' traffic in the flow logs.",
                severity: "warning",
                metric: gateway("PacketsDropCount", "Sum", 300),
                comparison: "GreaterThanThreshold",
                threshold: 100,
                periods: 3,
                missingData: "notBreaching",
            },
        ],
    };
}
