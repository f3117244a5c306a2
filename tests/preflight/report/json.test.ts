import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { jsonReport } from "../../../preflight/report/json";
import { finding, policy, run, urn } from "./sample-run";

const schema = JSON.parse(
    readFileSync(join(__dirname, "../../../preflight/report/report.schema.json"), "utf8"),
) as object;
const validate = new Ajv({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
}).compile(schema);

const full = run(
    [
        policy("encrypted", {
            control: "DATA-01",
            url: "https://example.com/encrypted",
            severity: "high",
            frameworks: ["fsbp:S3.17"],
            notApplicable: [{ reason: "no buckets here", count: 2 }],
            passed: [0],
            findings: [
                finding("b"),
                finding("c", { verdict: "excepted", expires: "2027-01-01" }),
                finding("d", { verdict: "not-evaluated" }),
                finding("e", { verdict: "error" }),
            ],
        }),
    ],
    {
        exceptions: [
            {
                policy: "encrypted",
                stack: "prod",
                urn: urn("aws:s3/bucket:Bucket", "c"),
                reason: "access logs take no customer key",
                approver: "security@appsonic.example",
                expires: "2027-01-01",
                state: "used",
            },
        ],
        notes: [
            { kind: "guessed-type", urn: urn("aws:s3/bucket:Bucket", "c"), message: "guessed" },
        ],
    },
);

describe("jsonReport", () => {
    it("is one document that the published schema accepts", () => {
        const document: unknown = JSON.parse(
            [...jsonReport([full, run([policy("p", { passed: [0, 1] })])])].join(""),
        );
        assert.ok(validate(document), JSON.stringify(validate.errors));
    });

    it("has the head, the rows and the summary of a run", () => {
        const { schemaVersion, runs } = JSON.parse([...jsonReport([full])].join("")) as {
            schemaVersion: number;
            runs: [
                {
                    results: { verdict: string }[];
                    summary: unknown;
                    packs: unknown;
                    resources: unknown[];
                },
            ];
        };
        assert.equal(schemaVersion, 1);
        assert.deepEqual(
            runs[0].results.map((result) => result.verdict),
            ["pass", "fail", "excepted", "not-evaluated", "error"],
        );
        assert.deepEqual(runs[0].summary, {
            resources: 4,
            policies: 1,
            pass: 1,
            fail: 1,
            excepted: 1,
            "not-evaluated": 1,
            error: 1,
        });
        assert.equal("passed" in (runs[0].packs as [{ policies: [object] }])[0].policies[0], false);
        assert.equal("guessed" in (runs[0].resources[2] as object), false);
    });

    it("comes in pieces, so that a large run never is one string", () => {
        const many = Array.from({ length: 5000 }, (_, i) =>
            finding(`b${String(i).padStart(5, "0")}`),
        );
        const pieces = [...jsonReport([run([policy("p", { findings: many })])])];
        assert.ok(Math.max(...pieces.map((piece) => piece.length)) < 70_000);
        assert.equal(
            (JSON.parse(pieces.join("")) as { runs: [{ results: unknown[] }] }).runs[0].results
                .length,
            5000,
        );
    });
});

describe("report.schema.json", () => {
    it("knows runs whose source lists violations only, which claim no pass", () => {
        const violations = run([policy("p", { findings: [finding("a")] })], {
            source: "engine",
            violationsOnly: true,
        });
        const document = (of: typeof full, more: object = {}): object => {
            const { schemaVersion, runs } = JSON.parse([...jsonReport([of])].join("")) as {
                schemaVersion: number;
                runs: [object];
            };
            return { schemaVersion, runs: [{ ...runs[0], ...more }] };
        };
        assert.ok(validate(document(violations)), JSON.stringify(validate.errors));
        assert.equal(validate(document(full, { violationsOnly: true, source: "engine" })), false);
        assert.equal(validate(document(violations, { source: "preflight" })), false);
        const { violationsOnly, ...rest } = (
            document(violations) as { runs: [Record<string, unknown>] }
        ).runs[0];
        assert.equal(violationsOnly, true);
        assert.equal(
            validate({ schemaVersion: 1, runs: [rest] }),
            false,
            "a summary without its passes",
        );
        const passes = [policy("p", { passed: [0] })];
        assert.equal(
            validate(document(run(passes, { source: "engine", violationsOnly: true }))),
            false,
        );
    });

    it("reports documents that are not a report", () => {
        const document = JSON.parse([...jsonReport([full])].join("")) as Record<string, unknown> & {
            runs: [Record<string, unknown>];
        };
        const broken = [
            { ...document, schemaVersion: 2 },
            { ...document, runs: [{ ...document.runs[0], source: "guess" }] },
            { ...document, runs: [{ ...document.runs[0], summary: {} }] },
            { ...document, extra: 1 },
            {
                ...document,
                runs: [
                    {
                        ...document.runs[0],
                        results: [
                            { ...(document.runs[0].results as [object])[0], messages: ["x"] },
                        ],
                    },
                ],
            },
        ];
        for (const each of broken)
            assert.equal(validate(each), false, JSON.stringify(each).slice(0, 200));
    });
});
