import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { judge } from "../../../preflight/packs/judge";
import { loadPack } from "../../../preflight/packs/load";
import { PackError } from "../../../preflight/packs/pack";
import { UNKNOWN } from "../../../preflight/values";
import {
    context,
    fixture,
    graphOf,
    policyOf,
    rejection,
    removeTemporaryPacks,
    resource,
    temporaryPack,
} from "./support";

const MADE = { "PulumiPolicy.yaml": "runtime: nodejs", "package.json": '{ "version": "1.0.0" }' };
const PACK = `new (require("@pulumi/policy").PolicyPack)("p", { policies: [{ name: "x", description: "d", validateResource: () => {} }] });`;

async function refusal(files: Readonly<Record<string, string>>, options = {}): Promise<string> {
    const dir = temporaryPack({ ...MADE, ...files });
    const before = borrowed();
    const error = await rejection(loadPack({ dir }, context, options));
    assert.ok(error instanceof PackError);
    assert.deepEqual(borrowed(), before, "the process is as it was");
    return error.message.replaceAll(dir, "DIR");
}

/** What loading borrows of the process. */
function borrowed(): unknown[] {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- compared, never called
    const { exit } = process;
    return [process.cwd(), exit, console.log, console.info, console.error, Error.stackTraceLimit];
}

