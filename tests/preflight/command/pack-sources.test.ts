import assert from "node:assert/strict";
import { join } from "node:path";
import { packSources } from "../../../preflight/command/check";
import { folder } from "../support/folders";

describe("packSources", () => {
    const dir = folder({
        "good.json": '{ "all": "advisory" }',
        "list.json": "[]",
        "broken.json": "{",
    });
    const sources = (...files: string[]) =>
        packSources({
            policyPacks: files.map((_, index) => `pack-${index}`),
            policyPackConfigs: files.map((file) => join(dir, file)),
        });

    it("give each pack its configuration, in order", () => {
        assert.deepEqual(sources("good.json"), [{ dir: "pack-0", config: { all: "advisory" } }]);
        assert.deepEqual(packSources({ policyPacks: ["a"], policyPackConfigs: [] }), [
            { dir: "a" },
        ]);
    });

    it("report every configuration that is not a JSON map", () => {
        assert.throws(
            () => sources("list.json", "broken.json"),
            (error: Error) => {
                const [list, broken] = error.message.split("\n");
                assert.match(list ?? "", /list\.json: found \[\], expected a map of policies$/);
                assert.match(broken ?? "", /broken\.json: found .+, expected JSON$/);
                return true;
            },
        );
    });
});
