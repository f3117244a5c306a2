import { type Member, parseMembers, parseType } from "./type-expression";

/** What a generated declaration file says about one resource class. */
export interface ClassShape {
    readonly component: boolean;
    readonly outputs: ReadonlyMap<string, Member>;
    readonly args: ReadonlyMap<string, Member>;
}

/** What a generated declaration file says about one function. */
export interface FunctionShape {
    readonly args: ReadonlyMap<string, Member>;
    readonly result: ReadonlyMap<string, Member>;
}

/** Reads a resource class and its arguments; undefined when the text declares no such class. */
export function readClass(text: string, name: string): ClassShape | undefined {
    const start = new RegExp(`export declare class ${name} extends ([\\w.]+)`).exec(text);
    if (start === null) return undefined;
    const end = text.indexOf("\n}", start.index);
    const body = withoutComments(text.slice(start.index, end < 0 ? undefined : end));
    const outputs = new Map<string, Member>();
    for (const [, key, type] of body.matchAll(
        /^ {4}readonly (\w+): (pulumi\.Output<[\s\S]+?>);$/gm,
    )) {
        if (key === undefined || type === undefined) continue;
        const [member] = parseMembers(`${key}: ${type};`);
        if (member !== undefined) outputs.set(key, member);
    }
    return {
        component: /Component|Remote/.test(start[1] ?? ""),
        outputs,
        args: byName(readInterface(text, `${name}Args`) ?? []),
    };
}

/** Reads a function's arguments and result; undefined when the text declares no such function. */
export function readFunction(text: string, name: string): FunctionShape | undefined {
    if (!new RegExp(`export declare function ${name}\\(`, "i").test(text)) return undefined;
    const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const result = readInterface(text, `${title}Result`);
    if (result === undefined) return undefined;
    return { args: byName(readInterface(text, `${title}Args`) ?? []), result: byName(result) };
}

/** Reads a top-level interface; undefined when there is none of that name. */
export function readInterface(text: string, name: string): readonly Member[] | undefined {
    const start = text.indexOf(`export interface ${name} {`);
    if (start < 0) return undefined;
    const end = text.indexOf("\n}", start);
    return parseMembers(
        withoutComments(text.slice(text.indexOf("{", start), end < 0 ? undefined : end + 2)),
    );
}

/** Reads the first member of an enumeration (`export declare const Region: { readonly A: "a"; … }`). */
export function readEnum(text: string, name: string): string | number | boolean | undefined {
    const start = new RegExp(`export declare const ${name}: \\{`).exec(text);
    if (start === null) return undefined;
    const type = parseType(
        withoutComments(
            text.slice(
                start.index + start[0].length - 1,
                text.indexOf("\n", text.indexOf("};", start.index)),
            ),
        ),
    );
    const first = type.kind === "object" ? type.members[0]?.type : undefined;
    return first?.kind === "literal" ? first.value : undefined;
}

/** Comments are nine tenths of a generated declaration, and hold examples that look like code. */
export function withoutComments(text: string): string {
    return text.replace(/\/\*[\s\S]*?\*\//g, "");
}

function byName(members: readonly Member[]): ReadonlyMap<string, Member> {
    return new Map(members.map((member) => [member.name, member]));
}
