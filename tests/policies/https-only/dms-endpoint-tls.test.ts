import { dmsEndpointTls } from "../../../policies/https-only/dms-endpoint-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    dmsEndpointTls,
    "aws:dms/endpoint:Endpoint",
);

const EXPECTED = `expected "verify-full" or "verify-ca" or "require"`;

describe("dms-endpoint-tls", () => {
    it("accepts endpoints that speak TLS, in any mode", async () => {
        for (const sslMode of ["require", "verify-ca", "verify-full", "Require"]) {
            for (const engineName of ["postgres", "mysql", "oracle", "sqlserver", "mongodb"]) {
                await accepts({ engineName, sslMode });
            }
        }
    });

    it("reports endpoints that do not", async () => {
        for (const engineName of ["aurora", "babelfish", "db2", "docdb", "mariadb", "sybase"]) {
            for (const sslMode of ["none", ""]) {
                await reports({ engineName, sslMode }, [`sslMode is "${sslMode}", ${EXPECTED}`]);
            }
            for (const props of [{ engineName }, { engineName, sslMode: null }]) {
                await reports(props, [`sslMode is not set, which means "none", ${EXPECTED}`]);
            }
        }
        await reports({}, [`sslMode is not set, which means "none", ${EXPECTED}`]);
    });

    it("looks at the settings of Kafka", async () => {
        for (const securityProtocol of ["ssl-encryption", "ssl-authentication", "sasl-ssl"]) {
            await accepts({ engineName: "Kafka", kafkaSettings: { securityProtocol } });
        }
        const expected = `expected "sasl-ssl" or "ssl-authentication" or "ssl-encryption"`;
        const kafkaSettings = { securityProtocol: "plaintext" };
        await reports({ engineName: "kafka", kafkaSettings, sslMode: "require" }, [
            `kafkaSettings.securityProtocol is "plaintext", ${expected}`,
        ]);
        for (const props of [{ engineName: "kafka" }, { engineName: "kafka", kafkaSettings: {} }]) {
            await reports(props, [
                `kafkaSettings.securityProtocol is not set, which means "plaintext", ${expected}`,
            ]);
        }
    });

    it("looks at the settings of Redis", async () => {
        await accepts({ engineName: "redis" });
        await accepts({
            engineName: "redis",
            redisSettings: { sslSecurityProtocol: "ssl-encryption" },
        });
        const redisSettings = { sslSecurityProtocol: "plaintext" };
        await reports({ engineName: "redis", redisSettings }, [
            `redisSettings.sslSecurityProtocol is "plaintext", expected "ssl-encryption"`,
        ]);
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ engineName: UNKNOWN }, ["engineName is not known yet"]);
        await cannotEvaluate({ engineName: "mysql", sslMode: UNKNOWN }, [
            "sslMode is not known yet",
        ]);
        await cannotEvaluate({ engineName: "kafka", kafkaSettings: UNKNOWN }, [
            "kafkaSettings is not known yet",
        ]);
        await cannotEvaluate(
            { engineName: "redis", redisSettings: { sslSecurityProtocol: UNKNOWN } },
            ["redisSettings.sslSecurityProtocol is not known yet"],
        );
    });

    it("does not apply to engines that are reached over TLS anyway", async () => {
        for (const engineName of [
            "azuredb",
            "azure-sql-managed-instance",
            "dynamodb",
            "elasticsearch",
            "kinesis",
            "neptune",
            "opensearch",
            "Redshift",
            "redshift-serverless",
            "s3",
            "timestream",
        ]) {
            await excludes(
                { engineName, sslMode: "none" },
                "The engine is reached over TLS, whatever the endpoint says",
            );
        }
    });
});
