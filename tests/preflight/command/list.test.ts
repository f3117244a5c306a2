import assert from "node:assert/strict";
import { listPacks } from "../../../preflight/command/list";
import { UsageError } from "../../../preflight/usage-error";
import { folderOf, removeFolders } from "./surroundings";

const pack = (name: string, policies: string): string =>
    folderOf({
        "PulumiPolicy.yaml": "runtime: nodejs\n",
        "package.json": `{ "name": "${name}", "version": "2.0.0" }`,
        "index.js": `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("${name}", { enforcementLevel: "advisory", policies: [${policies}] });`,
    });
const policy = (name: string, more = ""): string =>
    `{ name: "${name}", description: "${name} holds.", ${more} validateStack() {} }`;

describe("listPacks", () => {
    after(removeFolders);

    it("shows packs in the order given and their policies by name", async () => {
        const two = pack(
            "two",
            `${policy("b")}, ${policy("a", 'enforcementLevel: "mandatory", displayName: "All is A.",')}`,
        );
        const one = pack("one", policy("c"));
        assert.equal(
            await listPacks([{ dir: two }, { dir: one }]),
            "two 2.0.0\n  a (mandatory)  All is A.\n  b (advisory)  b holds.\n\none 2.0.0\n  c (advisory)  c holds.\n",
        );
    });

    it("reports every pack that cannot be loaded", async () => {
        const empty = folderOf({});
        const other = folderOf({ "PulumiPolicy.yaml": "runtime: python\n", "package.json": "{}" });
        await assert.rejects(listPacks([{ dir: empty }, { dir: other }]), (error) => {
            assert.ok(error instanceof UsageError);
            assert.equal(error.problems.length, 2);
            assert.match(
                error.problems[0]!,
                /found no PulumiPolicy\.yaml, expected a policy pack's folder/,
            );
            assert.match(
                error.problems[1]!,
                /found runtime "python" in PulumiPolicy\.yaml, expected runtime nodejs/,
            );
            return true;
        });
    });
});
