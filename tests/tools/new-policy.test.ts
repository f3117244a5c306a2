import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { main } from "../../tools/new-policy";
import { packs, ROOT } from "../../tools/policies/packs";
import { camelCase, listOf, parseNewPolicy, policyOf, testOf } from "../../tools/policies/scaffold";

const PACKS = ["https-only", "region-lock"];
const LONG = ["bucket-encryption", "database-encryption", "queue-encryption", "topic-encryption"];
const TAKEN = ["listener-https"];

function parse(argument?: string) {
    return parseNewPolicy(argument, PACKS, TAKEN);
}

describe("parseNewPolicy", () => {
    it("accepts a new name in a pack", () => {
        assert.deepEqual(parse("region-lock/copy-target"), {
            pack: "region-lock",
            name: "copy-target",
        });
        assert.deepEqual(parse("region-lock/s3"), { pack: "region-lock", name: "s3" });
    });

    it("reports what is not pack/name", () => {
        for (const argument of ["", "region-lock", "a/b/c"]) {
            assert.throws(() => parse(argument), {
                message: `found "${argument}", expected pack/name`,
            });
        }
        assert.throws(() => parse(undefined), { message: `found "", expected pack/name` });
    });

    it("reports a pack that is not there", () => {
        for (const pack of ["lib", "../region-lock".split("/")[0]!, ""]) {
            assert.throws(() => parse(`${pack}/x`), {
                message: `pack: found "${pack}", expected https-only, region-lock`,
            });
        }
    });

    it("reports names that are not lower-case words with hyphens, or mean something else", () => {
        for (const name of [
            "",
            "Region",
            "a_b",
            "-a",
            "a-",
            "a--b",
            "1a",
            "a b",
            "..",
            "all",
            "index",
            "policies",
        ]) {
            assert.throws(() => parse(`region-lock/${name}`), {
                message: `name: found ${JSON.stringify(name)}, expected lower-case words with hyphens, such as bucket-encryption`,
            });
        }
    });

    it("reports a name that any pack has", () => {
        assert.throws(() => parse("region-lock/listener-https"), {
            message: "name: found listener-https, which is a policy already, expected a new one",
        });
    });
});

describe("what the scaffolder writes", () => {
    const policy = { pack: "region-lock", name: "copy-target-of-2" };

    it("names the policy in the code", () => {
        assert.equal(camelCase("copy-target-of-2"), "copyTargetOf2");
        assert.match(
            policyOf(policy),
            /^export const copyTargetOf2 = definePolicy\(\{\n {4}name: "copy-target-of-2",$/m,
        );
        assert.match(
            testOf(policy),
            /^import \{ copyTargetOf2 \} from "\.\.\/\.\.\/\.\.\/policies\/region-lock\/copy-target-of-2";$/m,
        );
    });

    it("is formatted as everything else", async () => {
        const file = join(ROOT, "policies/x.ts");
        const options = { ...(await resolveConfig(file)), filepath: file };
        for (const text of [policyOf(policy), testOf(policy), listOf(["a", "b"]), listOf(LONG)]) {
            assert.equal(await format(text, options), text);
        }
    });

    it("is how the packs list their policies now", async () => {
        const file = join(ROOT, "policies/x.ts");
        const options = { ...(await resolveConfig(file)), filepath: file };
        for (const { name, policies } of packs()) {
            const list = readFileSync(join(ROOT, "policies", name, "policies.ts"), "utf8");
            assert.equal(list, await format(listOf(policies.map((each) => each.name)), options));
        }
    });
});

describe("npm run new", () => {
    const folder = mkdtempSync(join(tmpdir(), "new-"));
    beforeEach(() => {
        mkdirSync(join(folder, "policies/https-only"), { recursive: true });
        mkdirSync(join(folder, "tests/policies/https-only"), { recursive: true });
    });
    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    function run(...args: string[]) {
        const said: string[] = [];
        return { status: main(args, folder, (text) => said.push(text)), said: said.join("") };
    }

    it("makes a policy and its test, lists it, and says what to do next", () => {
        const { status, said } = run("https-only/bucket-https");
        assert.equal(status, 0);
        assert.match(
            said,
            /^made policies\/https-only\/bucket-https\.ts and tests\/policies\/https-only\/bucket-https\.test\.ts/,
        );
        const read = (path: string) => readFileSync(join(folder, path), "utf8");
        const policy = { pack: "https-only", name: "bucket-https" };
        assert.equal(read("policies/https-only/bucket-https.ts"), policyOf(policy));
        assert.equal(read("tests/policies/https-only/bucket-https.test.ts"), testOf(policy));
        const listed = packs()
            .find(({ name }) => name === "https-only")!
            .policies.map(({ name }) => name);
        assert.equal(read("policies/https-only/policies.ts"), listOf(["bucket-https", ...listed]));
    });

    it("overwrites nothing", () => {
        writeFileSync(join(folder, "policies/https-only/bucket-https.ts"), "mine");
        const { status, said } = run("https-only/bucket-https");
        assert.equal(status, 1);
        assert.match(said, /^EEXIST: /);
        assert.equal(
            readFileSync(join(folder, "policies/https-only/bucket-https.ts"), "utf8"),
            "mine",
        );
    });

    it("refuses a bad name with a reason", () => {
        assert.deepEqual(run("https-only/Bucket"), {
            status: 1,
            said: `name: found "Bucket", expected lower-case words with hyphens, such as bucket-encryption\n`,
        });
        assert.deepEqual(run(), { status: 1, said: `found "", expected pack/name\n` });
    });

    it("is a command", () => {
        const command = ["-r", "ts-node/register/transpile-only", "tools/new-policy.ts", "lib/x"];
        const { status, stderr } = spawnSync(process.execPath, command, {
            cwd: ROOT,
            encoding: "utf8",
        });
        assert.equal(status, 1);
        assert.match(stderr, /^pack: found "lib", expected https-only, region-lock/);
    });
});
