import assert from "node:assert/strict";
import { deploymentRun } from "../../../preflight/real-engine/deployment";
import { readOperations } from "../../../preflight/real-engine/operations";
import type { ReportContext } from "../../../preflight/real-engine/run-evidence";
import type { PackEvidence, RunEvidence } from "../../../preflight/report/evidence";
import { results, summarize } from "../../../preflight/report/results";
import { UsageError } from "../../../preflight/usage-error";
import {
    BUCKET,
    type Event,
    end,
    fileOf,
    judged,
    prelude,
    PREVIEW,
    PROVIDER,
    ROOT,
    shown,
    stackJudged,
    step,
    summary,
    violation,
} from "./events";
import { STORAGE } from "./storage";

const KNOWN: ReportContext = { known: new Map([["storage", STORAGE]]), exceptions: [] };
const UNKNOWN: ReportContext = { known: new Map(), exceptions: [] };
const OLD = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::old";

async function run(events: readonly Event[], context = KNOWN): Promise<RunEvidence> {
    const [operation] = await readOperations(fileOf(events));
    assert.ok(operation);
    return deploymentRun(operation, context);
}

async function refused(events: readonly Event[], ...problems: string[]): Promise<void> {
    const file = fileOf(events);
    const [operation] = await readOperations(file);
    assert.ok(operation);
    assert.throws(
        () => deploymentRun(operation, KNOWN),
        (error) => {
            assert.ok(error instanceof UsageError);
            assert.deepEqual(
                error.problems,
                problems.map((problem) =>
                    problem.startsWith(" ") ? problem : `${file}:1: ${problem}`,
                ),
            );
            return true;
        },
    );
}

/** An operation in which the bucket is judged so. */
const preview = (said: readonly Event[], last = summary()): Event[] => [
    prelude,
    judged(ROOT),
    step(ROOT),
    ...said,
    step(BUCKET),
    stackJudged({ passed: ["one-site"] }),
    last,
    end,
];
const rows = (evidence: RunEvidence): string[] =>
    [...results(evidence)].map(
        ({ policy, urn, verdict, messages }) =>
            `${policy} ${urn.split("::").pop() ?? ""} ${verdict} ${messages.join("; ")}`,
    );
const notes = ({ notes: all }: RunEvidence): string[] => all.map(({ kind }) => kind);

