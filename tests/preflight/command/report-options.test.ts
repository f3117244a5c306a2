import assert from "node:assert/strict";
import { resolve } from "node:path";
import { parseReportOptions } from "../../../preflight/command/report-options";
import { UsageError } from "../../../preflight/usage-error";
import { folder } from "../support/folders";

function problems(...argv: string[]): readonly string[] {
    try {
        parseReportOptions(argv);
    } catch (error) {
        if (error instanceof UsageError) return error.problems;
        throw error;
    }
    return assert.fail("expected a UsageError");
}

describe("parseReportOptions", () => {
    it("reads events, with defaults for the rest", () => {
        const dir = folder({ "a.jsonl": "", "b.jsonl": "" });
        const files = [`${dir}/a.jsonl`, `${dir}/b.jsonl`] as const;
        assert.deepEqual(parseReportOptions(["--events", files[0], "--events", files[1]]), {
            events: files,
            policyPacks: [],
            policyPackConfigs: [],
            reports: [{ format: "console" }],
            verbose: false,
        });
    });

    it("reads every flag", () => {
        const dir = folder({ "a.jsonl": "", "s.json": "", "e.json": "[]", "p.json": "{}" });
        assert.deepEqual(
            parseReportOptions([
                ...["--analysis", `${dir}/a.jsonl`, "--state", `${dir}/s.json`],
                ...["--policy-pack", "x", "--policy-pack-config", `${dir}/p.json`],
                ...["--exceptions", `${dir}/e.json`, "--date", "2026-11-23", "--verbose"],
                ...["--report", `json=${dir}/r.json`],
            ]),
            {
                events: [],
                analysis: { file: `${dir}/a.jsonl`, state: `${dir}/s.json` },
                policyPacks: [resolve("x")],
                policyPackConfigs: [`${dir}/p.json`],
                exceptions: `${dir}/e.json`,
                date: "2026-11-23",
                reports: [{ format: "json", file: `${dir}/r.json` }],
                verbose: true,
            },
        );
    });

    it("prints help", () => {
        const help = parseReportOptions(["--help"]);
        assert.ok("print" in help);
        assert.match(
            help.print,
            /^Usage: preflight report --events FILE \| --analysis FILE --state FILE/,
        );
    });

    it("reports everything that is wrong at once", () => {
        assert.deepEqual(problems("prog", "--analysis", "/no/a", "--date", "today"), [
            'found "prog", expected options only; a program in a folder named report is judged by `preflight ./report`',
            "--analysis: found it alone, expected --state, too",
            "/no/a: found no such file",
            '--date: found "today", expected a day as YYYY-MM-DD',
        ]);
        assert.deepEqual(problems("--state", "/no/s"), [
            "--state: found it alone, expected --analysis, too",
            "/no/s: found no such file",
        ]);
        assert.deepEqual(problems(), [
            "found nothing to report on, expected --events, or --analysis and --state",
        ]);
        assert.deepEqual(problems("--stack", "prod"), [
            "unknown option '--stack'\n(Did you mean --state?) (preflight report --help lists the options)",
        ]);
    });
});
