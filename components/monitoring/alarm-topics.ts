import { Topic, TopicPolicy, TopicSubscription } from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "../encryption/encryption-key";
import { topicPublishers } from "../encryption/key-services";
import { topicPolicy } from "./topic-policy";
import type { Severity } from "./watch";

/** Where alarms of each severity go. */
export type TopicArns = Readonly<Record<Severity, pulumi.Output<string>>>;

/** Who hears of alarms. */
export interface AlarmTopicsArgs {
    readonly accountId: string;
    /** E-mail addresses by severity; nothing arrives until each of them confirms its subscription. */
    readonly recipients: Readonly<Record<Severity, readonly string[]>>;
}

/** One encrypted topic per severity, and the people who read it (P-13). */
export class AlarmTopics extends pulumi.ComponentResource {
    /** ARN of the topic of each severity; known only when the topic admits its publishers. */
    public readonly arns: TopicArns;

    constructor(name: string, args: AlarmTopicsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:monitoring:AlarmTopics", name, {}, opts);
        const key = new EncryptionKey(
            `${name}-topics`,
            {
                description: "Alarms on their way to people.",
                accountId: args.accountId,
                // The key that AWS manages for SNS admits neither CloudWatch nor EventBridge: alarms would be lost silently.
                services: topicPublishers(args.accountId),
            },
            { parent: this },
        );
        this.arns = {
            critical: this.#topic(
                `${name}-critical`,
                args.accountId,
                args.recipients.critical,
                key,
            ),
            warning: this.#topic(`${name}-warning`, args.accountId, args.recipients.warning, key),
        };
        this.registerOutputs({ arns: this.arns });
    }

    #topic(
        name: string,
        accountId: string,
        recipients: readonly string[],
        key: EncryptionKey,
    ): pulumi.Output<string> {
        const topic = new Topic(
            name,
            { name, displayName: `AppSonic ${name}`, kmsMasterKeyId: key.arn },
            { parent: this },
        );
        const policy = new TopicPolicy(
            `${name}-policy`,
            {
                arn: topic.arn,
                policy: topic.arn.apply((arn) => JSON.stringify(topicPolicy(arn, accountId))),
            },
            { parent: this },
        );
        for (const recipient of recipients) {
            new TopicSubscription(
                `${name}-${recipient}`,
                { topic: topic.arn, protocol: "email", endpoint: recipient },
                { parent: this },
            );
        }
        return pulumi.all([topic.arn, policy.id]).apply(([arn]) => arn);
    }
}
