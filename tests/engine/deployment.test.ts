import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Graph, rootUrn } from "../../preflight/engine/graph";
import { programSecrets } from "../../preflight/report/program-secrets";
import { assertNone, assertSame } from "./support/differences";
import { Engine, type Operation } from "./support/engine";
import { descriptionsIn, graphOf, reportOf, type Report } from "./support/imitation";
import { stepsIn } from "./support/planned-resources";
import { holdsData } from "./support/protected-kinds";
import { fromGraph, fromState } from "./support/stated-resources";
import { ROOT } from "./support/surroundings";
import { fromEvents, fromReport, mandatoryViolations } from "./support/verdicts";

const ALL = join(ROOT, "dist", "policies", "all");
const PACKS = ["--policy-pack", ALL];

describe("production, deployed with every policy by the real engine", () => {
    const engine = new Engine(ROOT, "prod");
    let up: Operation;
    let report: Report;
    let graph: Graph;
    before(async () => {
        up = await engine.up({ policyPacks: [ALL] });
        report = await reportOf(ROOT, "prod", { mode: "up", policyPacks: [ALL] });
        graph = await graphOf(ROOT, "prod", "up");
    });
    after(() => {
        engine.remove();
    });

    it("is created whole, without a mandatory violation", () => {
        assertNone(mandatoryViolations(up.events));
        assert.ok(up.ok, up.output);
        assert.deepEqual([...new Set(stepsIn(up.events).values())], ["create"]);
        assert.equal(stepsIn(up.events).size, graph.resources.length);
    });

    it("gets the verdicts of preflight in mode up, policy by policy and resource by resource", () => {
        const root = rootUrn(engine.project, "prod");
        assert.ok(report.results.length > 100);
        assertSame(fromEvents(up.events, root, descriptionsIn(report)), fromReport(report));
    });

    it("leaves the state that preflight's graph shows", async () => {
        assertSame(fromState(await engine.export()), fromGraph(graph));
    });

    it("has nothing more to report in an analysis of its state", async () => {
        const analysis = await engine.command(["policy", "analyze", ...PACKS]);
        assert.ok(analysis.ok, analysis.output);
    });

    it("does not change in a second preview", async () => {
        const preview = await engine.preview({ policyPacks: [ALL], expectNoChanges: true });
        assert.ok(preview.ok, preview.output);
    });

    it("keeps no secret in plaintext, in state, events, output or report", () => {
        const places = {
            state: readFileSync(engine.stateFile, "utf8"),
            events: JSON.stringify(up.events),
            output: up.output,
            report: JSON.stringify(report),
        };
        for (const secret of programSecrets(graph)) {
            for (const [place, text] of Object.entries(places))
                assert.ok(!text.includes(secret), `${place} holds the secret ${secret}`);
        }
    });

    it("protects everything that holds data, and refuses to be destroyed", async () => {
        const unprotected = graph.resources
            .filter(({ urn, protect }) => holdsData(urn) && !protect)
            .map(({ urn }) => urn);
        assert.deepEqual(unprotected, []);
        // With --skip-preview it would refuse these, but only after it had destroyed all others.
        const destroy = await engine.command(["destroy", "--yes"]);
        assert.ok(!destroy.ok);
        assert.match(destroy.output, /is protected|cannot be deleted/);
        assertSame(fromState(await engine.export()), fromGraph(graph));
    });

    it("is destroyed in order after its protection was lifted on purpose", async () => {
        const lifted = await engine.command(["state", "unprotect", "--all", "--yes"]);
        assert.ok(lifted.ok, lifted.output);
        const destroy = await engine.command(["destroy", "--yes", "--skip-preview"]);
        assert.ok(destroy.ok, destroy.output);
        assert.deepEqual([...fromState(await engine.export()).keys()], []);
    });
});
