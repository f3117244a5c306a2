import assert from "node:assert/strict";
import { classicTlsPolicy } from "../../../policies/https-only/classic-tls-policy";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const NEGOTIATION = "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy";
const POLICY = "aws:elb/loadBalancerPolicy:LoadBalancerPolicy";
const EXPECTED = "expected TLS 1.2 with forward secrecy only";

/** A policy of each type with these attributes. */
function policies(attributes: unknown) {
    return [
        { type: NEGOTIATION, props: { attributes } },
        {
            type: "aws:elasticloadbalancing/sslNegotiationPolicy:SslNegotiationPolicy",
            props: { attributes },
        },
        ...[POLICY, "aws:elasticloadbalancing/loadBalancerPolicy:LoadBalancerPolicy"].map(
            (type) => ({
                type,
                props: {
                    policyTypeName: "SSLNegotiationPolicyType",
                    policyAttributes: attributes,
                },
            }),
        ),
    ];
}

const TLS_1_2 = { name: "Protocol-TLSv1.2", value: "true" };
const EPHEMERAL = { name: "ECDHE-RSA-AES128-GCM-SHA256", value: "true" };

describe("classic-tls-policy", () => {
    it("accepts TLS 1.2 with ephemeral keys only", async () => {
        for (const fixture of policies([TLS_1_2, EPHEMERAL])) {
            assert.deepEqual(await verdicts(classicTlsPolicy, fixture), []);
        }
    });

    for (const [title, attributes, problem] of [
        [
            "TLS 1.1 as well",
            [TLS_1_2, { name: "Protocol-TLSv1.1", value: "true" }],
            "admits TLS 1.1",
        ],
        [
            "a cipher without ephemeral keys",
            [TLS_1_2, EPHEMERAL, { name: "AES128-SHA", value: "true" }],
            "admits ciphers without forward secrecy",
        ],
        [
            "AWS's own default",
            [{ name: "Reference-Security-Policy", value: "ELBSecurityPolicy-2016-08" }],
            "admits TLS 1.0",
        ],
        ["no version", [EPHEMERAL], "is no policy known to admit TLS 1.2 or newer only"],
        ["nothing", [], "is no policy known to admit TLS 1.2 or newer only"],
    ] as const) {
        it(`reports ${title}`, async () => {
            for (const fixture of policies(attributes)) {
                assert.deepEqual(await verdicts(classicTlsPolicy, fixture), [
                    `fail: The policy ${problem}, ${EXPECTED}`,
                ]);
            }
        });
    }

    it("does not evaluate what is not known yet", async () => {
        assert.deepEqual(
            await verdicts(classicTlsPolicy, { type: NEGOTIATION, props: { attributes: UNKNOWN } }),
            ["not-evaluated: attributes is not known yet"],
        );
        assert.deepEqual(
            await verdicts(classicTlsPolicy, { type: POLICY, props: { policyTypeName: UNKNOWN } }),
            ["not-evaluated: policyTypeName is not known yet"],
        );
    });

    it("does not apply to policies about something else", async () => {
        const props = { policyTypeName: "AppCookieStickinessPolicyType" };
        assert.deepEqual(await verdicts(classicTlsPolicy, { type: POLICY, props }), [
            "not-applicable: The policy is not about TLS",
        ]);
    });
});
