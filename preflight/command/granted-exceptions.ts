import { readFileSync } from "node:fs";
import { exceptionProblems } from "../../controls/exception-rules";
import { type Exception, exceptions } from "../../controls/exceptions";
import { UsageError } from "../usage-error";

/**
 * Exceptions of this repository, or of the JSON file that `--exceptions` names.
 * @throws {UsageError} naming every problem of the file
 */
export function grantedExceptions(file: string | undefined): readonly Exception[] {
    if (file === undefined) return exceptions;
    let content: unknown;
    try {
        content = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        throw new UsageError([`${file}: found ${(error as Error).message}, expected JSON`]);
    }
    const problems = exceptionProblems(content);
    if (problems.length > 0) throw new UsageError(problems.map((problem) => `${file}: ${problem}`));
    return content as readonly Exception[];
}
