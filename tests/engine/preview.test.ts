import { join } from "node:path";
import { rootUrn } from "../../preflight/engine/graph";
import { assertNone, assertSame } from "./support/differences";
import { Engine, type Operation } from "./support/engine";
import { descriptionsIn, reportOf, type Report } from "./support/imitation";
import { ROOT } from "./support/surroundings";
import { fromEvents, fromReport, mandatoryViolations } from "./support/verdicts";

const ALL = join(ROOT, "dist", "policies", "all");

for (const stack of ["prod", "dev"]) {
    describe(`preview of ${stack}, with every policy`, () => {
        const engine = new Engine(ROOT, stack);
        let preview: Operation;
        let report: Report;
        before(async () => {
            preview = await engine.preview({ policyPacks: [ALL] });
            report = await reportOf(ROOT, stack, { mode: "preview", policyPacks: [ALL] });
        });
        after(() => {
            engine.remove();
        });

        it("has no mandatory violation", () => {
            assertNone(mandatoryViolations(preview.events));
            if (!preview.ok) throw new Error(preview.output);
        });

        it("has the verdicts of preflight, policy by policy and resource by resource", () => {
            const root = rootUrn("appsonic-platform", stack);
            assertSame(
                fromEvents(preview.events, root, descriptionsIn(report)),
                fromReport(report),
            );
        });
    });
}
