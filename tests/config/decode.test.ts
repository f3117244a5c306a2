import assert from "node:assert/strict";

import { decode } from "../../config/decode";

describe("decoding Pulumi's configuration", () => {
    it("reads structured values and flags, and leaves text and numbers as text", () => {
        assert.deepEqual(
            decode({
                "appsonic-platform:accountId": "012345678901",
                "appsonic-platform:count": "5",
                "appsonic-platform:webFirewall": "true",
                "appsonic-platform:network": '{"cidrBlock":"10.0.0.0/16"}',
                "appsonic-platform:services": "[]",
                "appsonic-platform:nothing": "null",
                "appsonic-platform:broken": '{"cidrBlock":',
                "aws:region": "eu-west-1",
            }),
            {
                accountId: "012345678901",
                count: "5",
                webFirewall: true,
                network: { cidrBlock: "10.0.0.0/16" },
                services: [],
                nothing: null,
                broken: '{"cidrBlock":',
                "aws:region": "eu-west-1",
            },
        );
    });
});
