import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packs, ROOT } from "../../tools/policies/packs";

const SENTENCES = /^[A-Z][^\n|]*[^\s.]\.$/;
/** `catalogue:id`, with the catalogues that controls are mapped to. */
const FRAMEWORK = /^(fsbp|cis-[57]\.0|checkov|trivy|prowler|cdk-nag|kics|gdpr|config):\S+$/;

describe("metadata of policies", () => {
    for (const { name: pack, policies } of packs()) {
        for (const policy of policies) {
            describe(policy.name, () => {
                it("has a name in kebab-case", () => {
                    assert.match(policy.name, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
                });

                it("states what is so in its title", () => {
                    assert.match(policy.title, /^[A-Z](?:[^.!?\n|]|\.(?=\d))*\.$/);
                    assert.doesNotMatch(policy.title, /^(Ensure|Check|Make sure|Verify)\b/);
                });

                it("says why, and what to change, in whole sentences", () => {
                    assert.match(policy.why, SENTENCES);
                    assert.match(policy.remediation, SENTENCES);
                });

                it("names other catalogues' controls, each once", () => {
                    for (const id of policy.frameworks) assert.match(id, FRAMEWORK);
                    assert.equal(new Set(policy.frameworks).size, policy.frameworks.length);
                });

                it("shows something that it accepts and something that it reports", () => {
                    assert.ok(policy.examples.accepted.length > 0);
                    assert.ok(policy.examples.rejected.length > 0);
                    for (const { messages } of policy.examples.rejected)
                        assert.ok(messages.length > 0);
                });
            });
        }

        it(`has a description and a version in the right file: ${pack}`, () => {
            const read = (file: string) => readFileSync(join(ROOT, "policies", pack, file), "utf8");
            const manifest = JSON.parse(read("package.json")) as {
                readonly name: string;
                readonly version: string;
            };
            assert.equal(manifest.name, pack);
            assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
            // The engine lets a version in PulumiPolicy.yaml override the package's.
            assert.match(read("PulumiPolicy.yaml"), /^runtime: nodejs\ndescription: [A-Z].*\.\n$/);
        });
    }
});
