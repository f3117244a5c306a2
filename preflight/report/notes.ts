import type { Note } from "../engine/graph";
import { compare } from "./results";

/** Notes in the order of a report: by kind, resource and text. */
export function sortedNotes(notes: readonly Note[]): Note[] {
    return [...notes].sort(
        (a, b) =>
            compare(a.kind, b.kind) ||
            compare(a.urn ?? "", b.urn ?? "") ||
            compare(a.message, b.message),
    );
}
