/**
 * A TypeScript type as Pulumi's generated declarations write it: `pulumi.Output<outputs.s3.BucketWebsite[] | undefined>`,
 * `{ [key: string]: pulumi.Input<string>; }`, `"apps/v1"`. Wrappers (Input, Output, Promise) are dropped.
 */
export type TypeExpression =
    | { readonly kind: "string" | "number" | "boolean" | "any" | "nothing" }
    | { readonly kind: "literal"; readonly value: string | number | boolean }
    | { readonly kind: "list"; readonly element: TypeExpression }
    | { readonly kind: "map"; readonly element: TypeExpression }
    | { readonly kind: "object"; readonly members: readonly Member[] }
    | { readonly kind: "reference"; readonly path: readonly string[] }
    | { readonly kind: "union"; readonly options: readonly TypeExpression[] };

/** A property of a class, an interface or an object type. */
export interface Member {
    readonly name: string;
    readonly type: TypeExpression;
    /** May be left out, or its type admits undefined. */
    readonly optional: boolean;
}

const TOKEN =
    /\s*(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?|[\w$]+(?:\.[\w$]+)*|[{}[\]()<>|&:;,?]|=>))/y;
const WRAPPERS = new Set(["Input", "Output", "Promise", "Readonly"]);
const ANY: TypeExpression = { kind: "any" };

/** Reads a type. What cannot be read (functions, conditional types) becomes `any`. */
export function parseType(text: string): TypeExpression {
    return new Reader(text).union();
}

/** Reads the body of an interface, class or object type, with or without its braces. */
export function parseMembers(text: string): readonly Member[] {
    const body = text.trim();
    return new Reader(body.startsWith("{") ? body : `{${body}}`).members();
}

/** Whether a type admits undefined. */
export function admitsUndefined(type: TypeExpression): boolean {
    return type.kind === "nothing" || (type.kind === "union" && type.options.some(admitsUndefined));
}

class Reader {
    private readonly tokens: string[] = [];
    private at = 0;

    public constructor(text: string) {
        TOKEN.lastIndex = 0;
        for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
            if (match[1] !== undefined) this.tokens.push(match[1]);
        }
    }

    public union(): TypeExpression {
        this.take("|");
        const options = [this.postfix()];
        while (this.take("|") || this.take("&")) options.push(this.postfix());
        const first = options[0];
        return options.length === 1 && first !== undefined ? first : { kind: "union", options };
    }

    public members(): readonly Member[] {
        const members: Member[] = [];
        this.take("{");
        while (this.at < this.tokens.length && this.peek() !== "}") {
            const member = this.member();
            if (member !== undefined) members.push(member);
        }
        this.take("}");
        return members;
    }

    private member(): Member | undefined {
        this.take("readonly");
        const name = this.next();
        const optional = this.take("?");
        if (!this.take(":")) {
            this.skip();
            return undefined;
        }
        const type = this.union();
        this.skip();
        return { name: unquote(name), type, optional: optional || admitsUndefined(type) };
    }

    /** To the end of a member, over anything this reader does not know (methods, index signatures among properties). */
    private skip(): void {
        for (let depth = 0; this.at < this.tokens.length; this.at++) {
            const token = this.peek();
            if (depth === 0 && token === "}") return;
            if (depth === 0 && (token === ";" || token === ",")) {
                this.at++;
                return;
            }
            if ("{[(<".includes(token)) depth++;
            else if ("}])>".includes(token)) depth--;
        }
    }

    private postfix(): TypeExpression {
        let type = this.primary();
        while (this.peek() === "[" && this.tokens[this.at + 1] === "]") {
            this.at += 2;
            type = { kind: "list", element: type };
        }
        return type;
    }

    private primary(): TypeExpression {
        const token = this.peek();
        if (token === "{") return this.object();
        this.at++;
        if (token === "(") {
            const inner = this.union();
            this.take(")");
            return inner;
        }
        if (/^["'\d-]/.test(token)) {
            return { kind: "literal", value: /^["']/.test(token) ? unquote(token) : Number(token) };
        }
        return this.named(token);
    }

    private named(token: string): TypeExpression {
        switch (token) {
            case "readonly":
                return this.postfix();
            case "string":
            case "number":
            case "boolean":
                return { kind: token };
            case "undefined":
            case "null":
            case "void":
                return { kind: "nothing" };
            case "true":
            case "false":
                return { kind: "literal", value: token === "true" };
            default:
                return this.generic(token.split("."));
        }
    }

    private generic(path: readonly string[]): TypeExpression {
        const name = path.at(-1) ?? "";
        if (!this.take("<"))
            return /^\w+$/.test(name) && /[A-Z]/.test(name) ? { kind: "reference", path } : ANY;
        const type = this.union();
        let last = type;
        while (this.take(",")) last = this.union();
        this.take(">");
        if (WRAPPERS.has(name)) return type;
        if (name === "Array" || name === "ReadonlyArray") return { kind: "list", element: type };
        return name === "Record" ? { kind: "map", element: last } : ANY;
    }

    private object(): TypeExpression {
        if (this.tokens[this.at + 1] !== "[") return { kind: "object", members: this.members() };
        this.at += 2;
        while (this.at < this.tokens.length && this.next() !== "]");
        this.take(":");
        const element = this.union();
        this.take(";");
        this.take("}");
        return { kind: "map", element };
    }

    private peek(): string {
        return this.tokens[this.at] ?? "";
    }

    private next(): string {
        return this.tokens[this.at++] ?? "";
    }

    private take(token: string): boolean {
        if (this.tokens[this.at] !== token) return false;
        this.at++;
        return true;
    }
}

function unquote(text: string): string {
    return /^["']/.test(text) ? text.slice(1, -1) : text;
}
