import type { ChildProcess } from "node:child_process";

/** Signals by which a terminal or a CI job ends this process; a group of its own does not hear a terminal's. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const leaders = new Set<ChildProcess>();

/** Ends a child that leads a process group, and everything it started. */
export function endGroup({ pid }: Pick<ChildProcess, "pid">): void {
    if (pid === undefined) return;
    try {
        process.kill(-pid, "SIGKILL");
    } catch (error) {
        // The whole group has already ended.
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
}

/** Ends the child's group when this process ends, by itself or by a signal. */
export function endWithThisProcess(child: ChildProcess): void {
    if (leaders.size === 0) {
        process.on("exit", endAll);
        for (const signal of SIGNALS) process.on(signal, endAllAndDie);
    }
    leaders.add(child);
    child.once("exit", () => {
        leaders.delete(child);
        if (leaders.size > 0) return;
        process.off("exit", endAll);
        for (const signal of SIGNALS) process.off(signal, endAllAndDie);
    });
}

function endAll(): void {
    for (const leader of leaders) endGroup(leader);
}

/** Dies of the signal itself, so that whoever waits for this process sees what ended it. */
function endAllAndDie(signal: NodeJS.Signals): void {
    endAll();
    leaders.clear();
    process.off("exit", endAll);
    for (const each of SIGNALS) process.off(each, endAllAndDie);
    process.kill(process.pid, signal);
}
