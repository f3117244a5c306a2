import { type Problems, shown } from "./problems";

/** A value and where it stands. */
export interface Placed {
    readonly path: string;
    /** `undefined`: what stands there has a problem of its own. */
    readonly value: string | undefined;
}

/** Reports every value that stands somewhere before; `hidden` keeps the value itself out of the message. */
export function reportRepeated(
    places: readonly Placed[],
    expected: string,
    problems: Problems,
    hidden?: string,
): void {
    const first = new Map<string, string>();
    for (const { path, value } of places) {
        if (value === undefined) continue;
        const before = first.get(value);
        if (before === undefined) first.set(value, path);
        else problems.add(path, `${hidden ?? shown(value)} again (first at ${before})`, expected);
    }
}

/** The items of a list, or one text of each, with their places. */
export function placed<T>(
    path: string,
    items: readonly (T | undefined)[] | undefined,
    value: (item: T) => string | undefined,
    key = "",
): readonly Placed[] {
    return (items ?? []).map((item, index) => ({
        path: `${path}[${index}]${key}`,
        value: item === undefined ? undefined : value(item),
    }));
}
