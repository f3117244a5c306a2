import { readFileSync } from "node:fs";
import { exceptions } from "../../controls/exceptions";
import type { GrantedException } from "../report/exceptions";
import { UsageError } from "../usage-error";

/**
 * Exceptions of this repository, or of the file that `--exceptions` names.
 * @throws {UsageError} when the file is not a list of exceptions
 */
export function grantedExceptions(file: string | undefined): readonly GrantedException[] {
    if (file === undefined) return exceptions;
    let content: unknown;
    try {
        content = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        throw new UsageError([`${file}: found ${(error as Error).message}, expected JSON`]);
    }
    if (!Array.isArray(content))
        throw new UsageError([`${file}: found no list, expected a list of exceptions`]);
    return content as GrantedException[];
}
