import { isObject } from "../values";

/** Types that Pulumi.yaml may declare for a key. */
export type DeclaredType = "string" | "integer" | "number" | "boolean" | "array" | "object";

const TYPES: readonly string[] = ["string", "integer", "number", "boolean", "array", "object"];

/** A configuration key that Pulumi.yaml names, with the value that all stacks get. */
export interface DeclaredKey {
    /** With namespace: `aws:region`. */
    readonly key: string;
    readonly type?: DeclaredType;
    readonly secret: boolean;
    /** The default or the fixed value; absent: every stack must set the key. */
    readonly value?: unknown;
    readonly hasValue: boolean;
}

/**
 * Reads the `config` section of Pulumi.yaml in its three forms: `key: value`, `key: {type, default, secret}` and
 * `namespace:key: {value}`.
 * @param place prefix of the problems
 * @param problems gets what cannot be used
 */
export function readDeclarations(
    section: unknown,
    place: string,
    project: string,
    problems: string[],
): DeclaredKey[] {
    if (section === undefined || section === null) return [];
    if (!isObject(section)) {
        problems.push(`${place}: found ${JSON.stringify(section)}, expected a map of keys`);
        return [];
    }
    return Object.entries(section).map(([name, declared]) => {
        const key = name.includes(":") ? name : `${project}:${name}`;
        if (!isObject(declared)) return { key, secret: false, value: declared, hasValue: true };
        const { type } = declared;
        if (type !== undefined && (typeof type !== "string" || !TYPES.includes(type))) {
            problems.push(
                `${place}.${name}.type: found ${JSON.stringify(type)}, expected one of: ${TYPES.join(", ")}`,
            );
        }
        const value = "value" in declared ? declared.value : declared.default;
        return {
            key,
            ...(type === undefined ? {} : { type: type as DeclaredType }),
            secret: declared.secret === true,
            value,
            hasValue: "value" in declared || "default" in declared,
        };
    });
}

/** Whether a value from a file is of a declared type; strings are read as the CLI reads them. */
export function hasType(value: unknown, type: DeclaredType): boolean {
    switch (type) {
        case "string":
            return typeof value === "string";
        case "integer":
            return Number.isInteger(typeof value === "string" ? Number(value) : value);
        case "number":
            return (
                typeof value === "number" ||
                (typeof value === "string" && !Number.isNaN(Number(value)))
            );
        case "boolean":
            return typeof value === "boolean" || value === "true" || value === "false";
        case "array":
            return Array.isArray(value);
        case "object":
            return isObject(value);
    }
}
