import type { Note } from "../engine/graph";

/** Notes of a run: what was guessed or assumed, each said once. */
export class Notes {
    private readonly said = new Map<string, Note>();

    /** Adds a note unless one says the same. */
    public add(kind: string, message: string): void {
        const key = `${kind} ${message}`;
        if (!this.said.has(key)) this.said.set(key, { kind, message });
    }

    /** In the order of kinds and messages, for the order of registration differs between runs. */
    public get all(): readonly Note[] {
        return [...this.said.entries()]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, note]) => note);
    }
}
