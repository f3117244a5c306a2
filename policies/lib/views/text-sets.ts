/** A part of a pattern: a character, one character of any kind, or a text of any length. */
type Token = string | typeof ANY_CHARACTER | typeof ANY_TEXT;

const ANY_CHARACTER = Symbol("any character");
const ANY_TEXT = Symbol("any text");
/** Stands for all characters that no pattern names at a place, which makes one of them as good as another. */
const ANOTHER = Symbol("another character");

/** What IAM writes with `*` and `?`. */
export type Pattern = readonly Token[];

/** Texts that match one of several patterns or, negated, none of them. */
export interface TextSet {
    readonly patterns: readonly Pattern[];
    readonly isNegated?: boolean;
}

/** Texts that no set tells apart. */
export interface TextClass {
    /** The sets that hold these texts. */
    readonly of: ReadonlySet<TextSet>;
    /** A shortest of them; each `*` stands for a character that makes no difference. */
    readonly example: string;
}

/** More than any document needs that AWS takes (20 KB), less than would keep a deployment waiting. */
const MAX_STATES = 50_000;

/** A pattern in which `*` is any text, an empty one included, and `?` any one character. */
export function patternOf(text: string): Pattern {
    return Array.from(text, (character) => {
        if (character === "*") return ANY_TEXT;
        return character === "?" ? ANY_CHARACTER : character;
    });
}

/** A pattern of a text in which `*` and `?` mean themselves. */
export function literalOf(text: string): Pattern {
    return Array.from(text);
}

/** Whether a set holds a text. */
export function holds(set: TextSet, text: string): boolean {
    let state = startOf([set]);
    for (const character of text) state = step(state, character);
    return isIn(state, set);
}

/**
 * All ways in which texts of the first set can be in the others or not, each once: what holds for one text of a class holds for
 * all of them, so that a question about every text is a question about a few. Exact: texts are not tried out, the patterns are
 * followed through together, character by character.
 * @param maxStates how many places in all patterns together may be looked at
 * @throws {Error} when the patterns are so entangled that this takes too long
 */
export function textClasses(
    universe: TextSet,
    sets: readonly TextSet[],
    maxStates = MAX_STATES,
): readonly TextClass[] {
    const start = startOf([universe, ...sets]);
    const classes = new Map<string, TextClass>();
    const seen = new Set([keyOf(start)]);
    // Breadth first, so that the first example of a class is a shortest one.
    const queue = [{ state: start, example: "" }];
    for (const { state, example } of queue) {
        if (isIn(state, universe)) {
            const inOrOut = sets.map((set) => isIn(state, set));
            const key = inOrOut.join();
            if (!classes.has(key)) {
                classes.set(key, { of: new Set(sets.filter((_, i) => inOrOut[i])), example });
            }
        }
        for (const character of expected(state)) {
            const next = step(state, character);
            const key = keyOf(next);
            if (seen.has(key) || isOver(next, universe)) continue;
            if (seen.size >= maxStates) throw new Error("patterns are too entangled to compare");
            seen.add(key);
            queue.push({
                state: next,
                example: example + (character === ANOTHER ? "*" : character),
            });
        }
    }
    return [...classes.values()];
}

/** A place in a pattern: before a token, or at the end. */
interface Place {
    readonly id: number;
    readonly set: TextSet;
    /** The token that comes, and the place behind it. */
    readonly ahead: { readonly token: Token; readonly next: Place } | undefined;
}

/** The places that the text read so far has led to, in the order of their ids. */
type State = readonly Place[];

function startOf(sets: readonly TextSet[]): State {
    let id = 0;
    const places = new Set<Place>();
    for (const set of new Set(sets)) {
        for (const pattern of set.patterns) {
            let place: Place = { id: id++, set, ahead: undefined };
            for (const token of [...pattern].reverse()) {
                place = { id: id++, set, ahead: { token, next: place } };
            }
            reach(place, places);
        }
    }
    return settle(places);
}

/** Whether what was read so far is a text of a set. */
function isIn(state: State, set: TextSet): boolean {
    const matches = state.some((place) => place.ahead === undefined && place.set === set);
    return matches !== (set.isNegated ?? false);
}

/** Whether no text that goes on from here is one of a set. */
function isOver(state: State, set: TextSet): boolean {
    return !(set.isNegated ?? false) && !state.some((place) => place.set === set);
}

/** One that stands for all characters that make no difference here, and those that do. */
function expected(state: State): readonly (string | typeof ANOTHER)[] {
    const named = state.flatMap(({ ahead }) =>
        typeof ahead?.token === "string" ? [ahead.token] : [],
    );
    return [ANOTHER, ...new Set(named.sort())];
}

/** Reads one character. */
function step(state: State, character: string | typeof ANOTHER): State {
    const places = new Set<Place>();
    for (const place of state) {
        if (place.ahead === undefined) continue;
        const { token, next } = place.ahead;
        if (token === ANY_TEXT) reach(place, places);
        else if (token === ANY_CHARACTER || token === character) reach(next, places);
    }
    return settle(places);
}

/** Adds a place, and those behind it that need no character. */
function reach(place: Place, places: Set<Place>): void {
    places.add(place);
    if (place.ahead?.token === ANY_TEXT) reach(place.ahead.next, places);
}

/** A set that any further text belongs to needs no other places: this keeps the states few. */
function settle(places: ReadonlySet<Place>): State {
    const sorted = [...places].sort((a, b) => a.id - b.id);
    const settled = new Map<TextSet, readonly Place[]>();
    for (const place of sorted) {
        const next = place.ahead?.next;
        const isLast = next !== undefined && place.ahead?.token === ANY_TEXT && !next.ahead;
        if (isLast && !settled.has(place.set)) settled.set(place.set, [place, next]);
    }
    return sorted.filter((place) => settled.get(place.set)?.includes(place) ?? true);
}

function keyOf(state: State): string {
    return state.map(({ id }) => id).join();
}
