import { join } from "node:path";
import { decodeMessage } from "../../controls/verdict-encoding";
import { loadPack, runProgram, type Graph, type Mode, type Pack } from "../../preflight";
import type { Resource } from "../../preflight/engine/graph";
import type { Analysis } from "../../preflight/packs/pack";
import { analyzed, Subjects } from "../../preflight/packs/subjects";
import { readProject, readStackFile } from "../../preflight/project/project";
import { resolveConfig } from "../../preflight/project/stack-config";

const HOME = join(__dirname, "../..");

/** The production stack in one mode, with every policy of this repository to judge it and changes of it. */
export class Production {
    /** What is said of one resource by itself, which holds as long as it stays the same. */
    private readonly said = new WeakMap<Resource, readonly string[]>();

    private constructor(
        readonly graph: Graph,
        private readonly pack: Pack,
    ) {}

    /** Runs the production stack's program. */
    static async run(mode: Mode): Promise<Production> {
        const project = readProject(HOME);
        const { values, secretKeys } = resolveConfig(project, readStackFile(project, "prod"), []);
        const run = { project: project.name, stack: "prod", config: values };
        const graph = await runProgram({ ...run, dir: HOME, mode, secretConfigKeys: secretKeys });
        const context = {
            ...run,
            organization: "organization",
            preview: mode === "preview",
            secretConfigKeys: secretKeys,
            tags: {},
        };
        const dir = join(HOME, "dist/policies/all");
        return new Production(graph, await loadPack({ dir }, context));
    }

    /**
     * Everything but a pass that the policies say of the stack, or of a change of it, as `policy verdict URN`, sorted. Only
     * resources that were not judged before are judged by themselves.
     */
    async verdicts(graph: Graph = this.graph): Promise<readonly string[]> {
        const resources = analyzed(graph);
        const subjects = new Subjects(graph);
        const all: string[] = [];
        for (const resource of resources) {
            const known = this.said.get(resource);
            const said =
                known ??
                sayings(await this.pack.analyze(subjects.byInputs(resource)), resource.urn);
            this.said.set(resource, said);
            all.push(...said);
        }
        const stack = resources.map((resource) => subjects.byOutputs(resource));
        const root = graph.resources[0]?.urn ?? "";
        all.push(...sayings(await this.pack.analyzeStack(stack), root));
        return [...new Set(all)].sort();
    }
}

function sayings({ diagnostics, broken }: Analysis, subject: string): readonly string[] {
    return [
        ...broken.map(({ policy, message }) => `${policy} broke: ${message}`),
        ...diagnostics.map(({ policy, urn, message, enforcement }) => {
            // A failure has the policy's description before its message, so only the others begin with their mark.
            const verdict = enforcement === "advisory" ? decodeMessage(message).verdict : "fail";
            return `${policy} ${verdict} ${urn === "" ? subject : urn}`;
        }),
    ];
}
