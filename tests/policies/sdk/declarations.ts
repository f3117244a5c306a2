import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const SDK = dirname(require.resolve("@pulumi/aws/package.json"));

/** A resource type of the SDK and the paths of all of its inputs, nested ones included: `replicas.regionName`. */
export interface ResourceType {
    readonly token: string;
    readonly inputs: ReadonlySet<string>;
    /** Those that hold no further object. */
    readonly leaves: ReadonlySet<string>;
}

type Interfaces = ReadonlyMap<string, ts.InterfaceDeclaration>;

/** Every resource type of the installed @pulumi/aws, read from its declarations. */
export function resourceTypes(): readonly ResourceType[] {
    const nested = interfacesIn(join(SDK, "types/input.d.ts"));
    return files(SDK).flatMap((file) => {
        const token = /__pulumiType = '([^']+:[^']+)'/.exec(
            readFileSync(`${file}.js`, "utf8"),
        )?.[1];
        const name = token?.split(":").at(-1);
        const args = interfacesIn(`${file}.d.ts`).get(`${String(name)}Args`);
        if (token === undefined || args === undefined) return [];
        const inputs = new Set<string>();
        const leaves = new Set<string>();
        collect(args, "", nested, [], inputs, leaves);
        return [{ token, inputs, leaves }];
    });
}

/** Paths of the SDK's modules without extensions; nested types and installed packages left out. */
function files(folder: string): readonly string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
            return ["node_modules", "types"].includes(entry.name) ? [] : files(path);
        }
        const module = path.replace(/\.d\.ts$/, "");
        return path !== module && existsSync(`${module}.js`) ? [module] : [];
    });
}

/** Interfaces of a file by name, with the namespaces that they are in: `s3.BucketRule`. */
function interfacesIn(file: string): Interfaces {
    const found = new Map<string, ts.InterfaceDeclaration>();
    const visit = (statements: readonly ts.Statement[], space: string): void => {
        for (const statement of statements) {
            if (ts.isInterfaceDeclaration(statement)) {
                found.set(`${space}${statement.name.text}`, statement);
            } else if (
                ts.isModuleDeclaration(statement) &&
                statement.body &&
                ts.isModuleBlock(statement.body)
            ) {
                visit(statement.body.statements, `${space}${statement.name.text}.`);
            }
        }
    };
    visit(
        ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest).statements,
        "",
    );
    return found;
}

function collect(
    declaration: ts.InterfaceDeclaration,
    prefix: string,
    nested: Interfaces,
    above: readonly string[],
    inputs: Set<string>,
    leaves: Set<string>,
): void {
    for (const member of declaration.members) {
        if (!ts.isPropertySignature(member) || member.type === undefined) continue;
        const path = `${prefix}${(member.name as ts.Identifier).text}`;
        const references = referencesIn(member.type);
        inputs.add(path);
        if (references.length === 0) leaves.add(path);
        for (const reference of references) {
            const type = nested.get(reference);
            // Some types hold themselves.
            if (type === undefined || above.includes(reference)) continue;
            collect(type, `${path}.`, nested, [...above, reference], inputs, leaves);
        }
    }
}

/** Names of nested types in a type expression: `inputs.s3.BucketRule` → `s3.BucketRule`. */
function referencesIn(type: ts.TypeNode): readonly string[] {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isTypeReferenceNode(node)) {
            const name = entityName(node.typeName);
            if (name.startsWith("inputs.")) found.push(name.slice("inputs.".length));
        }
        ts.forEachChild(node, visit);
    };
    visit(type);
    return found;
}

function entityName(name: ts.EntityName): string {
    return ts.isIdentifier(name) ? name.text : `${entityName(name.left)}.${name.right.text}`;
}
