import { readFileSync } from "node:fs";
import { exceptionProblems, isDay } from "../../controls/exception-rules";
import { exceptions, type Exception } from "../../controls/exceptions";

/** Exceptions that are granted, and the day on which that is judged (`YYYY-MM-DD`). */
export interface Grants {
    readonly exceptions: readonly Exception[];
    readonly today: string;
}

/**
 * What is granted here and now: controls/exceptions.ts, or the JSON file that `APPSONIC_EXCEPTIONS` names; `APPSONIC_TODAY`
 * stands in for the clock.
 * @throws {Error} listing all problems of the exceptions and of the date at once
 */
export function currentGrants(environment: NodeJS.ProcessEnv, now: () => Date): Grants {
    const file = environment["APPSONIC_EXCEPTIONS"];
    const today = environment["APPSONIC_TODAY"] ?? now().toISOString().slice(0, 10);
    const source = file ?? "controls/exceptions.ts";
    const list = file === undefined ? exceptions : readExceptions(file);
    const problems = [
        ...(isDay(today)
            ? []
            : [`APPSONIC_TODAY: found ${JSON.stringify(today)}, expected YYYY-MM-DD`]),
        ...exceptionProblems(list).map((problem) => `${source}: ${problem}`),
    ];
    if (problems.length > 0) throw new Error(problems.join("\n"));
    return { exceptions: list as readonly Exception[], today };
}

function readExceptions(file: string): unknown {
    let text: string;
    try {
        text = readFileSync(file, "utf8");
    } catch {
        throw new Error(
            `APPSONIC_EXCEPTIONS: found ${JSON.stringify(file)}, expected a readable file`,
        );
    }
    try {
        return JSON.parse(text);
    } catch {
        throw new Error(`${file}: found text that is not JSON, expected a list of exceptions`);
    }
}
