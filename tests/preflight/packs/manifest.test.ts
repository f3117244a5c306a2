import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { readManifest } from "../../../preflight/packs/manifest";
import { PackError } from "../../../preflight/packs/pack";
import { fixture, removeTemporaryPacks, temporaryPack } from "./support";

const YAML = { "PulumiPolicy.yaml": "runtime: nodejs" };
const JSON_FILE = { "package.json": '{ "version": "1.0.0" }' };
const whole = { ...YAML, ...JSON_FILE, "index.js": "" };

function refusal(files: Readonly<Record<string, string>>, installed = true): string {
    const dir = temporaryPack(files, installed);
    try {
        readManifest(dir);
    } catch (error) {
        assert.ok(error instanceof PackError);
        assert.equal(error.dir, dir);
        return error.message.replaceAll(dir, "DIR");
    }
    throw new Error("accepted");
}

function entry(files: Readonly<Record<string, string>>): string {
    const dir = temporaryPack({ ...YAML, ...JSON_FILE, ...files });
    const manifest = readManifest(dir);
    return `${path.relative(dir, manifest.entry)}${manifest.esModule ? " (ES module)" : ""}`;
}

describe("preflight/packs/manifest", () => {
    after(removeTemporaryPacks);

    it("accepts a pack's folder", () => {
        const dir = fixture("javascript");
        assert.deepEqual(readManifest(path.relative(process.cwd(), dir)), {
            dir,
            entry: path.join(dir, "index.js"),
            esModule: false,
            nodeArgs: [],
            sdk: fs.realpathSync(path.join(__dirname, "../../../node_modules/@pulumi/policy")),
        });
    });

    it("accepts a runtime with options, and a version that goes over package.json's", () => {
        const yaml =
            "runtime:\n  name: nodejs\n  options:\n    typescript: false\n    nodeargs: --no-warnings  --stack-size=900\nversion: 2.0.0\n";
        const { nodeArgs, version } = readManifest(
            temporaryPack({ ...whole, "PulumiPolicy.yaml": yaml }),
        );
        assert.deepEqual(
            { nodeArgs, version },
            { nodeArgs: ["--no-warnings", "--stack-size=900"], version: "2.0.0" },
        );
        const number = readManifest(
            temporaryPack({ ...whole, "PulumiPolicy.yaml": "runtime: nodejs\nversion: 2" }),
        );
        assert.equal(number.version, "2");
        const none = readManifest(
            temporaryPack({ ...whole, "PulumiPolicy.yaml": "runtime: nodejs\nversion:" }),
        );
        assert.equal(none.version, undefined);
    });

    it("finds the entry as Node does, TypeScript included", () => {
        assert.equal(entry({ "index.js": "", "index.ts": "" }), "index.js");
        assert.equal(entry({ "index.ts": "" }), "index.ts");
        const main = (value: string): Record<string, string> => ({
            "package.json": `{ "version": "1", "main": "${value}" }`,
        });
        assert.equal(entry({ ...main("bin/pack.js"), "bin/pack.js": "" }), "bin/pack.js");
        assert.equal(entry({ ...main("./bin/pack"), "bin/pack.ts": "" }), "bin/pack.ts");
        assert.equal(entry({ ...main("bin"), "bin/index.js": "" }), "bin/index.js");
        assert.equal(entry({ ...main("bin/missing.js"), "index.js": "" }), "index.js");
        assert.equal(entry({ ...main(""), "index.js": "" }), "index.js");
    });

    it("tells ES modules", () => {
        const type = { "package.json": '{ "version": "1", "type": "module" }' };
        assert.equal(entry({ ...type, "index.js": "" }), "index.js (ES module)");
        assert.equal(entry({ ...type, "index.cjs": "" }), "index.cjs");
        assert.equal(entry({ "index.mjs": "" }), "index.mjs (ES module)");
    });

    it("reports a folder that is no pack", () => {
        const expected = "expected a policy pack's folder with PulumiPolicy.yaml and package.json";
        assert.equal(refusal(JSON_FILE), `DIR: found no PulumiPolicy.yaml, ${expected}`);
        assert.throws(() => readManifest("/no/such/pack"), {
            message: `/no/such/pack: found no such folder, ${expected}`,
        });
    });

    it("reports another runtime, or none", () => {
        const runtime = (text: string): string => refusal({ ...whole, "PulumiPolicy.yaml": text });
        const expected = "expected runtime nodejs: packs in other languages cannot be run";
        assert.equal(
            runtime("runtime: python"),
            `DIR: found runtime "python" in PulumiPolicy.yaml, ${expected}`,
        );
        assert.equal(
            runtime("runtime: { name: opa }"),
            `DIR: found runtime "opa" in PulumiPolicy.yaml, ${expected}`,
        );
        assert.equal(runtime(""), `DIR: found runtime null in PulumiPolicy.yaml, ${expected}`);
        assert.match(
            runtime("runtime: ["),
            /^DIR: found a PulumiPolicy.yaml that is not YAML \(YAMLParseError: /,
        );
    });

    it("reports a package.json that is missing, broken or without a version", () => {
        const manifest = (text: string): string => refusal({ ...whole, "package.json": text });
        const without = { ...YAML, "index.js": "" };
        assert.equal(
            refusal(without),
            "DIR: found no package.json, expected a package.json with name, version and dependencies",
        );
        assert.match(
            manifest("{"),
            /^DIR: found a package.json that is not JSON \(SyntaxError: .*\), expected a JSON object$/,
        );
        assert.equal(
            manifest("[]"),
            "DIR: found a package.json that is no object, expected a JSON object",
        );
        const version =
            "DIR: found no version in package.json, expected a version such as 1.0.0: @pulumi/policy requires one";
        assert.equal(manifest("{}"), version);
        assert.equal(manifest('{ "version": "" }'), version);
    });

    it("reports a pack without an entry", () => {
        const expected =
            "expected the pack's entry: build the pack, or mend `main` in package.json";
        assert.equal(
            refusal({ ...YAML, ...JSON_FILE }),
            `DIR: found neither main nor an index file, ${expected}`,
        );
        const main = { "package.json": '{ "version": "1", "main": "bin/index.js" }' };
        assert.equal(
            refusal({ ...YAML, ...main }),
            `DIR: found main "bin/index.js", which does not exist, ${expected}`,
        );
    });

    it("reports a pack that is not installed", () => {
        assert.equal(
            refusal(whole, false),
            "DIR: found no @pulumi/policy, expected the pack's dependencies to be installed: run `npm install` in its folder",
        );
    });
});