describe("preflight/packs/load", () => {
    after(removeTemporaryPacks);

    it("describes a pack", async () => {
        const pack = await loadPack({ dir: fixture("javascript") }, context);
        const { policies, ...about } = pack.info;
        assert.deepEqual(about, { name: "javascript-pack", version: "1.2.3" });
        assert.deepEqual(policies[0], {
            name: "bucket-named",
            kind: "resource",
            title: "Buckets have a name.",
            description: "A bucket has a name of its own.",
            remediation: "Set bucket.",
            url: "https://example.com/bucket-named",
            severity: "high",
            enforcement: "mandatory",
            tags: ["control:NAME-01", "fsbp:S3.1"],
        });
        assert.deepEqual(
            policies
                .map(({ name, kind, title, enforcement }) => [name, kind, title, enforcement])
                .slice(1),
            [
                ["either-storage", "resource", "Buckets and queues are tagged.", "mandatory"],
                ["not-for-components", "resource", "Every custom resource is fine.", "advisory"],
                ["a-bucket-exists", "stack", "The stack has a bucket.", "mandatory"],
                ["queue-outputs", "stack", "Queues are known by their URL.", "mandatory"],
            ],
        );
        assert.deepEqual(
            [pack.dir, pack.inProcess, pack.remediates],
            [fixture("javascript"), true, false],
        );
        await pack.close();
    });

    it("prefers the version of PulumiPolicy.yaml, as the engine does", async () => {
        const dir = temporaryPack({
            ...MADE,
            "PulumiPolicy.yaml": "runtime: nodejs\nversion: 9.9.9",
            "index.js": PACK,
        });
        assert.equal((await loadPack({ dir }, context)).info.version, "9.9.9");
    });

    it("accepts an entry that exports a function, even a slow one", async () => {
        const dir = temporaryPack({
            ...MADE,
            "index.js": `module.exports = async () => { await null; ${PACK} };`,
        });
        assert.equal((await loadPack({ dir }, context)).info.name, "p");
    });

    it("loads the same pack twice, each on its own", async () => {
        const [one, two] = await Promise.all([
            loadPack({ dir: fixture("javascript") }, context),
            loadPack({ dir: fixture("javascript"), config: { all: "disabled" } }, context),
        ]);
        assert.equal(one.info.policies[0]!.enforcement, "mandatory");
        assert.equal(two.info.policies[0]!.enforcement, "disabled");
    });

    it("keeps packs apart that share a library: their UnknownValueError is their own", async () => {
        const packs = [];
        for (const name of ["sharing-one", "sharing-two"])
            packs.push(await loadPack({ dir: fixture(name) }, context));
        const graph = graphOf(resource("test:index:Thing", "thing", { arn: UNKNOWN }));
        for (const evidence of await judge(graph, packs)) {
            assert.deepEqual(policyOf([evidence], "alone-in-library").findings, []);
            assert.deepEqual(
                policyOf([evidence], "readable-arn").findings.map(({ verdict, messages }) => [
                    verdict,
                    messages,
                ]),
                [["not-evaluated", ["arn is not known yet"]]],
            );
            assert.deepEqual(
                policyOf([evidence], "reads-arn").findings.map(({ verdict, messages }) => [
                    verdict,
                    messages,
                ]),
                [["not-evaluated", ["string value at .arn can't be known during preview"]]],
            );
        }
    });

    it("gives a policy library in node_modules the pack's own SDK, and shares other packages", async () => {
        const dir = temporaryPack(
            {
                ...MADE,
                "node_modules/policies/package.json":
                    '{ "name": "policies", "peerDependencies": { "@pulumi/policy": "^1" } }',
                "node_modules/policies/index.js": "exports.sdk = require('@pulumi/policy');",
                "node_modules/plain/package.json": '{ "name": "plain" }',
                "node_modules/plain/index.js":
                    "globalThis.plainLoads = (globalThis.plainLoads ?? 0) + 1;",
                "index.js": `require("plain"); const own = require("@pulumi/policy"); if (require("policies").sdk !== own) throw new Error("not the same SDK"); ${PACK}`,
            },
            false,
        );
        installSdk(dir);
        await loadPack({ dir }, context);
        await loadPack({ dir }, context);
        assert.equal((globalThis as unknown as { plainLoads: number }).plainLoads, 1);
    });

    it("accepts a pack with its own copy of the SDK", async () => {
        const dir = temporaryPack(
            {
                ...MADE,
                "index.js": PACK.replace("() => {}", "(a, r) => { if (a.props.x) r('x is set'); }"),
            },
            false,
        );
        installSdk(dir);
        const pack = await loadPack({ dir }, context);
        const evidence = await judge(graphOf(resource("test:index:Thing", "thing", { x: 1 })), [
            pack,
        ]);
        assert.deepEqual(policyOf(evidence, "x").findings[0]!.messages, ["x is set"]);
    });

    it("accepts an SDK that is older than ConfigureStack, but no other gap", async () => {
        const dir = temporaryPack({ ...MADE, "index.js": PACK }, false);
        installSdk(dir);
        const server = path.join(dir, "node_modules/@pulumi/policy/server.js");
        const withoutMethod = (line: string): void => {
            fs.writeFileSync(server, fs.readFileSync(server, "utf8").replace(line, ""));
        };
        withoutMethod("configureStack: configureStack,");
        assert.equal((await loadPack({ dir }, context)).info.name, "p");
        withoutMethod("configure: configure,");
        assert.equal(
            (await rejection(loadPack({ dir }, context))).message,
            `${dir}: found an error on the first calls, expected a pack that describes itself\n    configure is not implemented`,
        );
    });

    it("accepts modules that a policy requires while it runs, in the pack's folder", async () => {
        const dir = temporaryPack({
            ...MADE,
            "late.js": "exports.text = require('fs').readFileSync('text.txt', 'utf8');",
            "text.txt": "from the folder",
            "index.js": PACK.replace("() => {}", "(a, r) => r(require('./late').text)"),
        });
        const pack = await loadPack({ dir }, context);
        const evidence = await judge(graphOf(), [pack]);
        assert.deepEqual(policyOf(evidence, "x").findings[0]!.messages, ["from the folder"]);
    });

    it("accepts a TypeScript pack with a tsconfig.json, and sources without an extension", async () => {
        const dir = temporaryPack({
            ...MADE,
            "tsconfig.json":
                '{ "compilerOptions": { "module": "nodenext", "moduleResolution": "nodenext", "strict": true } }',
            "index.ts": `import policy = require("@pulumi/policy"); import { x } from "./lib/x"; new policy.PolicyPack("p", { policies: [x] });`,
            "lib/x/index.ts": `import type { ResourceValidationPolicy } from "@pulumi/policy"; export const x: ResourceValidationPolicy = { name: "x", description: "d", validateResource: () => undefined };`,
        });
        assert.deepEqual(
            (await loadPack({ dir }, context)).info.policies.map(({ name }) => name),
            ["x"],
        );
    });

    it("reports a pack that throws, with the place in the pack", async () => {
        assert.equal(
            await refusal({
                "index.ts": "const a: number = 1;\n\nthrow new Error('at load\\nsecond line');",
            }),
            "DIR: found an error at index.ts:3 while loading, expected a pack that loads\n    Error: at load\n    second line",
        );
        assert.equal(
            await refusal({
                "index.js":
                    "module.exports = () => Promise.reject('no'); console.error('said', 1);",
            }),
            "DIR: found an error while loading, expected a pack that loads\n    no\n    said 1",
        );
        assert.equal(
            await refusal({ "index.js": "require('./lib/missing');" }),
            "DIR: found an error at index.js:1 while loading, expected a pack that loads\n    Error: Cannot find module './lib/missing'\n    Require stack:\n    - DIR/index.js",
        );
        assert.equal(
            await refusal({ "index.js": "require('missing-package');" }),
            "DIR: found an error at index.js:1 while loading, expected a pack that loads\n    Error: Cannot find module 'missing-package'\n    Require stack:\n    - DIR/index.js",
        );
    });

    it("reports a pack that exits, as the SDK does for a bad name and a second pack", async () => {
        assert.equal(
            await refusal({ "index.js": "process.exit(3);" }),
            "DIR: found process.exit(3) at index.js:1 while loading, expected a pack that loads",
        );
        assert.equal(
            await refusal({ "index.js": "process.exit();" }),
            "DIR: found process.exit() at index.js:1 while loading, expected a pack that loads",
        );
        assert.equal(
            await refusal({ "index.js": PACK.replace('"p"', '"a b"') }),
            'DIR: found process.exit(1) at index.js:1 while loading, expected a pack that loads\n    Invalid policy pack name "a b". Policy pack names may only contain alphanumerics, hyphens, underscores, or periods.',
        );
        assert.equal(
            await refusal({ "index.js": PACK + PACK }),
            "DIR: found process.exit(1) at index.js:1 while loading, expected a pack that loads\n    Already serving policy pack 'p'. Only one policy pack may be defined per-process.",
        );
    });

    it("reports a pack without a PolicyPack, without policies, or that cannot describe itself", async () => {
        const expected =
            "expected an entry that makes one with the @pulumi/policy installed for it";
        assert.equal(await refusal({ "index.js": "" }), `DIR: found no PolicyPack, ${expected}`);
        assert.equal(
            await refusal({ "index.js": "console.log('hi');" }),
            `DIR: found no PolicyPack, ${expected}\n    hi`,
        );
        assert.equal(
            await refusal({ "index.js": PACK.replace(/\[.*\]/, "[]") }),
            "DIR: found no policies in pack p, expected at least one policy",
        );
        assert.equal(
            await refusal({
                "index.js": PACK.replace("description", "enforcementLevel: 'fatal', description"),
            }),
            "DIR: found an error on the first calls, expected a pack that describes itself\n    Error: Unknown enforcement level type 'fatal'",
        );
    });

    it("reports a pack that never finishes loading", async () => {
        assert.equal(
            await refusal(
                { "index.js": "module.exports = () => new Promise(() => undefined);" },
                { startTimeoutMs: 20 },
            ),
            "DIR: found an error while loading, expected a pack that loads\n    Error: not loaded after 0.02 s",
        );
    });

    it("reports a wrong configuration", async () => {
        const dir = fixture("configured");
        const error = await rejection(
            loadPack(
                { dir, config: { "within-limits": { days: "3" }, encryptd: "disabled" } },
                context,
            ),
        );
        assert.equal(
            error.message,
            [
                `${dir}: configuration of encryptd: found no such policy in configured, expected one like encrypted`,
                `${dir}: configuration of within-limits: days: found "3", expected integer`,
            ].join("\n"),
        );
    });
});

/** Installs a copy of the SDK in a pack's folder, and the packages it needs. */
function installSdk(dir: string): void {
    const installed = path.join(__dirname, "../../../node_modules");
    const own = path.join(dir, "node_modules");
    fs.mkdirSync(path.join(own, "@pulumi"), { recursive: true });
    fs.cpSync(path.join(installed, "@pulumi/policy"), path.join(own, "@pulumi/policy"), {
        recursive: true,
    });
    for (const name of ["@pulumi/pulumi", "@grpc", "google-protobuf"])
        fs.symlinkSync(path.join(installed, name), path.join(own, name));
}
