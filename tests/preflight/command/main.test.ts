import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import {
    WANTS_SHOP,
    folderOf,
    packFiles,
    preflight,
    programFiles,
    removeFolders,
    withoutTimes,
} from "./surroundings";

const GOOD = `new Bucket("images", { bucket: "shop-images" });`;
const BAD = `new Bucket("images", { bucket: "images" });`;
const URN = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::images";
const SCHEMA = JSON.parse(
    readFileSync(join(__dirname, "../../../preflight/report/report.schema.json"), "utf8"),
) as object;

interface Report {
    readonly runs: readonly {
        readonly stack: string;
        readonly mode: string;
        readonly results: readonly { readonly urn: string; readonly verdict: string }[];
        readonly exceptions: readonly { readonly state: string }[];
        readonly notes: readonly { readonly kind: string; readonly message: string }[];
    }[];
}

function valid(text: string): Report {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(SCHEMA);
    const report: unknown = JSON.parse(text);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    return report as Report;
}

const refusal = (...lines: string[]): string =>
    ["preflight could not judge this:", ...lines.map((line) => `  ${line}`), ""].join("\n");
const refusalOf = (stack: string, ...lines: string[]): string =>
    refusal(...lines).replace(":", ` (${stack}):`);

describe("the command", () => {
    let pack: string;
    let good: string;
    let bad: string;

    before(() => {
        pack = folderOf(packFiles(WANTS_SHOP));
        good = folderOf(programFiles(GOOD));
        bad = folderOf(programFiles(BAD));
    });
    after(removeFolders);

    describe("judging", () => {
        it("accepts a program that conforms, without colour outside a terminal", async () => {
            const said = await preflight([good, "--policy-pack", pack]);
            assert.deepEqual(
                { ...said, stdout: withoutTimes(said.stdout) },
                {
                    status: 0,
                    stdout: [
                        "",
                        "shop / dev  mode up, 3 resources",
                        "",
                        "bucket-rules 1.2.3",
                        "  ✓ bucket-named  3 passed",
                        "",
                        "dev conforms: 3 resources, 1 policies: 3 passed, 0 failed, 0 excepted, 0 not evaluated, 0 errors (0.0 s)",
                        "",
                    ].join("\n"),
                    stderr: "",
                },
            );
        });

        it("reports a violation with its line and exits with 2", async () => {
            const said = await preflight(["check", bad, "--policy-pack", pack]);
            assert.deepEqual(
                { ...said, stdout: withoutTimes(said.stdout) },
                {
                    status: 2,
                    stdout: [
                        "",
                        "shop / dev  mode up, 3 resources",
                        "",
                        "bucket-rules 1.2.3",
                        "  ✗ bucket-named  2 passed, 1 failed",
                        "      ✗ images aws:s3/bucket:Bucket index.js:3",
                        "          bucket is images, expected shop-…",
                        "",
                        "dev does not conform: 3 resources, 1 policies: 2 passed, 1 failed, 0 excepted, 0 not evaluated, 0 errors (0.0 s)",
                        "",
                    ].join("\n"),
                    stderr: "",
                },
            );
        });

        it("accepts what only an advisory policy says", async () => {
            const advisory = folderOf(packFiles(WANTS_SHOP, { level: "advisory" }));
            const said = await preflight([bad, "--policy-pack", advisory]);
            assert.equal(said.status, 0);
            assert.match(said.stdout, /✗ images aws:s3\/bucket:Bucket index\.js:3 \(advisory\)\n/);
        });

        it("reports a policy that breaks as an error and exits with 2", async () => {
            const broken = folderOf(packFiles("args.props.nothing.there();"));
            const said = await preflight([good, "--policy-pack", broken, "--report", "json"]);
            const [run] = valid(said.stdout).runs;
            assert.equal(said.status, 2);
            assert.deepEqual(
                run?.results.filter(({ urn }) => urn === URN).map(({ verdict }) => verdict),
                ["error"],
            );
        });

        it("judges in a first preview, too", async () => {
            const said = await preflight([
                good,
                "--policy-pack",
                pack,
                "--mode",
                "preview",
                "--report",
                "json",
            ]);
            assert.equal(said.status, 0);
            assert.equal(valid(said.stdout).runs[0]?.mode, "preview");
        });

        it("judges isolated as in process", async () => {
            const results = async (...more: string[]): Promise<unknown> =>
                valid(
                    (await preflight([bad, "--policy-pack", pack, "--report", "json", ...more]))
                        .stdout,
                ).runs[0]?.results;
            assert.deepEqual(await results("--isolated"), await results());
        });

        it("judges what a remediation made of the program", async () => {
            const mending = folderOf(
                packFiles(WANTS_SHOP, {
                    level: "remediate",
                    extra: `remediateResource: (args) => args.type === "aws:s3/bucket:Bucket" ? { ...args.props, bucket: "shop-mended" } : undefined,`,
                }),
            );
            const said = await preflight([bad, "--policy-pack", mending, "--report", "json"]);
            assert.equal(said.status, 0, said.stderr);
            assert.deepEqual(
                valid(said.stdout).runs[0]?.results.map(({ verdict }) => verdict),
                ["pass", "pass", "pass"],
            );
        });
    });

    describe("programs that cannot be judged", () => {
        const refusals: readonly [string, string, readonly string[], readonly string[]][] = [
            [
                "an error at top level",
                `throw new Error("no stock");`,
                [],
                ["index.js:3: no stock", "    at index.js:3"],
            ],
            [
                "an error in an apply",
                `${GOOD.slice(0, -1)}.arn.apply(() => {\n    throw new Error("no stock");\n});`,
                [],
                ["index.js:4: no stock", "    at index.js:4"],
            ],
            [
                "a promise that nobody catches",
                `${GOOD}\nvoid Promise.resolve().then(() => {\n    throw new Error("no stock");\n});`,
                [],
                ["index.js:5: no stock", "    at index.js:5"],
            ],
            [
                "process.exit",
                "process.exit(3);",
                [],
                [
                    "index.js:3: the program called process.exit(3), expected it to end by itself",
                    "    at index.js:3",
                ],
            ],
            [
                "a program that kills itself",
                `process.kill(process.pid, "SIGKILL");`,
                [],
                [
                    'index.js:3: the program ended its own process: process.kill(process.pid, "SIGKILL")',
                    "    at index.js:3",
                ],
            ],
            [
                "a promise that never resolves",
                `new Bucket("images", { bucket: new Promise(() => undefined) });`,
                [],
                [
                    "the program waits for outputs that never resolve: images (aws:s3/bucket:Bucket); expected no cycle and no promise without an end",
                    "    last registered: urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                ],
            ],
            [
                "every missing key with its flag",
                `const config = new pulumi.Config();\nconfig.require("name");\nconfig.requireSecret("token");`,
                [],
                [
                    "shop:name: found nothing, expected a value: --config shop:name=VALUE",
                    "shop:token: found nothing, expected a secret value: --config shop:token=VALUE",
                ],
            ],
        ];

        for (const [what, code, more, lines] of refusals) {
            it(`reports ${what}`, async () => {
                const dir = folderOf(programFiles(code));
                assert.deepEqual(await preflight([dir, "--policy-pack", pack, ...more]), {
                    status: 1,
                    stdout: "",
                    stderr: refusalOf("dev", ...lines),
                });
            });
        }

        it("reports a program that never ends, and where", async () => {
            const dir = folderOf(programFiles("for (;;) Math.random();"));
            const said = await preflight([dir, "--policy-pack", pack, "--timeout", "12"]);
            assert.equal(said.status, 1);
            assert.match(
                said.stderr,
                /^preflight could not judge this \(dev\):\n {2}index\.js:3: the program did not end within 12 seconds \(--timeout\)\n/,
            );
        });

        it("reports a program that declares nothing", async () => {
            const dir = folderOf(programFiles(""));
            const said = await preflight([dir, "--policy-pack", pack]);
            assert.equal(said.status, 1);
            assert.match(said.stderr, /index\.js: registered no resource and no output, expected/);
        });

        it("accepts the program once the missing key is given", async () => {
            const dir = folderOf(
                programFiles(`new Bucket("b", { bucket: new pulumi.Config().require("name") });`),
            );
            const argv = [dir, "--policy-pack", pack, "--config", "shop:name=shop-a"];
            assert.equal((await preflight(argv)).status, 0);
        });
    });

    describe("packs that cannot be used", () => {
        it("reports a folder without policies", async () => {
            const dir = folderOf({
                "PulumiPolicy.yaml": "runtime: nodejs\n",
                "package.json": '{ "name": "none", "version": "1.0.0", "main": "index.js" }',
                "index.js": `new (require("@pulumi/policy").PolicyPack)("none", { policies: [] });`,
            });
            const said = await preflight([good, "--policy-pack", dir]);
            assert.equal(said.status, 1);
            assert.match(said.stderr, /found no polic.*expected/);
        });

        it("reports a folder that is no pack, before the program runs", async () => {
            const said = await preflight([good, "--policy-pack", good]);
            assert.equal(said.status, 1);
            assert.match(said.stderr, /PulumiPolicy\.yaml/);
        });

        for (const more of [[], ["--isolated"]]) {
            it(`reports a pack that throws while it loads ${more.join("")}`, async () => {
                const dir = folderOf({
                    ...packFiles(""),
                    "index.js": `throw new Error("no key");`,
                });
                const said = await preflight([good, "--policy-pack", dir, ...more]);
                assert.equal(said.status, 1);
                assert.equal(said.stdout, "");
                assert.match(said.stderr, /no key/);
            });
        }

        it("reports a policy that no pack has, with the one that was meant", async () => {
            const argv = [good, "--policy-pack", pack, "--policy", "bucket-name"];
            const said = await preflight(argv);
            assert.equal(said.status, 1);
            assert.match(said.stderr, /"bucket-name".*bucket-named/);
        });

        it("reports a configuration for a policy that the pack does not have", async () => {
            const dir = folderOf({ "config.json": '{ "bucket-nmaed": "advisory" }' });
            const file = join(dir, "config.json");
            const said = await preflight([
                ...[good, "--policy-pack", pack],
                ...["--policy-pack-config", file],
            ]);
            assert.equal(said.status, 1);
            assert.match(said.stderr, /bucket-nmaed.*bucket-named/);
        });

        it("accepts a configuration that makes the policy advisory", async () => {
            const dir = folderOf({ "config.json": '{ "bucket-named": "advisory" }' });
            const said = await preflight([
                ...[bad, "--policy-pack", pack],
                ...["--policy-pack-config", join(dir, "config.json")],
            ]);
            assert.equal(said.status, 0, said.stderr);
        });
    });

    describe("stacks", () => {
        it("reports a stack without a file, and those that have one", async () => {
            const dir = folderOf(programFiles(GOOD, { "Pulumi.prod.yaml": "config: {}\n" }));
            const said = await preflight([dir, "--policy-pack", pack, "--stack", "prd"]);
            assert.equal(said.status, 1);
            assert.match(said.stderr, /Pulumi\.prd\.yaml/);
            assert.match(said.stderr, /prod/);
        });

        it("judges the other stacks when one breaks: 1 beats 2 beats 0", async () => {
            const dir = folderOf(
                programFiles(
                    `const name = new pulumi.Config().require("name");\nif (name === "none") throw new Error("no stock");\nnew Bucket("images", { bucket: name });`,
                    {
                        "Pulumi.bad.yaml": "config:\n  shop:name: images\n",
                        "Pulumi.broken.yaml": "config:\n  shop:name: none\n",
                        "Pulumi.good.yaml": "config:\n  shop:name: shop-images\n",
                    },
                ),
            );
            const argv = [dir, "--policy-pack", pack, "--report", "json"];
            const all = await preflight(argv);
            assert.equal(all.status, 1);
            assert.deepEqual(
                valid(all.stdout).runs.map(({ stack }) => stack),
                ["bad", "good"],
            );
            assert.equal(
                all.stderr,
                refusalOf("broken", "index.js:4: no stock", "    at index.js:4"),
            );
            const two = await preflight([...argv, "--stack", "good", "--stack", "bad"]);
            assert.deepEqual({ status: two.status, stderr: two.stderr }, { status: 2, stderr: "" });
        });
    });

    describe("reports", () => {
        it("reports two reports to standard output", async () => {
            const said = await preflight([good, "--report", "json", "--report", "console"]);
            assert.deepEqual(said, {
                status: 1,
                stdout: "",
                stderr: refusal(
                    "--report: found 2 reports to standard output (json, console), expected at most one: give the others a file, as in --report json=report.json",
                ),
            });
        });

        it("writes one report to a file and the other to standard output", async () => {
            const file = join(folderOf({}), "report.json");
            const said = await preflight([
                ...[bad, "--policy-pack", pack],
                ...["--report", `json=${file}`, "--report", "console"],
            ]);
            assert.equal(said.status, 2);
            assert.match(said.stdout, /dev does not conform/);
            assert.equal(valid(readFileSync(file, "utf8")).runs.length, 1);
        });

        it("reports a report that cannot be written", async () => {
            const dir = folderOf({ "report.json/x": "" });
            const file = join(dir, "report.json");
            const said = await preflight([
                ...[good, "--policy-pack", pack],
                ...["--report", `json=${file}`],
            ]);
            assert.equal(said.status, 1);
            assert.equal(
                said.stderr,
                refusal(`--report json: found the folder ${file}, expected a file`),
            );
        });

        it("colours on a terminal, unless NO_COLOR says no", async () => {
            const argv = [bad, "--policy-pack", pack];
            const esc = "\u001b[";
            const coloured = await preflight(argv, { terminal: true });
            assert.ok(coloured.stdout.includes(esc));
            const plain = await preflight(argv, {
                terminal: true,
                environment: { NO_COLOR: "1" },
            });
            assert.ok(!plain.stdout.includes(esc));
        });

        it("colours complaints by the stream they go to", async () => {
            const argv = [good, "--mode", "sideways"];
            const red = "\u001b[31mpreflight could not judge this:\u001b[39m\n";
            const on = await preflight(argv, { terminal: true });
            assert.ok(on.stderr.startsWith(red));
            const off = await preflight(argv, { environment: { CI: "1", FORCE_COLOR: "1" } });
            assert.ok(off.stderr.startsWith("preflight could not judge this:\n"));
        });

        it("prints help", async () => {
            const said = await preflight(["--help"]);
            assert.equal(said.status, 0);
            assert.match(said.stdout, /^Usage: preflight \[check\] \[PROGRAM\] \[options\]\n/);
        });

        it("lists packs with their policies", async () => {
            assert.deepEqual(await preflight(["--list", "--policy-pack", pack]), {
                status: 0,
                stdout: "bucket-rules 1.2.3\n  bucket-named (mandatory)  Buckets have a name.\n",
                stderr: "",
            });
        });

        it("keeps secrets of the configuration out of every report", async () => {
            const secret = "shop-hunter2";
            const dir = folderOf(
                programFiles(
                    `new Bucket("images", { bucket: new pulumi.Config().requireSecret("token").apply((t) => "x" + t) });`,
                    {
                        "Pulumi.yaml":
                            "name: shop\nruntime: nodejs\nconfig:\n  token:\n    type: string\n    secret: true\n",
                    },
                ),
            );
            const file = join(dir, "report.json");
            const said = await preflight([
                ...[dir, "--policy-pack", pack, "--verbose"],
                ...["--config", `shop:token=${secret}`],
                ...["--report", "console", "--report", `json=${file}`],
            ]);
            assert.equal(said.status, 2, said.stderr);
            assert.match(said.stdout, /bucket is \[secret\], expected shop-…/);
            for (const text of [said.stdout, said.stderr, readFileSync(file, "utf8")]) {
                assert.ok(!text.includes(secret), text);
            }
        });
    });
});
