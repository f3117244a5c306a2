import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { type Options, parseOptions } from "../../../preflight/command/options";
import { UsageError } from "../../../preflight/usage-error";
import { folder } from "../support/folders";

function options(...argv: string[]): Options {
    const parsed = parseOptions(argv, "1.0.0");
    assert.ok(!("print" in parsed));
    return parsed;
}

function problems(...argv: string[]): readonly string[] {
    try {
        parseOptions(argv, "1.0.0");
    } catch (error) {
        if (error instanceof UsageError) return error.problems;
        throw error;
    }
    return assert.fail("expected a UsageError");
}

describe("parseOptions", () => {
    it("has defaults for everything", () => {
        assert.deepEqual(options(), {
            program: ".",
            stacks: [],
            mode: "up",
            policyPacks: [],
            policyPackConfigs: [],
            policies: [],
            skip: [],
            list: false,
            overrides: [],
            reports: [{ format: "console" }],
            isolated: false,
            timeoutSeconds: 300,
            verbose: false,
        });
    });

    it("reads every flag", () => {
        const dir = folder({ "p.json": "{}", "e.json": "[]" });
        const given = options(
            ...[
                "check",
                "prog",
                "--stack",
                "a",
                "--stack",
                "b",
                "--stack",
                "a",
                "--mode",
                "preview",
            ],
            ...[
                "--policy-pack",
                "x",
                "--policy-pack-config",
                join(dir, "p.json"),
                "--policy",
                "n",
                "--skip",
                "m",
            ],
            ...[
                "--list",
                "--exceptions",
                join(dir, "e.json"),
                "--config",
                "a=b=c",
                "--config-path",
                "l[0]=",
                "--isolated",
            ],
            ...[
                "--report",
                "console",
                "--report",
                `json=${dir}/r.json`,
                "--date",
                "2028-02-29",
                "--timeout",
                "1.5",
                "--verbose",
            ],
        );
        assert.deepEqual(given, {
            program: "prog",
            stacks: ["a", "b"],
            mode: "preview",
            policyPacks: [resolve("x")],
            policyPackConfigs: [join(dir, "p.json")],
            policies: ["n"],
            skip: ["m"],
            list: true,
            exceptions: join(dir, "e.json"),
            overrides: [
                { key: "a", value: "b=c", path: false },
                { key: "l[0]", value: "", path: true },
            ],
            reports: [{ format: "console" }, { format: "json", file: resolve(dir, "r.json") }],
            isolated: true,
            date: "2028-02-29",
            timeoutSeconds: 1.5,
            verbose: true,
        });
    });

    it("takes ./check for a folder of that name", () => {
        assert.equal(options("./check").program, "./check");
        assert.equal(options("check").program, ".");
        assert.equal(options("./report").program, "./report");
    });

    it("reports a command behind options", () => {
        assert.deepEqual(problems("--verbose", "report", "--stack", "prod"), [
            "report: found the command behind options, expected it first; a folder of that name is ./report",
        ]);
    });

    it("prints help and version", () => {
        const help = parseOptions(["--help"], "1.0.0");
        assert.ok("print" in help && help.print.includes("--policy-pack-config <file>"));
        assert.match(help.print, /preflight report --events FILE \| --analysis FILE --state FILE/);
        assert.match(help.print, /written with a dot: \.\/check, \.\/report/);
        assert.deepEqual(parseOptions(["--version"], "1.2.3"), { print: "1.2.3\n" });
    });

    it("reports everything that is wrong at once", () => {
        assert.deepEqual(
            problems(
                ...[
                    "a",
                    "b",
                    "--mode",
                    "down",
                    "--policy-pack-config",
                    "/nowhere.json",
                    "--config",
                    "x",
                    "--date",
                    "2027-02-30",
                ],
                ...[
                    "--timeout",
                    "soon",
                    "--report",
                    "jsn",
                    "--report",
                    "json",
                    "--report",
                    "console=/no/such/x.txt",
                    "--exceptions",
                    "/gone",
                ],
            ),
            [
                "--config x: found no value, expected KEY=VALUE",
                "found 2 programs (a, b), expected one",
                '--mode: found "down", expected up or preview',
                "--policy-pack-config: found 1 files for 0 packs, expected one per --policy-pack",
                "/nowhere.json: found no such file",
                "/gone: found no such file",
                '--date: found "2027-02-30", expected a day as YYYY-MM-DD',
                '--report: found "jsn", expected one of: console, json (did you mean "json"?)',
                "--report console: found no folder /no/such, expected it to exist",
                "--report: found 2 reports to standard output (jsn, json), expected at most one: give the others a file, as in --report json=report.json",
                '--timeout: found "soon", expected seconds between 1 and 86400',
            ],
        );
        assert.deepEqual(problems("--date", "tomorrow", "--timeout", "0"), [
            '--date: found "tomorrow", expected a day as YYYY-MM-DD',
            '--timeout: found "0", expected seconds between 1 and 86400',
        ]);
    });

    it("reports unknown options with the nearest", () => {
        assert.deepEqual(problems("--isolate"), [
            "unknown option '--isolate'\n(Did you mean --isolated?) (preflight --help lists the options)",
        ]);
    });
});
