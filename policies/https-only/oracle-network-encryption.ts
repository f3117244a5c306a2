import { definePolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { itemsNamed, settingsNamed } from "../lib/views/settings";

const OPTION = "NATIVE_NETWORK_ENCRYPTION";
const SETTING = "SQLNET.ENCRYPTION_SERVER";
const ORACLE_GROUP = { engineName: "oracle-ee", majorEngineVersion: "19" };
const TYPE = "aws:rds/optionGroup:OptionGroup";

/** Oracle's SSL option opens a second port and leaves the one for plain text open; only this option can refuse (P-09). */
export const oracleNetworkEncryption = definePolicy({
    name: "oracle-network-encryption",
    control: "HTTPS-11",
    title: "Option groups of Oracle accept encrypted connections only.",
    severity: "high",
    why: "Oracle takes plain text unless the server requires encryption; with the option's defaults it asks for it and gives in, and with the option SSL the port for plain text stays open.",
    remediation: `Add the option ${OPTION} to the group's options, with ${SETTING} set to REQUIRED in its optionSettings.`,
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        if (!(textOf(props, "engineName") ?? "").toLowerCase().startsWith("oracle-")) {
            subject.notApplicable("Only engines of Oracle encrypt by an option");
        }
        const options = itemsNamed(props, "options", "optionName", OPTION);
        if (options.length === 0) {
            report(`options has no ${OPTION}, expected it with ${SETTING} "REQUIRED"`);
        }
        for (const option of options) {
            subject.ifKnown(() => {
                const settings = settingsNamed(option.value, "optionSettings", SETTING);
                if (settings.length === 0) {
                    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Oracle.Options.NNE.Options.html
                    report(
                        `${option.path}.optionSettings does not set ${SETTING}, which means "REQUESTED", expected "REQUIRED"`,
                    );
                }
                for (const setting of settings) {
                    subject.ifKnown(() => {
                        if (setting.value.toUpperCase() === "REQUIRED") return;
                        const found = `${option.path}.${setting.path} of ${SETTING} is ${quote(setting.value)}`;
                        report(`${found}, expected "REQUIRED"`);
                    });
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a group that requires encryption",
                resources: [
                    {
                        type: TYPE,
                        props: {
                            ...ORACLE_GROUP,
                            options: [
                                {
                                    optionName: OPTION,
                                    optionSettings: [{ name: SETTING, value: "REQUIRED" }],
                                },
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a group whose option SSL leaves the port for plain text open",
                resources: [
                    {
                        type: TYPE,
                        props: { ...ORACLE_GROUP, options: [{ optionName: "SSL", port: 2484 }] },
                    },
                ],
                messages: [`options has no ${OPTION}, expected it with ${SETTING} "REQUIRED"`],
            },
            {
                title: "a group that only asks for encryption",
                resources: [
                    {
                        type: TYPE,
                        props: { ...ORACLE_GROUP, options: [{ optionName: OPTION }] },
                    },
                ],
                messages: [
                    `options[0].optionSettings does not set ${SETTING}, which means "REQUESTED", expected "REQUIRED"`,
                ],
            },
        ],
    },
});
