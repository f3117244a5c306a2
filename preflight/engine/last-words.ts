import { writeSync } from "node:fs";
import { LAST_WORDS_FD, type LastWords } from "./worker-protocol";

/**
 * Says where the program is when it ends this process: `process.exit` and signals to itself leave no other trace.
 * @returns `process.exit` without the words
 */
export function announceExits(): typeof process.exit {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with `process` as `this` below
    const { exit, kill, abort } = process;
    process.exit = (code) => {
        say({
            kind: "exited",
            what: `process.exit(${code ?? process.exitCode ?? ""})`,
            stack: here(),
        });
        return exit.call(process, code);
    };
    process.kill = (pid, signal) => {
        const itself = pid === process.pid || pid === 0;
        if (itself && signal !== 0) {
            say({
                kind: "killed",
                what: `process.kill(process.pid, "${signal ?? "SIGTERM"}")`,
                stack: here(),
            });
        }
        return kill.call(process, pid, signal);
    };
    process.abort = () => {
        say({ kind: "killed", what: "process.abort()", stack: here() });
        return abort.call(process);
    };
    return (code) => exit.call(process, code);
}

function here(): string {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 50;
    const { stack } = new Error();
    Error.stackTraceLimit = limit;
    return stack ?? "";
}

function say(words: LastWords): void {
    try {
        writeSync(LAST_WORDS_FD, `${JSON.stringify(words)}\n`);
    } catch {
        // Nobody listens: the exit status has to do.
    }
}
