/**
 * The candidate that somebody most likely meant: at most a third of its letters away, the first of equals.
 * `undefined` when nothing is near.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
    let best: { readonly candidate: string; readonly distance: number } | undefined;
    for (const candidate of candidates) {
        const distance = edits(name.toLowerCase(), candidate.toLowerCase());
        const near = distance <= Math.max(1, Math.floor(candidate.length / 3));
        if (near && (best === undefined || distance < best.distance))
            best = { candidate, distance };
    }
    return best?.candidate;
}

/** Levenshtein distance: how many letters to add, drop or change to turn one text into the other. */
export function edits(from: string, to: string): number {
    let row = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (const [index, letter] of Array.from(from).entries()) {
        let diagonal = index;
        let left = index + 1;
        const next = [left];
        for (const [column, above] of row.slice(1).entries()) {
            left = Math.min(above + 1, left + 1, diagonal + (letter === to.charAt(column) ? 0 : 1));
            diagonal = above;
            next.push(left);
        }
        row = next;
    }
    // A row is never empty: its first column is there from the start.
    return row.at(-1) as number;
}
