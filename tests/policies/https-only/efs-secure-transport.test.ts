import assert from "node:assert/strict";
import { efsSecureTransport } from "../../../policies/https-only/efs-secure-transport";
import { judge, UNKNOWN, urnOf, type Fixture } from "../support/judge";

const SYSTEM = "aws:efs/fileSystem:FileSystem";
const POLICY = "aws:efs/fileSystemPolicy:FileSystemPolicy";
const MESSAGE = `has no policy, expected a Deny of elasticfilesystem:ClientMount to everybody where aws:SecureTransport is "false"`;

const system: Fixture = { type: SYSTEM, name: "system", props: { id: "fs-1" } };

async function said(...fixtures: readonly Fixture[]) {
    const { diagnostics, notApplicable } = await judge(efsSecureTransport, fixtures);
    assert.deepEqual(notApplicable, []);
    return diagnostics.map(({ verdict, urn, message }) => [verdict, urn, message]);
}

describe("efs-secure-transport", () => {
    it("accepts file systems that a policy is about, whatever that says", async () => {
        const policy = { type: POLICY, name: "policy", props: { fileSystemId: "fs-1" } };
        assert.deepEqual(await said(system, policy), []);
    });

    it("accepts file systems that a policy depends on while nothing is known yet", async () => {
        const unknown: Fixture = { type: SYSTEM, name: "system", props: { id: UNKNOWN } };
        const propertyDependencies = { fileSystemId: [urnOf(unknown)] };
        const props = { fileSystemId: UNKNOWN, policy: UNKNOWN };
        const policy = { type: POLICY, name: "policy", props, propertyDependencies };
        assert.deepEqual(await said(unknown, policy), []);
    });

    it("reports each file system without a policy", async () => {
        const other: Fixture = { type: SYSTEM, name: "other", props: { id: "fs-2" } };
        const policy = { type: POLICY, name: "policy", props: { fileSystemId: "fs-1" } };
        assert.deepEqual(await said(system), [["fail", urnOf(system), MESSAGE]]);
        assert.deepEqual(await said(system, other, policy), [["fail", urnOf(other), MESSAGE]]);
    });

    it("does not evaluate file systems that a policy may be about", async () => {
        const policy = { type: POLICY, name: "policy", props: { fileSystemId: UNKNOWN } };
        assert.deepEqual(await said(system, policy), [
            ["not-evaluated", urnOf(system), "fileSystemId is not known yet"],
        ]);
    });

    it("does not apply to stacks without file systems", async () => {
        const { diagnostics, notApplicable } = await judge(efsSecureTransport, [{ type: POLICY }]);
        assert.deepEqual(diagnostics, []);
        assert.equal(notApplicable.length, 1);
    });
});
