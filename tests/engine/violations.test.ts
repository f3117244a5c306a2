import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootUrn } from "../../preflight/engine/graph";
import { packs } from "../../tools/policies/packs";
import { assertSame } from "./support/differences";
import { Engine, type Operation } from "./support/engine";
import { descriptionsIn, graphOf, reportOf, type Report } from "./support/imitation";
import { fromGraph, fromState } from "./support/stated-resources";
import { ROOT } from "./support/surroundings";
import { fromEvents, fromReport, mandatoryViolations, type Verdicts } from "./support/verdicts";
import { rejectedExamples } from "./violations/examples";

const PROGRAM = join(__dirname, "violations");
const ALL = join(ROOT, "dist", "policies", "all");
const NAMES = packs().map(({ name }) => name);

/** The three forms in which packs come. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
    "one pack with all policies": [ALL],
    "built packs": NAMES.map((name) => join(ROOT, "dist", "policies", name)),
    "packs in source": NAMES.map((name) => join(ROOT, "policies", name)),
};

function verdictsOf(operation: Operation, report: Report, stack: string): Verdicts {
    return fromEvents(operation.events, rootUrn("violations", stack), descriptionsIn(report));
}

/** Names of the policies that failed somewhere. */
function failing(verdicts: Verdicts): string[] {
    const failed = [...verdicts].filter(([, { verdict }]) => verdict === "fail");
    return [...new Set(failed.map(([at]) => at.replace(/ on .*/, "")))];
}

describe("a program that violates every policy", () => {
    const engine = new Engine(PROGRAM, "all");
    const reported = new Set<string>();
    const scratch = mkdtempSync(join(tmpdir(), "appsonic-violations-"));
    after(() => {
        engine.remove();
        rmSync(scratch, { recursive: true });
    });

    /** Makes everything, with every policy as advice, and holds the verdicts against preflight's. */
    async function advisedUp(on: Engine, stack: string): Promise<Verdicts> {
        const config = join(scratch, "advisory.json");
        writeFileSync(config, JSON.stringify({ all: "advisory" }));
        const policies = { policyPacks: [ALL], policyPackConfigs: [config] };
        const up = await on.up(policies);
        assert.ok(up.ok, up.output);
        const report = await reportOf(PROGRAM, stack, { mode: "up", ...policies });
        const verdicts = verdictsOf(up, report, stack);
        assertSame(verdicts, fromReport(report));
        return verdicts;
    }

    for (const [form, policyPacks] of Object.entries(FORMS)) {
        it(`is judged alike in preview: ${form}`, async () => {
            const preview = await engine.preview({ policyPacks });
            assert.ok(!preview.ok);
            assert.ok(mandatoryViolations(preview.events).length > 0, preview.output);
            const report = await reportOf(PROGRAM, "all", { mode: "preview", policyPacks });
            const verdicts = verdictsOf(preview, report, "all");
            assertSame(verdicts, fromReport(report));
            for (const policy of failing(verdicts)) reported.add(policy);
        });
    }

    it("is not made: up stops before a resource that violates a mandatory policy", async () => {
        const up = await engine.up({ policyPacks: [ALL] });
        assert.ok(!up.ok);
        const report = await reportOf(PROGRAM, "all", { mode: "up", policyPacks: [ALL] });
        const barred = report.results.filter(
            ({ verdict, enforcement }) => verdict === "fail" && enforcement === "mandatory",
        );
        const kinds = new Map(
            packs().flatMap(({ policies }) => policies.map(({ name, kind }) => [name, kind])),
        );
        const made = fromState(await engine.export());
        const wrong = barred.filter(
            ({ policy, urn }) => kinds.get(policy) === "resource" && made.has(urn),
        );
        assert.deepEqual(wrong, []);
    });

    it("has the same exceptions in both: granted, and ended", async () => {
        const exceptions = join(scratch, "exceptions.json");
        const date = "2026-06-30";
        const before = await reportOf(PROGRAM, "all", { mode: "preview", policyPacks: [ALL] });
        const failed = before.results.filter(({ verdict }) => verdict === "fail").slice(0, 6);
        const granted = failed.map(({ policy, urn }, index) => ({
            policy,
            urn,
            stack: "all",
            reason: "The suite holds that exceptions mean the same to both.",
            approver: "security@appsonic.example",
            expires: index % 2 === 0 ? "2026-06-30" : "2026-06-29",
        }));
        writeFileSync(exceptions, JSON.stringify(granted));
        const env = { APPSONIC_EXCEPTIONS: exceptions, APPSONIC_TODAY: date };
        const preview = await engine.preview({ policyPacks: [ALL], env });
        const report = await reportOf(PROGRAM, "all", {
            ...{ mode: "preview", policyPacks: [ALL], exceptions, date },
        });
        const verdicts = verdictsOf(preview, report, "all");
        assertSame(verdicts, fromReport(report));
        assert.deepEqual(
            failed.map(({ policy, urn }) => verdicts.get(`${policy} on ${urn}`)?.["verdict"]),
            failed.map((_, index) => (index % 2 === 0 ? "excepted" : "fail")),
        );
    });

    it("is judged alike in mode up where policies advise only, and made as in preflight's graph", async () => {
        const verdicts = await advisedUp(engine, "all");
        for (const policy of failing(verdicts)) reported.add(policy);
        assertSame(
            fromState(await engine.export()),
            fromGraph(await graphOf(PROGRAM, "all", "up")),
        );
    });

    it("makes every policy report, some in stacks of their own, where no other example is", async () => {
        for (const { id, policy } of rejectedExamples()) {
            if (reported.has(policy)) continue;
            const own = new Engine(PROGRAM, id, engine.surroundings);
            const verdicts = await advisedUp(own, id);
            for (const failed of failing(verdicts)) reported.add(failed);
        }
        const all = packs().flatMap(({ policies }) => policies.map(({ name }) => name));
        assert.deepEqual(
            all.filter((name) => !reported.has(name)),
            [],
        );
    });
});
