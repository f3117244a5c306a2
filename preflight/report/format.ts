import { consoleReport } from "./console";
import type { RunEvidence } from "./evidence";
import { jsonReport } from "./json";

/** What reports may depend on beside the evidence. */
export interface ReportOptions {
    /** Show the tree of resources (console). */
    readonly verbose: boolean;
    /** Use colours (console). */
    readonly color: boolean;
}

/** A report in pieces of text. */
export type Reporter = (runs: readonly RunEvidence[], options: ReportOptions) => Iterable<string>;

/** Every format that `--report` takes; one file each. */
export const REPORTERS: Readonly<Record<string, Reporter>> = {
    console: consoleReport,
    json: jsonReport,
};
