import assert from "node:assert/strict";
import { messagingPlaces, messagingRegions } from "../../../policies/region-lock/messaging-regions";
import type { Places } from "../../../policies/region-lock/placement";
import { failures, judge, UNKNOWN } from "../support/judge";
import { ARN, describePlaces, REGION_NAME } from "../support/places";

const BROKER = "aws:mq/broker:Broker";
const REPLICATOR = "aws:msk/replicator:Replicator";
const VOICE = "aws:chime/voiceConnector:VoiceConnector";
const { [VOICE]: voice, ...others } = messagingPlaces;

describe("messaging-regions", () => {
    describePlaces(messagingRegions, others satisfies Places, [
        [
            BROKER,
            "dataReplicationMode",
            "CRDR",
            `is "CRDR", expected NONE: the broker is replicated to one in another region`,
            ["NONE"],
        ],
        [BROKER, "dataReplicationPrimaryBrokerArn", ...ARN],
        [REPLICATOR, "kafkaClusters[1].amazonMskCluster.mskClusterArn", ...ARN],
        [REPLICATOR, "replicationInfoList.sourceKafkaClusterArn", ...ARN],
        [REPLICATOR, "replicationInfoList.targetKafkaClusterArn", ...ARN],
        [
            "aws:chime/sdkvoiceSipMediaApplication:SdkvoiceSipMediaApplication",
            "awsRegion",
            ...REGION_NAME,
        ],
        [
            "aws:chime/sdkvoiceSipRule:SdkvoiceSipRule",
            "targetApplications[0].awsRegion",
            ...REGION_NAME,
        ],
    ]);

    it("reports endpoints of several regions", async () => {
        assert.deepEqual(
            failures(
                await judge(messagingRegions, {
                    type: "aws:cloudwatch/eventEndpoint:EventEndpoint",
                }),
            ),
            ["is a global endpoint, expected none: it sends events to event buses of two regions"],
        );
        assert.deepEqual(
            failures(
                await judge(messagingRegions, {
                    type: "aws:sesv2/multiRegionEndpoint:MultiRegionEndpoint",
                }),
            ),
            ["is a multi-region endpoint, expected none: it sends mail from two regions"],
        );
    });

    it("reports a voice connector elsewhere, which is what one without a region is", async () => {
        assert.deepEqual(Object.keys(voice ?? {}), ["awsRegion"]);
        const said = async (props: Record<string, unknown>) =>
            (await judge(messagingRegions, { type: VOICE, props })).diagnostics.map(
                ({ verdict, message }) => `${verdict}: ${message}`,
            );
        const unset = [`fail: awsRegion is not set, which means "us-east-1", expected "eu-west-1"`];
        assert.deepEqual(await said({}), unset);
        assert.deepEqual(await said({ awsRegion: null }), unset);
        assert.deepEqual(await said({ awsRegion: "" }), unset);
        assert.deepEqual(await said({ awsRegion: "us-west-2" }), [
            `fail: awsRegion is "us-west-2", expected "eu-west-1"`,
        ]);
        assert.deepEqual(await said({ awsRegion: "eu-west-1" }), []);
        assert.deepEqual(await said({ awsRegion: UNKNOWN }), [
            "not-evaluated: awsRegion is not known yet",
        ]);
    });
});
