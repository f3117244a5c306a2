import { holds, patternOf } from "./text-sets";

/** One key of one operator in a statement's `Condition`. */
export interface Condition {
    /** Without set prefix and `IfExists`, in lower case: `stringnotequals`. */
    readonly operator: string;
    /** Whether a key that a request does not have satisfies it. */
    readonly ifExists: boolean;
    /** `forallvalues` or `foranyvalue`, where it has such a prefix. */
    readonly quantifier: string | undefined;
    /** In lower case: IAM ignores the case of keys. */
    readonly key: string;
    readonly values: readonly string[];
}

/**
 * What is known of requests, by key in lower case: a value, or `undefined` for a key that they do not have. Nothing is known of
 * other keys. Flags are values of their own, for which IAM has an operator of its own.
 */
export type Context = ReadonlyMap<string, string | boolean | undefined>;

/** Whether something holds for all requests, for none, or for some or nobody knows which. */
export type Answer = "yes" | "no" | "maybe";

/**
 * The conditions of a statement; `undefined` where its shape is none of IAM's.
 * @param block the value of `Condition`: operators, keys in them, values in these
 */
export function conditionsOf(block: unknown): readonly Condition[] | undefined {
    const operators = entriesOf(block ?? {});
    const conditions = operators?.map(([operator, keys]) =>
        entriesOf(keys)?.map(([key, value]) => {
            const values = [value].flat();
            return values.every(isScalar) ? conditionOf(operator, key, values) : undefined;
        }),
    );
    const all = conditions?.flat();
    return all?.every((condition) => condition !== undefined) ? all : undefined;
}

/** Whether all conditions hold. */
export function evaluate(conditions: readonly Condition[], context: Context): Answer {
    const answers = conditions.map((condition) => evaluateOne(condition, context));
    if (answers.includes("no")) return "no";
    return answers.includes("maybe") ? "maybe" : "yes";
}

function evaluateOne(condition: Condition, context: Context): Answer {
    const { operator, key, values, quantifier } = condition;
    if (!context.has(key)) return "maybe";
    const actual = context.get(key);
    if (operator === "null") {
        return answer(values.some((v) => v.toLowerCase() === String(actual === undefined)));
    }
    const compare = COMPARISONS.get(operator);
    if (compare === undefined) return "maybe";
    if (actual === undefined) {
        // Of no values all are right and none is.
        if (quantifier !== undefined) return answer(quantifier === "forallvalues");
        return answer(condition.ifExists || isNegated(operator));
    }
    if (typeof actual === "boolean") {
        // What the operators of texts make of a flag is not documented.
        if (operator !== "bool") return "maybe";
        return answer(values.some((value) => value.toLowerCase() === String(actual)));
    }
    const answers = values.map((value): Answer => {
        return value.includes("${") ? "maybe" : answer(compare(actual, value));
    });
    if (answers.includes("yes")) return answer(!isNegated(operator));
    return answers.includes("maybe") ? "maybe" : answer(isNegated(operator));
}

/** By operator in lower case; those that are missing are not decided here. */
const COMPARISONS: ReadonlyMap<string, (actual: string, value: string) => boolean> = new Map([
    ["bool", (actual: string, value: string) => actual.toLowerCase() === value.toLowerCase()],
    ...both("equals", (actual, value) => actual === value),
    ...both("equalsignorecase", (actual, value) => actual.toLowerCase() === value.toLowerCase()),
    ...both("like", (actual, value) => holds({ patterns: [patternOf(value)] }, actual)),
]);

function both(
    name: string,
    compare: (actual: string, value: string) => boolean,
): [string, typeof compare][] {
    return [
        [`string${name}`, compare],
        [`stringnot${name}`, compare],
    ];
}

const QUANTIFIERS = ["forallvalues", "foranyvalue"];

function conditionOf(operator: string, key: string, values: readonly unknown[]): Condition {
    const name = operator.toLowerCase();
    return {
        operator: name.replace(/^.*:/, "").replace(/ifexists$/, ""),
        ifExists: name.endsWith("ifexists"),
        quantifier: QUANTIFIERS.find((each) => name.startsWith(`${each}:`)),
        key: key.toLowerCase(),
        values: values.map(String),
    };
}

function isNegated(operator: string): boolean {
    return operator.startsWith("stringnot");
}

function isScalar(value: unknown): boolean {
    return ["string", "number", "boolean"].includes(typeof value);
}

function entriesOf(value: unknown): [string, unknown][] | undefined {
    return typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value)
        : undefined;
}

function answer(holdsForAll: boolean): Answer {
    return holdsForAll ? "yes" : "no";
}
