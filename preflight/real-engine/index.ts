/** Evidence from Pulumi's own engine: events of a deployment, and an analysis of its state, in the report's model. */
export { type Analysis, analysisRun, readAnalysis } from "./analysis";
export { deploymentRun } from "./deployment";
export { type KnownPacks, knownPacks } from "./known-packs";
export type { Operation } from "./operation";
export { readOperations } from "./operations";
export type { ReportContext } from "./run-evidence";
export { readState, type State } from "./state";
