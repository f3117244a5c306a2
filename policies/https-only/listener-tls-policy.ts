import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { textOf } from "../lib/properties";
import { listenersOf } from "../lib/views/listeners";
import { LISTENER_V2_TYPES } from "../lib/views/load-balancers";
import { DEFAULT_ELB_POLICY, elbTlsPolicy, weak } from "../lib/views/tls-policies";

const EXPECTED = "expected one with TLS 1.2 and forward secrecy or newer only";

/** HTTPS with TLS 1.0 is HTTPS by name only (P-09). */
export const listenerTlsPolicy = definePolicy({
    name: "listener-tls-policy",
    control: "HTTPS-04",
    title: "Listeners have a TLS policy that admits TLS 1.2 with forward secrecy or newer only.",
    severity: "high",
    why: "Old versions of TLS can be broken, and without forward secrecy a key that leaks later opens everything that was recorded before; AWS's default policy admits both.",
    remediation:
        "Set the listener's sslPolicy to \"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\", or another of AWS's policies with TLS 1.2 or newer and ECDHE ciphers only.",
    frameworks: [
        "fsbp:ELB.17",
        "checkov:CKV_AWS_103",
        "checkov:CKV2_AWS_74",
        "trivy:AWS-0047",
        "prowler:elbv2_insecure_ssl_ciphers",
    ],
    resourceTypes: LISTENER_V2_TYPES,
    check(props, report, subject) {
        if (!listenersOf(props).some(({ isEncrypted }) => isEncrypted)) {
            subject.notApplicable("The listener speaks no TLS");
        }
        const name = textOf(props, "sslPolicy");
        const problem = weak(elbTlsPolicy(name ?? DEFAULT_ELB_POLICY));
        if (problem === undefined) return;
        report(
            name === undefined
                ? `sslPolicy is not set, which means ${DEFAULT_ELB_POLICY} and ${problem}, ${EXPECTED}`
                : `sslPolicy is ${quote(name)}, which ${problem}, ${EXPECTED}`,
        );
    },
    examples: {
        accepted: [
            {
                title: "a policy with key exchange that quantum computers do not undo",
                resources: [
                    {
                        type: "aws:lb/listener:Listener",
                        props: {
                            protocol: "HTTPS",
                            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a policy that is called TLS 1.3 but admits TLS 1.0",
                resources: [
                    {
                        type: "aws:lb/listener:Listener",
                        props: {
                            protocol: "HTTPS",
                            sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06",
                        },
                    },
                ],
                messages: [
                    `sslPolicy is "ELBSecurityPolicy-TLS13-1-0-2021-06", which admits TLS 1.0, ${EXPECTED}`,
                ],
            },
            {
                title: "a listener that leaves the policy to AWS",
                resources: [{ type: "aws:lb/listener:Listener", props: { protocol: "TLS" } }],
                messages: [
                    `sslPolicy is not set, which means ELBSecurityPolicy-2016-08 and admits TLS 1.0, ${EXPECTED}`,
                ],
            },
        ],
    },
});
