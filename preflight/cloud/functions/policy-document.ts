import { crc32 } from "node:zlib";
import { isObject, type Props } from "../../values";

/** Arguments of `aws.iam.getPolicyDocument`, plain. */
export type PolicyDocumentArgs = Props;

/** A document as it is merged: its parts in the order in which the provider writes them. */
interface Document {
    version: string;
    id: string;
    readonly statements: Props[];
}

/** A principal, or several of one type. */
interface Principal {
    readonly type: string;
    readonly identifiers: string | readonly string[];
}

/** A condition with its values. */
interface Condition {
    readonly test: string;
    readonly variable: string;
    readonly values: readonly string[];
}

const DEFAULT_VERSION = "2012-10-17";
const OLD_VERSION = "2008-10-17";

/**
 * The document that AWS's provider makes (internal/service/iam/policy_document_data_source.go): sources, then the program's
 * statements, then overrides, a statement replacing another with its Sid; lists of one element as texts, actions, resources and
 * identifiers in falling order, and Go's JSON.
 * @throws {Error} for a repeated Sid, a source that is no document, or a variable in a document of 2008
 */
export function policyDocument(args: PolicyDocumentArgs): Props {
    const merged: Document = { version: "", id: "", statements: [] };
    const sids = new Set<string>();
    for (const [index, source] of texts([
        args.sourceJson,
        ...list(args.sourcePolicyDocuments),
    ]).entries()) {
        const document = readDocument(source, `merging source document ${index}`);
        for (const [position, statement] of document.statements.entries())
            refuseRepeated(statement, sids, index, position);
        merge(merged, document);
    }
    merge(merged, ownDocument(args));
    for (const [index, override] of texts([
        args.overrideJson,
        ...list(args.overridePolicyDocuments),
    ]).entries()) {
        merge(merged, readDocument(override, `merging override document ${index}`));
    }
    const document = {
        ...(merged.version && { Version: merged.version }),
        ...(merged.id && { Id: merged.id }),
        ...(merged.statements.length > 0 && { Statement: merged.statements }),
    };
    const json = goJson(JSON.stringify(document, null, 2));
    return {
        id: String(crc32(json)),
        json,
        minifiedJson: goJson(JSON.stringify(document)),
        version: args.version ?? DEFAULT_VERSION,
    };
}

function ownDocument(args: PolicyDocumentArgs): Document {
    const version = typeof args.version === "string" ? args.version : DEFAULT_VERSION;
    const sids = new Set<string>();
    const statements = list(args.statements)
        .filter(isObject)
        .map((statement) => {
            const sid = typeof statement.sid === "string" ? statement.sid : "";
            if (sid !== "" && sids.has(sid)) {
                throw new Error(
                    `writing IAM Policy Document: duplicate Sid (${sid}). Remove the Sid or ensure the Sid is unique.`,
                );
            }
            sids.add(sid);
            return ownStatement(statement, sid, version);
        });
    return { version, id: typeof args.policyId === "string" ? args.policyId : "", statements };
}

function ownStatement(statement: Props, sid: string, version: string): Props {
    const variables = (value: string): string => withVariables(value, version);
    const principals = (value: unknown): unknown =>
        writePrincipals(
            list(value)
                .filter(isObject)
                .map(({ type, identifiers }) => ({
                    type: String(type),
                    identifiers: shorten(texts(list(identifiers)).map(variables)),
                })),
        );
    const conditions = list(statement.conditions)
        .filter(isObject)
        .map(({ test, variable, values }) => ({
            test: String(test),
            variable: String(variable),
            values: list(values).map((value) => variables(String(value))),
        }));
    return writeStatement({
        Sid: sid,
        Effect: statement.effect ?? "Allow",
        Action: shorten(texts(list(statement.actions))),
        NotAction: shorten(texts(list(statement.notActions))),
        Resource: shorten(texts(list(statement.resources)).map(variables)),
        NotResource: shorten(texts(list(statement.notResources)).map(variables)),
        Principal: principals(statement.principals),
        NotPrincipal: principals(statement.notPrincipals),
        Condition: writeConditions(conditions),
    });
}

/** Reads a document that the program has as JSON. */
function readDocument(json: string, doing: string): Document {
    const parsed = parse(json, doing);
    const statements = parsed.Statement ?? [];
    if (!Array.isArray(statements)) {
        throw new Error(
            `writing IAM Policy Document: ${doing}: found a Statement that is no list, expected a list of statements`,
        );
    }
    return {
        version: typeof parsed.Version === "string" ? parsed.Version : "",
        id: typeof parsed.Id === "string" ? parsed.Id : "",
        statements: statements.filter(isObject).map(readStatement),
    };
}

function parse(json: string, doing: string): Props {
    try {
        const parsed: unknown = JSON.parse(json);
        if (isObject(parsed)) return parsed;
    } catch {
        // Said below, for a text that is JSON but no object fails alike.
    }
    throw new Error(
        `writing IAM Policy Document: ${doing}: found ${JSON.stringify(json.slice(0, 40))}, expected a JSON object`,
    );
}

