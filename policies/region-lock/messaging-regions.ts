import { definePolicy } from "../lib/define-policy";
import { absent, arn, judgePlaces, noneOf, regionName, typesOf, type Places } from "./placement";
import { REGION } from "./region";

/** Properties by which messages, events, mail and calls pass through other regions. */
export const messagingPlaces: Places = {
    "aws:mq/broker:Broker": {
        dataReplicationMode: noneOf(
            ["CRDR"],
            "NONE: the broker is replicated to one in another region",
        ),
        dataReplicationPrimaryBrokerArn: arn,
    },
    "aws:msk/replicator:Replicator": {
        "kafkaClusters.amazonMskCluster.mskClusterArn": arn,
        "replicationInfoList.sourceKafkaClusterArn": arn,
        "replicationInfoList.targetKafkaClusterArn": arn,
    },
    "aws:cloudwatch/eventEndpoint:EventEndpoint": {
        "": absent(
            "is a global endpoint, expected none: it sends events to event buses of two regions",
        ),
    },
    "aws:sesv2/multiRegionEndpoint:MultiRegionEndpoint": {
        "": absent("is a multi-region endpoint, expected none: it sends mail from two regions"),
    },
    "aws:chime/voiceConnector:VoiceConnector": {
        awsRegion: { ...regionName, unset: `which means "us-east-1", expected "${REGION}"` },
    },
    "aws:chime/sdkvoiceSipMediaApplication:SdkvoiceSipMediaApplication": { awsRegion: regionName },
    "aws:chime/sdkvoiceSipRule:SdkvoiceSipRule": { "targetApplications.awsRegion": regionName },
};

/** Messages are data on their way, and brokers keep them (P-07). */
export const messagingRegions = definePolicy({
    name: "messaging-regions",
    control: "REGION-04",
    title: "Brokers, event buses, mail and calls work in eu-west-1 only.",
    severity: "high",
    why: "A broker, topic, event bus or mail server in another region keeps what it is sent until it is taken, and often longer.",
    remediation:
        "Remove replicators between regions, global endpoints and multi-region endpoints; set dataReplicationMode to NONE.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(messagingPlaces),
    check: judgePlaces(messagingPlaces),
    examples: {
        accepted: [
            {
                title: "a broker of one region",
                resources: [
                    {
                        type: "aws:mq/broker:Broker",
                        props: { brokerName: "orders", engineType: "ActiveMQ" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a broker that is replicated to another region",
                resources: [
                    {
                        type: "aws:mq/broker:Broker",
                        props: {
                            brokerName: "orders",
                            engineType: "ActiveMQ",
                            dataReplicationMode: "CRDR",
                        },
                    },
                ],
                messages: [
                    `dataReplicationMode is "CRDR", expected NONE: the broker is replicated to one in another region`,
                ],
            },
            {
                title: "a global endpoint of EventBridge",
                resources: [
                    {
                        type: "aws:cloudwatch/eventEndpoint:EventEndpoint",
                        props: { name: "orders" },
                    },
                ],
                messages: [
                    "is a global endpoint, expected none: it sends events to event buses of two regions",
                ],
            },
        ],
    },
});
