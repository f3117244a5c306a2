import type { PackInfo, PolicyInfo } from "../../../preflight/packs/pack";

function policy(name: string, description: string, more: Partial<PolicyInfo> = {}): PolicyInfo {
    return {
        name,
        kind: "resource",
        title: description,
        description,
        remediation: "",
        enforcement: "mandatory",
        tags: [],
        ...more,
    };
}

/** The pack `storage` of the recordings, as it describes itself. */
export const STORAGE: PackInfo = {
    name: "storage",
    version: "1.2.3",
    policies: [
        policy("bucket-named", "Buckets have a name.", {
            severity: "high",
            remediation: "Name it.",
            url: "https://example.com/bucket-named",
            tags: ["control:DATA-01", "fsbp:S3.1"],
        }),
        policy("bucket-described", "Buckets say what they hold.", { enforcement: "advisory" }),
        policy("excepted-one", "Has an exception."),
        policy("listener-cert", "Listeners have certificates."),
        policy("parameter-tier", "Parameters are standard.", { enforcement: "remediate" }),
        policy("one-site", "There is one site.", { kind: "stack" }),
        policy("buckets-few", "There are few buckets.", { kind: "stack", enforcement: "advisory" }),
    ],
};
