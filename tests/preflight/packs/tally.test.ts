import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Diagnostic, Enforcement, PolicyInfo } from "../../../preflight/packs/pack";
import { Tally } from "../../../preflight/packs/tally";

const info: PolicyInfo = {
    name: "encrypted",
    kind: "resource",
    title: "Everything is encrypted.",
    description: "Because.",
    remediation: "Encrypt.",
    enforcement: "mandatory",
    tags: [],
};
const urns = ["root", "a", "b", "c"];
const all = [0, 1, 2, 3];
const other = {
    policy: "encrypted",
    reason: "Policy only applies to resources of type 'aws:s3/bucket:Bucket'",
};

function says(message: string, more: Partial<Diagnostic> = {}): Diagnostic {
    return { policy: "encrypted", urn: "", enforcement: "mandatory", message, ...more };
}

function tally(more: Partial<PolicyInfo> = {}): Tally {
    return new Tally({ ...info, ...more }, urns.length);
}

describe("preflight/packs/tally", () => {
    it("carries what the policy says of itself", () => {
        const plain = {
            name: "encrypted",
            title: "Everything is encrypted.",
            description: "Because.",
            remediation: "Encrypt.",
            enforcement: "mandatory",
            kind: "resource",
            frameworks: [],
            passed: all,
            notApplicable: [],
            findings: [],
        };
        assert.deepEqual(tally().evidence(urns, all), plain);
        const tags = ["fsbp:S3.1", "control:DATA-01", "gdpr:32"];
        assert.deepEqual(
            tally({ url: "https://example.com", severity: "low", tags }).evidence(urns, all),
            {
                ...plain,
                control: "DATA-01",
                url: "https://example.com",
                severity: "low",
                frameworks: ["fsbp:S3.1", "gdpr:32"],
            },
        );
    });

    it("passes what the policy was asked about and said nothing of", () => {
        const one = tally();
        one.report("b", says("open"));
        assert.deepEqual(one.evidence(urns, [0, 1, 2]).passed, [0, 1]);
    });

    it("neither lists nor counts resources of other types", () => {
        const one = tally();
        for (const index of [0, 1, 3]) one.skip(index, other);
        const { passed, notApplicable } = one.evidence(urns, all);
        assert.deepEqual({ passed, notApplicable }, { passed: [2], notApplicable: [] });
    });

    it("takes a resource that any validation of several is for", () => {
        const one = tally();
        for (const index of [0, 0, 1, 2, 3, 3]) one.skip(index, other);
        assert.deepEqual(one.evidence(urns, all).passed, [1, 2]);
    });

    it("passes nothing when every resource is of another type", () => {
        const one = tally();
        for (const index of all) one.skip(index, other);
        assert.deepEqual(one.evidence(urns, all).passed, []);
    });

    it("counts other reasons by resource, sorted", () => {
        const one = tally();
        one.skip(0, other);
        one.skip(1, { policy: "encrypted", reason: "too small" });
        one.skip(2, { policy: "encrypted", reason: "" });
        one.skip(3, { policy: "encrypted", reason: "too small" });
        const { passed, notApplicable } = one.evidence(urns, all);
        assert.deepEqual(passed, []);
        assert.deepEqual(notApplicable, [
            { reason: "no reason given", count: 1 },
            { reason: "too small", count: 2 },
        ]);
    });

    it("counts a reason once for a resource, and not for one with a finding or another validation", () => {
        const one = tally();
        const small = { policy: "encrypted", reason: "too small" };
        for (const index of [0, 0]) one.skip(index, other);
        for (const index of [1, 1, 2, 3, 3]) one.skip(index, small);
        one.report("c", says("open"));
        const { passed, notApplicable } = one.evidence(urns, all);
        assert.deepEqual(passed, [2], "one of its two validations applied");
        assert.deepEqual(notApplicable, [{ reason: "too small", count: 1 }]);
    });

    it("lets the worst verdict stand, with all messages, each once and sorted", () => {
        const one = tally();
        one.report(
            "a",
            says("excepted until 2030-01-01: granted", {
                enforcement: "advisory",
                severity: "critical",
            }),
        );
        one.report("a", says("z", { enforcement: "advisory", severity: "low" }));
        one.report("a", says("not evaluated: arn"));
        one.report("a", says("b", { severity: "medium" }));
        one.report("a", says("b"));
        assert.deepEqual(one.evidence(urns, all).findings, [
            {
                urn: "a",
                verdict: "fail",
                severity: "medium",
                enforcement: "mandatory",
                messages: ["arn", "b", "granted", "z"],
            },
        ]);
        one.breaks("a", "TypeError: x");
        assert.deepEqual(one.evidence(urns, all).findings, [
            {
                urn: "a",
                verdict: "error",
                enforcement: "mandatory",
                messages: ["TypeError: x", "arn", "b", "granted", "z"],
            },
        ]);
    });

    it("ranks not-evaluated over excepted, and names the first day an exception ends", () => {
        const one = tally();
        one.report("b", says("excepted until 2030-02-01: second", { enforcement: "advisory" }));
        one.report("b", says("excepted until 2030-01-01: first", { enforcement: "advisory" }));
        one.report("a", says("excepted until 2030-01-01: first", { enforcement: "advisory" }));
        one.report("a", says("not evaluated: arn", { enforcement: "advisory" }));
        assert.deepEqual(one.evidence(urns, all).findings, [
            {
                urn: "a",
                verdict: "not-evaluated",
                enforcement: "advisory",
                messages: ["arn", "first"],
            },
            {
                urn: "b",
                verdict: "excepted",
                enforcement: "advisory",
                messages: ["first", "second"],
                expires: "2030-01-01",
            },
        ]);
    });

    it("passes a stack that a stack policy says nothing of", () => {
        assert.deepEqual(tally({ kind: "stack" }).evidence(urns, [0]).passed, [0]);
    });

    it("lists a stack policy under the resources it names, and then not under the stack", () => {
        const one = tally({ kind: "stack" });
        one.report("c", says("open"));
        const { passed, findings } = one.evidence(urns, [0]);
        assert.deepEqual(passed, []);
        assert.deepEqual(findings, [
            { urn: "c", verdict: "fail", enforcement: "mandatory", messages: ["open"] },
        ]);
    });

    it("counts a stack that a stack policy excludes, and none without resources of its type", () => {
        const excluded = tally({ kind: "stack" });
        excluded.skip(0, { policy: "encrypted", reason: "a test stack" });
        assert.deepEqual(excluded.evidence(urns, [0]).notApplicable, [
            { reason: "a test stack", count: 1 },
        ]);
        const nothing = tally({ kind: "stack" });
        nothing.skip(0, other);
        const { passed, notApplicable } = nothing.evidence(urns, [0]);
        assert.deepEqual({ passed, notApplicable }, { passed: [], notApplicable: [] });
    });

    it("says the same in whatever order it hears, and never lists a resource twice", () => {
        const event = fc.oneof(
            fc.record({ index: fc.nat(3), reason: fc.constantFrom(other.reason, "too small", "") }),
            fc.record({
                index: fc.nat(3),
                message: fc.constantFrom(
                    "open",
                    "not evaluated: arn",
                    "excepted until 2030-01-01: granted",
                    "check failed: x",
                ),
                enforcement: fc.constantFrom<Enforcement>("advisory", "mandatory"),
            }),
        );
        const hear = (
            events: readonly (typeof event extends fc.Arbitrary<infer E> ? E : never)[],
        ) => {
            const one = tally();
            for (const heard of events) {
                if ("reason" in heard)
                    one.skip(heard.index, { policy: "encrypted", reason: heard.reason });
                else
                    one.report(
                        urns[heard.index]!,
                        says(heard.message, { enforcement: heard.enforcement }),
                    );
            }
            return one.evidence(urns, all);
        };
        fc.assert(
            fc.property(fc.array(event, { maxLength: 12 }), (events) => {
                const evidence = hear(events);
                assert.deepEqual(hear([...events].reverse()), evidence);
                const listed = [
                    ...evidence.passed.map((index) => urns[index]),
                    ...evidence.findings.map(({ urn }) => urn),
                ];
                assert.equal(new Set(listed).size, listed.length);
            }),
        );
    });
});
