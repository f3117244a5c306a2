import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Engine } from "./support/engine";
import { reportOf } from "./support/imitation";
import { ROOT } from "./support/surroundings";

const PROGRAM = join(__dirname, "programs", "secrets");
const ALL = join(ROOT, "dist", "policies", "all");

const TOKEN = "a-token-of-the-suite";

/** What that program holds secret. */
const SECRETS = ["correct horse battery staple", TOKEN, "of a component"];

describe("secrets of a program", () => {
    it("are in plaintext nowhere: state, events, output, stack output, report", async () => {
        const engine = new Engine(PROGRAM, "test");
        try {
            // As people keep it: what Pulumi.yaml says stands in the events, though it be called secret.
            for (const args of [
                ["stack", "init"],
                ["config", "set", "--secret", "token", TOKEN],
            ]) {
                const { ok, output } = await engine.command(args);
                assert.ok(ok, output);
            }
            const preview = await engine.preview({ policyPacks: [ALL] });
            const up = await engine.up();
            assert.ok(up.ok, up.output);
            const outputs = await engine.command(["stack", "output", "--json"]);
            const report = await reportOf(PROGRAM, "test", { mode: "up", policyPacks: [ALL] });
            const places = {
                state: readFileSync(engine.stateFile, "utf8"),
                previewEvents: JSON.stringify(preview.events),
                upEvents: JSON.stringify(up.events),
                previewOutput: preview.output,
                upOutput: up.output,
                outputs: outputs.output,
                report: JSON.stringify(report),
            };
            for (const secret of SECRETS) {
                for (const [place, text] of Object.entries(places))
                    assert.ok(!text.includes(secret), `${place} holds "${secret}"`);
            }
            // The places are the right ones: the secrets can be had by who has the passphrase.
            const shown = JSON.stringify(await engine.export());
            for (const secret of SECRETS) assert.ok(shown.includes(secret), secret);
        } finally {
            engine.remove();
        }
    });
});
