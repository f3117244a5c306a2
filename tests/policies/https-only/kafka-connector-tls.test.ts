import { kafkaConnectorTls } from "../../../policies/https-only/kafka-connector-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    kafkaConnectorTls,
    "aws:mskconnect/connector:Connector",
);
const OBJECT = "kafkaClusterEncryptionInTransit";

describe("kafka-connector-tls", () => {
    it("accepts connectors that speak TLS", async () => {
        await accepts({ [OBJECT]: { encryptionType: "TLS" } });
    });

    it("reports everything else", async () => {
        for (const value of ["PLAINTEXT", ""]) {
            await reports({ [OBJECT]: { encryptionType: value } }, [
                `${OBJECT}.encryptionType is "${value}", expected "TLS"`,
            ]);
        }
        for (const props of [{}, { [OBJECT]: null }, { [OBJECT]: {} }]) {
            await reports(props, [
                `${OBJECT}.encryptionType is not set, which means "PLAINTEXT", expected "TLS"`,
            ]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ [OBJECT]: UNKNOWN }, [`${OBJECT} is not known yet`]);
        await cannotEvaluate({ [OBJECT]: { encryptionType: UNKNOWN } }, [
            `${OBJECT}.encryptionType is not known yet`,
        ]);
    });
});
