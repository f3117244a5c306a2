import assert from "node:assert/strict";
import { readEvent } from "../../../preflight/real-engine/event";
import {
    BUCKET,
    type Event,
    judged,
    PREVIEW,
    ROOT,
    shown,
    step,
    summary,
    violation,
} from "./events";

const said = (event: Event): unknown => readEvent({ sequence: 0, timestamp: 1, ...event }).said;
const fails = (event: unknown, message: string): void => {
    assert.throws(() => readEvent(event), { name: "ShapeError", message });
};

describe("readEvent", () => {
    it("reads a violation without colours and the engine's line break", () => {
        const marked = "<{%reset%}>Buckets have a name.\n<{%fg 1%}>found <x>\n<{%reset%}>\n";
        assert.deepEqual(said(violation(BUCKET, "bucket-named", marked, { severity: "high" })), {
            kind: "violation",
            pack: { name: "storage", version: "1.2.3" },
            policy: "bucket-named",
            urn: BUCKET,
            enforcement: "mandatory",
            severity: "high",
            message: "Buckets have a name.\nfound <x>\n",
        });
    });

    it("takes a violation that is left after a remediation for a mandatory one", () => {
        const event = violation(BUCKET, "p", "m", { enforcementLevel: "remediate" });
        assert.equal((said(event) as { enforcement: string }).enforcement, "mandatory");
    });

    it("reports a level and a severity that it does not know", () => {
        const base = { sequence: 0, timestamp: 1 };
        fails(
            { ...base, ...violation(BUCKET, "p", "m", { enforcementLevel: "warning" }) },
            "policyEvent.enforcementLevel: found another word, expected one of advisory, mandatory, remediate",
        );
        fails(
            { ...base, ...violation(BUCKET, "p", "m", { severity: "grave" }) },
            "policyEvent.severity: found another word, expected one of low, medium, high, critical",
        );
    });

    it("reads which policies passed and failed on a resource", () => {
        assert.deepEqual(said(judged(BUCKET, { failed: ["p"] })), {
            kind: "judged",
            pack: { name: "storage", version: "1.2.3" },
            urn: BUCKET,
            passed: [],
            failed: ["p"],
        });
    });

    it("takes names and no verdict from what says that every policy passed", () => {
        assert.deepEqual(said(shown(BUCKET, ["p"])), {
            kind: "shown",
            pack: { name: "storage", version: "1.2.3" },
            urn: BUCKET,
            policies: ["p"],
        });
    });

    it("reads which properties a remediation changed, by name", () => {
        const event = {
            policyRemediationEvent: {
                resourceUrn: BUCKET,
                policyName: "p",
                before: { a: "1", b: 2 },
                after: { a: "secret", b: 2, c: 3 },
            },
        };
        const { changed } = said(event) as { changed: unknown };
        assert.deepEqual(changed, ["a", "c"]);
        const { changed: added } = said({
            policyRemediationEvent: { resourceUrn: BUCKET, policyName: "p", after: { a: 1 } },
        }) as { changed: unknown };
        assert.deepEqual(added, ["a"]);
    });

    it("reads a step before and after which there is a resource", () => {
        assert.deepEqual(said(step(BUCKET, { inputs: { a: 1 }, external: true }, "read")), {
            kind: "step",
            op: "read",
            urn: BUCKET,
            type: "aws:s3/bucket:Bucket",
            replaced: false,
            after: { parent: ROOT, provider: "", external: true, inputs: { a: 1 } },
        });
        assert.equal("after" in (said(step(BUCKET, {}, "delete")) as object), false);
        const bare = step(BUCKET, { inputs: null });
        assert.deepEqual((said(bare) as { after: { inputs: object } }).after.inputs, {});
    });

    it("reads the summary with the packs' names only, not their folders", () => {
        assert.deepEqual(
            said(summary({ PolicyPacks: { "a|local|/home/x": "1", b: "v2", c: null } })),
            {
                kind: "summary",
                preview: true,
                seconds: 3,
                packs: new Map([
                    ["a", "1"],
                    ["b", "v2"],
                    ["c", ""],
                ]),
                result: "succeeded",
            },
        );
        const old = { maybeCorrupt: false, durationSeconds: 1, policyPacks: { a: "1" } };
        assert.deepEqual(said({ summaryEvent: old }), {
            kind: "summary",
            preview: false,
            seconds: 1,
            packs: new Map([["a", "1"]]),
            result: "",
        });
        const none = said({ summaryEvent: { durationSeconds: 1 } }) as { packs: unknown };
        assert.deepEqual(none.packs, new Map());
    });

    it("reads errors, and knows which events are no evidence", () => {
        const event = (severity: string): Event => ({
            diagnosticEvent: { message: "boom\n", severity },
        });
        assert.deepEqual(said(event("error")), { kind: "error", message: "boom" });
        assert.deepEqual(said(event("debug")), { kind: "other" });
        assert.deepEqual(said({ errorEvent: { error: "panic" } }), {
            kind: "error",
            message: "panic",
        });
        for (const name of [
            "policyLoadEvent",
            "resOpFailedEvent",
            "stdoutEvent",
            "startDebuggingEvent",
            "progressEvent",
        ])
            assert.deepEqual(said({ [name]: {} }), { kind: "other" }, name);
        assert.deepEqual(said({ newEvent: {} }), { kind: "unknown", name: "newEvent" });
        assert.deepEqual(said({ toStringEvent: {} }), { kind: "unknown", name: "toStringEvent" });
    });

    it("reads every event of an operation", () => {
        assert.deepEqual(
            PREVIEW.map((event) => (said(event) as { kind: string }).kind),
            [
                "other",
                "prelude",
                "judged",
                "step",
                "judged",
                "step",
                "stack-judged",
                "summary",
                "end",
            ],
        );
    });

    it("reports what is no event, by its keys", () => {
        const expected = "expected an event of Pulumi's engine, such as policyEvent";
        fails(
            { version: 3, deployment: {} },
            `found an object with version, deployment, ${expected}`,
        );
        fails({ aEvent: {}, bEvent: {} }, `found an object with aEvent, bEvent, ${expected}`);
        fails([], "found a list, expected an object");
        fails({ policyLoadEvent: {} }, "sequence: found nothing, expected a number");
        fails(
            { sequence: 0, timestamp: 0, policyEvent: "x" },
            "policyEvent: found a text, expected an object",
        );
    });
});
