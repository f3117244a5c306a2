import { nearest } from "./nearest";
import { type Problems, shown } from "./problems";

/** A place in the stack file and what stands there. */
export interface Field {
    readonly path: string;
    readonly value: unknown;
    readonly problems: Problems;
}

/**
 * What was read of a `T`: the parts that are wrong are `undefined` and have a problem of their own. Checks that look at
 * several parts work on drafts, so that they still run when something elsewhere is wrong.
 */
export type Draft<T> = T extends string | number | boolean
    ? T
    : T extends readonly (infer Item)[]
      ? readonly (Draft<Item> | undefined)[]
      : { readonly [K in keyof T]: Draft<T[K]> | undefined };

/** Reads one field; reports what is wrong and gives `undefined`. */
export type Reader<T> = (field: Field) => Draft<T> | undefined;

/** How a group reads one of its keys. */
export interface Key<T> {
    readonly read: Reader<T>;
    readonly required: boolean;
    readonly fallback?: T;
}

/** A key that has to be there. */
export function required<T>(read: Reader<T>): Key<T> {
    return { read, required: true };
}

/** A key that may be left out. */
export function optional<T>(read: Reader<T>): Key<T> {
    return { read, required: false };
}

/** A key that has this value when it is left out. */
export function withDefault<T>(read: Reader<T>, fallback: T): Key<T> {
    return { read, required: false, fallback };
}

/** Reports what stands in the field; takes the place of the value that could not be read. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- "undefined" alone counts as void
export function refuse<T>(
    field: Field,
    expected: string,
    found = shown(field.value),
): T | undefined {
    field.problems.add(field.path, found, expected);
    return undefined;
}

/** A text that passes the test; `expected` says what it looks like. */
export function text(
    expected: string,
    test: RegExp | ((value: string) => boolean),
): Reader<string> {
    const accepts = test instanceof RegExp ? (value: string) => test.test(value) : test;
    return (field) =>
        typeof field.value === "string" && accepts(field.value)
            ? field.value
            : refuse(field, expected);
}

/** One of a few texts. */
export function oneOf<T extends string>(...values: readonly T[]): Reader<T> {
    return (field) =>
        // A literal type T is its own draft; the compiler cannot see that for a type parameter.
        (values.find((value) => value === field.value) as Draft<T> | undefined) ??
        refuse(field, `one of ${values.map((value) => `"${value}"`).join(", ")}`);
}

/** One of a few whole numbers. */
export function oneOfNumbers(values: readonly number[]): Reader<number> {
    return (field) =>
        values.find((value) => value === field.value) ??
        refuse(field, `one of ${values.join(", ")}`);
}

/** A whole number between two limits, both included. */
export function integer(min: number, max: number): Reader<number> {
    return (field) =>
        typeof field.value === "number" &&
        Number.isInteger(field.value) &&
        field.value >= min &&
        field.value <= max
            ? field.value
            : refuse(field, `a whole number from ${min} to ${max}`);
}

/** A number between two limits, both included. */
export function decimal(min: number, max: number): Reader<number> {
    return (field) =>
        typeof field.value === "number" && field.value >= min && field.value <= max
            ? field.value
            : refuse(field, `a number from ${min} to ${max}`);
}

/** Yes or no. */
export const flag: Reader<boolean> = (field) =>
    typeof field.value === "boolean" ? field.value : refuse(field, "true or false");

/** A list; `what` names its items in the plural. */
export function list<T>(
    what: string,
    read: Reader<T>,
    { min = 0, max = 1000 }: { readonly min?: number; readonly max?: number } = {},
): Reader<readonly T[]> {
    return (field) => {
        const { path, value, problems } = field;
        if (!Array.isArray(value)) return refuse(field, `a list of ${what}`);
        if (value.length < min || value.length > max) {
            refuse(field, `${min} to ${max} ${what}`, `${value.length}`);
        }
        const items = value.map((item: unknown, index) =>
            read({ path: `${path}[${index}]`, value: item, problems }),
        );
        return items;
    };
}

/** A group of keys; reports keys it does not know, with the nearest it knows. */
export function group<T extends object>(shape: {
    readonly [K in keyof T]-?: Key<Exclude<T[K], undefined>>;
}): Reader<T> {
    const keys: ReadonlyMap<string, Key<unknown>> = new Map(Object.entries(shape));
    return (field) => {
        const { path, value, problems } = field;
        if (!isGroup(value))
            return refuse(field, `a group of the keys ${[...keys.keys()].join(", ")}`);
        for (const name of Object.keys(value)) {
            if (!keys.has(name))
                problems.add(below(path, name), "an unknown key", oneKey(name, keys));
        }
        const result: Record<string, unknown> = {};
        for (const [name, key] of keys) {
            const item = Object.hasOwn(value, name) ? value[name] : undefined;
            const absent = item === undefined && !key.required;
            const read = absent
                ? key.fallback
                : key.read({ path: below(path, name), value: item, problems });
            if (read !== undefined) result[name] = read;
        }
        return result as Draft<T>;
    };
}

/** A group whose keys are free: name → value. Each value is read, each name is tested. */
export function dictionary(
    what: string,
    name: { readonly expected: string; readonly test: (name: string) => boolean },
    read: Reader<string>,
): Reader<Readonly<Record<string, string>>> {
    return (field) => {
        const { path, value, problems } = field;
        if (!isGroup(value)) return refuse(field, `a group of ${what}`);
        const result: Record<string, string | undefined> = {};
        for (const [key, item] of Object.entries(value)) {
            const place = below(path, key);
            if (!name.test(key)) problems.add(place, `the name ${shown(key)}`, name.expected);
            result[key] = read({ path: place, value: item, problems });
        }
        return result;
    };
}

/** The path of a key below a path. */
export function below(path: string, key: string): string {
    return path === "" ? key : `${path}.${key}`;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function oneKey(name: string, keys: ReadonlyMap<string, unknown>): string {
    const near = nearest(name, [...keys.keys()]);
    return near === undefined ? `one of ${[...keys.keys()].join(", ")}` : `"${near}"`;
}
