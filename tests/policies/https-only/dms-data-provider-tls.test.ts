import { dmsDataProviderTls } from "../../../policies/https-only/dms-data-provider-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    dmsDataProviderTls,
    "aws:dms/dataProvider:DataProvider",
);

const EXPECTED = `expected "verify-full" or "verify-ca" or "require"`;

describe("dms-data-provider-tls", () => {
    it("accepts data providers that speak TLS, in any mode", async () => {
        for (const sslMode of ["require", "verify-ca", "verify-full"]) {
            await accepts({ settings: { postgresqlSettings: { sslMode } } });
        }
        await accepts({ settings: { mysqlSettings: null, docDbSettings: { sslMode: "require" } } });
    });

    it("reports data providers that do not", async () => {
        for (const engine of ["docDbSettings", "ibmDb2ZosSettings", "oracleSettings"]) {
            await reports({ settings: { [engine]: { sslMode: "none" } } }, [
                `settings.${engine}.sslMode is "none", ${EXPECTED}`,
            ]);
            await reports({ settings: { [engine]: {} }, virtual: false }, [
                `settings.${engine}.sslMode is not set, which means "none", ${EXPECTED}`,
            ]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ virtual: UNKNOWN }, ["virtual is not known yet"]);
        await cannotEvaluate({ settings: UNKNOWN }, ["settings is not known yet"]);
        await cannotEvaluate({ settings: { mysqlSettings: UNKNOWN } }, [
            "settings.mysqlSettings is not known yet",
        ]);
        await cannotEvaluate({ settings: { mysqlSettings: { sslMode: UNKNOWN } } }, [
            "settings.mysqlSettings.sslMode is not known yet",
        ]);
    });

    it("does not apply to Redshift", async () => {
        for (const settings of [{ redshiftSettings: { serverName: "dw" } }, {}]) {
            await excludes(
                { settings },
                "The engine is reached over TLS, whatever the provider says",
            );
        }
    });

    it("does not apply to a virtual data provider", async () => {
        await excludes(
            { virtual: true, settings: { mysqlSettings: {} } },
            "A virtual data provider connects to nothing",
        );
    });
});
