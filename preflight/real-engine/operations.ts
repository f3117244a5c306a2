import { UsageError } from "../usage-error";
import type { Said } from "./event";
import { eventsOf } from "./event-file";
import { Operation } from "./operation";

/** What the engine says about its work; the rest it may also say before and after. */
const WORK = new Set<Said["kind"]>([
    "prelude",
    "step",
    "shown",
    "judged",
    "stack-judged",
    "remediated",
    "violation",
    "summary",
]);

/**
 * Operations of a file of events, in their order: one, or several one after another, as `pulumi up` without --skip-preview
 * writes its preview and its update. Each must be there from its first event to its summary.
 * @throws {UsageError} naming file and line when the file is not such a file, or not a whole one
 */
export async function readOperations(file: string): Promise<readonly Operation[]> {
    const operations: Operation[] = [];
    let open: Operation | undefined;
    let last = { place: file, sequence: -1 };
    for await (const { place, event } of eventsOf(file)) {
        const { said, sequence } = event;
        const again = sequence <= last.sequence;
        const over =
            open === undefined ||
            open.ended ||
            (open.summary !== undefined && said.kind !== "end" && (again || WORK.has(said.kind)));
        if (open === undefined || over) {
            open = new Operation(place, event.timestamp);
            operations.push(open);
        } else if (again) {
            throw cutOff(open, place, "the first event of another operation");
        }
        open.take(said);
        if (open.ended && open.summary === undefined)
            throw cutOff(open, place, "the engine's last event");
        last = { place, sequence };
    }
    // What the CLI says behind its last operation is no operation.
    if (operations.length > 1 && open?.silent === true) operations.pop();
    else if (open !== undefined && open.summary === undefined)
        throw cutOff(open, last.place, "the end of the file");
    return operations;
}

function cutOff({ place, errors }: Operation, at: string, found: string): UsageError {
    const begin = place.slice(place.lastIndexOf(":") + 1);
    return new UsageError([
        `${at}: found ${found}, expected the summaryEvent of the operation that begins at line ${begin} before it: ` +
            "its events are truncated, or it broke off",
        ...saidErrors(errors),
    ]);
}

/** The first thing that went wrong in an operation, as the engine says it. */
export function saidErrors(errors: readonly string[]): string[] {
    const lines = (errors[0] ?? "").split("\n").filter((line) => line.trim() !== "");
    return lines.slice(0, 10).map((line) => `    ${line}`);
}
