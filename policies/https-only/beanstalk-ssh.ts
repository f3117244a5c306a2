import { defineStackPolicy } from "../lib/define-policy";
import { valueIfKnown } from "../lib/unknown-value";
import { parseRange } from "../lib/views/address-ranges";
import { eachBeanstalkEnvironment } from "../lib/views/beanstalk-entrances";
import { BEANSTALK_ENVIRONMENT } from "../lib/views/beanstalk-settings";
import { PlatformNetworks } from "../lib/views/platform-networks";
import { environmentWith } from "./beanstalk-example";

const LAUNCH = "aws:autoscaling:launchconfiguration";
const EXPECTED = "expected the bastion's security group";

/** The security group that Beanstalk makes for instances with a key opens SSH to the world (P-10). */
export const beanstalkSsh = defineStackPolicy({
    name: "beanstalk-ssh",
    control: "HTTPS-06",
    title: "Instances of Beanstalk environments accept SSH from inside only.",
    severity: "critical",
    why: "With a key pair, Beanstalk opens port 22 of every instance to the world, past the bastion and its recorded sessions.",
    remediation: `Set DisableDefaultEC2SecurityGroup to true and use groups of the program's own in ${LAUNCH}, or set SSHSourceRestriction to "tcp,22,22," and the bastion's security group.`,
    frameworks: ["gdpr:32(1)(b)"],
    resourceTypes: [BEANSTALK_ENVIRONMENT],
    check(subject) {
        const networks = new PlatformNetworks(subject.stack);
        eachBeanstalkEnvironment(subject, (settings, ifKnown) => {
            if (settings.is(LAUNCH, "DisableDefaultEC2SecurityGroup", "true", "false")) return;
            for (const restriction of settings.choices(LAUNCH, "SSHSourceRestriction", "")) {
                ifKnown(() => {
                    const { place, says } = restriction;
                    if (restriction.text === "") {
                        const key = settings.choice(LAUNCH, "EC2KeyName", "");
                        if (valueIfKnown(() => key.text) === "") return;
                        subject.report(
                            key.place,
                            `${LAUNCH} SSHSourceRestriction is not set, which means anywhere, ${EXPECTED}`,
                        );
                    } else if (isOutside(restriction.text, networks)) {
                        subject.report(
                            place,
                            `${LAUNCH} SSHSourceRestriction ${says}, ${EXPECTED}`,
                        );
                    }
                });
            }
        });
    },
    examples: {
        accepted: [
            {
                title: "instances that accept SSH from the bastion's group",
                resources: [
                    environmentWith({
                        [LAUNCH]: {
                            EC2KeyName: "support",
                            SSHSourceRestriction: "tcp,22,22,sg-0a1b2c3d",
                        },
                    }),
                ],
            },
        ],
        rejected: [
            {
                title: "instances with a key that leave the sources to Beanstalk",
                resources: [environmentWith({ [LAUNCH]: { EC2KeyName: "support" } })],
                messages: [
                    `${LAUNCH} SSHSourceRestriction is not set, which means anywhere, ${EXPECTED}`,
                ],
            },
        ],
    },
});

/** @param restriction `protocol, from, to, source`, where the source is a range or a security group */
function isOutside(restriction: string, networks: PlatformNetworks): boolean {
    const source = restriction.split(",").at(3)?.trim() ?? "";
    if (/^[a-zA-Z][\w-]*$/.test(source)) return false;
    const range = parseRange(source);
    // What cannot be read may be anything.
    return range === undefined || !networks.has(range);
}
