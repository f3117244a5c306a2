import type {
    Finding,
    PolicyEvidence,
    ResourceEvidence,
    RunEvidence,
} from "../../../preflight/report/evidence";

export const ROOT = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";

export const urn = (type: string, name: string): string =>
    `urn:pulumi:prod::shop::${type}::${name}`;

export function resource(
    type: string,
    name: string,
    more: Partial<ResourceEvidence> = {},
): ResourceEvidence {
    return { urn: urn(type, name), type, name, parent: ROOT, provider: "", ...more };
}

export function policy(name: string, more: Partial<PolicyEvidence> = {}): PolicyEvidence {
    return {
        name,
        title: `${name} holds.`,
        description: "why it matters",
        remediation: `Set ${name}.`,
        enforcement: "mandatory",
        kind: "resource",
        frameworks: [],
        notApplicable: [],
        passed: [],
        findings: [],
        ...more,
    };
}

export function finding(name: string, more: Partial<Finding> = {}): Finding {
    return {
        urn: urn("aws:s3/bucket:Bucket", name),
        verdict: "fail",
        enforcement: "mandatory",
        messages: ["found x, expected y"],
        ...more,
    };
}

/** Three buckets and the stack, sorted by URN as a run has them. */
export function run(
    policies: readonly PolicyEvidence[],
    more: Partial<RunEvidence> = {},
): RunEvidence {
    const bucket = "aws:s3/bucket:Bucket";
    return {
        project: "shop",
        stack: "prod",
        mode: "up",
        source: "preflight",
        startedAt: "2026-11-23T10:00:00.000Z",
        durationMs: 1500,
        packs: [{ name: "storage", version: "1.2.3", policies }],
        resources: [
            resource(bucket, "a", { source: { file: "index.ts", line: 7 } }),
            resource(bucket, "b", { region: "eu-west-1" }),
            resource(bucket, "c", { guessed: true }),
            { urn: ROOT, type: "pulumi:pulumi:Stack", name: "shop-prod", parent: "", provider: "" },
        ],
        exceptions: [],
        notes: [],
        ...more,
    };
}
