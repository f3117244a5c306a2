import assert from "node:assert/strict";
import { definePolicy } from "../../policies/lib/define-policy";
import type { Policy } from "../../policies/lib/policy";
import { matrixPage } from "../../tools/policies/matrix";
import { METADATA, THING } from "../policies/support/policies";

function policy(name: string, control: string, ...frameworks: string[]): Policy {
    const check = (): undefined => undefined;
    return definePolicy({
        ...METADATA,
        name,
        control,
        frameworks,
        resourceTypes: [THING],
        check,
    });
}

describe("the page about other tools", () => {
    it("shows for each control that is checked what each tool has, once", () => {
        const policies = [
            policy("one", "TEST-01", "fsbp:ELB.1", "checkov:CKV_2", "checkov:CKV_1", "gdpr:32"),
            policy("two", "TEST-01", "checkov:CKV_2", "kics:some-query"),
            policy("three", "TEST-02", "gdpr:44"),
        ];
        const controls = ["TEST-01", "TEST-02", "TEST-03"].map((id) => ({
            id,
            title: "So it is.",
            promises: ["P-01"] as const,
            status: "automated" as const,
        }));
        const text = matrixPage([{ name: "pack", policies }], controls);
        assert.ok(
            text.endsWith(`
## pack

2 controls; for 1 of them no other tool has a check.

| control | ours | Security Hub | AWS Config | Checkov | cdk-nag | Prowler | Trivy | KICS |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| [TEST-01](controls.md#TEST-01) | [one](policies/one.md), [two](policies/two.md) | ELB.1 | – | CKV_1, CKV_2 | – | – | – | some-query |
| [TEST-02](controls.md#TEST-02) | [three](policies/three.md) | – | – | – | – | – | – | – |
`),
            text,
        );
    });
});
