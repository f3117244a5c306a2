import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { isEncrypted } from "../lib/views/listeners";
import { bypassOf, healthCheckOf, TARGET_TYPES, targetsOf } from "../lib/views/targets";

/** TCP only connects: it says nothing that could be read. */
const FIT = ["HTTPS", "SSL", "TCP"];

/** A health check in plain HTTP needs a door in plain HTTP on every instance (P-09). */
export const targetHealthCheckTls = definePolicy({
    name: "target-health-check-tls",
    control: "HTTPS-08",
    title: "Load balancers check the health of their targets over HTTPS.",
    severity: "medium",
    why: "An instance that answers health checks in plain HTTP has a port on which it answers everything else in plain HTTP as well.",
    remediation:
        'Set healthCheck.protocol to "HTTPS" (or "TCP" on a network load balancer; "HTTPS:port/path" in a classic one\'s healthCheck.target).',
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: TARGET_TYPES,
    check(props, report, subject) {
        const reason =
            bypassOf(props) ??
            (targetsOf(subject.type, props).some(({ protocol }) => isEncrypted(protocol))
                ? undefined
                : "The targets are reached without TLS, which target-tls reports");
        if (reason !== undefined) subject.notApplicable(reason);
        const { path, protocol, fallback } = healthCheckOf(subject.type, props);
        if (FIT.includes(protocol ?? fallback)) return;
        report(
            protocol === undefined
                ? `${path} is not set, which means ${fallback}, expected HTTPS or TCP`
                : `${path} is ${quote(protocol)}, expected HTTPS or TCP`,
        );
    },
    examples: {
        accepted: [
            {
                title: "a health check on HTTPS",
                resources: [
                    {
                        type: "aws:lb/targetGroup:TargetGroup",
                        props: {
                            protocol: "HTTPS",
                            healthCheck: { protocol: "HTTPS", path: "/health" },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a health check that leaves the protocol to the provider",
                resources: [
                    {
                        type: "aws:lb/targetGroup:TargetGroup",
                        props: { protocol: "HTTPS", healthCheck: { path: "/health" } },
                    },
                ],
                messages: [
                    "healthCheck.protocol is not set, which means HTTP, expected HTTPS or TCP",
                ],
            },
        ],
    },
});
