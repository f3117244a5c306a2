import { EventRule, EventTarget } from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

import type { TopicArns } from "./alarm-topics";
import { EVENT_DEFINITIONS } from "./events";

/** Who hears of events. */
export interface EventNotificationsArgs {
    readonly topics: TopicArns;
}

/** Tells people of events that are no metric: backup jobs that fail, GuardDuty's findings (P-13, P-14). */
export class EventNotifications extends pulumi.ComponentResource {
    constructor(
        name: string,
        args: EventNotificationsArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        super("appsonic:monitoring:EventNotifications", name, {}, opts);
        for (const { suffix, description, severity, pattern } of EVENT_DEFINITIONS) {
            const rule = new EventRule(
                `${name}-${suffix}`,
                {
                    name: `${name}-${suffix}`,
                    description,
                    eventPattern: JSON.stringify(pattern),
                    state: "ENABLED",
                },
                { parent: this },
            );
            // No role: with one, delivery to an encrypted topic fails. The topic's policy admits EventBridge.
            new EventTarget(
                `${name}-${suffix}-target`,
                { rule: rule.name, targetId: severity, arn: args.topics[severity] },
                { parent: this },
            );
        }
        this.registerOutputs({});
    }
}
