/** Policy packs: loading them, asking them, and what their answers mean. */
export { inEvidenceOrder, judge } from "./judge";
export { loadPack } from "./load";
export { type Pack, PackError, type PackSource, type StackContext } from "./pack";
export { remediator } from "./remediation";
export { narrow, SelectionError } from "./selection";
export { startPack } from "./start";
