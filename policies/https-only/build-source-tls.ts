import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { itemsOf } from "../lib/properties";

const TYPE = "aws:codebuild/project:Project";

/** What is built runs in production; whoever stands between may not choose it (P-09). */
export const buildSourceTls = definePolicy({
    name: "build-source-tls",
    control: "HTTPS-37",
    title: "Builds check the certificates of the servers that their sources come from.",
    severity: "high",
    why: "Without the check anyone between the build and its source can hand over other sources, which then run with the rights of the build and of what it deploys.",
    remediation:
        "Remove insecureSsl from source and secondarySources of the project, or set it to false.",
    frameworks: ["gdpr:32(1)(b)"],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        for (const list of ["source", "secondarySources"]) {
            subject.ifKnown(() => {
                for (const source of itemsOf(props, list)) {
                    subject.ifKnown(() => {
                        const checked = { accepted: ["false"], byDefault: "false" } as const;
                        const at = source.path;
                        expectValue(report, source.value, "insecureSsl", { ...checked, at });
                    });
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a project that leaves the check on",
                resources: [
                    {
                        type: TYPE,
                        props: { source: { type: "GITHUB_ENTERPRISE", location: "https://git" } },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a project that turns it off",
                resources: [
                    {
                        type: TYPE,
                        props: { source: { type: "GITHUB_ENTERPRISE", insecureSsl: true } },
                    },
                ],
                messages: ["source.insecureSsl is true, expected false"],
            },
        ],
    },
});
