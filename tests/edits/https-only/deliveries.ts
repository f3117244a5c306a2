import type { Edit } from "../edit";

const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const DESTINATION = "aws:cloudwatch/eventApiDestination:EventApiDestination";
const STREAM = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const CLIENT = "aws:cognito/userPoolClient:UserPoolClient";

/** Edits by which something is sent over plain HTTP (P-09). */
export const deliveries: readonly Edit[] = [
    {
        policy: "subscription-https",
        title: "a topic that delivers over plain HTTP",
        type: SUBSCRIPTION,
        name: "hook",
        added: [
            {
                type: SUBSCRIPTION,
                name: "hook",
                inputs: {
                    topic: "arn:aws:sns:eu-west-1:123456789012:warning",
                    protocol: "https",
                    endpoint: "https://hooks.example/alarms",
                },
            },
        ],
        change: (subscription) => {
            subscription["protocol"] = "http";
        },
    },
    {
        policy: "webhook-https",
        title: "events that go to plain HTTP",
        type: DESTINATION,
        name: "hook",
        added: [
            {
                type: DESTINATION,
                name: "hook",
                inputs: { invocationEndpoint: "https://hooks.example/events", httpMethod: "POST" },
            },
        ],
        change: (destination) => {
            destination["invocationEndpoint"] = "http://hooks.example/events";
        },
    },
    {
        policy: "webhook-https",
        title: "logs that go to plain HTTP",
        type: STREAM,
        name: "logs",
        added: [
            {
                type: STREAM,
                name: "logs",
                inputs: {
                    destination: "http_endpoint",
                    httpEndpointConfiguration: { url: "https://logs.example/intake" },
                },
            },
        ],
        change: (stream) => {
            stream["httpEndpointConfiguration"] = { url: "http://logs.example/intake" };
        },
    },
    {
        policy: "callback-https",
        title: "a sign-in that returns to plain HTTP",
        type: CLIENT,
        name: "console",
        added: [
            {
                type: CLIENT,
                name: "console",
                inputs: { callbackUrls: ["https://console.example/callback"] },
            },
        ],
        change: (client) => {
            client["callbackUrls"] = ["http://console.example/callback"];
        },
    },
];
