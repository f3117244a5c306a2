import * as path from "node:path";
import { format } from "node:util";
import { PackError } from "./pack";
import { withoutStack } from "./protocol";

const FRAMES = 50;

/** Thrown in place of ending the process. */
class Exit extends Error {
    constructor(readonly code: number | string | null | undefined) {
        super(`process.exit(${code ?? ""})`);
    }
}

/**
 * Makes a call into a pack during which `process.exit` throws, so that a policy which calls it breaks itself and not the run.
 * @param call tells when it is done
 */
export function withoutExit(call: (done: () => void) => void): void {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, never called
    const { exit } = process;
    process.exit = refuseExit;
    const putBack = (): void => {
        if (process.exit === refuseExit) process.exit = exit;
    };
    try {
        call(putBack);
    } catch (error) {
        putBack();
        throw error;
    }
}

function refuseExit(code?: number | string | null): never {
    throw new Exit(code);
}

/**
 * Runs a pack's top level as if the process were its own: in its folder, with an exit that ends only the pack, and with
 * standard output kept for reports.
 * @returns what it printed
 * @throws {PackError} when it throws or exits, with the place in the pack and all that was said
 */
export async function borrowProcess(dir: string, work: () => Promise<void>): Promise<string> {
    const cwd = process.cwd();
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, never called
    const { exit } = process;
    const { log, info, error } = console;
    const { stackTraceLimit } = Error;
    const printed: string[] = [];
    const print = (...values: unknown[]): void => void printed.push(format(...values));
    process.chdir(dir);
    process.exit = refuseExit;
    Object.assign(console, { log: print, info: print, error: print });
    // A program runs without stack traces, as they cost most of its time; an error here needs its place.
    Error.stackTraceLimit = FRAMES;
    try {
        await work();
    } catch (thrown) {
        throw loadError(dir, thrown, printed);
    } finally {
        Error.stackTraceLimit = stackTraceLimit;
        Object.assign(console, { log, info, error });
        process.exit = exit;
        process.chdir(cwd);
    }
    return printed.join("\n");
}

function loadError(dir: string, thrown: unknown, printed: readonly string[]): PackError {
    const where = thrown instanceof Error ? place(dir, thrown.stack ?? "") : "";
    const expected = "a pack that loads";
    if (thrown instanceof Exit) {
        return new PackError(
            dir,
            `${thrown.message}${where} while loading`,
            expected,
            printed.join("\n"),
        );
    }
    const said =
        thrown instanceof Error ? withoutStack(thrown.stack ?? thrown.message) : format(thrown);
    return new PackError(
        dir,
        `an error${where} while loading`,
        expected,
        [said, ...printed].join("\n"),
    );
}

/** The innermost frame in the pack itself, as ` at index.ts:3`. */
function place(dir: string, stack: string): string {
    for (const line of stack.split("\n")) {
        const frame = /^\s+at .*?\(?((?:file:\/\/)?\/[^()]*):(\d+):\d+\)?$/.exec(line);
        if (!frame) continue;
        const [, url = "", row = ""] = frame;
        const file = path.relative(dir, url.replace(/^file:\/\//, ""));
        if (!file.startsWith("..") && !file.includes("node_modules")) return ` at ${file}:${row}`;
    }
    return "";
}
