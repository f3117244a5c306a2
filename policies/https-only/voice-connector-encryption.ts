import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";

const TYPE = "aws:chime/voiceConnector:VoiceConnector";

/** Calls are data, too: signalling over TLS, media over SRTP (P-09). */
export const voiceConnectorEncryption = definePolicy({
    name: "voice-connector-encryption",
    control: "HTTPS-33",
    title: "Voice connectors require encryption.",
    severity: "medium",
    why: "Without it calls, and who called whom, cross the Internet in plain text.",
    remediation: "Set requireEncryption of the voice connector to true.",
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report) {
        expectValue(report, props, "requireEncryption", { accepted: ["true"] });
    },
    examples: {
        accepted: [
            {
                title: "a connector that requires encryption",
                resources: [{ type: TYPE, props: { requireEncryption: true } }],
            },
        ],
        rejected: [
            {
                title: "a connector that does not",
                resources: [{ type: TYPE, props: { requireEncryption: false } }],
                messages: ["requireEncryption is false, expected true"],
            },
        ],
    },
});
