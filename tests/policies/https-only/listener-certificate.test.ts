import assert from "node:assert/strict";
import { listenerCertificate } from "../../../policies/https-only/listener-certificate";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const ACM = "arn:aws:acm:eu-west-1:123456789012:certificate/7e7a28d2";
const IAM = "arn:aws:iam::123456789012:server-certificate/web";
const EXPECTED = "expected the ARN of an ACM certificate";
const LISTENERS = [
    "aws:lb/listener:Listener",
    "aws:alb/listener:Listener",
    "aws:elasticloadbalancingv2/listener:Listener",
    "aws:applicationloadbalancing/listener:Listener",
];
const MORE_CERTIFICATES = [
    "aws:lb/listenerCertificate:ListenerCertificate",
    "aws:alb/listenerCertificate:ListenerCertificate",
];
const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";

describe("listener-certificate", () => {
    it("accepts a certificate of ACM", async () => {
        for (const type of [...LISTENERS, ...MORE_CERTIFICATES]) {
            for (const protocol of ["HTTPS", "tls"]) {
                const props = { protocol, certificateArn: ACM };
                assert.deepEqual(await verdicts(listenerCertificate, { type, props }), []);
            }
        }
        const listeners = [{ lbProtocol: "SSL", sslCertificateId: ACM }, { lbProtocol: "TCP" }];
        assert.deepEqual(
            await verdicts(listenerCertificate, { type: CLASSIC, props: { listeners } }),
            [],
        );
    });

    for (const type of LISTENERS) {
        it(`reports a listener without one on ${type}`, async () => {
            for (const certificateArn of [undefined, null, ""]) {
                const props = {
                    protocol: "HTTPS",
                    ...(certificateArn === undefined ? {} : { certificateArn }),
                };
                assert.deepEqual(await verdicts(listenerCertificate, { type, props }), [
                    `fail: certificateArn is not set, ${EXPECTED}`,
                ]);
            }
        });
    }

    it("reports one that was uploaded to IAM, in any partition", async () => {
        for (const certificateArn of [IAM, IAM.replace("arn:aws:", "arn:aws-us-gov:")]) {
            for (const type of [...LISTENERS, ...MORE_CERTIFICATES]) {
                const props = { protocol: "HTTPS", certificateArn };
                assert.deepEqual(await verdicts(listenerCertificate, { type, props }), [
                    `fail: certificateArn is one that was uploaded to IAM, ${EXPECTED}`,
                ]);
            }
        }
    });

    it("reports each listener of a classic load balancer", async () => {
        for (const type of [CLASSIC, "aws:elasticloadbalancing/loadBalancer:LoadBalancer"]) {
            const listeners = [
                { lbProtocol: "HTTPS", sslCertificateId: IAM },
                { lbProtocol: "HTTP", sslCertificateId: IAM },
                UNKNOWN,
                { lbProtocol: "SSL" },
            ];
            assert.deepEqual(await verdicts(listenerCertificate, { type, props: { listeners } }), [
                `fail: listeners[0].sslCertificateId is one that was uploaded to IAM, ${EXPECTED}`,
                `fail: listeners[3].sslCertificateId is not set, ${EXPECTED}`,
                "not-evaluated: listeners[2] is not known yet",
            ]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        const [type] = LISTENERS as [string];
        assert.deepEqual(
            await verdicts(listenerCertificate, {
                type,
                props: { protocol: "HTTPS", certificateArn: UNKNOWN },
            }),
            ["not-evaluated: certificateArn is not known yet"],
        );
        assert.deepEqual(
            await verdicts(listenerCertificate, { type, props: { protocol: UNKNOWN } }),
            ["not-evaluated: protocol is not known yet"],
        );
    });

    it("does not apply where no TLS is spoken", async () => {
        const none = ["not-applicable: No listener speaks TLS"];
        const [type] = LISTENERS as [string];
        assert.deepEqual(
            await verdicts(listenerCertificate, { type, props: { protocol: "HTTP" } }),
            none,
        );
        assert.deepEqual(await verdicts(listenerCertificate, { type, props: {} }), none);
        const listeners = [{ lbProtocol: "HTTP" }, { lbProtocol: "TCP" }];
        assert.deepEqual(
            await verdicts(listenerCertificate, { type: CLASSIC, props: { listeners } }),
            none,
        );
    });
});
