import assert from "node:assert/strict";
import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { rootUrn } from "../../preflight/engine/graph";
import { hasLanguageHost } from "./cli/pulumi";
import { assertSame } from "./support/differences";
import { Engine, parseEvents } from "./support/engine";
import { descriptionsIn, graphOf, reportOf } from "./support/imitation";
import { fromGraph, fromState } from "./support/stated-resources";
import { ROOT } from "./support/surroundings";
import { fromEvents, fromReport } from "./support/verdicts";

const ALL = join(ROOT, "dist", "policies", "all");
const PACKS = ["--policy-pack", ALL];
const skipped = hasLanguageHost() ? "" : " (skipped: found no pulumi-language-nodejs on PATH)";

describe(`plain pulumi commands in this folder${skipped}`, () => {
    let engine: Engine;
    before(async function () {
        if (!hasLanguageHost()) this.skip();
        engine = new Engine(ROOT, "prod");
        // The folder as it is, but for the stack files: the CLI writes into those of a new stack.
        for (const name of readdirSync(ROOT).filter((entry) => !/^(Pulumi|\.git$)/.test(entry)))
            symlinkSync(join(ROOT, name), join(engine.workspace, name));
        const init = await engine.command(["stack", "init"]);
        assert.ok(init.ok, init.output);
    });
    after(() => {
        if (hasLanguageHost()) engine.remove();
    });

    it("preview: the verdicts of preflight", async () => {
        const preview = await engine.command(["preview", "--json", ...PACKS], {
            PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
        });
        assert.ok(preview.ok, preview.output);
        const report = await reportOf(ROOT, "prod", { mode: "preview", policyPacks: [ALL] });
        const root = rootUrn(engine.project, "prod");
        const events = parseEvents(preview.output);
        assertSame(fromEvents(events, root, descriptionsIn(report)), fromReport(report));
    });

    it("up: the state that preflight's graph shows", async () => {
        const up = await engine.command(["up", "--yes", "--skip-preview", ...PACKS]);
        assert.ok(up.ok, up.output);
        assertSame(fromState(await engine.export()), fromGraph(await graphOf(ROOT, "prod", "up")));
    });
});
