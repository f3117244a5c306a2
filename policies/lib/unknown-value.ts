import * as sdk from "@pulumi/policy";

/** What the SDK throws when a check reads a value that is not known yet. */
export interface UnknownValue extends Error {
    /** Path of the value. */
    readonly props: readonly PropertyKey[];
}

// The SDK exports the class since 1.21, but leaves it out of its declarations.
const { UnknownValueError } = sdk as unknown as {
    readonly UnknownValueError: new (...args: never) => UnknownValue;
};

/** Whether a check ended because a value is not known yet. */
export function isUnknownValue(error: unknown): error is UnknownValue {
    return error instanceof UnknownValueError;
}

/** A value, or `undefined` while it is not known yet. */
export function valueIfKnown<T>(read: () => T): T | undefined {
    try {
        return read();
    } catch (error) {
        if (isUnknownValue(error)) return undefined;
        throw error;
    }
}

/** `listeners[0].lbProtocol`. */
export function pathOf({ props }: UnknownValue): string {
    return formatPath(props);
}

/** A path through properties as messages write it: `listeners[0].lbProtocol`. */
export function formatPath(path: readonly PropertyKey[]): string {
    return path
        .map((key) => (/^\d+$/.test(String(key)) ? `[${String(key)}]` : `.${String(key)}`))
        .join("")
        .replace(/^\./, "");
}
