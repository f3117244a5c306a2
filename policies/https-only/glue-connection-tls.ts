import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf, textOf } from "../lib/properties";

const TYPE = "aws:glue/connection:Connection";
const AT = "connectionProperties";
/** By kind of connection; https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html */
const PROPERTIES = new Map([
    ["JDBC", { key: "JDBC_ENFORCE_SSL", byDefault: "false" }],
    ["KAFKA", { key: "KAFKA_SSL_ENABLED", byDefault: "true" }],
]);

/** Jobs and crawlers read whole databases through a connection, and it leaves TLS to the driver (P-09). */
export const glueConnectionTls = definePolicy({
    name: "glue-connection-tls",
    control: "HTTPS-31",
    title: "Glue connects to databases and Kafka over TLS.",
    severity: "high",
    why: "Jobs and crawlers read whole databases through a connection; unless it enforces TLS, passwords and rows may travel in plain text.",
    remediation: `Set JDBC_ENFORCE_SSL in ${AT} of the connection to "true", and leave KAFKA_SSL_ENABLED at "true".`,
    frameworks: ["prowler:glue_database_connections_ssl_enabled", "gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        const kind = textOf(props, "connectionType")?.toUpperCase() ?? "JDBC";
        const { key, byDefault } =
            PROPERTIES.get(kind) ??
            subject.notApplicable("Only connections to databases and Kafka say whether over TLS");
        expectValue(report, objectOf(props, AT), key, { accepted: ["true"], byDefault, at: AT });
    },
    examples: {
        accepted: [
            {
                title: "a connection that enforces TLS",
                resources: [
                    { type: TYPE, props: { connectionProperties: { JDBC_ENFORCE_SSL: "true" } } },
                ],
            },
        ],
        rejected: [
            {
                title: "a connection that leaves it to the driver",
                resources: [{ type: TYPE, props: { connectionType: "JDBC" } }],
                messages: [`${AT}.JDBC_ENFORCE_SSL is not set, which means false, expected true`],
            },
        ],
    },
});
