import { join } from "node:path";
import { judge, loadPack, runProgram, type Graph, type Mode, type Pack } from "../../preflight";
import { readProject, readStackFile } from "../../preflight/project/project";
import { resolveConfig } from "../../preflight/project/stack-config";

const HOME = join(__dirname, "../..");

/** The production stack in one mode, and every policy of this repository to judge it with. */
export interface Production {
    readonly graph: Graph;
    readonly pack: Pack;
}

/** Runs the production stack's program. */
export async function production(mode: Mode): Promise<Production> {
    const project = readProject(HOME);
    const config = resolveConfig(project, readStackFile(project, "prod"), []);
    const graph = await runProgram({
        dir: HOME,
        project: project.name,
        stack: "prod",
        mode,
        config: config.values,
        secretConfigKeys: config.secretKeys,
    });
    const context = {
        organization: "organization",
        project: project.name,
        stack: "prod",
        preview: mode === "preview",
        config: config.values,
        secretConfigKeys: config.secretKeys,
        tags: {},
    };
    return { graph, pack: await loadPack({ dir: join(HOME, "dist/policies/all") }, context) };
}

/** Everything but a pass that the policies say, as `policy verdict URN`, sorted. */
export async function verdicts(graph: Graph, pack: Pack): Promise<readonly string[]> {
    const [evidence] = await judge(graph, [pack]);
    return (evidence?.policies ?? [])
        .flatMap(({ name, findings }) =>
            findings.map(({ verdict, urn }) => `${name} ${verdict} ${urn}`),
        )
        .sort();
}
