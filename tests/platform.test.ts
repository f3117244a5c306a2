import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv";

const HOME = join(__dirname, "..");
const COMMAND = join(HOME, "dist", "preflight", "cli.js");
const PACKS = ["region-lock", "https-only"];
const SCHEMA = JSON.parse(
    readFileSync(join(HOME, "preflight", "report", "report.schema.json"), "utf8"),
) as object;

interface Run {
    readonly stack: string;
    readonly mode: string;
    readonly packs: readonly { readonly name: string }[];
    readonly results: readonly { readonly pack: string; readonly verdict: string }[];
    readonly resources: readonly { readonly urn: string }[];
}

/** Judges this repository's own program as the command does, and gives its JSON without times. */
async function judge(
    more: readonly string[] = [],
    { cwd = HOME, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<readonly Run[]> {
    const { status, stdout, stderr } = await execute(
        [COMMAND, HOME, "--date", "2026-11-23", "--report", "json", ...more],
        { cwd, env },
    );
    assert.equal(status, 0, stderr + stdout.slice(0, 2000));
    const report = JSON.parse(stdout) as { readonly runs: readonly Record<string, unknown>[] };
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(SCHEMA);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    return report.runs.map(
        (run) => ({ ...run, startedAt: undefined, durationMs: undefined }) as unknown as Run,
    );
}

function execute(
    args: readonly string[],
    { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ status: number; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
        const options = { cwd, env: { PATH: process.env.PATH, ...env }, maxBuffer: 2 ** 28 };
        execFile(process.execPath, args, options, (error, stdout, stderr) => {
            const code = error?.code;
            resolve({ status: typeof code === "number" ? code : error ? -1 : 0, stdout, stderr });
        });
    });
}

/** `--policy-pack` for each of the packs. */
function packs(names: readonly string[], folder = "dist/policies"): string[] {
    return names.flatMap((name) => ["--policy-pack", join(HOME, folder, name)]);
}

function urnsOf(resources: Run["resources"]): readonly string[] {
    return resources.map(({ urn }) => urn);
}

describe("this repository's own program", function () {
    this.timeout(180_000);
    let plain: readonly Run[];

    before(async () => {
        assert.ok(existsSync(COMMAND), "dist/ is missing: npm run build");
        plain = await judge();
    });

    it("conforms in both stacks", () => {
        assert.deepEqual(
            plain.map(({ stack, mode }) => ({ stack, mode })),
            [
                { stack: "dev", mode: "up" },
                { stack: "prod", mode: "up" },
            ],
        );
        for (const { results, packs: judged } of plain) {
            assert.deepEqual(judged.map(({ name }) => name).sort(), [...PACKS].sort());
            assert.ok(results.length > 100);
            assert.ok(results.every(({ verdict }) => ["pass", "excepted"].includes(verdict)));
        }
    });

    it("conforms in a first preview, too, with the same resources", async () => {
        const preview = await judge(["--mode", "preview"]);
        assert.deepEqual(
            preview.map(({ stack, mode, resources }) => [stack, mode, urnsOf(resources)]),
            plain.map(({ stack, resources }) => [
                stack,
                "preview",
                // A component's output that is a resource is looked up through this one, once it is known.
                urnsOf(resources).filter(
                    (urn) => !urn.endsWith("::pulumi:providers:pulumi::default"),
                ),
            ]),
        );
    });

    it("gets the same report from isolated packs, elsewhere, in another zone and language", async () => {
        const env = { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
        assert.deepEqual(await judge(["--isolated"], { cwd: tmpdir(), env }), plain);
    });

    it("gets the same report from packs in another order", async () => {
        assert.deepEqual(await judge(packs([...PACKS].reverse())), plain);
    });

    it("gets the same report from the packs' sources", async () => {
        assert.deepEqual(await judge(packs(PACKS, "policies")), plain);
    });
});
