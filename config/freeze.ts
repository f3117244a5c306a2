/** Freezes a value and everything in it. */
export function freezeDeeply<T>(value: T): T {
    if (typeof value === "object" && value !== null) {
        for (const part of Object.values(value)) freezeDeeply(part);
        Object.freeze(value);
    }
    return value;
}
