import { defineStackPolicy } from "../lib/define-policy";
import type { StackSubject } from "../lib/policy";
import { valueIfKnown } from "../lib/unknown-value";
import {
    type BeanstalkListener,
    beanstalkListenersOf,
    eachBeanstalkEnvironment,
    entranceOf,
    isOn,
    sharedPortsOf,
} from "../lib/views/beanstalk-entrances";
import { BEANSTALK_ENVIRONMENT, type BeanstalkSettings } from "../lib/views/beanstalk-settings";
import { environmentWith } from "./beanstalk-example";

/** Of the certificate in the examples. */
const ARN = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d";
const ENVIRONMENT = "aws:elasticbeanstalk:environment";
const LAUNCH = "aws:autoscaling:launchconfiguration";
const ENCRYPTED = ["HTTPS", "TLS", "SSL"];

/** Beanstalk listens on port 80 unless it is told otherwise (P-09, P-11). */
export const beanstalkListenerHttps = defineStackPolicy({
    name: "beanstalk-listener-https",
    control: "HTTPS-02",
    title: "Beanstalk environments are reached over HTTPS only.",
    severity: "critical",
    why: "An environment whose settings say nothing listens for plain HTTP on port 80, where requests can be read and changed on the way.",
    remediation:
        "Set LoadBalancerType to application and, in aws:elbv2:listener:default, ListenerEnabled to false; in aws:elbv2:listener:443, set Protocol to HTTPS and SSLCertificateArns. On a shared load balancer, set Rules in aws:elbv2:listener:443.",
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [BEANSTALK_ENVIRONMENT],
    check(subject) {
        const { report } = subject;
        eachBeanstalkEnvironment(subject, (settings, ifKnown) => {
            const entrance = entranceOf(settings);
            if (entrance === "single") {
                if (settings.is(LAUNCH, "DisableDefaultEC2SecurityGroup", "true", "false")) return;
                report(
                    settings.choice(ENVIRONMENT, "EnvironmentType", "").place,
                    "EnvironmentType is SingleInstance, whose instance is open to the world on port 80, expected LoadBalanced, or DisableDefaultEC2SecurityGroup true",
                );
            } else if (entrance === "shared") {
                judgeShared(settings, report);
            } else if (entrance !== "worker") {
                for (const listener of beanstalkListenersOf(settings, entrance)) {
                    ifKnown(() => {
                        judgeListener(listener, settings, report);
                    });
                }
            }
        });
    },
    examples: {
        accepted: [
            {
                title: "an application load balancer that listens for HTTPS alone",
                resources: [
                    environmentWith({
                        "aws:elasticbeanstalk:environment": { LoadBalancerType: "application" },
                        "aws:elbv2:listener:default": { ListenerEnabled: "false" },
                        "aws:elbv2:listener:443": { Protocol: "HTTPS", SSLCertificateArns: ARN },
                    }),
                ],
            },
        ],
        rejected: [
            {
                title: "an environment that leaves the default listener to Beanstalk",
                resources: [
                    environmentWith({
                        "aws:elasticbeanstalk:environment": { LoadBalancerType: "application" },
                        "aws:elbv2:listener:443": { Protocol: "HTTPS", SSLCertificateArns: ARN },
                    }),
                ],
                messages: [
                    "aws:elbv2:listener:default Protocol is not set, which means HTTP, expected HTTPS, or ListenerEnabled false",
                ],
            },
        ],
    },
});

function judgeShared(settings: BeanstalkSettings, report: StackSubject["report"]): void {
    const ports = sharedPortsOf(settings);
    if (ports.length === 0) {
        report(
            settings.environment,
            "no listener has Rules, so Beanstalk takes port 80 of the shared load balancer, expected Rules in aws:elbv2:listener:443",
        );
    }
    for (const { port, rules } of ports) {
        if (port !== "80") continue;
        report(
            rules.place,
            `aws:elbv2:listener:80 Rules ${rules.says}, expected Rules in aws:elbv2:listener:443`,
        );
    }
}

function judgeListener(
    listener: BeanstalkListener,
    settings: BeanstalkSettings,
    report: StackSubject["report"],
): void {
    if (!isOn(listener)) return;
    const { namespace, protocolOption } = listener;
    const [enabled] = listener.enabled();
    const protocols = listener.protocols();
    const plain = protocols.filter(({ text }) => !ENCRYPTED.includes(text.toUpperCase()));
    for (const protocol of plain) {
        // Where nobody sets a protocol, whoever switches the listener on is to change.
        report(
            (protocol.isSet ? protocol : enabled).place,
            `${namespace} ${protocolOption} ${protocol.says}, expected HTTPS, or ListenerEnabled false`,
        );
    }
    const option = protocolOption === "Protocol" ? "SSLCertificateArns" : "SSLCertificateId";
    const certificate = settings.choice(namespace, option, "");
    if (plain.length === 0 && valueIfKnown(() => certificate.text) === "") {
        report(certificate.place, `${namespace} ${option} is not set, expected a certificate`);
    }
}
