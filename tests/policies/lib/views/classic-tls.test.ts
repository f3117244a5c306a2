import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { isTlsPolicy, negotiatedTls } from "../../../../policies/lib/views/classic-tls";
import { guarded, UNKNOWN } from "../../support/unknown";

function attributes(list: Readonly<Record<string, unknown>>): Inputs {
    return { attributes: Object.entries(list).map(([name, value]) => ({ name, value })) };
}

const ECDHE = { "ECDHE-RSA-AES256-GCM-SHA384": "true" };

describe("negotiatedTls", () => {
    const rows: readonly [Inputs, ReturnType<typeof negotiatedTls>][] = [
        [
            attributes({ "Protocol-TLSv1.2": "true", ...ECDHE }),
            { minimum: "TLS 1.2", forwardSecrecy: true },
        ],
        [
            attributes({ "Protocol-TLSv1.2": true, "DHE-RSA-AES128-SHA": true }),
            { minimum: "TLS 1.2", forwardSecrecy: true },
        ],
        [
            attributes({
                "Protocol-TLSv1.2": "true",
                "EDH-RSA-DES-CBC3-SHA": "true",
                "Server-Defined-Cipher-Order": "true",
                "Protocol-TLSv1.1": "false",
                "AES128-SHA": "false",
            }),
            { minimum: "TLS 1.2", forwardSecrecy: true },
        ],
        [
            attributes({ "Protocol-TLSv1.2": "true", ...ECDHE, "AES128-GCM-SHA256": "true" }),
            { minimum: "TLS 1.2", forwardSecrecy: false },
        ],
        [
            attributes({ "Protocol-TLSv1.2": "true", "EXP-EDH-RSA-DES-CBC-SHA": "true" }),
            { minimum: "TLS 1.2", forwardSecrecy: false },
        ],
        [
            attributes({ "Protocol-TLSv1.2": "true", "Protocol-TLSv1.1": "true" }),
            { minimum: "TLS 1.1", forwardSecrecy: true },
        ],
        [
            attributes({ "Protocol-TLSv1.1": "true", "Protocol-TLSv1": "true" }),
            { minimum: "TLS 1.0", forwardSecrecy: true },
        ],
        [
            attributes({ "Protocol-TLSv1": "true", "Protocol-SSLv3": "true" }),
            { minimum: "SSL 3.0", forwardSecrecy: true },
        ],
        [attributes({ "Protocol-TLSv1.2": "true", "Protocol-SSLv2": "true" }), undefined],
        [attributes({ "Protocol-TLSv1.2": "false", ...ECDHE }), undefined],
        [attributes({}), undefined],
        [{}, undefined],
        [{ policyAttributes: [{}] }, undefined],
        [
            attributes({ "Reference-Security-Policy": "ELBSecurityPolicy-TLS-1-2-2017-01" }),
            { minimum: "TLS 1.2", forwardSecrecy: false },
        ],
        [
            {
                policyAttributes: [
                    { name: "Reference-Security-Policy", value: "ELBSecurityPolicy-2016-08" },
                ],
            },
            { minimum: "TLS 1.0", forwardSecrecy: false },
        ],
        [attributes({ "Reference-Security-Policy": "my-own" }), undefined],
        [{ policyAttributes: [{ name: "Reference-Security-Policy" }] }, undefined],
    ];
    for (const [props, expected] of rows) {
        it(`says ${expected === undefined ? "nothing" : JSON.stringify(expected)}: ${JSON.stringify(props)}`, () => {
            assert.deepEqual(negotiatedTls(guarded(props)), expected);
        });
    }

    it("needs to know every attribute", () => {
        for (const [props, path] of [
            [{ attributes: UNKNOWN }, "attributes"],
            [{ policyAttributes: [UNKNOWN] }, "policyAttributes\\.0"],
            [
                { attributes: [{ name: "Protocol-TLSv1", value: UNKNOWN }] },
                "attributes\\.0\\.value",
            ],
        ] as const) {
            assert.throws(() => negotiatedTls(guarded(props)), {
                message: new RegExp(`\\.${path} can't be known`),
            });
        }
    });

    it("says the oldest version that is enabled, in whatever order", () => {
        const versions = [
            "Protocol-SSLv3",
            "Protocol-TLSv1",
            "Protocol-TLSv1.1",
            "Protocol-TLSv1.2",
        ];
        const names = ["SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2"];
        fc.assert(
            fc.property(fc.shuffledSubarray(versions, { minLength: 1 }), (enabled) => {
                const oldest = versions.findIndex((version) => enabled.includes(version));
                const list = Object.fromEntries(enabled.map((version) => [version, "true"]));
                assert.equal(negotiatedTls(guarded(attributes(list)))?.minimum, names[oldest]);
            }),
        );
    });
});

describe("isTlsPolicy", () => {
    it("tells policies about TLS from others", () => {
        const policy = "aws:elb/loadBalancerPolicy:LoadBalancerPolicy";
        for (const [type, props, expected] of [
            ["aws:elb/sslNegotiationPolicy:SslNegotiationPolicy", {}, true],
            ["aws:elasticloadbalancing/sslNegotiationPolicy:SslNegotiationPolicy", {}, true],
            [policy, { policyTypeName: "SSLNegotiationPolicyType" }, true],
            [policy, { policyTypeName: "PublicKeyPolicyType" }, false],
            [policy, {}, false],
        ] as const) {
            assert.equal(isTlsPolicy(type, guarded(props)), expected, type);
        }
    });
});
