import assert from "node:assert/strict";
import { blocks, exitStatus, results, summarize } from "../../../preflight/report/results";
import { finding, policy, run, urn } from "./sample-run";

const bucket = (name: string): string => urn("aws:s3/bucket:Bucket", name);

describe("results", () => {
    it("merges passes and findings of a policy in the order of URNs", () => {
        const rows = [
            ...results(
                run([
                    policy("encrypted", {
                        severity: "high",
                        passed: [0, 2],
                        findings: [
                            finding("b", { severity: "low", enforcement: "advisory" }),
                            finding("zz", {
                                verdict: "excepted",
                                expires: "2027-01-01",
                                enforcement: "advisory",
                            }),
                        ],
                    }),
                ]),
            ),
        ];
        assert.deepEqual(rows, [
            {
                pack: "storage",
                policy: "encrypted",
                urn: bucket("a"),
                verdict: "pass",
                severity: "high",
                enforcement: "mandatory",
                messages: [],
            },
            {
                pack: "storage",
                policy: "encrypted",
                urn: bucket("b"),
                verdict: "fail",
                severity: "low",
                enforcement: "advisory",
                messages: ["found x, expected y"],
            },
            {
                pack: "storage",
                policy: "encrypted",
                urn: bucket("c"),
                verdict: "pass",
                severity: "high",
                enforcement: "mandatory",
                messages: [],
                simulated: true,
            },
            {
                pack: "storage",
                policy: "encrypted",
                urn: bucket("zz"),
                verdict: "excepted",
                severity: "high",
                enforcement: "mandatory",
                messages: ["found x, expected y"],
                exception: { expires: "2027-01-01" },
            },
        ]);
    });

    it("refuses evidence that names a resource which is not there", () => {
        assert.throws(() => [...results(run([policy("p", { passed: [9] })]))], {
            message: "p: passed resource 9 is not in the run",
        });
    });
});

describe("summarize", () => {
    it("counts each verdict", () => {
        const findings = (["fail", "error", "not-evaluated", "excepted", "fail"] as const).map(
            (verdict, i) => finding(`f${i}`, { verdict }),
        );
        assert.deepEqual(
            summarize(run([policy("p", { passed: [0, 1] }), policy("q", { findings })])),
            {
                resources: 4,
                policies: 2,
                pass: 2,
                fail: 2,
                excepted: 1,
                "not-evaluated": 1,
                error: 1,
            },
        );
    });
});

describe("summarize what lists violations only", () => {
    it("counts no passes, not even none", () => {
        const violations = run([policy("p", { findings: [finding("a")] })], {
            violationsOnly: true,
        });
        assert.deepEqual(summarize(violations), {
            resources: 4,
            policies: 1,
            fail: 1,
            excepted: 0,
            "not-evaluated": 0,
            error: 0,
        });
    });
});

describe("exitStatus", () => {
    const status = (
        verdict: "fail" | "error" | "excepted" | "not-evaluated",
        level: "mandatory" | "advisory" | "remediate",
    ) =>
        exitStatus(
            run([
                policy("p", {
                    enforcement: level,
                    findings: [finding("a", { verdict, enforcement: level })],
                }),
            ]),
        );

    it("is 0 when nothing that is mandatory failed", () => {
        assert.equal(exitStatus(run([policy("p", { passed: [0] })])), 0);
        assert.equal(status("fail", "advisory"), 0);
        assert.equal(status("excepted", "mandatory"), 0);
        assert.equal(status("not-evaluated", "advisory"), 0);
    });

    it("is 2 when a mandatory policy failed, any check broke, or a mandatory one could not be evaluated", () => {
        assert.equal(status("fail", "mandatory"), 2);
        assert.equal(status("fail", "remediate"), 2);
        assert.equal(status("error", "advisory"), 2);
        assert.equal(status("not-evaluated", "mandatory"), 2);
    });

    it("forgives what is not evaluated in a preview, where outputs are unknown", () => {
        const p = policy("p", {
            findings: [finding("a", { verdict: "not-evaluated", enforcement: "advisory" })],
        });
        const preview = run([p], { mode: "preview" });
        assert.equal(exitStatus(preview), 0);
        assert.equal(blocks(run([p]), p, p.findings[0]!), true);
    });
});
