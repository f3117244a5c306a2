/** Policy packs: loading them, asking them, and what their answers mean. */
export { inEvidenceOrder, judge, type JudgeOptions } from "./judge";
export { loadPack } from "./load";
export { type Pack, PackConfigError, PackError, type PackSource, type StackContext } from "./pack";
export { type Remediable, type Remediated, remediator } from "./remediation";
export { narrow, type Selection, SelectionError } from "./selection";
export { type StartOptions, startPack } from "./start";
