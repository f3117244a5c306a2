import assert from "node:assert/strict";
import { join } from "node:path";
import { knownPacks } from "../../../preflight/real-engine/known-packs";
import { UsageError } from "../../../preflight/usage-error";
import { folder } from "../support/folders";

const FIXTURES = join(__dirname, "../packs/fixtures");

describe("knownPacks", () => {
    it("asks packs for what they say of themselves", async () => {
        const known = await knownPacks([{ dir: join(FIXTURES, "javascript") }]);
        const [[name, info] = ["", undefined]] = known;
        assert.equal(name, info?.name);
        assert.ok((info?.policies.length ?? 0) > 0);
    });

    it("reports every pack that cannot be loaded", async () => {
        const [one, two] = [folder({}), folder({})];
        await assert.rejects(knownPacks([{ dir: one }, { dir: two }]), (error) => {
            assert.ok(error instanceof UsageError);
            assert.deepEqual(
                error.problems.map((problem) => problem.split(",")[0]),
                [`${one}: found no PulumiPolicy.yaml`, `${two}: found no PulumiPolicy.yaml`],
            );
            return true;
        });
    });
});
