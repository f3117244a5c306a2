import type { Graph } from "./engine/graph";
import type { RunOptions } from "./engine/job";
import { launch, type LaunchOptions, type Outcome } from "./engine/launch";

export type { Graph, Mode, Note, Resource, SourcePosition } from "./engine/graph";
export type { Progress, RunOptions } from "./engine/job";
export type { AfterRun } from "./engine/worker-protocol";
export { judge, loadPack, startPack, type Pack, type PackSource } from "./packs";
export { ProgramError, type ProgramErrorKind, type ProgramFailure } from "./engine/program-error";
export { launch, type LaunchOptions, type Outcome };

/**
 * Runs a program in a process of its own, against the simulated cloud.
 * @throws {ProgramError} for whatever keeps the program from being judged
 */
export async function runProgram(
    options: RunOptions,
    follow: Pick<LaunchOptions, "onProgress"> = {},
): Promise<Graph> {
    // Only work after the run may drop the graph, and there is none.
    const { graph } = (await launch(options, follow)) as { readonly graph: Graph };
    return graph;
}
