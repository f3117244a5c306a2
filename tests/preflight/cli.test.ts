import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { suggestion } from "../../preflight/usage-error";
import { version } from "../../preflight/command/installation";

const ROOT = join(__dirname, "..", "..");
const COMMAND = ["--require", "ts-node/register/transpile-only", "preflight/cli.ts"];

describe("preflight/cli.ts", () => {
    it("prints what it is asked for and exits with 0", () => {
        const printed = execFileSync(process.execPath, [...COMMAND, "--version"], {
            cwd: ROOT,
            encoding: "utf8",
        });
        assert.equal(printed, `${version()}\n`);
    });

    it("exits with 1 and says why on standard error", () => {
        const { status, stdout, stderr } = spawnSync(
            process.execPath,
            [...COMMAND, "--mode", "down"],
            {
                cwd: ROOT,
                encoding: "utf8",
                // Where builds run, colour libraries take a pipe for a terminal.
                env: { ...process.env, CI: "true" },
            },
        );
        assert.deepEqual([status, stdout], [1, ""]);
        assert.equal(
            stderr,
            'preflight could not judge this:\n  --mode: found "down", expected up or preview\n',
        );
    });
});

describe("the command's start", () => {
    it("loads nothing that only `preflight report` needs", () => {
        const code = `require(process.argv[1]); process.stdout.write(Object.keys(require.cache).join("\\n"));`;
        const main = join(ROOT, "preflight/command/main.ts");
        const loaded = execFileSync(
            process.execPath,
            ["--require", "ts-node/register/transpile-only", "--eval", code, main],
            { cwd: ROOT, encoding: "utf8" },
        ).split("\n");
        const ours = loaded.filter((file) => file.startsWith(join(ROOT, "preflight")));
        assert.ok(ours.includes(join(ROOT, "preflight/command/check.ts")));
        assert.deepEqual(
            ours.filter((file) => /real-engine|command\/report/.test(file)),
            [],
        );
    });
});

describe("suggestion", () => {
    it("is the nearest candidate, or nothing when all are far", () => {
        assert.equal(suggestion("pord", ["dev", "prod"]), ' (did you mean "prod"?)');
        assert.equal(suggestion("staging", ["dev", "prod"]), "");
        assert.equal(suggestion("x", []), "");
    });
});
