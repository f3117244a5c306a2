import assert from "node:assert/strict";
import { analysisRun, readAnalysis } from "../../../preflight/real-engine/analysis";
import type { ReportContext } from "../../../preflight/real-engine/run-evidence";
import type { State } from "../../../preflight/real-engine/state";
import type { RunEvidence } from "../../../preflight/report/evidence";
import { results, summarize } from "../../../preflight/report/results";
import { UsageError } from "../../../preflight/usage-error";
import {
    BUCKET,
    end,
    type Event,
    fileOf,
    judged,
    lines,
    prelude,
    ROOT,
    shown,
    stackJudged,
    step,
    summary,
    violation,
} from "./events";
import { STORAGE } from "./storage";

const KNOWN: ReportContext = { known: new Map([["storage", STORAGE]]), exceptions: [] };
const resource = (urn: string, type: string, parent = ROOT): State["resources"][number] => ({
    urn,
    type,
    name: urn.split("::").pop() ?? "",
    parent,
    provider: "",
});
const STATE: State = {
    file: "state.json",
    resources: [
        resource(BUCKET, "aws:s3/bucket:Bucket"),
        resource(ROOT, "pulumi:pulumi:Stack", ""),
    ],
    external: new Set(),
    secrets: [],
};
/** What the command writes behind the last violation. */
const last = (more: Record<string, unknown> = {}): Event =>
    summary({ PolicyPacks: { storage: "1.2.3" }, durationSeconds: 0, isPreview: false, ...more });
const failed = last({ result: "failed" });
const bad = violation(BUCKET, "bucket-named", "Buckets have a name.\nbucket is hunter2");

async function run(events: readonly Event[], state = STATE, context = KNOWN): Promise<RunEvidence> {
    return analysisRun(await readAnalysis(fileOf(events)), state, context);
}

async function refused(work: Promise<unknown>, ...problems: string[]): Promise<void> {
    await assert.rejects(work, (error) => {
        assert.ok(error instanceof UsageError);
        assert.deepEqual(error.problems, problems);
        return true;
    });
}

describe("readAnalysis", () => {
    it("reports a file without its summary", async () => {
        const file = fileOf([bad]);
        await refused(
            readAnalysis(file),
            `${file}: found no summaryEvent at its end, expected what \`pulumi policy analyze --json\` writes: it is truncated`,
        );
    });

    it("reports a deployment's events", async () => {
        const others = [prelude, step(ROOT), shown(ROOT), judged(ROOT), stackJudged(), end];
        for (const event of others) {
            const file = fileOf([bad, event, failed]);
            await refused(
                readAnalysis(file),
                `${file}:2: found a deployment's event, expected what \`pulumi policy analyze --json\` writes: --events takes a deployment's events`,
            );
        }
    });

    it("reports lines that are missing, and a second analysis", async () => {
        const [first = "", , third = ""] = lines([bad, bad, failed]);
        const gap = fileOf(`${first}\n${third}\n`);
        await refused(
            readAnalysis(gap),
            `${gap}:2: found sequence 2, expected 1: the analysis is not whole, or there are two`,
        );
        const two = fileOf(`${lines([failed]).join("\n")}\n${lines([failed]).join("\n")}\n`);
        await refused(
            readAnalysis(two),
            `${two}:2: found an event behind the summary, expected one analysis, which ends there`,
        );
    });
});

