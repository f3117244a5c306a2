import * as fs from "node:fs";
import * as path from "node:path";
import {
    type ClassShape,
    type FunctionShape,
    readClass,
    readEnum,
    readFunction,
} from "./declaration";
import { NestedTypes } from "./nested-types";
import { declarationFiles, findPackage, parseToken } from "./packages";
import type { Member, TypeExpression } from "./type-expression";

/** Resource types and functions as the program's own SDKs declare them; read when first asked for. */
export interface Shapes {
    resource(type: string): ClassShape | undefined;
    function(token: string): FunctionShape | undefined;
    /** What a type named in the SDK of `token` stands for: an object, a literal (enumerations), or undefined. */
    resolve(token: string, reference: readonly string[]): TypeExpression | undefined;
}

/**
 * Opens the declarations of the SDKs that are installed where a program runs.
 * @param roots folders from which packages are resolved, the program's first
 */
export function openShapes(roots: readonly string[]): Shapes {
    const packages = remember((name: string) => findPackage(name, roots));
    const nested = remember((dir: string) => new NestedTypes(dir));
    const declared = <T>(
        token: string,
        read: (text: string, name: string) => T | undefined,
    ): T | undefined => {
        const parts = parseToken(token);
        const dir = parts && packages(parts.package);
        if (parts === undefined || dir === undefined) return undefined;
        for (const candidate of declarationFiles(parts)) {
            const file = existing(dir, candidate);
            const shape =
                file === undefined ? undefined : read(fs.readFileSync(file, "utf8"), parts.name);
            if (shape !== undefined) return shape;
        }
        return undefined;
    };
    return {
        resource: remember((type) => declared(type, readClass)),
        function: remember((token) => declared(token, readFunction)),
        resolve(token, reference) {
            const dir = packages(parseToken(token)?.package ?? "");
            if (dir === undefined) return undefined;
            return reference[0] === "enums"
                ? enumMember(dir, reference.slice(1))
                : nested(dir).find(reference);
        },
    };
}

function existing(dir: string, name: string): string | undefined {
    const file = path.join(dir, `${name}.d.ts`);
    if (fs.existsSync(file)) return file;
    // Some SDKs write acronyms in file names in another case than in tokens.
    const folder = path.dirname(file);
    const base = path.basename(file).toLowerCase();
    if (!fs.existsSync(folder)) return undefined;
    const other = fs.readdirSync(folder).find((entry) => entry.toLowerCase() === base);
    return other === undefined ? undefined : path.join(folder, other);
}

function enumMember(dir: string, reference: readonly string[]): TypeExpression | undefined {
    const file = path.join(dir, "types", "enums", ...reference.slice(0, -1), "index.d.ts");
    if (!fs.existsSync(file)) return undefined;
    const value = readEnum(fs.readFileSync(file, "utf8"), reference.at(-1) ?? "");
    return value === undefined ? undefined : { kind: "literal", value };
}

function remember<T>(read: (key: string) => T): (key: string) => T {
    const known = new Map<string, T>();
    return (key) => {
        const before = known.get(key);
        if (before !== undefined || known.has(key)) return before as T;
        const value = read(key);
        known.set(key, value);
        return value;
    };
}

export type { ClassShape, FunctionShape, Member, TypeExpression };
