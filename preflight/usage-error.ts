import { distance } from "fastest-levenshtein";

/** What the user gave cannot be used; every problem found is in it, one a line. Exit status 1. */
export class UsageError extends Error {
    public override readonly name = "UsageError";

    /** @param problems `place: found …, expected …`, at least one */
    constructor(public readonly problems: readonly string[]) {
        super(problems.join("\n"));
    }
}

/**
 * The candidate that a mistyped word most likely means.
 * @returns undefined when nothing is within two edits, or a third of the word's length
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
    const limit = Math.max(2, Math.floor(word.length / 3));
    const close = candidates
        .map((candidate) => ({
            candidate,
            edits: distance(word.toLowerCase(), candidate.toLowerCase()),
        }))
        .filter(({ edits }) => edits <= limit)
        .sort((a, b) => a.edits - b.edits);
    return close[0]?.candidate;
}

/** ` (did you mean "x"?)`, or nothing when nothing is near. */
export function suggestion(word: string, candidates: readonly string[]): string {
    const near = nearest(word, candidates);
    return near === undefined ? "" : ` (did you mean "${near}"?)`;
}
