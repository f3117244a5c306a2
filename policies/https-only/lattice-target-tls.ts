import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf, textOf } from "../lib/properties";

const TYPE = "aws:vpclattice/targetGroup:TargetGroup";

/** As for load balancers, TLS goes on to the target (P-09). */
export const latticeTargetTls = definePolicy({
    name: "lattice-target-tls",
    control: "HTTPS-36",
    title: "VPC Lattice reaches its targets over HTTPS only.",
    severity: "high",
    why: "Behind a listener on HTTPS, a target group on HTTP sends the same requests through the network in the clear.",
    remediation:
        'Set config.protocol of the target group to "HTTPS", and let the targets answer it.',
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        if (textOf(props, "type")?.toUpperCase() === "LAMBDA") {
            subject.notApplicable("Lambda functions are invoked through AWS's own API");
        }
        // TCP passes on what a listener for TLS passthrough takes, as it is:
        // https://docs.aws.amazon.com/vpc-lattice/latest/ug/tls-listeners.html
        expectValue(report, objectOf(props, "config"), "protocol", {
            accepted: ["HTTPS", "TCP"],
            at: "config",
        });
    },
    examples: {
        accepted: [
            {
                title: "a target group on HTTPS",
                resources: [
                    { type: TYPE, props: { type: "IP", config: { port: 443, protocol: "HTTPS" } } },
                ],
            },
        ],
        rejected: [
            {
                title: "a target group on HTTP",
                resources: [
                    { type: TYPE, props: { type: "IP", config: { port: 80, protocol: "HTTP" } } },
                ],
                messages: [`config.protocol is "HTTP", expected "HTTPS" or "TCP"`],
            },
        ],
    },
});