describe("deploymentRun", () => {
    it("accepts a preview: what passed, on which resource, when", async () => {
        const { packs, resources, ...rest } = await run(PREVIEW);
        assert.deepEqual(rest, {
            project: "shop",
            stack: "prod",
            mode: "preview",
            source: "engine",
            startedAt: "2026-11-23T10:00:00.000Z",
            durationMs: 3000,
            exceptions: [],
            notes: [
                {
                    kind: "engine",
                    message:
                        "verdicts are those of Pulumi's engine; its events do not say which policies did not apply to a resource, nor why",
                },
            ],
        });
        assert.deepEqual(resources, [
            {
                urn: BUCKET,
                type: "aws:s3/bucket:Bucket",
                name: "images",
                parent: ROOT,
                provider: `${PROVIDER}::id`,
                region: "eu-west-1",
            },
            { urn: ROOT, type: "pulumi:pulumi:Stack", name: "shop-prod", parent: "", provider: "" },
        ]);
        const [{ name, version, policies }] = packs as [PackEvidence];
        assert.deepEqual([name, version], ["storage", "1.2.3"]);
        assert.deepEqual(
            policies.map((policy) => [policy.name, policy.passed]),
            [
                ["bucket-named", [0]],
                ["one-site", [1]],
            ],
        );
        const named = policies.find((policy) => policy.name === "bucket-named");
        assert.deepEqual(
            [named?.control, named?.frameworks, named?.severity, named?.remediation],
            ["DATA-01", ["fsbp:S3.1"], "high", "Name it."],
        );
    });

    it("lists the resource policies that are switched on, and calls none of them passed for it", async () => {
        const evidence = await run([
            ...PREVIEW.slice(0, 2),
            shown(ROOT, ["bucket-named", "listener-cert"]),
            ...PREVIEW.slice(2),
        ]);
        assert.deepEqual(
            evidence.packs[0]?.policies.map((policy) => [policy.name, policy.passed]),
            [
                ["bucket-named", [0]],
                ["listener-cert", []],
                ["one-site", [1]],
            ],
        );
    });

    it("reports what travels as a violation for what it is", async () => {
        const evidence = await run(
            preview([
                violation(BUCKET, "bucket-named", "Buckets have a name.\nbucket is x\n"),
                violation(BUCKET, "bucket-named", "check failed: TypeError: boom"),
                violation(BUCKET, "excepted-one", "excepted until 2027-03-31: bucket is plain", {
                    enforcementLevel: "advisory",
                }),
                violation(BUCKET, "listener-cert", "not evaluated: arn is not known yet", {
                    enforcementLevel: "advisory",
                }),
                violation(
                    BUCKET,
                    "parameter-tier",
                    "can't run policy 'parameter-tier' from policy pack 'storage@v1.2.3' during preview: value at .x can't be known",
                    { enforcementLevel: "advisory" },
                ),
                violation(
                    BUCKET,
                    "bucket-described",
                    "Buckets say what they hold.\nholds is not set",
                    {
                        enforcementLevel: "advisory",
                    },
                ),
                judged(BUCKET, {
                    failed: [
                        "bucket-described",
                        "bucket-named",
                        "excepted-one",
                        "listener-cert",
                        "parameter-tier",
                    ],
                }),
            ]),
        );
        assert.deepEqual(rows(evidence), [
            "bucket-described images fail holds is not set",
            "bucket-named images error TypeError: boom; bucket is x",
            "excepted-one images excepted bucket is plain",
            "listener-cert images not-evaluated arn is not known yet",
            "one-site shop-prod pass ",
            "parameter-tier images not-evaluated value at .x can't be known",
        ]);
        assert.deepEqual(summarize(evidence), {
            resources: 2,
            policies: 6,
            pass: 1,
            fail: 1,
            error: 1,
            excepted: 1,
            "not-evaluated": 2,
        });
    });

    it("reports a stack policy's violation on the resource that it names", async () => {
        const evidence = await run([
            ...PREVIEW.slice(0, -3),
            violation(BUCKET, "one-site", "There is one site.\nfound 2"),
            stackJudged({ failed: ["one-site"] }),
            summary({ result: "failed" }),
        ]);
        assert.deepEqual(rows(evidence), [
            "bucket-named images pass ",
            "one-site images fail found 2",
        ]);
        const [undescribed] = (
            await run(
                [
                    ...PREVIEW.slice(0, -3),
                    violation(BUCKET, "new", "found 2", { enforcementLevel: "advisory" }),
                    stackJudged({ failed: ["new"] }),
                    summary(),
                ],
                UNKNOWN,
            )
        ).packs[0]!.policies.filter(({ name }) => name === "new");
        assert.deepEqual([undescribed?.kind, undescribed?.enforcement], ["stack", "advisory"]);
    });

    it("says little of packs that it does not know, and nothing that it does not know", async () => {
        const evidence = await run(
            preview([
                violation(BUCKET, "bucket-named", "Buckets have a name.\nbucket is x\n", {
                    severity: "high",
                }),
                judged(BUCKET, { passed: ["other"], failed: ["bucket-named"] }),
            ]),
            UNKNOWN,
        );
        const unknown = {
            title: "",
            description: "",
            remediation: "",
            frameworks: [],
            notApplicable: [],
        };
        assert.deepEqual(evidence.packs[0]?.policies, [
            {
                ...unknown,
                name: "bucket-named",
                title: "bucket-named",
                severity: "high",
                enforcement: "mandatory",
                kind: "resource",
                passed: [],
                findings: [
                    {
                        urn: BUCKET,
                        verdict: "fail",
                        severity: "high",
                        enforcement: "mandatory",
                        messages: ["Buckets have a name.\nbucket is x"],
                    },
                ],
            },
            {
                ...unknown,
                name: "one-site",
                title: "one-site",
                enforcement: "mandatory",
                kind: "stack",
                passed: [1],
                findings: [],
            },
            {
                ...unknown,
                name: "other",
                title: "other",
                enforcement: "mandatory",
                kind: "resource",
                passed: [0],
                findings: [],
            },
        ]);
        assert.deepEqual(notes(evidence), ["engine", "unknown-pack"]);
    });

    it("takes the words of another version, and no policy that the engine does not name", async () => {
        const other = {
            known: new Map([["storage", { ...STORAGE, version: "1.3.0" }]]),
            exceptions: [],
        };
        const evidence = await run(PREVIEW, other);
        assert.deepEqual(
            evidence.packs[0]?.policies.map(({ name, title }) => `${name}: ${title}`),
            ["bucket-named: Buckets have a name.", "one-site: There is one site."],
        );
        assert.deepEqual(evidence.notes.at(-1), {
            kind: "other-version",
            message: "storage 1.2.3: titles, controls and remedies are those of version 1.3.0",
        });
    });

    it("knows which resources there are afterwards, and which the program only reads", async () => {
        const gone = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::gone";
        const replaced = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::replaced";
        const evidence = await run([
            prelude,
            step(gone, {}, "refresh"),
            judged(ROOT),
            step(ROOT, {}, "same"),
            judged(PROVIDER),
            step(OLD, { external: true }, "read"),
            judged(replaced),
            step(replaced, {}, "create-replacement"),
            step(replaced, {}, "replace"),
            step(replaced, {}, "delete-replaced"),
            step(replaced, { delete: true }, "delete"),
            step(gone, {}, "delete"),
            stackJudged(),
            summary(),
        ]);
        assert.deepEqual(
            evidence.resources.map(({ name, parent }) => [name, parent]),
            [
                ["old", ROOT],
                ["replaced", ROOT],
                ["default_7_48_0", ""],
                ["shop-prod", ""],
            ],
        );
        assert.ok(!notes(evidence).includes("no-step"));
        const deleted = [
            prelude,
            judged(ROOT),
            step(ROOT),
            judged(BUCKET),
            step(BUCKET),
            step(BUCKET, {}, "discard"),
        ];
        const after = await run([...deleted, stackJudged(), summary()]);
        assert.deepEqual(
            after.resources.map(({ urn }) => urn),
            [BUCKET, ROOT],
        );
    });

    it("reports an update that a violation stopped, and what it left unsaid", async () => {
        const evidence = await run([
            prelude,
            judged(ROOT),
            step(ROOT),
            violation(BUCKET, "bucket-named", "Buckets have a name.\nbucket is x"),
            judged(BUCKET, { failed: ["bucket-named"] }),
            summary({ isPreview: false, result: "failed" }),
        ]);
        assert.equal(evidence.mode, "up");
        assert.deepEqual(rows(evidence), ["bucket-named images fail bucket is x"]);
        assert.deepEqual(evidence.notes.slice(1), [
            {
                kind: "incomplete",
                message:
                    "pack storage was not asked about the stack as a whole, expected a policyAnalyzeStackSummaryEvent: the engine asks when every step has succeeded (the operation failed)",
            },
            {
                kind: "no-step",
                urn: BUCKET,
                message:
                    "the engine took no step on this resource; its parent and provider are not in its events",
            },
        ]);
    });

    it("refuses an operation that ended before everything was judged", async () => {
        await refused(
            [
                ...PREVIEW.slice(0, -3),
                { diagnosticEvent: { message: "update failed: boom\n", severity: "error" } },
                summary({ result: "failed" }),
            ],
            "pack storage was not asked about the stack as a whole, expected a policyAnalyzeStackSummaryEvent: the engine asks when every step has succeeded (the operation failed)",
            "    update failed: boom",
        );
        await refused(
            [...PREVIEW.slice(0, -3), summary({ result: undefined })],
            "pack storage was not asked about the stack as a whole, expected a policyAnalyzeStackSummaryEvent: the engine asks when every step has succeeded",
        );
    });

    it("refuses an operation that judged a part of the stack only", async () => {
        const urn = (at: number): string => `${BUCKET}${at}`;
        await refused(
            [
                ...PREVIEW.slice(0, 3),
                ...[1, 2, 3, 4, 5, 6, 7].map((at) => step(urn(at))),
                ...PREVIEW.slice(3),
            ],
            `pack storage was not asked about ${[1, 2, 3, 4, 5].map(urn).join(", ")} and 2 more, expected every resource: not with --target or --exclude, nor with events left out`,
        );
        await refused(
            [...PREVIEW.slice(0, 3), shown(PROVIDER), ...PREVIEW.slice(3)],
            `pack storage was not asked about ${PROVIDER}, expected every resource: not with --target or --exclude, nor with events left out`,
        );
        const other = { policyPackName: "other", policyPackVersion: "1" };
        await refused(
            [...PREVIEW.slice(0, -2), judged(ROOT, {}, other), stackJudged({}, other), summary()],
            `pack other was not asked about ${BUCKET}, expected every resource: not with --target or --exclude, nor with events left out`,
        );
    });

    it("refuses an operation without verdicts", async () => {
        const without = [prelude, step(ROOT), step(BUCKET)];
        await refused(
            [...without, summary({ PolicyPacks: {} })],
            "found an operation that no policy pack judged, expected events of `pulumi preview` or `pulumi up` with --policy-pack",
        );
        await refused(
            [...without, summary()],
            "found no policyAnalyzeSummaryEvent of pack storage, expected one a resource: Pulumi writes them since 3.198 (the operation succeeded)",
        );
    });

    it("refuses a part of an operation's events", async () => {
        await refused(
            [judged(BUCKET), summary()],
            "found no preludeEvent, expected every event of an operation, not a part of them",
        );
        await refused(
            [summary({ PolicyPacks: {} })],
            "found no preludeEvent, expected every event of an operation, not a part of them",
        );
        await refused(
            preview([judged(BUCKET, { failed: ["bucket-named"] })]),
            "found no policyEvent of storage for what it calls failed: bucket-named on urn:pulumi:prod::shop::aws:s3/bucket:Bucket::images, expected every event of the operation",
        );
        await refused(
            [...PREVIEW.slice(0, -3), stackJudged({ failed: ["one-site"] }), summary()],
            "found no policyEvent of storage for what it calls failed: one-site on the stack, expected every event of the operation",
        );
    });

    it("refuses an analysis and says which option takes it", async () => {
        await refused(
            [violation(BUCKET, "p", "m"), summary({ isPreview: false })],
            "found what `pulumi policy analyze --json` writes, expected a deployment's events: --analysis and --state take the other",
        );
    });

    it("refuses the events of two stacks", async () => {
        const other = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::images";
        await refused(
            preview([judged(BUCKET), judged(other), step(other)]),
            "found shop/dev, shop/prod, expected the resources of one stack",
        );
    });

    it("says that an operation failed though the policies did not stop it", async () => {
        const evidence = await run([...PREVIEW.slice(0, -2), summary({ result: "canceled" })]);
        assert.deepEqual(evidence.notes.at(-1), {
            kind: "operation-failed",
            message:
                "the engine says that the operation was canceled; the policies had judged all of it, and none of them stopped it",
        });
    });

    it("says what remediations changed and which events it does not know", async () => {
        const remediation = (after: object): Event => ({
            policyRemediationEvent: {
                resourceUrn: BUCKET,
                policyName: "parameter-tier",
                before: {},
                after,
            },
        });
        const evidence = await run([
            prelude,
            remediation({ tier: "Standard" }),
            remediation({}),
            { freshEvent: {} },
            { freshEvent: {} },
            ...PREVIEW.slice(2),
        ]);
        assert.deepEqual(
            evidence.notes.filter(({ kind }) => kind === "remediated" || kind === "unknown-event"),
            [
                { kind: "remediated", urn: BUCKET, message: "parameter-tier changed tier" },
                {
                    kind: "unknown-event",
                    message:
                        "freshEvent (2 times) is an event that preflight does not know; what it says is not in this report",
                },
            ],
        );
    });

    it("shows exceptions with their state on the day of the operation, and those that nobody granted", async () => {
        const said = preview([
            shown(BUCKET, ["bucket-named", "excepted-one"]),
            violation(BUCKET, "excepted-one", "excepted until 2026-11-30: bucket is plain", {
                enforcementLevel: "advisory",
            }),
            judged(BUCKET, { failed: ["excepted-one"] }),
        ]);
        const exception = {
            policy: "excepted-one",
            stack: "prod",
            urn: BUCKET,
            reason: "because",
            approver: "security@appsonic.example",
            expires: "2026-11-30",
        };
        const unused = { ...exception, policy: "bucket-named", expires: "2026-11-22" };
        const granted = await run(said, { ...KNOWN, exceptions: [exception, unused] });
        assert.deepEqual(
            granted.exceptions.map(({ policy, state }) => [policy, state]),
            [
                ["bucket-named", "expired"],
                ["excepted-one", "used"],
            ],
        );
        assert.ok(!notes(granted).includes("ungranted-exception"));
        const earlier = await run(said, { ...KNOWN, exceptions: [unused], date: "2026-11-22" });
        assert.equal(earlier.exceptions[0]?.state, "unused");
        assert.deepEqual(earlier.notes.at(-1), {
            kind: "ungranted-exception",
            urn: BUCKET,
            message:
                "excepted-one was excepted until 2026-11-30 by an exception that is not granted here",
        });
        const elsewhere = await run(said, {
            ...KNOWN,
            exceptions: [{ ...exception, stack: "dev" }],
        });
        assert.ok(notes(elsewhere).includes("ungranted-exception"));
    });
});
