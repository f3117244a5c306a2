import assert from "node:assert/strict";
import { providerEndpoints } from "../../../policies/region-lock/provider-endpoints";
import { judge, UNKNOWN } from "../support/judge";

const type = "pulumi:providers:aws";

async function said(props: Record<string, unknown>): Promise<readonly string[]> {
    return (await judge(providerEndpoints, { type, props })).diagnostics.map(
        ({ verdict, message }) => `${verdict}: ${message}`,
    );
}

describe("provider-endpoints", () => {
    it("accepts a provider without endpoints, or with endpoints of the region", async () => {
        for (const props of [
            {},
            { region: "eu-west-1", stsRegion: "eu-west-1", endpoints: null },
            { endpoints: "[]" },
            { endpoints: `[{"s3":"https://s3.eu-west-1.amazonaws.com"}]` },
            { endpoints: `[{"s3":"http://localhost:4566"}]` },
            { defaultTags: `{"tags":{"region":"us-east-1"}}` },
            { assumeRoles: `[{"roleArn":"arn:aws:iam::123456789012:role/deploy"}]` },
        ]) {
            assert.deepEqual(await said(props), [], JSON.stringify(props));
        }
    });

    it("reports endpoints elsewhere, as JSON and as values", async () => {
        const expected = (path: string) => [
            `fail: ${path} names a host in "us-east-1", expected "eu-west-1"`,
        ];
        const endpoints = [{ s3: "https://s3.us-east-1.amazonaws.com" }];
        assert.deepEqual(
            await said({ endpoints: JSON.stringify(endpoints) }),
            expected("endpoints"),
        );
        assert.deepEqual(await said({ endpoints }), expected("endpoints[0].s3"));
    });

    it("reports another region for tokens", async () => {
        assert.deepEqual(await said({ stsRegion: "us-east-1" }), [
            `fail: stsRegion names the region "us-east-1", expected "eu-west-1"`,
        ]);
    });

    it("leaves the provider's region to provider-region, with what lies there", async () => {
        assert.deepEqual(await said({ region: "us-east-1" }), []);
        assert.deepEqual(await said({ region: "us-east-1a" }), []);
        assert.deepEqual(await said({ region: "us-east-1", stsRegion: "us-east-1" }), []);
        assert.deepEqual(await said({ region: "us-east-1", stsRegion: "us-west-2" }), [
            `fail: stsRegion names the region "us-west-2", expected "eu-west-1"`,
        ]);
    });

    it("does not evaluate endpoints that are not known yet", async () => {
        assert.deepEqual(await said({ endpoints: UNKNOWN, stsRegion: "us-east-1" }), [
            `fail: stsRegion names the region "us-east-1", expected "eu-west-1"`,
            "not-evaluated: endpoints is not known yet",
        ]);
    });
});
