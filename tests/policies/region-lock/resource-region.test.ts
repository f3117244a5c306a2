import assert from "node:assert/strict";
import { resourceRegion } from "../../../policies/region-lock/resource-region";
import { failures, judge, UNKNOWN } from "../support/judge";

const type = "aws:s3/bucket:Bucket";

describe("resource-region", () => {
    it("accepts a resource in eu-west-1", async () => {
        assert.deepEqual(await judge(resourceRegion, { type, props: { region: "eu-west-1" } }), {
            diagnostics: [],
            notApplicable: [],
        });
    });

    it("reports a resource elsewhere, of whatever type", async () => {
        for (const each of [type, "aws:sqs/queue:Queue", "aws:acm/certificate:Certificate"]) {
            const judgement = await judge(resourceRegion, {
                type: each,
                props: { region: "us-east-1" },
            });
            assert.deepEqual(failures(judgement), [`region is "us-east-1", expected "eu-west-1"`]);
        }
    });

    it("reports an empty region", async () => {
        assert.deepEqual(failures(await judge(resourceRegion, { type, props: { region: "" } })), [
            `region is "", expected "eu-west-1"`,
        ]);
    });

    it("does not evaluate a region that is not known yet", async () => {
        assert.deepEqual(await judge(resourceRegion, { type, props: { region: UNKNOWN } }), {
            diagnostics: [
                { verdict: "not-evaluated", message: "region is not known yet", level: "advisory" },
            ],
            notApplicable: [],
        });
    });

    it("does not apply to a resource that has no region", async () => {
        for (const props of [
            { name: "developer" },
            { region: null },
            // Incident Manager's replication set: a list of regions, which service-replicas judges.
            { region: [{ name: "us-east-1" }] },
        ]) {
            assert.deepEqual(await judge(resourceRegion, { type: "aws:iam/role:Role", props }), {
                diagnostics: [],
                notApplicable: ["The resource has no region"],
            });
        }
    });

    it("does not apply to what is not of AWS", async () => {
        for (const other of [
            "pulumi:providers:aws",
            "random:index/randomId:RandomId",
            "awsx:ec2:Vpc",
        ]) {
            assert.deepEqual(
                await judge(resourceRegion, { type: other, props: { region: "us-east-1" } }),
                {
                    diagnostics: [],
                    notApplicable: ["Policy only applies to resources of type 'aws:*'"],
                },
            );
        }
    });
});
