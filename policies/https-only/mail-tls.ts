import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { isSet, objectOf } from "../lib/properties";
import { Undecided } from "../lib/undecided";

const SENDING = "aws:ses/configurationSet:ConfigurationSet";
const SENDING_V2 = "aws:sesv2/configurationSet:ConfigurationSet";
const RECEIVING = "aws:ses/receiptRule:ReceiptRule";
const INGRESS = "aws:mailmanager/ingressPoint:IngressPoint";

/** Mail falls back to plain text wherever one side does not insist on TLS (P-09). */
export const mailTls = definePolicy({
    name: "mail-tls",
    control: "HTTPS-33",
    title: "Mail is sent and received over TLS only.",
    severity: "medium",
    why: "Mail servers try TLS and go on without it where they are not told to insist, and anyone on the way can make it fail.",
    remediation:
        "Set deliveryOptions.tlsPolicy of configuration sets and tlsPolicy of receipt rules to require TLS, and tlsPolicy of ingress points to REQUIRED.",
    frameworks: ["checkov:CKV_AWS_365", "gdpr:32(1)(a)"],
    resourceTypes: [SENDING, SENDING_V2, RECEIVING, INGRESS],
    check(props, report, subject) {
        const key = "tlsPolicy";
        if (subject.type === INGRESS) {
            if (!isSet(props, key)) {
                throw new Undecided(
                    `${key} is not set, and AWS's default is not documented, expected "REQUIRED"`,
                );
            }
            expectValue(report, props, key, { accepted: ["REQUIRED", "FIPS"] });
            return;
        }
        const isV2 = subject.type === SENDING_V2;
        const at = "deliveryOptions";
        const required = {
            accepted: [isV2 ? "REQUIRE" : "Require"],
            byDefault: isV2 ? "OPTIONAL" : "Optional",
        } as const;
        if (subject.type === RECEIVING) expectValue(report, props, key, required);
        else expectValue(report, objectOf(props, at), key, { ...required, at });
    },
    examples: {
        accepted: [
            {
                title: "a configuration set that requires TLS",
                resources: [
                    { type: SENDING_V2, props: { deliveryOptions: { tlsPolicy: "REQUIRE" } } },
                ],
            },
        ],
        rejected: [
            {
                title: "a configuration set that leaves it to the other side",
                resources: [{ type: SENDING_V2, props: { configurationSetName: "orders" } }],
                messages: [
                    `deliveryOptions.tlsPolicy is not set, which means "OPTIONAL", expected "REQUIRE"`,
                ],
            },
        ],
    },
});
