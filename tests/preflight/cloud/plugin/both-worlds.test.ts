import assert from "node:assert/strict";
import { join } from "node:path";
import { type Graph, type Resource, runProgram } from "../../../../preflight";
import { readProject, readStackFile } from "../../../../preflight/project/project";
import { resolveConfig } from "../../../../preflight/project/stack-config";
import { nameKey } from "../../../../preflight/cloud/provider/names";
import { type Props, UNKNOWN } from "../../../../preflight/values";
import { PluginProcess } from "./plugin-process";

const ROOT = join(__dirname, "../../../..");

function run(mode: "preview" | "up"): Promise<Graph> {
    const project = readProject(ROOT);
    const { values } = resolveConfig(project, readStackFile(project, "prod"), []);
    return runProgram({ dir: ROOT, project: project.name, stack: "prod", mode, config: values });
}

/** The provider that manages a resource; undefined for components and what the engine serves itself. */
function providerOf(graph: Graph, resource: Resource): Resource | undefined {
    const urn = resource.provider.slice(0, resource.provider.lastIndexOf("::"));
    return graph.resources.find((other) => other.urn === urn);
}

/** Inputs less what Check fills in: region, merged tags and names that end in digits. */
function asGiven({ type, name, inputs }: Resource, provider: Resource): Props {
    const filled = (key: string, value: unknown): boolean => {
        if (key === "region") return value === provider.inputs.region;
        if (key !== nameKey(type)) return key === "tagsAll";
        return new RegExp(`^${name}[-_]?[0-9a-f]{7}$`, "i").test(String(value));
    };
    return Object.fromEntries(Object.entries(inputs).filter(([key, value]) => !filled(key, value)));
}

describe("preflight/cloud/plugin/aws: the production stack in both worlds", function () {
    this.timeout(180_000);
    let aws: PluginProcess;
    beforeEach(async () => {
        aws = await PluginProcess.start("aws");
    });
    afterEach(() => aws.stop());

    for (const mode of ["up", "preview"] as const) {
        it(`gives every resource the inputs, the id and the outputs of preflight's graph, mode ${mode}`, async () => {
            const graph = await run(mode);
            const managed = graph.resources.filter(({ type }) => type.startsWith("aws:"));
            const provider = providerOf(graph, managed[0] ?? graph.resources[0]!);
            assert.ok(provider);
            await aws.configure(provider.urn, provider.inputs);
            for (const resource of managed) {
                assert.equal(providerOf(graph, resource), provider, resource.urn);
                const { urn, id, inputs, outputs } = resource;
                const checked = await aws.check(urn, asGiven(resource, provider));
                assert.deepEqual(checked, inputs, urn);
                const created = await aws.create(urn, checked, mode === "preview");
                assert.deepEqual(
                    { id: created.id || UNKNOWN, outputs: created.outputs },
                    { id, outputs },
                    urn,
                );
            }
            assert.ok(managed.length > 400);
        });
    }
});
