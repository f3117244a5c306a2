import { voiceConnectorEncryption } from "../../../policies/https-only/voice-connector-encryption";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    voiceConnectorEncryption,
    "aws:chime/voiceConnector:VoiceConnector",
);

describe("voice-connector-encryption", () => {
    it("accepts connectors that require encryption", async () => {
        await accepts({ requireEncryption: true });
    });

    it("reports connectors that do not", async () => {
        await reports({ requireEncryption: false }, ["requireEncryption is false, expected true"]);
        for (const props of [{}, { requireEncryption: null }]) {
            await reports(props, ["requireEncryption is not set, expected true"]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ requireEncryption: UNKNOWN }, [
            "requireEncryption is not known yet",
        ]);
    });
});
