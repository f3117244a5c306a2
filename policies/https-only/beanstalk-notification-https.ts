import { defineStackPolicy } from "../lib/define-policy";
import { eachBeanstalkEnvironment } from "../lib/views/beanstalk-entrances";
import { BEANSTALK_ENVIRONMENT } from "../lib/views/beanstalk-settings";
import { environmentWith } from "./beanstalk-example";

const TOPICS = "aws:elasticbeanstalk:sns:topics";

/** Events of an environment name its instances, versions and errors (P-09). */
export const beanstalkNotificationHttps = defineStackPolicy({
    name: "beanstalk-notification-https",
    control: "HTTPS-14",
    title: "Beanstalk's notifications are not delivered over plain HTTP.",
    severity: "medium",
    why: "Notifications tell of versions, instances and errors; over plain HTTP, anybody on the way reads them, or sends others in their place.",
    remediation: `Set Notification Protocol to https, or Notification Topic ARN to a topic of the program's own, in ${TOPICS}.`,
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [BEANSTALK_ENVIRONMENT],
    check(subject) {
        eachBeanstalkEnvironment(subject, (settings, ifKnown) => {
            for (const protocol of settings.choices(TOPICS, "Notification Protocol", "email")) {
                ifKnown(() => {
                    if (protocol.text.toLowerCase() !== "http") return;
                    subject.report(
                        protocol.place,
                        `${TOPICS} Notification Protocol ${protocol.says}, expected https`,
                    );
                });
            }
        });
    },
    examples: {
        accepted: [
            {
                title: "a topic of the program's own",
                resources: [
                    environmentWith({
                        [TOPICS]: {
                            "Notification Topic ARN": "arn:aws:sns:eu-west-1:123456789012:warning",
                        },
                    }),
                ],
            },
        ],
        rejected: [
            {
                title: "an endpoint on plain HTTP",
                resources: [
                    environmentWith({
                        [TOPICS]: {
                            "Notification Protocol": "http",
                            "Notification Endpoint": "http://hooks.example/beanstalk",
                        },
                    }),
                ],
                messages: [`${TOPICS} Notification Protocol is "http", expected https`],
            },
        ],
    },
});
