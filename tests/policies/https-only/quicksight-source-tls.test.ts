import { quicksightSourceTls } from "../../../policies/https-only/quicksight-source-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    quicksightSourceTls,
    "aws:quicksight/dataSource:DataSource",
);

describe("quicksight-source-tls", () => {
    it("accepts data sources that leave TLS on", async () => {
        for (const sslProperties of [null, {}, { disableSsl: null }, { disableSsl: false }]) {
            await accepts({ sslProperties });
        }
        await accepts({});
    });

    it("reports data sources that turn it off", async () => {
        await reports({ sslProperties: { disableSsl: true } }, [
            "sslProperties.disableSsl is true, expected false",
        ]);
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ sslProperties: UNKNOWN }, ["sslProperties is not known yet"]);
        await cannotEvaluate({ sslProperties: { disableSsl: UNKNOWN } }, [
            "sslProperties.disableSsl is not known yet",
        ]);
    });
});
