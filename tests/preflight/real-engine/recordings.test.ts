import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
    analysisRun,
    deploymentRun,
    readAnalysis,
    readOperations,
    readState,
    type ReportContext,
} from "../../../preflight/real-engine";
import type { RunEvidence } from "../../../preflight/report/evidence";
import { exitStatus, results, summarize } from "../../../preflight/report/results";
import { UsageError } from "../../../preflight/usage-error";
import { fileOf } from "./events";
import { STORAGE } from "./storage";

const CONTEXT: ReportContext = { known: new Map([["storage", STORAGE]]), exceptions: [] };
const recording = (name: string): string => join(__dirname, "recordings", name);

async function deployed(file: string): Promise<RunEvidence> {
    const operations = await readOperations(file);
    assert.equal(operations.length, 1);
    return deploymentRun(operations[0]!, CONTEXT);
}

/** Rows without the passes of `excepted-one`, which is about everything. */
const rows = (run: RunEvidence): string[] =>
    [...results(run)]
        .filter(({ policy, verdict }) => policy !== "excepted-one" || verdict !== "pass")
        .map(({ policy, urn, verdict }) => `${policy} ${urn.split("::").pop() ?? ""} ${verdict}`);

const PREVIEWED = [
    "listener-https web-listener pass",
    "provider-region default_7_48_0 pass",
    "provider-region main pass",
    "resource-region password pass",
    "resource-region cert pass",
    "resource-region web-listener pass",
    "resource-region web-bucket pass",
    "bucket-described web-bucket fail",
    "bucket-named web-bucket pass",
    "buckets-few web-bucket fail",
    "excepted-one web-bucket excepted",
    "listener-cert web-listener not-evaluated",
    "one-site shop-prod pass",
    "parameter-tier password pass",
];

describe("recordings of the real engine", () => {
    it("accepts a preview that the CLI streamed", async () => {
        const run = await deployed(recording("preview.jsonl"));
        assert.deepEqual(rows(run), PREVIEWED);
        assert.deepEqual([run.project, run.stack, run.mode], ["shop", "prod", "preview"]);
        assert.equal(exitStatus(run), 0);
        assert.deepEqual(
            run.resources.map(({ name, type, parent, region }) => [
                name,
                type,
                parent.split("::").pop(),
                region,
            ]),
            [
                ["old", "aws:s3/bucket:Bucket", "shop-prod", undefined],
                ["password", "aws:ssm/parameter:Parameter", "shop-prod", "eu-west-1"],
                ["default_7_48_0", "pulumi:providers:aws", "", undefined],
                ["main", "pulumi:providers:aws", "shop-prod", "eu-west-1"],
                ["shop-prod", "pulumi:pulumi:Stack", "", undefined],
                ["cert", "aws:acm/certificate:Certificate", "web", "eu-west-1"],
                ["web-listener", "aws:lb/listener:Listener", "web", "eu-west-1"],
                ["web-bucket", "aws:s3/bucket:Bucket", "web", "eu-west-1"],
                ["web", "shop:web:Site", "shop-prod", undefined],
            ],
        );
        const listener = run.resources.find(({ name }) => name === "web-listener");
        assert.equal(
            listener?.provider,
            "urn:pulumi:prod::shop::pulumi:providers:aws::main::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        );
        assert.deepEqual(
            run.notes.map(({ kind }) => kind),
            ["engine", "remediated", "ungranted-exception", "unknown-pack"],
        );
    });

    it("accepts an update as the Automation API gives it, in which everything is known", async () => {
        const run = await deployed(recording("up.jsonl"));
        assert.deepEqual(
            rows(run),
            PREVIEWED.map((row) => row.replace("not-evaluated", "pass")),
        );
        assert.equal(run.mode, "up");
    });

    it("reports an update that a policy stopped", async () => {
        const run = await deployed(recording("stopped-up.jsonl"));
        assert.deepEqual(rows(run), ["provider-region main fail"]);
        assert.equal(exitStatus(run), 2);
        assert.deepEqual(
            run.notes.map(({ kind }) => kind),
            ["engine", "incomplete", "incomplete", "no-step", "unknown-pack", "unknown-pack"],
        );
    });

    it("reports an analysis of what the update left", async () => {
        const state = readState(recording("state.json"));
        const run = analysisRun(await readAnalysis(recording("analysis.jsonl")), state, CONTEXT);
        assert.deepEqual(rows(run), [
            "bucket-described old fail",
            "bucket-described web-bucket fail",
            "bucket-named old fail",
            "buckets-few old fail",
            "buckets-few web-bucket fail",
            "excepted-one old excepted",
            "excepted-one web-bucket excepted",
        ]);
        assert.equal(exitStatus(run), 2);
        assert.equal(summarize(run).pass, undefined);
        assert.deepEqual(
            run.resources.map(({ urn }) => urn),
            (await deployed(recording("up.jsonl"))).resources.map(({ urn }) => urn),
        );
        assert.deepEqual(
            run.resources.flatMap(({ name, source }) =>
                source ? [`${name} ${source.file}:${source.line}`] : [],
            ),
            [
                "password index.ts:17",
                "cert index.ts:10",
                "web-listener index.ts:10",
                "web-bucket index.ts:11",
                "web index.ts:16",
            ],
        );
    });

    it("refuses the preview when any line that carries a verdict is missing", async () => {
        const all = readFileSync(recording("preview.jsonl"), "utf8").split("\n");
        const evidence =
            /"(preludeEvent|policyEvent|policyAnalyze(Stack)?SummaryEvent|summaryEvent)"/;
        const carrying = [...all.keys()].filter((at) => evidence.test(all[at] ?? ""));
        assert.equal(carrying.length, 24);
        for (const at of carrying) {
            const file = fileOf(all.filter((_, other) => other !== at).join("\n"));
            await assert.rejects(deployed(file), UsageError, all[at]?.slice(0, 200));
        }
    });

    it("refuses the analysis when any line is missing", async () => {
        const all = readFileSync(recording("analysis.jsonl"), "utf8").trimEnd().split("\n");
        for (const at of all.keys()) {
            const file = fileOf(all.filter((_, other) => other !== at).join("\n"));
            await assert.rejects(readAnalysis(file), UsageError, all[at]?.slice(0, 200));
        }
    });
});
