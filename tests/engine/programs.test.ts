import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { assertSame, differences } from "./support/differences";
import { Engine } from "./support/engine";
import { graphOf } from "./support/imitation";
import { fromEvents, matchedAliases, stepsIn } from "./support/planned-resources";
import { fromGraph, fromState } from "./support/stated-resources";

const FOLDER = join(__dirname, "programs");

/** Programs that need more than one deployment; they have tests of their own below. */
const OWN_TESTS = ["dynamic", "reference", "renames"];

async function withEngine(
    name: string,
    use: (engine: Engine, program: string) => Promise<void>,
): Promise<void> {
    const program = join(FOLDER, name);
    const engine = new Engine(program, "test");
    try {
        await use(engine, program);
    } finally {
        engine.remove();
    }
}

async function deploy(engine: Engine): Promise<void> {
    const up = await engine.up();
    if (!up.ok) throw new Error(up.output);
}

describe("state of programs made to stress the imitation", () => {
    for (const name of readdirSync(FOLDER).filter((folder) => !OWN_TESTS.includes(folder))) {
        it(`is planned and made as in preflight's graph: ${name}`, () =>
            withEngine(name, async (engine, program) => {
                const preview = await engine.preview();
                if (!preview.ok) throw new Error(preview.output);
                const planned = await graphOf(program, "test", "preview");
                assertSame(fromEvents(preview.events), fromGraph(planned, "preview"));
                await deploy(engine);
                const made = await graphOf(program, "test", "up");
                assertSame(fromState(await engine.export()), fromGraph(made));
            }));
    }

    it("is preflight's graph, but for the id that only its code knows: dynamic", () =>
        withEngine("dynamic", async (engine, program) => {
            await deploy(engine);
            const graph = await graphOf(program, "test", "up");
            const lines = differences(fromState(await engine.export()), fromGraph(graph));
            assert.deepEqual(
                lines.map((line) => line.replace(/, preflight has .*/, "")),
                [
                    `urn:pulumi:test::dynamic::pulumi-nodejs:dynamic:Resource::thing: id: the engine has "made"`,
                ],
            );
            const thing = graph.resources.find(({ name }) => name === "thing");
            assert.equal(thing?.guessed, true);
        }));

    it("is preflight's graph, but for the other stack's outputs, for which it has stand-ins: reference", () =>
        withEngine("reference", async (engine, program) => {
            await deploy(new Engine(program, "other", engine.surroundings));
            await deploy(engine);
            const graph = await graphOf(program, "test", "up");
            const lines = differences(fromState(await engine.export()), fromGraph(graph));
            assert.deepEqual(
                lines.filter(
                    (line) => !line.includes("pulumi:pulumi:StackReference::other: outputs."),
                ),
                [],
            );
            assert.ok(graph.notes.some(({ kind }) => kind === "stack-reference"));
        }));

    it("moves to new names without a replacement, as in preflight's graph: renames", () =>
        withEngine("renames", async (engine, program) => {
            await deploy(engine);
            await engine.command(["config", "set", "renamed", "true"]);
            const up = await engine.up();
            if (!up.ok) throw new Error(up.output);
            const changed = new Set(stepsIn(up.events).values());
            assert.deepEqual([...changed].sort(), ["same"], up.output);
            const graph = await graphOf(program, "test", "up", { renamed: "true" });
            const matched = matchedAliases(up.events);
            assert.ok(matched.size >= 8, `${String(matched.size)} resources were renamed`);
            for (const [urn, old] of matched) {
                const ours = graph.resources.find((resource) => resource.urn === urn)?.aliases;
                assert.ok(
                    ours?.includes(old),
                    `${urn}: found no alias ${old} in preflight's graph`,
                );
            }
            assertSame(fromState(await engine.export()), fromGraph(graph));
        }));
});
