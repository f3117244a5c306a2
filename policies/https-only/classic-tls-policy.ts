import { definePolicy } from "../lib/define-policy";
import { CLASSIC_TLS_TYPES, isTlsPolicy, negotiatedTls } from "../lib/views/classic-tls";
import { weak } from "../lib/views/tls-policies";

/** Classic load balancers can have TLS 1.2 with forward secrecy, but only by a policy of one's own (P-09). */
export const classicTlsPolicy = definePolicy({
    name: "classic-tls-policy",
    control: "HTTPS-04",
    title: "TLS policies of classic load balancers admit TLS 1.2 with forward secrecy only.",
    severity: "high",
    why: "Old versions of TLS can be broken, and without forward secrecy a key that leaks later opens everything that was recorded before; each of AWS's policies for classic load balancers admits one or the other.",
    remediation:
        "Enable Protocol-TLSv1.2 and ciphers that begin with ECDHE only, or better, move to an application load balancer.",
    frameworks: [],
    resourceTypes: CLASSIC_TLS_TYPES,
    check(props, report, subject) {
        if (!isTlsPolicy(subject.type, props)) {
            subject.notApplicable("The policy is not about TLS");
        }
        const problem = weak(negotiatedTls(props));
        if (problem !== undefined) {
            report(`The policy ${problem}, expected TLS 1.2 with forward secrecy only`);
        }
    },
    examples: {
        accepted: [
            {
                title: "a policy of one's own",
                resources: [
                    {
                        type: "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy",
                        props: {
                            loadBalancer: "web",
                            lbPort: 443,
                            attributes: [
                                { name: "Protocol-TLSv1.2", value: "true" },
                                { name: "ECDHE-RSA-AES256-GCM-SHA384", value: "true" },
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "AWS's policy for TLS 1.2",
                resources: [
                    {
                        type: "aws:elb/loadBalancerPolicy:LoadBalancerPolicy",
                        props: {
                            loadBalancerName: "web",
                            policyName: "tls",
                            policyTypeName: "SSLNegotiationPolicyType",
                            policyAttributes: [
                                {
                                    name: "Reference-Security-Policy",
                                    value: "ELBSecurityPolicy-TLS-1-2-2017-01",
                                },
                            ],
                        },
                    },
                ],
                messages: [
                    "The policy admits ciphers without forward secrecy, expected TLS 1.2 with forward secrecy only",
                ],
            },
        ],
    },
});
