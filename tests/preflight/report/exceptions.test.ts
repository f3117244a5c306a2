import assert from "node:assert/strict";
import { exceptionEvidence } from "../../../preflight/report/exceptions";
import { finding, policy, run, urn } from "./sample-run";

const bucket = (name: string): string => urn("aws:s3/bucket:Bucket", name);
const granted = (policyName: string, name: string, expires = "2027-01-01", stack = "prod") => ({
    policy: policyName,
    stack,
    urn: bucket(name),
    reason: "access logs take no customer key",
    approver: "security@appsonic.example",
    expires,
});

describe("exceptionEvidence", () => {
    const evidence = run([
        policy("encrypted", {
            findings: [finding("a", { verdict: "excepted", expires: "2027-01-01" }), finding("b")],
        }),
    ]);
    const urns = new Set(evidence.resources.map((r) => r.urn));
    const states = (...exceptions: ReturnType<typeof granted>[]): string[] =>
        exceptionEvidence(exceptions, "prod", evidence.packs, urns, "2026-11-23").map(
            ({ policy: p, urn: u, state }) => `${state} ${p} ${u.split("::").at(-1) ?? ""}`,
        );

    it("says used where a verdict rests on it", () => {
        assert.deepEqual(states(granted("encrypted", "a")), ["used encrypted a"]);
    });

    it("says expired from the day after the last, and unused until then", () => {
        assert.deepEqual(
            states(
                granted("encrypted", "b", "2026-11-22"),
                granted("encrypted", "c", "2026-11-23"),
            ),
            ["expired encrypted b", "unused encrypted c"],
        );
    });

    it("says unknown where no such policy or resource is in the run", () => {
        assert.deepEqual(states(granted("encrypt", "a"), granted("encrypted", "gone")), [
            "unknown encrypt a",
            "unknown encrypted gone",
        ]);
    });

    it("leaves out other stacks", () => {
        assert.deepEqual(states(granted("encrypted", "a", "2027-01-01", "dev")), []);
    });
});
