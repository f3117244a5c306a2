import { isDeepStrictEqual } from "node:util";
import { SECRET, isMarked, isObject, type Props } from "../../values";

/** The properties that differ between two bags; the engine's own, which begin with `__`, do not count. Sorted. */
export function changedKeys(olds: Props, news: Props): readonly string[] {
    const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
    return [...keys]
        .filter((key) => !key.startsWith("__") && !sameValue(olds[key], news[key]))
        .sort();
}

/** Whether two values are the same to a cloud, which knows no secrets. */
export function sameValue(a: unknown, b: unknown): boolean {
    return isDeepStrictEqual(bare(a), bare(b));
}

function bare(value: unknown): unknown {
    if (isMarked(value, SECRET)) return bare(value.value);
    if (Array.isArray(value)) return value.map(bare);
    if (!isObject(value)) return value;
    return Object.fromEntries(
        Object.entries(value)
            .filter(([, inner]) => inner !== null && inner !== undefined)
            .map(([key, inner]) => [key, bare(inner)]),
    );
}
