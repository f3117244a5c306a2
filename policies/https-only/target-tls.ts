import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { isEncrypted } from "../lib/views/listeners";
import { bypassOf, TARGET_TYPES, targetsOf } from "../lib/views/targets";

/** TLS does not end at the load balancer: it goes on to the instance (P-09). */
export const targetTls = definePolicy({
    name: "target-tls",
    control: "HTTPS-08",
    title: "Load balancers reach their targets over HTTPS or TLS only.",
    severity: "high",
    why: "Behind a listener on HTTPS, a target group on HTTP sends the same requests through the network in the clear.",
    remediation:
        "Set the target group's protocol to HTTPS (TLS on a network load balancer, HTTPS or SSL in a classic one's listeners[].instanceProtocol), and let the targets answer it.",
    frameworks: ["checkov:CKV_AWS_378", "gdpr:32(1)(a)"],
    resourceTypes: TARGET_TYPES,
    check(props, report, subject) {
        const targets = targetsOf(subject.type, props);
        const reason = targets.length === 0 ? "The load balancer has no listener" : bypassOf(props);
        if (reason !== undefined) subject.notApplicable(reason);
        for (const target of targets) {
            subject.ifKnown(() => {
                const { path, protocol } = target;
                if (protocol === undefined) report(`${path} is not set, expected HTTPS or TLS`);
                else if (!isEncrypted(protocol)) {
                    report(`${path} is ${quote(protocol)}, expected HTTPS or TLS`);
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a target group on HTTPS",
                resources: [
                    {
                        type: "aws:lb/targetGroup:TargetGroup",
                        props: { port: 443, protocol: "HTTPS", vpcId: "vpc-0a1b2c3d" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a target group on HTTP, behind whatever listener",
                resources: [
                    {
                        type: "aws:lb/targetGroup:TargetGroup",
                        props: { port: 8080, protocol: "HTTP", vpcId: "vpc-0a1b2c3d" },
                    },
                ],
                messages: [`protocol is "HTTP", expected HTTPS or TLS`],
            },
            {
                title: "a classic load balancer that ends TLS",
                resources: [
                    {
                        type: "aws:elb/loadBalancer:LoadBalancer",
                        props: {
                            listeners: [
                                {
                                    lbPort: 443,
                                    lbProtocol: "HTTPS",
                                    instancePort: 8080,
                                    instanceProtocol: "HTTP",
                                },
                            ],
                        },
                    },
                ],
                messages: [`listeners[0].instanceProtocol is "HTTP", expected HTTPS or TLS`],
            },
        ],
    },
});
