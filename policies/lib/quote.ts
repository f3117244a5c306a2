const MAX = 80;

/**
 * A value of a resource for use in a message: quoted, on one line, cut off after 80 characters. Only for properties that
 * cannot hold a secret: checks get secrets in plain text and unmarked.
 */
export function quote(value: unknown): string {
    // `JSON.stringify` has no text for `undefined`.
    const text = JSON.stringify(value) ?? "nothing";
    return text.length > MAX ? `${text.slice(0, MAX)}…` : text;
}
