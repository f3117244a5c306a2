import { fileURLToPath } from "node:url";
import { originalLine } from "./typescript";

/** Makes `stack` show lines of TypeScript; frames of files that were not translated here stay as they are. */
export function installStackTraces(): void {
    Error.prepareStackTrace = (error, sites) => {
        const head = headline(error);
        return sites.length === 0
            ? head
            : `${head}\n${sites.map((site) => `    at ${mapped(site)}`).join("\n")}`;
    };
}

function headline(error: Error): string {
    try {
        return String(error);
    } catch {
        return "Error";
    }
}

function mapped(site: NodeJS.CallSite): string {
    // eslint-disable-next-line @typescript-eslint/no-base-to-string -- V8's call sites write themselves as a frame
    const shown = String(site);
    const location = site.getFileName();
    const line = site.getLineNumber();
    const column = site.getColumnNumber();
    if (!location || line === null || column === null) return shown;
    if (!/\.[cm]?tsx?$/.test(location)) return shown;
    const file = location.startsWith("file://") ? fileURLToPath(location) : location;
    const original = originalLine(file, line, column);
    return original === undefined
        ? shown
        : shown.replace(`${location}:${line}:`, `${location}:${original}:`);
}
