import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { LISTENER_TYPES, listenersOf } from "../lib/views/listeners";

/** Of the load balancer in the examples. */
const ARN =
    "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188";
const ENCRYPTED = ["HTTPS", "TLS", "SSL"];

/** No listener takes plain text, not even to redirect: the first request has been sent in the clear by then (P-09). */
export const listenerHttps = definePolicy({
    name: "listener-https",
    control: "HTTPS-01",
    title: "Load balancers listen for HTTPS or TLS only.",
    severity: "critical",
    why: "What reaches a listener in plain text can be read and changed on the way; a redirect comes after the first request, with its cookies and tokens, was sent.",
    remediation:
        "Set the listener's protocol to HTTPS (TLS on a network load balancer, HTTPS or SSL in a classic one's listeners[].lbProtocol) with a certificate; remove listeners that only redirect.",
    frameworks: [
        "fsbp:ELB.18",
        "fsbp:ELB.3",
        "checkov:CKV_AWS_2",
        "trivy:AWS-0054",
        "config:ELBV2_LISTENER_ENCRYPTION_IN_TRANSIT",
        "prowler:elbv2_ssl_listeners",
        "kics:alb_listening_on_http",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: LISTENER_TYPES,
    check(props, report, subject) {
        const listeners = listenersOf(props);
        if (listeners.length === 0)
            subject.notApplicable("No listener takes connections from clients");
        for (const listener of listeners) {
            subject.ifKnown(() => {
                if (listener.protocol === undefined) {
                    report(`${listener.path} is not set, which means HTTP, expected HTTPS or TLS`);
                } else if (!ENCRYPTED.includes(listener.protocol)) {
                    report(
                        `${listener.path} is ${quote(listener.protocol)}, expected HTTPS or TLS`,
                    );
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "an application load balancer's listener on HTTPS",
                resources: [
                    {
                        type: "aws:lb/listener:Listener",
                        props: { loadBalancerArn: ARN, port: 443, protocol: "HTTPS" },
                    },
                ],
            },
            {
                title: "a classic load balancer that ends TLS itself",
                resources: [
                    {
                        type: "aws:elb/loadBalancer:LoadBalancer",
                        props: {
                            listeners: [
                                {
                                    lbPort: 443,
                                    lbProtocol: "HTTPS",
                                    instancePort: 8443,
                                    instanceProtocol: "HTTPS",
                                },
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a listener that redirects from HTTP",
                resources: [
                    {
                        type: "aws:lb/listener:Listener",
                        props: {
                            loadBalancerArn: ARN,
                            port: 80,
                            protocol: "HTTP",
                            defaultActions: [
                                {
                                    type: "redirect",
                                    redirect: { protocol: "HTTPS", statusCode: "HTTP_301" },
                                },
                            ],
                        },
                    },
                ],
                messages: [`protocol is "HTTP", expected HTTPS or TLS`],
            },
            {
                title: "a listener that leaves the protocol to AWS",
                resources: [
                    {
                        type: "aws:lb/listener:Listener",
                        props: { loadBalancerArn: ARN, port: 80 },
                    },
                ],
                messages: ["protocol is not set, which means HTTP, expected HTTPS or TLS"],
            },
        ],
    },
});
