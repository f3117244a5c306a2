import { defineStackPolicy } from "../lib/define-policy";
import {
    beanstalkListenersOf,
    eachBeanstalkEnvironment,
    entranceOf,
    isOn,
    tlsPoliciesOf,
} from "../lib/views/beanstalk-entrances";
import { BEANSTALK_ENVIRONMENT } from "../lib/views/beanstalk-settings";
import { elbTlsPolicy, weak } from "../lib/views/tls-policies";
import { environmentWith } from "./beanstalk-example";

const ENCRYPTED = ["HTTPS", "SSL"];
const EXPECTED = "expected one with TLS 1.2 and forward secrecy or newer only";

/** HTTPS with TLS 1.0 is HTTPS by name only, whoever makes the listener (P-09). */
export const beanstalkTlsPolicy = defineStackPolicy({
    name: "beanstalk-tls-policy",
    control: "HTTPS-04",
    title: "Listeners of Beanstalk environments have a TLS policy that admits TLS 1.2 with forward secrecy or newer only.",
    severity: "high",
    why: "Old versions of TLS can be broken, and without forward secrecy a key that leaks later opens everything that was recorded before; AWS's default policy admits both.",
    remediation:
        'Set SSLPolicy in aws:elbv2:listener:443 to "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"; move from a classic load balancer, for which AWS has no such policy, to an application load balancer.',
    frameworks: [],
    resourceTypes: [BEANSTALK_ENVIRONMENT],
    check(subject) {
        eachBeanstalkEnvironment(subject, (settings, ifKnown) => {
            const entrance = entranceOf(settings);
            if (entrance !== "application" && entrance !== "classic") return;
            for (const listener of beanstalkListenersOf(settings, entrance)) {
                ifKnown(() => {
                    const spoken = listener.protocols()[0].text.toUpperCase();
                    // One in plain text is reported for that, and one on a shared load balancer is a resource of its own.
                    if (!ENCRYPTED.includes(spoken) || !isOn(listener)) return;
                    for (const { option, choice } of tlsPoliciesOf(settings, listener)) {
                        const problem = weak(elbTlsPolicy(choice.text));
                        if (problem === undefined) continue;
                        const joint = choice.isSet ? ", which" : " and";
                        subject.report(
                            choice.place,
                            `${option} ${choice.says}${joint} ${problem}, ${EXPECTED}`,
                        );
                    }
                });
            }
        });
    },
    examples: {
        accepted: [
            {
                title: "a listener with a policy that admits TLS 1.2 and 1.3",
                resources: [
                    environmentWith({
                        "aws:elasticbeanstalk:environment": { LoadBalancerType: "application" },
                        "aws:elbv2:listener:443": {
                            Protocol: "HTTPS",
                            SSLPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
                        },
                    }),
                ],
            },
        ],
        rejected: [
            {
                title: "a listener that leaves the policy to AWS",
                resources: [
                    environmentWith({
                        "aws:elasticbeanstalk:environment": { LoadBalancerType: "application" },
                        "aws:elbv2:listener:443": { Protocol: "HTTPS" },
                    }),
                ],
                messages: [
                    `aws:elbv2:listener:443 SSLPolicy is not set, which means ELBSecurityPolicy-2016-08 and admits TLS 1.0, ${EXPECTED}`,
                ],
            },
        ],
    },
});
