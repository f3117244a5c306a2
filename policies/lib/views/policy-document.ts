import type { Inputs } from "../policy";
import { isSet } from "../properties";
import { type Condition, conditionsOf } from "./policy-conditions";
import { literalOf, type Pattern, patternOf, type TextSet } from "./text-sets";

/** Who a statement is about. */
export interface Principal {
    /** `AWS`, `Service`, `Federated` or `CanonicalUser`. */
    readonly kind: string;
    readonly id: string;
}

/** Principals that are named or, negated, all but them. */
export interface Principals {
    readonly named: readonly Principal[];
    /** `*`, alone or as AWS principal: IAM reads both as everybody, with or without an account. */
    readonly everybody: boolean;
    readonly isNegated: boolean;
}

/** Resources of a statement. A policy variable stands for a text that is not known, so there are two readings. */
export interface Resources {
    /** What it names whatever the variables are. */
    readonly surely: TextSet;
    /** What it may name; the same set where there are no variables. */
    readonly possibly: TextSet;
}

/** One statement of an IAM policy document. */
export interface Statement {
    /** `Statement[0]`, for messages. */
    readonly path: string;
    readonly effect: "Allow" | "Deny";
    /** `undefined` in identity policies, where the holder is meant. */
    readonly principals: Principals | undefined;
    /** In lower case: IAM ignores the case of actions. */
    readonly actions: TextSet;
    /** The actions as they are written, for messages. */
    readonly listedActions: readonly string[];
    /** `undefined` in trust policies, where the role itself is meant. */
    readonly resources: Resources | undefined;
    readonly conditions: readonly Condition[];
}

/** An IAM policy document, or why it is none. */
export interface PolicyDocument {
    /** None where there is a problem. */
    readonly statements: readonly Statement[];
    /** Goes on after the property's name: `is not JSON`. It quotes nothing, for a document may hold what is secret. */
    readonly problem?: string;
}

/**
 * The policy document in a property, which may be text or an object; `undefined` when it is not set or empty. Throws while it,
 * or a part of it, is not known yet.
 */
export function documentAt(props: Inputs, key: string): PolicyDocument | undefined {
    const value = isSet(props, key) ? props[key] : "";
    return value === "" ? undefined : readDocument(value);
}

/** Reads a policy document. Throws while a part of it is not known yet. */
export function readDocument(value: unknown): PolicyDocument {
    // An object becomes text first, too: a copy that is read to the end, so that what is not known in it shows at once.
    const text = typeof value === "string" ? value : JSON.stringify(value);
    let document: unknown;
    try {
        document = JSON.parse(text);
    } catch {
        return refused("is not JSON");
    }
    if (!isObject(document)) return refused("is no JSON object");
    const list = document["Statement"];
    if (!isObject(list) && !Array.isArray(list)) return refused("has no Statement");
    const statements: Statement[] = [];
    for (const [index, part] of ([list].flat() as readonly unknown[]).entries()) {
        const path = Array.isArray(list) ? `Statement[${index}]` : "Statement";
        const statement = isObject(part) ? readStatement(path, part) : "an object";
        if (typeof statement === "string") return refused(`has a ${path} without ${statement}`);
        statements.push(statement);
    }
    return { statements };
}

function refused(problem: string): PolicyDocument {
    return { statements: [], problem };
}

/** @returns a statement, or what it is without */
function readStatement(path: string, part: Inputs): Statement | string {
    const effect = part["Effect"];
    if (effect !== "Allow" && effect !== "Deny") return "an Effect of Allow or Deny";
    const [actions, notActions] = [textsOf(part["Action"]), textsOf(part["NotAction"])];
    const listed = actions ?? notActions;
    if (listed === undefined) return "an Action";
    const conditions = conditionsOf(part["Condition"]);
    if (conditions === undefined) return "a valid Condition";
    return {
        path,
        effect,
        principals: principalsOf(part),
        actions: {
            patterns: listed.map((action) => patternOf(action.toLowerCase())),
            isNegated: actions === undefined,
        },
        listedActions: listed,
        resources: resourcesOf(part),
        conditions,
    };
}

function principalsOf(part: Inputs): Principals | undefined {
    const isNegated = !("Principal" in part);
    const value = part["Principal"] ?? part["NotPrincipal"];
    if (value === "*") return { named: [], everybody: true, isNegated };
    if (!isObject(value)) return undefined;
    const named = Object.entries(value).flatMap(([kind, ids]) =>
        (textsOf(ids) ?? []).map((id) => ({ kind, id })),
    );
    const everybody = named.some(({ kind, id }) => kind === "AWS" && id === "*");
    return { named, everybody, isNegated };
}

function resourcesOf(part: Inputs): Resources | undefined {
    const resources = textsOf(part["Resource"]);
    const listed = resources ?? textsOf(part["NotResource"]);
    if (listed === undefined) return undefined;
    const isNegated = resources === undefined;
    const every: TextSet = { patterns: listed.map(resourcePattern), isNegated };
    const plain = listed.filter((resource) => !hasVariable(resource));
    if (plain.length === listed.length) return { surely: every, possibly: every };
    const others: TextSet = { patterns: plain.map(resourcePattern), isNegated };
    return isNegated ? { surely: every, possibly: others } : { surely: others, possibly: every };
}

/** `${*}`, `${?}` and `${$}` are characters that mean themselves; other variables may be any text. */
const VARIABLE = /\$\{([^}]*)\}/;
const ESCAPED = ["*", "?", "$"];

function hasVariable(text: string): boolean {
    return text.split(VARIABLE).some((part, index) => index % 2 === 1 && !ESCAPED.includes(part));
}

function resourcePattern(text: string): Pattern {
    return text.split(VARIABLE).flatMap((part, index) => {
        if (index % 2 === 0) return patternOf(part);
        return ESCAPED.includes(part) ? literalOf(part) : patternOf("*");
    });
}

/** A text or a list of texts; `undefined` where it is neither. */
function textsOf(value: unknown): readonly string[] | undefined {
    const list = [value].flat();
    return list.every((each) => typeof each === "string") ? list : undefined;
}

function isObject(value: unknown): value is Inputs {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
