const MAX = 80;

/**
 * A text of a resource for use in a message: quoted, on one line, cut off after 80 characters. Only for properties that
 * cannot hold a secret: checks get secrets in plain text and unmarked.
 */
export function quote(text: string): string {
    return JSON.stringify(text.length > MAX ? `${text.slice(0, MAX)}…` : text);
}
