import assert from "node:assert/strict";

import { REGION } from "../../config";
import { problemsIn, soundStack } from "./sound-stack";

describe("keys of other namespaces", () => {
    it("accepts our region, and what Pulumi and the providers read", () => {
        const raw = {
            ...soundStack(),
            "aws:region": REGION,
            "aws:profile": "appsonic",
            "awsx:anything": 1,
            "pulumi:disable-default-providers": ["aws"],
        };
        assert.deepEqual(problemsIn(raw), []);
    });

    it("reports any other region", () => {
        assert.deepEqual(problemsIn({ ...soundStack(), "aws:region": "eu-central-1" }), [
            'aws:region: found "eu-central-1", expected "eu-west-1", or no such key (P-07)',
        ]);
        assert.deepEqual(problemsIn({ ...soundStack(), "aws:region": ["eu-west-1"] }), [
            'aws:region: found a list, expected "eu-west-1", or no such key (P-07)',
        ]);
    });

    it("reports a namespace that nobody reads", () => {
        assert.deepEqual(problemsIn({ ...soundStack(), "appsonic:network": {} }), [
            'appsonic:network: found the unknown namespace "appsonic", expected "appsonic-platform"',
        ]);
    });
});
