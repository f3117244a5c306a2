import assert from "node:assert/strict";
import { providerRegion } from "../../../policies/region-lock/provider-region";
import { failures, judge, UNKNOWN } from "../support/judge";

const type = "pulumi:providers:aws";

async function messages(props: Record<string, unknown>): Promise<readonly string[]> {
    return failures(await judge(providerRegion, { type, props }));
}

describe("provider-region", () => {
    it("accepts a provider in eu-west-1", async () => {
        assert.deepEqual(await judge(providerRegion, { type, props: { region: "eu-west-1" } }), {
            diagnostics: [],
            notApplicable: [],
        });
    });

    it("reports a provider elsewhere", async () => {
        assert.deepEqual(await messages({ region: "us-east-1" }), [
            `region is "us-east-1", expected "eu-west-1"`,
        ]);
    });

    it("reports a provider in a region of the same country or a name that begins alike", async () => {
        for (const region of ["eu-west-2", "eu-west-10", "eu-west-1a", "EU-WEST-1", " eu-west-1"]) {
            assert.deepEqual(await messages({ region }), [
                `region is ${JSON.stringify(region)}, expected "eu-west-1"`,
            ]);
        }
    });

    it("reports an empty region", async () => {
        assert.deepEqual(await messages({ region: "" }), [`region is "", expected "eu-west-1"`]);
    });

    it("reports a provider without a region", async () => {
        const expected = [`region is not set, so the environment decides, expected "eu-west-1"`];
        assert.deepEqual(await messages({}), expected);
        assert.deepEqual(await messages({ region: null }), expected);
    });

    it("does not evaluate a region that is not known yet", async () => {
        assert.deepEqual(await judge(providerRegion, { type, props: { region: UNKNOWN } }), {
            diagnostics: [
                { verdict: "not-evaluated", message: "region is not known yet", level: "advisory" },
            ],
            notApplicable: [],
        });
    });

    it("does not apply to providers of other clouds", async () => {
        assert.deepEqual(
            await judge(providerRegion, { type: "pulumi:providers:gcp", props: { region: "us" } }),
            {
                diagnostics: [],
                notApplicable: ["Policy only applies to resources of type 'pulumi:providers:aws'"],
            },
        );
    });
});
