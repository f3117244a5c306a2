import { type Member, parseMembers } from "./type-expression";

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
    const block = blockAfter(text, new RegExp(`export declare class ${name} extends [\\w.]+ `));
    if (block === undefined) return undefined;
    const fields = block.body.matchAll(/^ {4}readonly \w+: pulumi\.Output<[\s\S]+?>;$/gm);
    return {
        component: /Component|Remote/.test(block.head),
        outputs: byName([...fields].flatMap(([field]) => parseMembers(field))),
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
    const block = blockAfter(text, new RegExp(`export interface ${name} `));
    return block && parseMembers(block.body);
}

/** Reads the first member of an enumeration (`export declare const Region: { readonly A: "a"; … }`). */
export function readEnum(text: string, name: string): string | number | boolean | undefined {
    const block = blockAfter(text, new RegExp(`export declare const ${name}: `));
    const first = block && parseMembers(block.body)[0]?.type;
    return first?.kind === "literal" ? first.value : undefined;
}

/** What stands between the braces after a declaration's head; generated files close them at the start of a line. */
function blockAfter(
    text: string,
    head: RegExp,
): { readonly head: string; readonly body: string } | undefined {
    const match = head.exec(text);
    if (match === null) return undefined;
    const rest = text.slice(match.index + match[0].length + 1);
    return { head: match[0], body: withoutComments(rest.slice(0, rest.indexOf("\n}"))) };
}

/** Comments are nine tenths of a generated declaration, and hold examples that look like code. */
export function withoutComments(text: string): string {
    return text.replace(/\/\*[\s\S]*?\*\//g, "");
}

function byName(members: readonly Member[]): ReadonlyMap<string, Member> {
    return new Map(members.map((member) => [member.name, member]));
}
