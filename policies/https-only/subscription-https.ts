import { TopicSubscription } from "@pulumi/aws/sns";
import { definePolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";
import { isPlainHttp } from "../lib/views/outgoing-urls";

/** What a topic says is delivered as it is: by plain HTTP, everybody on the way hears it (P-09). */
export const subscriptionHttps = definePolicy({
    name: "subscription-https",
    control: "HTTPS-14",
    title: "Topics deliver to subscribers over HTTPS, not over plain HTTP.",
    severity: "high",
    why: "Messages of a topic name customers, resources and errors; over plain HTTP they can be read, or others sent in their place, and so can the token that confirms a subscription.",
    remediation:
        'Set the subscription\'s protocol to "https" and its endpoint to an address that begins with https://.',
    frameworks: ["prowler:sns_subscription_not_using_http_endpoints", "gdpr:32(1)(a)"],
    resource: TopicSubscription,
    check(subscription, report) {
        const protocol = textOf(subscription, "protocol")?.toLowerCase();
        if (protocol === "http") report('protocol is "http", expected "https"');
        if (protocol !== "https") return;
        // An endpoint may hold a name and a password.
        if (isPlainHttp(textOf(subscription, "endpoint") ?? "")) {
            report("endpoint begins with http://, expected https://");
        }
    },
    examples: {
        accepted: [
            {
                title: "a subscription over HTTPS",
                resources: [
                    {
                        type: "aws:sns/topicSubscription:TopicSubscription",
                        props: { protocol: "https", endpoint: "https://hooks.example/events" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a subscription over plain HTTP",
                resources: [
                    {
                        type: "aws:sns/topicSubscription:TopicSubscription",
                        props: { protocol: "http", endpoint: "http://hooks.example/events" },
                    },
                ],
                messages: ['protocol is "http", expected "https"'],
            },
        ],
    },
});
