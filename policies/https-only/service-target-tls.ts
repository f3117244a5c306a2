import { definePolicy } from "../lib/define-policy";
import type { Check, Inputs } from "../lib/policy";
import { flagOf, objectOf, textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { protocolOf } from "../lib/views/listeners";

/** TLS does not end at the edge of a managed service: it goes on to what answers (P-09). */
export const serviceTargetTls = definePolicy({
    name: "service-target-tls",
    control: "HTTPS-08",
    title: "Service networks, Verified Access and Lightsail reach their targets over HTTPS only.",
    severity: "high",
    why: "Behind an entrance on HTTPS the same requests would travel on in the clear.",
    remediation:
        "Set config.protocol of a service network's target group, loadBalancerOptions.protocol or networkInterfaceOptions.protocol of a Verified Access endpoint, or origin.protocolPolicy of a Lightsail distribution to HTTPS.",
    frameworks: ["gdpr:32(1)(a)"],
    checks: {
        "aws:vpclattice/targetGroup:TargetGroup": [
            (props, report) => {
                const protocol = protocolOf(objectOf(props, "config"), "protocol");
                // TCP carries what a listener with TLS_PASSTHROUGH lets through.
                if (protocol === "HTTPS" || protocol === "TCP") return;
                if (textOf(props, "type") === "LAMBDA") return;
                const found = protocol === undefined ? "not set" : quote(protocol);
                report(`config.protocol is ${found}, expected HTTPS`);
            },
            (props, report) => {
                const config = objectOf(props, "config");
                const check = objectOf(config, "healthCheck");
                // Not set, it is the target group's own.
                if (protocolOf(check, "protocol") !== "HTTP" || flagOf(check, "enabled") === false)
                    return;
                if (protocolOf(config, "protocol") === "HTTP") return; // reported above
                report(`config.healthCheck.protocol is "HTTP", expected HTTPS`);
            },
        ],
        "aws:verifiedaccess/endpoint:Endpoint": [
            "loadBalancerOptions",
            "networkInterfaceOptions",
        ].map((key): Check<Inputs> => (props, report) => {
            if (protocolOf(objectOf(props, key), "protocol") !== "HTTP") return;
            report(`${key}.protocol is "http", expected https`);
        }),
        "aws:lightsail/distribution:Distribution": [
            (props, report) => {
                const policy = textOf(objectOf(props, "origin"), "protocolPolicy");
                if (policy === "https-only") return;
                const found = policy === undefined ? "not set" : quote(policy);
                report(`origin.protocolPolicy is ${found}, expected https-only`);
            },
        ],
    },
    examples: {
        accepted: [
            {
                title: "a service network's target group on HTTPS",
                resources: [
                    {
                        type: "aws:vpclattice/targetGroup:TargetGroup",
                        props: { type: "INSTANCE", config: { port: 443, protocol: "HTTPS" } },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a Verified Access endpoint that reaches a load balancer over HTTP",
                resources: [
                    {
                        type: "aws:verifiedaccess/endpoint:Endpoint",
                        props: { loadBalancerOptions: { port: 80, protocol: "http" } },
                    },
                ],
                messages: [`loadBalancerOptions.protocol is "http", expected https`],
            },
        ],
    },
});
