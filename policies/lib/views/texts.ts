import type { Inputs } from "../policy";

/** Path of a text in a resource's properties. */
export type TextPath = readonly (string | number)[];

/** What is done with the texts of a resource. */
export interface TextVisitor {
    /** Whether to pass over what a key holds. */
    readonly skips: (key: string) => boolean;
    /** Gets a text that is known. The path changes behind its back: copy it to keep it. */
    readonly text: (text: string, path: TextPath) => void;
    /** Gets a function that throws as reading a value does that is not known yet. */
    readonly unknown: (read: () => void, path: TextPath) => void;
}

/** What the engine puts in place of an unknown value looks like this, as keys of KMS do. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Visits every text in a resource's properties, however deep. It goes past the SDK's guard of unknown values, which makes each
 * step several times dearer, and asks it only where a text may be one.
 */
export function visitTexts(props: Inputs, visitor: TextVisitor): void {
    const path: (string | number)[] = [];
    for (const key of Object.keys(props)) {
        if (visitor.skips(key)) continue;
        path.push(key);
        // A descriptor shows what is behind the guard.
        walk(Object.getOwnPropertyDescriptor(props, key)?.value, path, props, visitor);
        path.pop();
    }
}

function walk(value: unknown, path: (string | number)[], props: Inputs, visitor: TextVisitor) {
    if (typeof value === "string") {
        if (UUID.test(value)) {
            const keys = [...path];
            visitor.unknown(() => {
                visitor.text(readGuarded(props, keys), keys);
            }, keys);
        } else visitor.text(value, path);
    } else if (Array.isArray(value)) {
        for (let index = 0; index < value.length; index += 1) {
            path.push(index);
            walk(value[index], path, props, visitor);
            path.pop();
        }
    } else if (typeof value === "object" && value !== null) {
        // Assets and archives, which hold code and files, keep their texts behind promises: nothing is found in them.
        for (const [key, each] of Object.entries(value)) {
            if (visitor.skips(key)) continue;
            path.push(key);
            walk(each, path, props, visitor);
            path.pop();
        }
    }
}

/** @throws {UnknownValueError} when the value is not known yet */
function readGuarded(props: Inputs, path: TextPath): string {
    let value: unknown = props;
    for (const key of path) value = (value as Readonly<Record<string, unknown>>)[key];
    return String(value);
}
