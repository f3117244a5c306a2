import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";

const TYPE = "aws:rds/proxy:Proxy";

/** A proxy ends the client's connection, so the database behind it cannot insist on TLS in front of it (P-09). */
export const databaseProxyTls = definePolicy({
    name: "database-proxy-tls",
    control: "HTTPS-11",
    title: "Database proxies accept TLS connections only.",
    severity: "high",
    why: "Clients connect to the proxy instead of the database; without this setting it takes their passwords and rows in plain text, whatever the database behind it requires.",
    remediation: "Set requireTls of the proxy to true.",
    frameworks: ["fsbp:RDS.43", "gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(proxy, report) {
        expectValue(report, proxy, "requireTls", { accepted: ["true"], byDefault: "false" });
    },
    examples: {
        accepted: [
            {
                title: "a proxy that requires TLS",
                resources: [
                    {
                        type: TYPE,
                        props: { engineFamily: "POSTGRESQL", requireTls: true },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a proxy that leaves it to the client",
                resources: [{ type: TYPE, props: { engineFamily: "POSTGRESQL" } }],
                messages: ["requireTls is not set, which means false, expected true"],
            },
        ],
    },
});
