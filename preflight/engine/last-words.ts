import { writeSync } from "node:fs";
import { LAST_WORDS_FD, type LastWords } from "./worker-protocol";

/**
 * Says where the program is when it ends this process: `process.exit` and signals to itself leave no other trace.
 * @param fd where it says so
 * @returns `process.exit` without the words
 */
export function announceExits(fd = LAST_WORDS_FD): typeof process.exit {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with `process` as `this` below
    const { exit, kill, abort } = process;
    process.exit = (code) => {
        say(fd, {
            kind: "exited",
            what: `process.exit(${code ?? process.exitCode ?? ""})`,
            stack: here(),
        });
        return exit.call(process, code);
    };
    process.kill = (pid, signal) => {
        const itself = pid === process.pid || pid === 0;
        if (itself && signal !== 0) {
            say(fd, {
                kind: "killed",
                what: `process.kill(process.pid, "${signal ?? "SIGTERM"}")`,
                stack: here(),
            });
        }
        return kill.call(process, pid, signal);
    };
    process.abort = () => {
        say(fd, { kind: "killed", what: "process.abort()", stack: here() });
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

function say(fd: number, words: LastWords): void {
    try {
        writeSync(fd, `${JSON.stringify(words)}\n`);
    } catch {
        // Nobody listens: the exit status has to do.
    }
}