describe("analysisRun", () => {
    it("accepts an analysis without violations, and calls nothing passed", async () => {
        const evidence = await run([last()]);
        assert.deepEqual([...results(evidence)], []);
        assert.deepEqual(summarize(evidence), {
            resources: 2,
            policies: 7,
            fail: 0,
            excepted: 0,
            "not-evaluated": 0,
            error: 0,
        });
        const { mode, source, violationsOnly, durationMs, notes } = evidence;
        assert.deepEqual([mode, source, violationsOnly, durationMs], ["up", "engine", true, 0]);
        assert.deepEqual(notes, [
            {
                kind: "engine",
                message:
                    "`pulumi policy analyze` lists violations only: of everything else no violation is reported, which is less than that it passed",
            },
            {
                kind: "unnamed-policies",
                message:
                    "storage 1.2.3: which policies were asked is not in the file; those without a violation are listed as this version has them here: bucket-named, bucket-described, excepted-one, listener-cert, parameter-tier, one-site, buckets-few",
            },
        ]);
    });

    it("leaves out policies that this configuration of the pack disables", async () => {
        const policies = STORAGE.policies.map((policy) =>
            policy.name === "one-site" ? { ...policy, enforcement: "disabled" as const } : policy,
        );
        const known = new Map([["storage", { ...STORAGE, policies }]]);
        const [pack] = (await run([last()], STATE, { known, exceptions: [] })).packs;
        assert.ok(pack?.policies.every(({ name }) => name !== "one-site"));
    });

    it("reports violations on the state's resources, decoded and without secrets", async () => {
        const evidence = await run(
            [
                bad,
                violation(BUCKET, "excepted-one", "excepted until 2027-03-31: bucket is plain", {
                    enforcementLevel: "advisory",
                }),
                violation(ROOT, "one-site", "There is one site.\nfound none"),
                {
                    policyRemediationEvent: {
                        resourceUrn: BUCKET,
                        policyName: "parameter-tier",
                        before: {},
                        after: { tier: 1 },
                    },
                },
                failed,
            ],
            { ...STATE, secrets: ["hunter2"] },
        );
        assert.deepEqual(
            [...results(evidence)].map(({ policy, urn, verdict, messages }) => [
                policy,
                urn,
                verdict,
                messages,
            ]),
            [
                ["bucket-named", BUCKET, "fail", ["bucket is [secret]"]],
                ["excepted-one", BUCKET, "excepted", ["bucket is plain"]],
                ["one-site", ROOT, "fail", ["found none"]],
            ],
        );
        assert.equal(evidence.durationMs, 4000);
        assert.deepEqual(
            evidence.notes.find(({ kind }) => kind === "remediated"),
            { kind: "remediated", urn: BUCKET, message: "parameter-tier would change tier" },
        );
    });

    it("accepts what is said of a stack that has no resource of its own", async () => {
        const alone = { ...STATE, resources: STATE.resources.slice(0, 1) };
        const evidence = await run([violation(ROOT, "one-site", "found none"), failed], alone);
        assert.deepEqual(
            [...results(evidence)].map(({ urn }) => urn),
            [ROOT],
        );
    });

    it("says where a violation is on what the program only reads", async () => {
        const { notes } = await run([bad, failed], { ...STATE, external: new Set([BUCKET]) });
        assert.deepEqual(
            notes.find(({ kind }) => kind === "read-resource"),
            {
                kind: "read-resource",
                urn: BUCKET,
                message:
                    "the program reads this resource and does not manage it: only an analysis judges it",
            },
        );
    });

    it("refuses a state that is not the analyzed one", async () => {
        const other = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::images";
        const file = fileOf([violation(other, "bucket-named", "m"), bad, failed]);
        await refused(
            readAnalysis(file).then((analysis) => analysisRun(analysis, STATE, KNOWN)),
            `${file}: found ${other}, expected resources of the state that was analyzed`,
        );
        await refused(
            run([last()], {
                ...STATE,
                resources: [...STATE.resources, resource(other, "aws:s3/bucket:Bucket")],
            }),
            "state.json: found shop/dev, shop/prod, expected the resources of one stack",
        );
    });

    it("refuses an analysis by no pack, and one that broke", async () => {
        const none = fileOf([last({ PolicyPacks: {} })]);
        await refused(
            readAnalysis(none).then((analysis) => analysisRun(analysis, STATE, KNOWN)),
            `${none}: found no policy pack, expected an analysis by at least one`,
        );
        const broken = fileOf([failed]);
        await refused(
            readAnalysis(broken).then((analysis) => analysisRun(analysis, STATE, KNOWN)),
            `${broken}: found an analysis that failed without a mandatory violation, expected one that ended: its standard error says why`,
        );
    });
});
