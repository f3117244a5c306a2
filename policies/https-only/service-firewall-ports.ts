import { definePolicy } from "../lib/define-policy";
import { itemsOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { isOutsideText } from "../lib/views/security-group-rules";
import { isHttps, isRouterAnswer, trafficOf, trafficText } from "../lib/views/traffic";

/** The property that lists what is open, and those that say for whom. */
interface Firewall {
    readonly list: string;
    readonly sources: readonly string[];
}

/** Types with firewalls of their own. */
const FIREWALLS: Readonly<Record<string, Firewall>> = {
    "aws:gamelift/fleet:Fleet": { list: "ec2InboundPermissions", sources: ["ipRange"] },
    "aws:lightsail/instancePublicPorts:InstancePublicPorts": {
        list: "portInfos",
        sources: ["cidrs", "ipv6Cidrs", "cidrListAliases"],
    },
};
const KEYS = { protocol: "protocol", from: "fromPort", to: "toPort", icmpType: "fromPort" };

/** Some services have a firewall instead of security groups; behind it stands no bastion, so SSH is closed as well (P-09). */
export const serviceFirewallPorts = definePolicy({
    name: "service-firewall-ports",
    control: "HTTPS-17",
    title: "Firewalls of Lightsail and GameLift admit nothing but HTTPS from outside.",
    severity: "high",
    why: "Every other open port is a protocol that the platform does not offer, and a way in past the bastion.",
    remediation:
        "Open TCP port 443 alone (portInfos of Lightsail, ec2InboundPermissions of GameLift).",
    frameworks: ["gdpr:32(1)(b)"],
    resourceTypes: Object.keys(FIREWALLS) as [string, ...string[]],
    check(props, report, subject) {
        const { list, sources } = FIREWALLS[subject.type] as Firewall;
        for (const item of itemsOf(props, list)) {
            subject.ifKnown(() => {
                const traffic = trafficOf(item.value, KEYS);
                if (isHttps(traffic) || isRouterAnswer(traffic)) return;
                const admits = `${item.path} admits ${trafficText(traffic)}`;
                const from = sources.flatMap((key) => itemsOf(item.value, key));
                if (from.length === 0) {
                    report(`${admits} from anywhere, expected TCP port 443 only`);
                }
                for (const source of from) {
                    subject.ifKnown(() => {
                        if (!isOutsideText(source.text)) return;
                        const text = quote(source.text);
                        report(`${admits} from ${text}, expected TCP port 443 only`);
                    });
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "an instance that is open on port 443",
                resources: [
                    {
                        type: "aws:lightsail/instancePublicPorts:InstancePublicPorts",
                        props: {
                            instanceName: "web",
                            portInfos: [{ protocol: "tcp", fromPort: 443, toPort: 443 }],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an instance that is open on port 22, too",
                resources: [
                    {
                        type: "aws:lightsail/instancePublicPorts:InstancePublicPorts",
                        props: {
                            instanceName: "web",
                            portInfos: [
                                { protocol: "tcp", fromPort: 443, toPort: 443 },
                                { protocol: "tcp", fromPort: 22, toPort: 22 },
                            ],
                        },
                    },
                ],
                messages: [
                    "portInfos[1] admits TCP port 22 from anywhere, expected TCP port 443 only",
                ],
            },
        ],
    },
});
