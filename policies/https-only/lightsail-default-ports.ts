import { defineStackPolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";

const INSTANCE = "aws:lightsail/instance:Instance";
const PORTS = "aws:lightsail/instancePublicPorts:InstancePublicPorts";

/** Lightsail opens SSH and HTTP of every new instance to the world until it is told what to open (P-09). */
export const lightsailDefaultPorts = defineStackPolicy({
    name: "lightsail-default-ports",
    control: "HTTPS-17",
    title: "Lightsail instances are told which ports to open.",
    severity: "high",
    why: "A new instance is open to the world on port 80 and on 22, or 3389 with Windows.",
    remediation:
        "Add an aws.lightsail.InstancePublicPorts with the instance's name that opens TCP port 443 alone.",
    frameworks: ["gdpr:32(1)(b)"],
    resourceTypes: [INSTANCE],
    check({ stack, report, ifKnown }) {
        const ports = stack.refer([PORTS], "instanceName", [INSTANCE]);
        for (const instance of stack.ofType(INSTANCE)) {
            ifKnown(instance, () => {
                if (ports.to(instance).length > 0) return;
                // One that is not known yet may be this instance's.
                for (const { props } of ports.unresolved) textOf(props, "instanceName");
                report(
                    instance,
                    "no InstancePublicPorts names this instance, which means SSH and HTTP from anywhere, expected TCP port 443 only",
                );
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "an instance whose ports the program says",
                resources: [
                    { type: INSTANCE, props: { name: "web" } },
                    { type: PORTS, props: { instanceName: "web", portInfos: [] } },
                ],
            },
        ],
        rejected: [
            {
                title: "an instance that leaves its ports to Lightsail",
                resources: [{ type: INSTANCE, props: { name: "web" } }],
                messages: [
                    "no InstancePublicPorts names this instance, which means SSH and HTTP from anywhere, expected TCP port 443 only",
                ],
            },
        ],
    },
});
