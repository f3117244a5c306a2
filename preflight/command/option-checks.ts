import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isDay } from "../../controls/exception-rules";
import { REPORTERS } from "../report/format";
import { suggestion } from "../usage-error";

/** One report to write. */
export interface ReportTarget {
    readonly format: string;
    /** Absent: standard output. */
    readonly file?: string;
}

/** What the commands take alike, as it stands on the command line. */
export interface RawShared {
    readonly policyPack: string[];
    readonly policyPackConfig: string[];
    readonly exceptions?: string;
    readonly report: string[];
    readonly date?: string;
    readonly verbose?: boolean;
}

/** The same, checked. */
export interface SharedOptions {
    /** Folders of packs; empty: those of this repository. */
    readonly policyPacks: readonly string[];
    /** One per pack, or none. */
    readonly policyPackConfigs: readonly string[];
    readonly exceptions?: string;
    readonly reports: readonly ReportTarget[];
    /** `YYYY-MM-DD`. */
    readonly date?: string;
    readonly verbose: boolean;
}

/** Checks what the commands take alike. @param problems gets everything that is wrong */
export function checkShared(raw: RawShared, problems: string[]): SharedOptions {
    const configs = raw.policyPackConfig.length;
    if (configs > 0 && configs !== raw.policyPack.length) {
        problems.push(
            `--policy-pack-config: found ${configs} files for ${raw.policyPack.length} packs, expected one per --policy-pack`,
        );
    }
    for (const file of [
        ...raw.policyPackConfig,
        ...(raw.exceptions === undefined ? [] : [raw.exceptions]),
    ]) {
        if (!existsSync(file)) problems.push(`${file}: found no such file`);
    }
    if (raw.date !== undefined && !isDay(raw.date)) {
        problems.push(`--date: found "${raw.date}", expected a day as YYYY-MM-DD`);
    }
    return {
        // Another process works with these, in a folder of its own.
        policyPacks: raw.policyPack.map((dir) => resolve(dir)),
        policyPackConfigs: raw.policyPackConfig.map((file) => resolve(file)),
        ...(raw.exceptions === undefined ? {} : { exceptions: resolve(raw.exceptions) }),
        reports: readReports(raw.report, problems),
        ...(raw.date === undefined ? {} : { date: raw.date }),
        verbose: raw.verbose === true,
    };
}

function readReports(given: readonly string[], problems: string[]): ReportTarget[] {
    const reports = (given.length === 0 ? ["console"] : given).map((text): ReportTarget => {
        const at = text.indexOf("=");
        return at < 0
            ? { format: text }
            : { format: text.slice(0, at), file: resolve(text.slice(at + 1)) };
    });
    const formats = Object.keys(REPORTERS);
    for (const { format, file } of reports) {
        if (!formats.includes(format)) {
            problems.push(
                `--report: found "${format}", expected one of: ${formats.join(", ")}${suggestion(format, formats)}`,
            );
        }
        if (file !== undefined && !existsSync(dirname(file))) {
            problems.push(
                `--report ${format}: found no folder ${dirname(file)}, expected it to exist`,
            );
        } else if (file !== undefined && statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
            problems.push(`--report ${format}: found the folder ${file}, expected a file`);
        }
    }
    const toOutput = reports
        .filter((report) => report.file === undefined)
        .map((report) => report.format);
    if (toOutput.length > 1) {
        problems.push(
            `--report: found ${toOutput.length} reports to standard output (${toOutput.join(", ")}), ` +
                "expected at most one: give the others a file, as in --report json=report.json",
        );
    }
    return reports;
}
