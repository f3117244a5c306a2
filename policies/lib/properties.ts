import type { Inputs } from "./policy";

/**
 * Whether a property is set, be its value known or not yet. Null counts as not set, as it does for Pulumi. Ask this before
 * reading: a value that is not known yet cannot be read, and one that is absent has AWS's default.
 */
export function isSet(props: Inputs, key: string): boolean {
    // A descriptor shows the SDK's stand-in for an unknown value, where reading the property would throw.
    const value: unknown = Object.getOwnPropertyDescriptor(props, key)?.value;
    return value !== undefined && value !== null;
}

/** As `isSet`, but an empty text does not count: AWS and the provider tell it from nothing in few places. */
export function isFilled(props: Inputs, key: string): boolean {
    return isSet(props, key) && Object.getOwnPropertyDescriptor(props, key)?.value !== "";
}

/** A text, `undefined` when it is not set; numbers and flags are spelled out. Throws while it is not known yet. */
export function textOf(props: Inputs, key: string): string | undefined {
    return isSet(props, key) ? String(props[key]) : undefined;
}

/**
 * A flag, `undefined` when it is not set. Some properties of AWS are flags in text, such as those of launch templates:
 * "true" and "True" count as well. Throws while it is not known yet.
 */
export function flagOf(props: Inputs, key: string): boolean | undefined {
    const text = textOf(props, key)?.toLowerCase();
    return text === "true" || (text === "false" ? false : undefined);
}

/** A number, `undefined` when it is not set or no number; a number in text counts. Throws while it is not known yet. */
export function numberOf(props: Inputs, key: string): number | undefined {
    const text = textOf(props, key)?.trim();
    return text === undefined || text === "" || Number.isNaN(Number(text))
        ? undefined
        : Number(text);
}

/** A nested object, empty when it is not set. Throws while it is not known yet. */
export function objectOf(props: Inputs, key: string): Inputs {
    const value = isSet(props, key) ? props[key] : undefined;
    return typeof value === "object" && value !== null ? (value as Inputs) : {};
}

/** One element of a list. It is read when it is asked for, so one that is not known yet hides none of the others. */
export interface Item {
    /** `ingress[0]`, for messages. */
    readonly path: string;
    /** The element as an object, empty when it is none. Throws while it is not known yet. */
    readonly value: Inputs;
    /** The element as a text, empty when it is none. Throws while it is not known yet. */
    readonly text: string;
}

/**
 * Elements of a list of objects or texts: none when it is not set; an object that stands alone is a list of one, for the
 * provider has both. Throws while the list itself is not known yet.
 */
export function itemsOf(props: Inputs, key: string): readonly Item[] {
    if (!isSet(props, key)) return [];
    const value = props[key];
    if (!Array.isArray(value)) return [item(key, () => value)];
    // Elements are reached by index: iterating would read them all at once.
    const list = value as readonly unknown[];
    return Array.from({ length: list.length }, (_, index) =>
        item(`${key}[${index}]`, () => list[index]),
    );
}

function item(path: string, read: () => unknown): Item {
    return {
        path,
        get value() {
            const value = read();
            return typeof value === "object" && value !== null ? (value as Inputs) : {};
        },
        get text() {
            const value = read();
            return typeof value === "string" || typeof value === "number" ? String(value) : "";
        },
    };
}
