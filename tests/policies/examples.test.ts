import assert from "node:assert/strict";
import { packs } from "../../tools/policies/packs";
import { failures, judge } from "./support/judge";

describe("examples in the documentation", () => {
    for (const { policies } of packs()) {
        for (const policy of policies) {
            describe(policy.name, () => {
                for (const example of policy.examples.accepted) {
                    it(`accepts ${example.title}`, async () => {
                        const { diagnostics, notApplicable } = await judge(
                            policy,
                            example.resources,
                        );
                        assert.deepEqual(diagnostics, []);
                        assert.deepEqual(notApplicable, []);
                    });
                }
                for (const example of policy.examples.rejected) {
                    it(`reports ${example.title}`, async () => {
                        const judgement = await judge(policy, example.resources);
                        assert.deepEqual(failures(judgement), example.messages);
                        assert.equal(judgement.diagnostics.length, example.messages.length);
                    });
                }
            });
        }
    }
});
