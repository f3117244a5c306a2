/** A database engine in a version, as parameter groups know it. */
export interface EngineFamily {
    /** `postgres`, `aurora-mysql`, `sqlserver-ee`; in small letters. */
    readonly engine: string;
    /** `[8, 0]`; shorter when less is said, empty when nothing is. */
    readonly version: readonly number[];
}

/** `postgres15`, `aurora-mysql8.0`, `sqlserver-ee-15.0`, `redshift-2.0`: name of a parameter group's family. */
export function parseFamily(name: string): EngineFamily {
    const text = name.toLowerCase();
    const version = /\d+(?:\.\d+)*$/.exec(text)?.[0] ?? "";
    const engine = text.slice(0, text.length - version.length).replace(/-$/, "");
    return { engine, version: parseVersion(version) };
}

/** The numbers that a version begins with: `8.0.mysql_aurora.3.04.0` → `[8, 0]`. */
export function parseVersion(version: string): readonly number[] {
    const numbers = /^\d+(?:\.\d+)*/.exec(version)?.[0];
    return numbers === undefined ? [] : numbers.split(".").map(Number);
}

/** `postgres 14.7`; the engine alone when no version is known. */
export function describeFamily({ engine, version }: EngineFamily): string {
    return [engine, version.join(".")].join(" ").trim();
}

/** Whether a version is that one, a patch of it or a later one; `undefined` when it says too little: 11 may be 11.4 or 11.8. */
export function isFrom(version: readonly number[], first: readonly number[]): boolean | undefined {
    const order = compare(version, first);
    return order === undefined ? undefined : order >= 0;
}

/** Whether a version is that one, a patch of it or an earlier one; `undefined` when it says too little. */
export function isUpTo(version: readonly number[], last: readonly number[]): boolean | undefined {
    const order = compare(version, last);
    return order === undefined ? undefined : order <= 0;
}

/** Of a version and a shorter or equally long one, as far as the latter goes. */
function compare(version: readonly number[], other: readonly number[]): number | undefined {
    for (const [position, number] of other.entries()) {
        const own = version[position];
        if (own === undefined) return undefined;
        if (own !== number) return own - number;
    }
    return 0;
}
