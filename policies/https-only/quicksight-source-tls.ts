import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf } from "../lib/properties";

const TYPE = "aws:quicksight/dataSource:DataSource";

/** QuickSight speaks TLS with databases unless it is told not to (P-09). */
export const quicksightSourceTls = definePolicy({
    name: "quicksight-source-tls",
    control: "HTTPS-31",
    title: "QuickSight connects to databases over TLS.",
    severity: "high",
    why: "With TLS turned off passwords and rows travel in plain text, often out of the network that the database stands in.",
    remediation: "Remove sslProperties from the data source, or set disableSsl in it to false.",
    frameworks: ["cdk-nag:AwsSolutions-QS1", "gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report) {
        const at = "sslProperties";
        const disabled = { accepted: ["false"], byDefault: "false", at } as const;
        expectValue(report, objectOf(props, at), "disableSsl", disabled);
    },
    examples: {
        accepted: [
            {
                title: "a data source that leaves TLS on",
                resources: [{ type: TYPE, props: { type: "POSTGRESQL" } }],
            },
        ],
        rejected: [
            {
                title: "a data source without TLS",
                resources: [
                    {
                        type: TYPE,
                        props: { type: "POSTGRESQL", sslProperties: { disableSsl: true } },
                    },
                ],
                messages: ["sslProperties.disableSsl is true, expected false"],
            },
        ],
    },
});
