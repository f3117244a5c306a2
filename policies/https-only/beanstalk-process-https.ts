import { defineStackPolicy } from "../lib/define-policy";
import {
    beanstalkListenersOf,
    eachBeanstalkEnvironment,
    entranceOf,
    isOn,
    usedProcessesOf,
} from "../lib/views/beanstalk-entrances";
import { BEANSTALK_ENVIRONMENT, type Choice } from "../lib/views/beanstalk-settings";
import { environmentWith } from "./beanstalk-example";

const PROCESS = "aws:elasticbeanstalk:environment:process:";
/** What a classic listener speaks to instances when the program does not say. */
const CLASSIC_DEFAULTS: Readonly<Record<string, string>> = { HTTPS: "HTTP", SSL: "TCP" };

/** Encryption ends at the instance, not at the load balancer (P-09). */
export const beanstalkProcessHttps = defineStackPolicy({
    name: "beanstalk-process-https",
    control: "HTTPS-08",
    title: "Beanstalk's load balancers speak HTTPS to the instances.",
    severity: "high",
    why: "Between load balancer and instance, requests cross a network that others use, too; in plain HTTP they can be read there.",
    remediation:
        "Set Protocol to HTTPS and Port to 443 in aws:elasticbeanstalk:environment:process:NAME for every process that a listener or rule uses (InstanceProtocol of a classic load balancer's listener), and let the instance answer HTTPS.",
    frameworks: ["checkov:CKV_AWS_378", "gdpr:32(1)(a)"],
    resourceTypes: [BEANSTALK_ENVIRONMENT],
    check(subject) {
        const { report } = subject;
        eachBeanstalkEnvironment(subject, (settings, ifKnown) => {
            const judge = (option: string, choice: Choice, expected: string): void => {
                if (choice.text.toUpperCase() === expected) return;
                report(choice.place, `${option} ${choice.says}, expected ${expected}`);
            };
            const entrance = entranceOf(settings);
            if (entrance === "application" || entrance === "shared") {
                for (const name of usedProcessesOf(settings, entrance)) {
                    const namespace = `${PROCESS}${name}`;
                    ifKnown(() => {
                        for (const choice of settings.choices(namespace, "Protocol", "HTTP")) {
                            judge(`${namespace} Protocol`, choice, "HTTPS");
                        }
                    });
                }
            } else if (entrance === "classic") {
                for (const listener of beanstalkListenersOf(settings, entrance)) {
                    ifKnown(() => {
                        if (!isOn(listener)) return;
                        const { namespace } = listener;
                        const spoken = listener.protocols()[0].text.toUpperCase();
                        const byDefault = CLASSIC_DEFAULTS[spoken];
                        // One that is in plain text towards clients is reported for that.
                        if (byDefault === undefined) return;
                        const option = "InstanceProtocol";
                        for (const choice of settings.choices(namespace, option, byDefault)) {
                            judge(`${namespace} ${option}`, choice, spoken);
                        }
                    });
                }
            }
        });
    },
    examples: {
        accepted: [
            {
                title: "an environment on a shared load balancer whose instances speak HTTPS",
                resources: [
                    environmentWith({
                        "aws:elasticbeanstalk:environment": {
                            LoadBalancerType: "application",
                            LoadBalancerIsShared: "true",
                        },
                        "aws:elbv2:listener:443": { Rules: "licensing" },
                        [`${PROCESS}default`]: { Port: "443", Protocol: "HTTPS" },
                    }),
                ],
            },
        ],
        rejected: [
            {
                title: "an environment that leaves the protocol of its process to Beanstalk",
                resources: [
                    environmentWith({
                        "aws:elasticbeanstalk:environment": { LoadBalancerType: "application" },
                        [`${PROCESS}default`]: { Port: "443" },
                    }),
                ],
                messages: [
                    `${PROCESS}default Protocol is not set, which means HTTP, expected HTTPS`,
                ],
            },
        ],
    },
});
