import { join } from "node:path";
import { rootUrn } from "../../preflight/engine/graph";
import { assertNone, assertSame } from "./support/differences";
import { Engine, type Operation } from "./support/engine";
import { descriptionsIn, graphOf, reportOf, type Report } from "./support/imitation";
import { fromGraph, fromState } from "./support/stated-resources";
import { ROOT } from "./support/surroundings";
import { fromEvents, fromReport, mandatoryViolations } from "./support/verdicts";

const ALL = join(ROOT, "dist", "policies", "all");

for (const stack of ["prod"]) {
    describe(`up of ${stack}, with every policy`, () => {
        const engine = new Engine(ROOT, stack);
        let up: Operation;
        let report: Report;
        before(async () => {
            up = await engine.up({ policyPacks: [ALL] });
            report = await reportOf(ROOT, stack, { mode: "up", policyPacks: [ALL] });
        });
        after(() => {
            engine.remove();
        });

        it("creates everything", () => {
            assertNone(mandatoryViolations(up.events));
            if (!up.ok) throw new Error(up.output);
        });

        it("has the verdicts of preflight in mode up", () => {
            const root = rootUrn("appsonic-platform", stack);
            assertSame(fromEvents(up.events, root, descriptionsIn(report)), fromReport(report));
        });

        it("leaves the state that preflight's graph shows", async () => {
            assertSame(
                fromState(await engine.export()),
                fromGraph(await graphOf(ROOT, stack, "up")),
            );
        });
    });
}
