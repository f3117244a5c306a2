import { HOLDERS } from "./holders";

/** Something that exists: what it is, by which names others mention it, and what it mentions. */
export interface Existing {
    readonly urn: string;
    readonly type: string;
    readonly id: string;
    /** Id, ARN and, where others know it by that, its name. */
    readonly names: readonly string[];
    /** Input property → every text in it that is no secret. */
    readonly texts: Readonly<Record<string, readonly string[]>>;
    /** What it says about being emptied when it is deleted (`forceDestroy`, `forceDelete`). */
    readonly isForced: boolean;
}

/**
 * Why AWS would not delete a thing: others that exist hold it.
 * @returns undefined when nothing holds it
 */
export function refusal(thing: Existing, others: readonly Existing[]): string | undefined {
    const rule = HOLDERS[thing.type];
    if (rule === undefined || (thing.isForced && rule.unlessForced === true)) return undefined;
    const holders = others.filter(
        (other) =>
            other.urn !== thing.urn &&
            rule.by.some((holder) =>
                textsFor(holder, other).some((text) =>
                    thing.names.some((name) => mentions(text, name)),
                ),
            ),
    );
    if (holders.length === 0) return undefined;
    const list = holders.map(({ urn, id }) => `${id} (${urn})`).sort();
    return `${rule.code}: ${thing.id} is in use by ${list.join(", ")}; delete those first`;
}

/** What a thing says where it would hold another: anywhere, or with `type#property` in one property. */
function textsFor(holder: string, other: Existing): readonly string[] {
    const [type, property] = holder.split("#");
    if (type !== other.type) return [];
    return property === undefined
        ? Object.values(other.texts).flat()
        : (other.texts[property] ?? []);
}

/** A name may stand alone, in a list or in an expression, but not inside another name. */
function mentions(text: string, name: string): boolean {
    if (name === "") return false;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        const before = text.charAt(at - 1);
        const after = text.charAt(at + name.length);
        if (!INSIDE.test(before) && !INSIDE.test(after)) return true;
    }
    return false;
}

const INSIDE = /[\w./:-]/;
