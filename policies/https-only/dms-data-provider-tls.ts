import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { flagOf, isSet, objectOf } from "../lib/properties";

const TYPE = "aws:dms/dataProvider:DataProvider";
/** Redshift is reached over TLS anyway. */
const WITHOUT_MODE = "redshiftSettings";

/** Data providers do for migration projects what endpoints do for replications (P-09). */
export const dmsDataProviderTls = definePolicy({
    name: "dms-data-provider-tls",
    control: "HTTPS-31",
    title: "Migration projects connect to databases over TLS.",
    severity: "high",
    why: "A migration project reads schemas and data, passwords first, and without this setting it does so in plain text.",
    remediation:
        "Set sslMode in the settings of the data provider to verify-full, or to the strictest mode that its engine knows.",
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        if (flagOf(props, "virtual") === true) {
            subject.notApplicable("A virtual data provider connects to nothing");
        }
        const settings = objectOf(props, "settings");
        const engines = Object.keys(settings).filter((key) => isSet(settings, key));
        const engine =
            engines.find((key) => key !== WITHOUT_MODE) ??
            subject.notApplicable("The engine is reached over TLS, whatever the provider says");
        expectValue(report, objectOf(settings, engine), "sslMode", {
            accepted: ["verify-full", "verify-ca", "require"],
            byDefault: "none",
            at: `settings.${engine}`,
        });
    },
    examples: {
        accepted: [
            {
                title: "a data provider that checks the server's certificate",
                resources: [
                    {
                        type: TYPE,
                        props: {
                            engine: "postgres",
                            settings: { postgresqlSettings: { sslMode: "verify-full" } },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a data provider that leaves the mode to DMS",
                resources: [
                    {
                        type: TYPE,
                        props: {
                            engine: "mysql",
                            settings: { mysqlSettings: { serverName: "orders.example.com" } },
                        },
                    },
                ],
                messages: [
                    `settings.mysqlSettings.sslMode is not set, which means "none", expected "verify-full" or "verify-ca" or "require"`,
                ],
            },
        ],
    },
});
