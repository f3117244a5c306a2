import assert from "node:assert/strict";
import { packs } from "../tools/policies/packs";
import { withAdditions, withChange, type Edit } from "./edits/edit";
import { httpsOnly } from "./edits/https-only";
import { Production } from "./edits/production";
import { regionLock } from "./edits/region-lock";

const EDITS: Readonly<Record<string, readonly Edit[]>> = {
    "https-only": httpsOnly,
    "region-lock": regionLock,
};

function without(list: readonly string[], others: readonly string[]): readonly string[] {
    return list.filter((each) => !others.includes(each));
}

/** The production stack, changed in one place: the policy that is about it reports it, and no other does. */
describe("edits of the production stack", function () {
    this.timeout(120_000);
    let up: Production;
    let preview: Production;

    before(async () => {
        up = await Production.run("up");
        preview = await Production.run("preview");
        assert.deepEqual(await up.verdicts(), []);
    });

    it("break every policy at least once", () => {
        for (const { name, policies } of packs()) {
            const broken = new Set(EDITS[name]?.map(({ policy }) => policy));
            const missing = policies
                .map((policy) => policy.name)
                .filter((each) => !broken.has(each));
            assert.deepEqual(missing, [], `add an edit to tests/edits/${name}.ts`);
        }
    });

    for (const edit of Object.values(EDITS).flat()) {
        it(`are reported by ${edit.policy} only: ${edit.title}`, async () => {
            const start = withAdditions(up.graph, edit);
            // What is added may be a service that another policy does not want at all.
            const before = edit.added === undefined ? [] : await up.verdicts(start);
            const { graph, urn } = withChange(start, edit);
            const after = await up.verdicts(graph);
            assert.deepEqual(
                { more: without(after, before), less: without(before, after) },
                { more: [`${edit.policy} fail ${urn}`], less: [] },
            );
        });

        it(`do not pass ${edit.policy} in a preview: ${edit.title}`, async () => {
            const { graph, urn } = withChange(withAdditions(preview.graph, edit), edit);
            const said = await preview.verdicts(graph);
            const answers = ["fail", "not-evaluated"].map(
                (verdict) => `${edit.policy} ${verdict} ${urn}`,
            );
            assert.ok(
                answers.some((answer) => said.includes(answer)),
                `expected ${answers.join(" or ")}, found:\n${said.join("\n")}`,
            );
        });
    }
});
