import { type Answer, type Context, evaluate } from "./policy-conditions";
import type { Principal, Statement } from "./policy-document";
import { holds, patternOf, textClasses, type TextSet } from "./text-sets";

/** Requests that a question is about: all of them that are made of these parts. */
export interface Requests {
    /** Patterns of actions. */
    readonly actions: readonly string[];
    /** Patterns of actions that the question is not about. @defaultValue none */
    readonly except?: readonly string[];
    /** Patterns of resources. @defaultValue every resource */
    readonly resources?: readonly string[];
    /** `everybody` for a resource policy, which names principals; `holder` for identity policies. */
    readonly from: "everybody" | "holder";
    readonly context: Context;
}

/** A request that answers a question; `*` stands for what may be anything. */
export interface Request {
    readonly action: string;
    readonly resource: string;
    /** Somebody in particular, when it is not just anybody. */
    readonly principal?: string;
}

/** What somebody has: statements of identity policies, and of the permissions boundary if there is one. */
export interface Permissions {
    /** `everything` where somebody may have more than can be seen. */
    readonly allowed: readonly Statement[] | "everything";
    readonly denied: readonly Statement[];
    readonly boundary: readonly Statement[] | undefined;
}

/**
 * A request that the statements of a resource policy do not surely deny; `undefined` when all are denied. Several statements
 * add up; one that depends on what is not known of the requests denies none of them.
 */
export function findUndenied(
    statements: readonly Statement[],
    requests: Requests,
): Request | undefined {
    const denials = ask("Deny", statements, requests);
    return findRequest(denials, requests, (applies) =>
        denials.every((denial) => applies(denial) !== "yes"),
    );
}

/**
 * A request that somebody may be allowed; `undefined` when none is. It is allowed when a statement may allow it, and the
 * boundary, too, and none surely denies it.
 */
export function findAllowed(permissions: Permissions, requests: Requests): Request | undefined {
    const { allowed, denied, boundary } = permissions;
    const denials = ask("Deny", [...denied, ...(boundary ?? [])], requests);
    const allowances = allowed === "everything" ? undefined : ask("Allow", allowed, requests);
    const ceiling = boundary === undefined ? undefined : ask("Allow", boundary, requests);
    const all = [...denials, ...(allowances ?? []), ...(ceiling ?? [])];
    return findRequest(
        all,
        requests,
        (applies) =>
            (allowances?.some((each) => applies(each) !== "no") ?? true) &&
            (ceiling?.some((each) => applies(each) !== "no") ?? true) &&
            denials.every((denial) => applies(denial) !== "yes"),
    );
}

/** A statement, and whether its conditions hold for the requests in question. */
interface Asked {
    readonly statement: Statement;
    readonly condition: Answer;
}

function ask(
    effect: Statement["effect"],
    statements: readonly Statement[],
    { context }: Requests,
): readonly Asked[] {
    return statements
        .filter((statement) => statement.effect === effect)
        .map((statement) => ({
            statement,
            condition: evaluate(statement.conditions, context),
        }))
        .filter(({ condition }) => condition !== "no");
}

/** Asks once for each class of requests that the statements tell apart. */
function findRequest(
    asked: readonly Asked[],
    requests: Requests,
    isWanted: (applies: (each: Asked) => Answer) => boolean,
): Request | undefined {
    const statements = asked.map(({ statement }) => statement);
    const except = like(inLowerCase(requests.except ?? []));
    const actions = textClasses(like(inLowerCase(requests.actions)), [
        except,
        ...statements.map((statement) => statement.actions),
    ]);
    const resources = textClasses(
        like(requests.resources ?? ["?*"]),
        statements.flatMap(({ resources: each }) => (each ? [each.surely, each.possibly] : [])),
    );
    const principals = requests.from === "everybody" ? principalsIn(statements) : [HOLDER];
    for (const action of actions) {
        if (action.of.has(except)) continue;
        for (const resource of resources) {
            for (const principal of principals) {
                const applies = ({ statement, condition }: Asked): Answer => {
                    if (!action.of.has(statement.actions)) return "no";
                    if (!includes(statement, principal)) return "no";
                    const onResource = matches(statement, resource.of);
                    return onResource === "yes" ? condition : onResource;
                };
                if (isWanted(applies)) {
                    return {
                        action: asWritten(action.example, requests, statements),
                        resource: shorten(resource.example),
                        ...(principal.id === "" ? {} : { principal: principal.id }),
                    };
                }
            }
        }
    }
    return undefined;
}

/** Whom an identity policy is about, which names nobody. */
const HOLDER: Principal = { kind: "", id: "" };
/** Somebody whom no statement names. */
const ANYBODY: Principal = { kind: "AWS", id: "" };

function inLowerCase(texts: readonly string[]): readonly string[] {
    return texts.map((text) => text.toLowerCase());
}

function like(patterns: readonly string[]): TextSet {
    return { patterns: patterns.map(patternOf) };
}

function matches({ resources }: Statement, of: ReadonlySet<TextSet>): Answer {
    if (resources === undefined) return "maybe";
    if (of.has(resources.surely)) return "yes";
    return of.has(resources.possibly) ? "maybe" : "no";
}

function principalsIn(statements: readonly Statement[]): readonly Principal[] {
    const named = statements.flatMap(({ principals }) => principals?.named ?? []);
    return [ANYBODY, ...new Map(named.map((each) => [keyOf(each), each])).values()];
}

function includes({ principals }: Statement, principal: Principal): boolean {
    if (principal === HOLDER) return true;
    if (principals === undefined) return false;
    const { everybody, named, isNegated } = principals;
    return (everybody || named.some((each) => keyOf(each) === keyOf(principal))) !== isNegated;
}

function keyOf({ kind, id }: Principal): string {
    return `${kind}:${id}`;
}

/** As the question or else a statement writes it, the narrowest first: an example is in lower case, and cut short. */
function asWritten(example: string, requests: Requests, statements: readonly Statement[]): string {
    const listed = statements
        .flatMap(({ listedActions }) => listedActions)
        .filter((action) => holds(like(inLowerCase([action])), example))
        .sort((a, b) => b.length - a.length);
    const asked = requests.actions.find((action) => action.toLowerCase() === example);
    return asked ?? listed[0] ?? shorten(example);
}

function shorten(example: string): string {
    return example.replace(/\*+/g, "*");
}
