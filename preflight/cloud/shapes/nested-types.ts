import * as fs from "node:fs";
import * as path from "node:path";
import { withoutComments } from "./declaration";
import { parseMembers, type TypeExpression } from "./type-expression";

/**
 * The nested types of one SDK (`types/output.d.ts`, `types/input.d.ts`). These files are large (5 MB for AWS), so they are
 * searched, not parsed: a namespace is found once, an interface when somebody asks for it.
 */
export class NestedTypes {
    private readonly texts = new Map<string, string>();
    private readonly namespaces = new Map<string, string>();
    private readonly found = new Map<string, TypeExpression | undefined>();

    public constructor(private readonly dir: string) {}

    /** @param reference `outputs.ec2.InstanceMetadataOptions` in its parts */
    public find(reference: readonly string[]): TypeExpression | undefined {
        const key = reference.join(".");
        if (!this.found.has(key)) this.found.set(key, this.read(reference));
        return this.found.get(key);
    }

    private read(reference: readonly string[]): TypeExpression | undefined {
        const [side, ...names] = reference;
        const name = names.at(-1);
        if ((side !== "outputs" && side !== "inputs") || name === undefined) return undefined;
        const outer = names.slice(0, -1);
        const text = this.namespace(side, outer);
        const indent = "    ".repeat(outer.length);
        const head =
            outer.length === 0 ? `\nexport interface ${name} {` : `\n${indent}interface ${name} {`;
        const start = text.indexOf(head);
        if (start < 0) return undefined;
        const end = text.indexOf(`\n${indent}}`, start);
        const body = text.slice(start + head.length - 1, end + indent.length + 2);
        return { kind: "object", members: parseMembers(withoutComments(body)) };
    }

    private namespace(side: string, names: readonly string[]): string {
        if (names.length === 0) return this.text(side);
        const key = [side, ...names].join(".");
        const known = this.namespaces.get(key);
        if (known !== undefined) return known;
        const outer = this.namespace(side, names.slice(0, -1));
        const indent = "    ".repeat(names.length - 1);
        const name = names.at(-1) ?? "";
        const head =
            names.length === 1
                ? `\nexport declare namespace ${name} {`
                : `\n${indent}namespace ${name} {`;
        const start = outer.indexOf(head);
        const text =
            start < 0 ? "" : outer.slice(start + head.length, outer.indexOf(`\n${indent}}`, start));
        this.namespaces.set(key, text);
        return text;
    }

    private text(side: string): string {
        const known = this.texts.get(side);
        if (known !== undefined) return known;
        const file = path.join(
            this.dir,
            "types",
            side === "outputs" ? "output.d.ts" : "input.d.ts",
        );
        const text = fs.existsSync(file) ? `\n${fs.readFileSync(file, "utf8")}` : "";
        this.texts.set(side, text);
        return text;
    }
}
