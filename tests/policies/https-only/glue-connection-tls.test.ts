import { glueConnectionTls } from "../../../policies/https-only/glue-connection-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    glueConnectionTls,
    "aws:glue/connection:Connection",
);

const JDBC = "connectionProperties.JDBC_ENFORCE_SSL";

function connection(connectionType: string, connectionProperties: unknown) {
    return { connectionType, connectionProperties };
}

describe("glue-connection-tls", () => {
    it("accepts connections that enforce TLS", async () => {
        for (const value of ["true", "TRUE", true]) {
            await accepts({ connectionProperties: { JDBC_ENFORCE_SSL: value } });
        }
        await accepts(connection("jdbc", { JDBC_ENFORCE_SSL: "true" }));
        await accepts(connection("KAFKA", { KAFKA_SSL_ENABLED: "true" }));
        await accepts(connection("KAFKA", {}));
        await accepts({ connectionType: "KAFKA" });
    });

    it("reports connections to databases that do not", async () => {
        await reports(connection("JDBC", { JDBC_ENFORCE_SSL: "false" }), [
            `${JDBC} is false, expected true`,
        ]);
        for (const props of [
            {},
            { connectionType: null },
            { connectionProperties: null },
            connection("JDBC", { KAFKA_SSL_ENABLED: "true" }),
        ]) {
            await reports(props, [`${JDBC} is not set, which means false, expected true`]);
        }
    });

    it("reports connections to Kafka that do not", async () => {
        await reports(connection("KAFKA", { KAFKA_SSL_ENABLED: "false" }), [
            "connectionProperties.KAFKA_SSL_ENABLED is false, expected true",
        ]);
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ connectionType: UNKNOWN }, ["connectionType is not known yet"]);
        await cannotEvaluate(connection("JDBC", UNKNOWN), [
            "connectionProperties is not known yet",
        ]);
        await cannotEvaluate(connection("JDBC", { JDBC_ENFORCE_SSL: UNKNOWN }), [
            `${JDBC} is not known yet`,
        ]);
    });

    it("does not apply to other connections", async () => {
        for (const connectionType of ["NETWORK", "MARKETPLACE", "SNOWFLAKE", "MONGODB"]) {
            await excludes(
                { connectionType },
                "Only connections to databases and Kafka say whether over TLS",
            );
        }
    });
});
