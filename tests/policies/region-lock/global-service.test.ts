import assert from "node:assert/strict";
import { globalService } from "../../../policies/region-lock/global-service";
import {
    ALLOWED_GLOBAL_TYPES,
    REFUSED_GLOBAL_TYPES,
    tokensOf,
} from "../../../policies/region-lock/global-types";
import { judge, UNKNOWN } from "../support/judge";

const REGION = "aws:account/region:Region";

describe("global-service", () => {
    it("accepts every type that the list gives a reason for", async () => {
        for (const type of ALLOWED_GLOBAL_TYPES.flatMap(tokensOf)) {
            assert.deepEqual(await judge(globalService, { type, props: { name: UNKNOWN } }), {
                diagnostics: [],
                notApplicable: [],
            });
        }
    });

    it("reports every other type that has no region", async () => {
        for (const type of REFUSED_GLOBAL_TYPES.flatMap(tokensOf)) {
            assert.deepEqual(await judge(globalService, { type, props: { name: UNKNOWN } }), {
                diagnostics: [
                    {
                        verdict: "fail",
                        message: `belongs to no region, expected a service of "eu-west-1", or one of those that docs/global-services.md gives a reason for`,
                        level: "mandatory",
                    },
                ],
                notApplicable: [],
            });
        }
    });

    it("knows the tokens of the SDK", () => {
        assert.deepEqual(tokensOf({ service: "iam", resources: ["Role", "SshKey"] }), [
            "aws:iam/role:Role",
            "aws:iam/sshKey:SshKey",
        ]);
    });

    it("has a reason for every type that it allows, and no type twice", () => {
        for (const { service, reason } of ALLOWED_GLOBAL_TYPES) {
            assert.match(reason, /^[A-Z][^\n]{20,}\.$/, service);
        }
        const tokens = [...ALLOWED_GLOBAL_TYPES, ...REFUSED_GLOBAL_TYPES].flatMap(tokensOf);
        assert.equal(new Set(tokens).size, tokens.length);
    });

    it("reports a region that is switched on, and accepts one that is switched off", async () => {
        const said = async (props: Record<string, unknown>) =>
            (await judge(globalService, { type: REGION, props })).diagnostics.map(
                ({ verdict, message }) => `${verdict}: ${message}`,
            );
        const on = [
            `fail: regionName is "ap-east-1", expected "eu-west-1", or enabled to be false`,
        ];
        assert.deepEqual(await said({ regionName: "ap-east-1", enabled: true }), on);
        assert.deepEqual(await said({ regionName: "ap-east-1" }), on);
        assert.deepEqual(await said({ regionName: "ap-east-1", enabled: false }), []);
        assert.deepEqual(await said({ regionName: "eu-west-1", enabled: true }), []);
        assert.deepEqual(await said({ regionName: "ap-east-1", enabled: UNKNOWN }), [
            "not-evaluated: enabled is not known yet",
        ]);
        assert.deepEqual(await said({ regionName: UNKNOWN, enabled: false }), [
            "not-evaluated: regionName is not known yet",
        ]);
    });
});
