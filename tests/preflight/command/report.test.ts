import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import {
    type Event,
    fileOf,
    lines,
    PREVIEW,
    stackJudged,
    summary,
    violation,
} from "../real-engine/events";
import { BUCKET, judged, prelude, ROOT, step } from "../real-engine/events";
import { folderOf, packFiles, preflight, removeFolders, WANTS_SHOP } from "./surroundings";

const RECORDINGS = join(__dirname, "../real-engine/recordings");
const SCHEMA = JSON.parse(
    readFileSync(join(__dirname, "../../../preflight/report/report.schema.json"), "utf8"),
) as object;

interface Report {
    readonly runs: readonly {
        readonly mode: string;
        readonly source: string;
        readonly violationsOnly?: boolean;
        readonly packs: readonly { readonly policies: readonly { readonly title: string }[] }[];
        readonly results: readonly { readonly verdict: string; readonly messages: string[] }[];
        readonly exceptions: readonly { readonly state: string }[];
        readonly summary: { readonly pass?: number };
    }[];
}

function valid(text: string): Report {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(SCHEMA);
    const report: unknown = JSON.parse(text);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    return report as Report;
}

/** An operation of the pack `bucket-rules`, which `packFiles` makes. */
const operation = (passes: boolean, preview = true): Event[] => {
    const pack = { policyPackName: "bucket-rules", policyPackVersion: "1.2.3" };
    return [
        prelude,
        judged(ROOT, { passed: ["bucket-named"] }, pack),
        step(ROOT),
        ...(passes
            ? [judged(BUCKET, { passed: ["bucket-named"] }, pack)]
            : [
                  violation(BUCKET, "bucket-named", "Buckets have a name.\nbucket is x\n", pack),
                  judged(BUCKET, { failed: ["bucket-named"] }, pack),
              ]),
        step(BUCKET),
        stackJudged({}, pack),
        summary({
            PolicyPacks: { "bucket-rules|local|/x": "1.2.3" },
            isPreview: preview,
            result: passes ? "succeeded" : "failed",
        }),
        { cancelEvent: {} },
    ];
};