function readStatement(statement: Props): Props {
    return writeStatement({
        ...statement,
        Principal: writePrincipals(readPrincipals(statement.Principal)),
        NotPrincipal: writePrincipals(readPrincipals(statement.NotPrincipal)),
        Condition: writeConditions(readConditions(statement.Condition)),
    });
}

function readPrincipals(value: unknown): readonly Principal[] {
    if (typeof value === "string") return [{ type: "*", identifiers: ["*"] }];
    if (!isObject(value)) return [];
    return Object.entries(value).map(([type, identifiers]) => ({
        type,
        identifiers: typeof identifiers === "string" ? identifiers : texts(list(identifiers)),
    }));
}

function readConditions(value: unknown): readonly Condition[] {
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([test, variables]) =>
        Object.entries(isObject(variables) ? variables : {}).map(([variable, values]) => ({
            test,
            variable,
            values: Array.isArray(values) ? texts(values as unknown[]) : [String(values)],
        })),
    );
}

function refuseRepeated(
    { Sid: sid }: Props,
    sids: Set<string>,
    index: number,
    position: number,
): void {
    if (typeof sid !== "string") return;
    if (sids.has(sid)) {
        throw new Error(
            `writing IAM Policy Document: merging source document ${index}: duplicate Sid (${sid}) in source_policy_documents (statement ${position}). Remove the Sid or ensure Sids are unique.`,
        );
    }
    sids.add(sid);
}

function merge(into: Document, from: Document): void {
    if (from.id !== "") into.id = from.id;
    if (from.version > into.version) into.version = from.version;
    for (const statement of from.statements) {
        const same =
            statement.Sid === undefined
                ? -1
                : into.statements.findIndex(({ Sid }) => Sid === statement.Sid);
        if (same < 0) into.statements.push(statement);
        else into.statements[same] = statement;
    }
}

const PARTS = [
    "Sid",
    "Effect",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Principal",
    "NotPrincipal",
    "Condition",
];

/** A statement with its parts in order; empty ones are left out. */
function writeStatement(parts: Props): Props {
    return Object.fromEntries(
        PARTS.flatMap((key) => {
            const value = parts[key];
            return value === undefined ||
                value === "" ||
                (Array.isArray(value) && value.length === 0)
                ? []
                : [[key, value]];
        }),
    );
}

function writePrincipals(principals: readonly Principal[]): unknown {
    if (principals.length === 0) return undefined;
    const [first] = principals;
    // For roles {"AWS": "*"} is not "*": only {"*": "*"} is written short.
    if (principals.length === 1 && first?.type === "*" && [first.identifiers].flat().join() === "*")
        return "*";
    const byType = new Map<string, string | readonly string[]>();
    for (const { type, identifiers } of principals) {
        const before = byType.get(type);
        const added = typeof identifiers === "string" ? identifiers : falling(identifiers);
        byType.set(type, before === undefined ? added : [before, added].flat());
    }
    return sortedObject(byType);
}

function writeConditions(conditions: readonly Condition[]): unknown {
    if (conditions.length === 0) return undefined;
    const tests = new Map<string, Map<string, readonly string[]>>();
    for (const { test, variable, values } of conditions) {
        const variables = tests.get(test) ?? new Map<string, readonly string[]>();
        variables.set(variable, [...(variables.get(variable) ?? []), ...values]);
        tests.set(test, variables);
    }
    return sortedObject(
        new Map(
            [...tests].map(([test, variables]) => [
                test,
                // The order of values can matter, so it stays.
                sortedObject(
                    new Map(
                        [...variables].map(([variable, values]) => [
                            variable,
                            values.length === 1 ? values[0] : values,
                        ]),
                    ),
                ),
            ]),
        ),
    );
}

function withVariables(value: string, version: string): string {
    if (version === OLD_VERSION && value.includes("&{")) {
        throw new Error(
            `found &{ sequence in (${value}), which is not supported in document version ${OLD_VERSION}`,
        );
    }
    return value.replaceAll("&{", "${");
}

/** One element stands alone; several stand in falling order, each once (the provider keeps them as a set). */
function shorten(values: readonly string[]): string | readonly string[] {
    const [only, ...others] = new Set(values);
    return only === undefined ? [] : others.length === 0 ? only : falling([only, ...others]);
}

function falling(values: readonly string[]): readonly string[] {
    return [...values].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
}

function sortedObject(entries: ReadonlyMap<string, unknown>): Props {
    return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Go writes these characters escaped. */
function goJson(json: string): string {
    return json.replace(
        /[<>&\u2028\u2029]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? (value as unknown[]) : [];
}

function texts(values: readonly unknown[]): readonly string[] {
    return values.filter((value): value is string => typeof value === "string");
}
