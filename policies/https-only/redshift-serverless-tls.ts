import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { Undecided } from "../lib/undecided";
import { settingsNamed } from "../lib/views/settings";

const PARAMETER = "require_ssl";
const KEYS = { name: "parameterKey", value: "parameterValue" };
const TYPE = "aws:redshiftserverless/workgroup:Workgroup";

/** A workgroup has its parameters itself, not in a group (P-09). */
export const redshiftServerlessTls = definePolicy({
    name: "redshift-serverless-tls",
    control: "HTTPS-11",
    title: "Workgroups of Redshift Serverless accept TLS connections only.",
    severity: "high",
    why: "A client that does not insist on TLS falls back to plain text without a word, and passwords and rows can be read on the way; only the server can rule that out.",
    remediation: `Add to the workgroup's configParameters one with parameterKey "${PARAMETER}" and parameterValue "true".`,
    frameworks: ["fsbp:RedshiftServerless.2", "gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(workgroup, report, subject) {
        const settings = settingsNamed(workgroup, "configParameters", PARAMETER, KEYS);
        for (const setting of settings) {
            subject.ifKnown(() => {
                const { path, value } = setting;
                if (value.toLowerCase() !== "true") {
                    report(`${path} of ${PARAMETER} is ${quote(value)}, expected "true"`);
                }
            });
        }
        // It was false before January 2025; what new workgroups get is documented for clusters only:
        // https://aws.amazon.com/blogs/big-data/amazon-redshift-enhances-security-by-changing-default-behavior-in-2025/
        if (settings.length === 0) {
            throw new Undecided(
                `configParameters does not set ${PARAMETER}, and AWS's default has changed, expected "true"`,
            );
        }
    },
    examples: {
        accepted: [
            {
                title: "a workgroup that requires TLS",
                resources: [
                    {
                        type: TYPE,
                        props: {
                            configParameters: [{ parameterKey: PARAMETER, parameterValue: "true" }],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a workgroup that takes plain text",
                resources: [
                    {
                        type: TYPE,
                        props: {
                            configParameters: [
                                { parameterKey: PARAMETER, parameterValue: "false" },
                            ],
                        },
                    },
                ],
                messages: [
                    `configParameters[0].parameterValue of ${PARAMETER} is "false", expected "true"`,
                ],
            },
        ],
    },
});
