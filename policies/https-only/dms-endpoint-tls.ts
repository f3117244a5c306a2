import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf, textOf } from "../lib/properties";

const TYPE = "aws:dms/endpoint:Endpoint";
/** https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html */
const MODES = ["verify-full", "verify-ca", "require"] as const;
/** Reached through AWS's APIs or over TLS, whatever sslMode says; Azure's servers refuse plain text. */
const WITHOUT_MODE = [
    "azuredb",
    "azure-sql-managed-instance",
    "dynamodb",
    "elasticsearch",
    "kinesis",
    "neptune",
    "opensearch",
    "redshift",
    "redshift-serverless",
    "s3",
    "timestream",
];

/** Whole databases pass through a replication, and its default is plain text (P-09). */
export const dmsEndpointTls = definePolicy({
    name: "dms-endpoint-tls",
    control: "HTTPS-31",
    title: "Replications connect to databases over TLS.",
    severity: "high",
    why: "A replication moves whole databases, passwords first, and without this setting it does so in plain text.",
    remediation:
        "Set sslMode of the endpoint to verify-full, or to the strictest mode that its engine knows; for Kafka set kafkaSettings.securityProtocol, for Redis redisSettings.sslSecurityProtocol.",
    frameworks: [
        "fsbp:DMS.9",
        "fsbp:DMS.12",
        "checkov:CKV2_AWS_49",
        "prowler:dms_endpoint_ssl_enabled",
        "prowler:dms_endpoint_redis_in_transit_encryption_enabled",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        const engine = textOf(props, "engineName")?.toLowerCase() ?? "";
        if (WITHOUT_MODE.includes(engine)) {
            subject.notApplicable("The engine is reached over TLS, whatever the endpoint says");
        }
        if (engine === "kafka") {
            const at = "kafkaSettings";
            expectValue(report, objectOf(props, at), "securityProtocol", {
                accepted: ["sasl-ssl", "ssl-authentication", "ssl-encryption"],
                byDefault: "plaintext",
                at,
            });
        } else if (engine === "redis") {
            const at = "redisSettings";
            expectValue(report, objectOf(props, at), "sslSecurityProtocol", {
                accepted: ["ssl-encryption"],
                byDefault: "ssl-encryption",
                at,
            });
        } else expectValue(report, props, "sslMode", { accepted: MODES, byDefault: "none" });
    },
    examples: {
        accepted: [
            {
                title: "an endpoint that checks the server's certificate",
                resources: [
                    {
                        type: TYPE,
                        props: { engineName: "postgres", sslMode: "verify-full" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an endpoint that leaves the mode to DMS",
                resources: [{ type: TYPE, props: { engineName: "postgres" } }],
                messages: [
                    `sslMode is not set, which means "none", expected "verify-full" or "verify-ca" or "require"`,
                ],
            },
        ],
    },
});
