import { isObject, type Props } from "../values";

/** What stands in a file is not what was expected there: `path: found …, expected …`. */
export class ShapeError extends Error {
    public override readonly name = "ShapeError";

    /** @param path of the field, empty for the whole */
    constructor(path: string, found: string, expected: string) {
        super(`${path === "" ? "" : `${path}: `}found ${found}, expected ${expected}`);
    }
}

/** Fields of an object that came from outside. Messages name kinds of values, never values: they may be secret. */
export class Fields {
    constructor(
        private readonly object: Props,
        private readonly path: string,
    ) {}

    /** Takes a value as an object. @throws {ShapeError} */
    static of(value: unknown, path: string): Fields {
        if (!isObject(value)) throw new ShapeError(path, kindOf(value), "an object");
        return new Fields(value, path);
    }

    private place(key: string): string {
        return this.path === "" ? key : `${this.path}.${key}`;
    }

    /** The value as it is. */
    raw(key: string): unknown {
        return this.object[key];
    }

    /** A text that is not empty. @throws {ShapeError} */
    text(key: string): string {
        const value = this.object[key];
        if (typeof value !== "string" || value === "")
            throw new ShapeError(this.place(key), kindOf(value), "text");
        return value;
    }

    /** A text, or an empty one where there is none. @throws {ShapeError} */
    optionalText(key: string): string {
        const value = this.object[key] ?? "";
        if (typeof value !== "string") throw new ShapeError(this.place(key), kindOf(value), "text");
        return value;
    }

    /** One of some words. @throws {ShapeError} */
    word<T extends string>(key: string, words: Readonly<Record<string, T>>): T {
        const word = words[this.text(key)];
        if (word === undefined) {
            const expected = `one of ${Object.keys(words).join(", ")}`;
            throw new ShapeError(this.place(key), "another word", expected);
        }
        return word;
    }

    /** A number. @throws {ShapeError} */
    number(key: string): number {
        const value = this.object[key];
        if (typeof value !== "number")
            throw new ShapeError(this.place(key), kindOf(value), "a number");
        return value;
    }

    /** Texts; none where the field is absent, as Go leaves empty lists out. @throws {ShapeError} */
    texts(key: string): readonly string[] {
        const value = this.object[key] ?? [];
        if (!Array.isArray(value) || !value.every((item) => typeof item === "string"))
            throw new ShapeError(this.place(key), kindOf(value), "a list of texts");
        return value;
    }

    /** A URN. @throws {ShapeError} */
    urn(key: string): string {
        const value = this.text(key);
        if (!isUrn(value)) throw new ShapeError(this.place(key), "another text", "a URN");
        return value;
    }

    /** An object. @throws {ShapeError} */
    fields(key: string): Fields {
        return Fields.of(this.object[key], this.place(key));
    }

    /** An object, if there is one. @throws {ShapeError} */
    optionalFields(key: string): Fields | undefined {
        return (this.object[key] ?? undefined) === undefined ? undefined : this.fields(key);
    }

    /** A list. @throws {ShapeError} */
    list(key: string): readonly unknown[] {
        const value = this.object[key];
        if (!Array.isArray(value)) throw new ShapeError(this.place(key), kindOf(value), "a list");
        return value;
    }
}

/** What a value is, without saying what it holds. */
export function kindOf(value: unknown): string {
    if (value === undefined) return "nothing";
    if (value === null) return "null";
    if (value === "") return "an empty text";
    if (Array.isArray(value)) return "a list";
    if (!isObject(value)) return typeof value === "string" ? "a text" : `a ${typeof value}`;
    const keys = Object.keys(value);
    const shown = keys.slice(0, 5).join(", ");
    return keys.length === 0
        ? "an empty object"
        : `an object with ${shown}${keys.length > 5 ? ", …" : ""}`;
}

const URN = /^urn:pulumi:(.+?)::(.+?)::.+?::/s;

function isUrn(text: string): boolean {
    return URN.test(text);
}

/** Stack and project that a URN belongs to. */
export function stackOf(urn: string): { readonly stack: string; readonly project: string } {
    const [, stack = "", project = ""] = URN.exec(urn) ?? [];
    return { stack, project };
}
