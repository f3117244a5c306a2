import type { Inputs } from "../policy";
import { objectOf, textOf } from "../properties";
import { Undecided } from "../undecided";

/**
 * The object that a property holds as JSON; empty when it is not set, or holds no object. Throws while it is not known yet.
 * @param revive as for `JSON.parse`
 * @throws {Undecided} when it is not JSON; the message quotes nothing, for documents may hold what is secret
 */
export function jsonObjectAt(
    props: Inputs,
    key: string,
    revive?: (key: string, value: unknown) => unknown,
): Inputs {
    const text = textOf(props, key) ?? "";
    if (text === "") return {};
    let document: unknown;
    try {
        document = JSON.parse(text, revive);
    } catch {
        throw new Undecided(`${key} is not JSON`);
    }
    return objectOf({ document }, "document");
}
