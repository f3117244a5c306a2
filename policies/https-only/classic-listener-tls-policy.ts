import { defineStackPolicy } from "../lib/define-policy";
import { hasTlsPolicy } from "../lib/views/classic-tls";
import { listenersOf } from "../lib/views/listeners";
import { CLASSIC_TYPES } from "../lib/views/load-balancers";
import { DEFAULT_ELB_POLICY } from "../lib/views/tls-policies";

/** A classic load balancer's listener has AWS's old default until a resource of its own gives it another policy (P-09). */
export const classicListenerTlsPolicy = defineStackPolicy({
    name: "classic-listener-tls-policy",
    control: "HTTPS-04",
    title: "Listeners of classic load balancers are given a TLS policy.",
    severity: "high",
    why: "Without one they have AWS's default, which admits TLS 1.0; what the policy itself admits is judged where it is declared.",
    remediation:
        "Add an aws.elb.SslNegotiationPolicy for the load balancer and the listener's port, or better, move to an application load balancer.",
    frameworks: [],
    resourceTypes: CLASSIC_TYPES,
    check({ stack, report, ifKnown }) {
        for (const balancer of stack.ofType(...CLASSIC_TYPES)) {
            ifKnown(balancer, () => {
                for (const listener of listenersOf(balancer.props)) {
                    ifKnown(balancer, () => {
                        const { path, port, isEncrypted } = listener;
                        if (!isEncrypted || hasTlsPolicy(stack, balancer, port)) return;
                        report(
                            balancer,
                            `${path} is ${listener.protocol} on port ${port} without a TLS policy, which means ${DEFAULT_ELB_POLICY}, expected a policy with TLS 1.2 only`,
                        );
                    });
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a listener with a TLS policy",
                resources: [
                    {
                        type: "aws:elb/loadBalancer:LoadBalancer",
                        props: {
                            name: "web",
                            listeners: [{ lbPort: 443, lbProtocol: "HTTPS" }],
                        },
                    },
                    {
                        type: "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy",
                        props: { loadBalancer: "web", lbPort: 443 },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a listener without one",
                resources: [
                    {
                        type: "aws:elb/loadBalancer:LoadBalancer",
                        props: {
                            name: "web",
                            listeners: [{ lbPort: 443, lbProtocol: "HTTPS" }],
                        },
                    },
                ],
                messages: [
                    "listeners[0].lbProtocol is HTTPS on port 443 without a TLS policy, which means ELBSecurityPolicy-2016-08, expected a policy with TLS 1.2 only",
                ],
            },
        ],
    },
});
