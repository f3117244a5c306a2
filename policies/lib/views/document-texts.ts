/** One text of a document and the key that holds it, the nearest one where it stands in a list. */
export interface DocumentText {
    readonly key: string;
    readonly text: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Parts of a policy's statement that do not say what it allows on what. */
const ASIDE = new Set(["NotResource", "NotPrincipal", "NotAction", "Action", "Sid"]);
/** An operator that compares with what must not be: `StringNotEquals`, `ForAnyValue:ArnNotLikeIfExists`. */
const NEGATIVE = /Not/;
/** Where a principal may act is a question of its own, which no place in a property answers. */
const WHERE = "aws:requestedregion";

/**
 * The texts by which a JSON document allows, names or sets something. What a policy document forbids, or excludes from what it
 * allows, is left out: a statement that denies all regions but one names the others. `undefined` when the text is no document.
 * @param skips whether to pass over what a key holds
 */
export function textsOfDocument(
    text: string,
    skips: (key: string) => boolean,
): readonly DocumentText[] | undefined {
    const document = parse(text);
    return document === undefined ? undefined : [...collect(document, "", skips)];
}

function parse(text: string): object | undefined {
    if (!/^\s*[[{]/.test(text)) return undefined;
    try {
        return JSON.parse(text) as object;
    } catch {
        return undefined;
    }
}

type Skips = (key: string) => boolean;

function* collect(value: unknown, key: string, skips: Skips): Generator<DocumentText> {
    if (typeof value === "string") yield { key, text: value };
    else if (Array.isArray(value)) for (const each of value) yield* collect(each, key, skips);
    else if (typeof value === "object" && value !== null) {
        const object = value as Json;
        if (typeof object["Effect"] === "string") yield* collectStatement(object, skips);
        else yield* collectEntries(object, skips);
    }
}

function* collectEntries(object: Json, skips: Skips): Generator<DocumentText> {
    for (const [key, each] of Object.entries(object)) {
        if (!skips(key)) yield* collect(each, key, skips);
    }
}

function* collectStatement(statement: Json, skips: Skips): Generator<DocumentText> {
    if (statement["Effect"] === "Deny") return;
    const { Condition: conditions, ...rest } = statement;
    yield* collectEntries(rest, (key) => ASIDE.has(key) || skips(key));
    for (const [operator, tests] of Object.entries((conditions ?? {}) as Json)) {
        if (NEGATIVE.test(operator)) continue;
        yield* collectEntries(
            (tests ?? {}) as Json,
            (key) => key.toLowerCase() === WHERE || skips(key),
        );
    }
}