describe("preflight report", () => {
    let pack: string;

    before(() => {
        pack = folderOf(
            packFiles(WANTS_SHOP, { extra: 'displayName: "Every bucket has a name.",' }),
        );
    });
    after(removeFolders);

    it("accepts a deployment that conforms, in the console", async () => {
        const said = await preflight([
            "report",
            "--events",
            fileOf(operation(true)),
            "--policy-pack",
            pack,
        ]);
        assert.deepEqual(said, {
            status: 0,
            stdout: [
                "",
                "shop / prod  Pulumi's engine, mode preview, 2 resources",
                "",
                "bucket-rules 1.2.3",
                "  ✓ bucket-named  2 passed",
                "",
                "notes",
                "  engine verdicts are those of Pulumi's engine; its events do not say which policies did not apply to a resource, nor why",
                "",
                "prod conforms: 2 resources, 1 policies: 2 passed, 0 failed, 0 excepted, 0 not evaluated, 0 errors (3.0 s)",
                "",
            ].join("\n"),
            stderr: "",
        });
    });

    it("reports a violation as JSON and exits with 2", async () => {
        const file = fileOf(operation(false));
        const said = await preflight([
            "report",
            "--events",
            file,
            "--policy-pack",
            pack,
            "--report",
            "json",
        ]);
        const { runs } = valid(said.stdout);
        assert.equal(said.status, 2);
        assert.equal(runs[0]?.source, "engine");
        assert.equal(runs[0].packs[0]?.policies[0]?.title, "Every bucket has a name.");
        assert.deepEqual(
            runs[0].results.map(({ verdict, messages }) => [verdict, ...messages]),
            [["fail", "bucket is x"], ["pass"]],
        );
    });

    it("reports operations of one file and of several as runs in their order", async () => {
        const both = fileOf(
            [operation(true), operation(true, false)]
                .map((events) => `${lines(events).join("\n")}\n`)
                .join(""),
        );
        const said = await preflight([
            ...["report", "--events", both, "--events", fileOf(operation(false))],
            ...["--report", "json"],
        ]);
        assert.deepEqual(
            valid(said.stdout).runs.map(({ mode }) => mode),
            ["preview", "up", "preview"],
        );
        assert.equal(said.status, 2);
    });

    it("says of the recorded analysis that no violation is reported, never that something passed", async () => {
        const files = [
            "--analysis",
            join(RECORDINGS, "analysis.jsonl"),
            "--state",
            join(RECORDINGS, "state.json"),
        ];
        const said = await preflight(["report", ...files, "--report", "json"]);
        const [run] = valid(said.stdout).runs;
        assert.equal(said.status, 2);
        assert.equal(run?.violationsOnly, true);
        assert.equal("pass" in run.summary, false);
        assert.ok(run.results.length > 0 && run.results.every(({ verdict }) => verdict !== "pass"));
        const shown = await preflight(["report", ...files]);
        assert.match(
            shown.stdout,
            /^\nshop \/ prod {2}Pulumi's engine about the deployed state, 9 resources\n/,
        );
        assert.doesNotMatch(shown.stdout, /\d passed/);
    });

    it("takes controls and titles of this repository's packs without being told where they are", async () => {
        const file = join(RECORDINGS, "preview.jsonl");
        const said = await preflight(["report", "--events", file]);
        assert.equal(said.status, 0);
        assert.match(
            said.stdout,
            /\nall \d[^\n]*\n(.*\n)* {2}✓ resource-region REGION-02 {2}4 passed\n/,
        );
        assert.match(said.stdout, /\n {2}unknown-pack storage 1\.2\.3: /);
    });

    it("shows a file that cannot be used beside the others' reports, and exits with 1", async () => {
        const cut = fileOf(PREVIEW.slice(0, 4), "cut.jsonl");
        const part = fileOf([...PREVIEW.slice(0, -3), summary()], "part.jsonl");
        const said = await preflight([
            "report",
            "--events",
            cut,
            "--events",
            fileOf(operation(false)),
            "--events",
            part,
        ]);
        assert.equal(said.status, 1);
        assert.match(said.stdout, /prod does not conform/);
        assert.equal(
            said.stderr,
            [
                "preflight could not judge this:",
                `  ${cut}:4: found the end of the file, expected the summaryEvent of the operation that begins at line 1 before it: its events are truncated, or it broke off`,
                "preflight could not judge this:",
                `  ${part}:1: pack storage was not asked about the stack as a whole, expected a policyAnalyzeStackSummaryEvent: the engine asks when every step has succeeded (the operation succeeded)`,
                "",
            ].join("\n"),
        );
    });

    it("reports nothing on a file that cannot be used, whatever the pack", async () => {
        const empty = fileOf("");
        const said = await preflight([
            "report",
            "--events",
            empty,
            "--policy-pack",
            pack,
            "--report",
            "json",
        ]);
        assert.deepEqual(said, {
            status: 1,
            stdout: "",
            stderr: `preflight could not judge this:\n  ${empty}: found an empty file, expected one event of Pulumi's engine a line\n`,
        });
    });

    it("reports a pack that judged nothing in the files", async () => {
        const file = fileOf(PREVIEW);
        const said = await preflight(["report", "--events", file, "--policy-pack", pack]);
        assert.equal(said.status, 1);
        assert.equal(
            said.stderr,
            `preflight could not judge this:\n  --policy-pack: found bucket-rules, expected a pack that judged in ${file}: storage\n`,
        );
    });

    it("takes exceptions from a file, on a date", async () => {
        const exceptions = JSON.stringify([
            {
                policy: "bucket-named",
                stack: "prod",
                urn: BUCKET,
                reason: "The bucket is older than the rule and is renamed in spring.",
                approver: "security@appsonic.example",
                expires: "2027-01-31",
            },
        ]);
        const said = await preflight([
            ...["report", "--events", fileOf(operation(true)), "--exceptions", fileOf(exceptions)],
            ...["--date", "2027-02-01", "--report", "json"],
        ]);
        assert.deepEqual(
            valid(said.stdout).runs[0]?.exceptions.map(({ state }) => state),
            ["expired"],
        );
    });

    it("prints help", async () => {
        const said = await preflight(["report", "--help"]);
        assert.equal(said.status, 0);
        assert.match(said.stdout, /^Usage: preflight report /);
    });
});
