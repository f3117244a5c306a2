import catalogue from "./beanstalk-options.json";

/** What Beanstalk accepts as value of an option; an empty rule accepts everything. */
export interface OptionRule {
    readonly values?: readonly string[];
    /** Whole numbers, both ends included. */
    readonly range?: readonly number[];
    /** Regular expression for the whole value, and in words. */
    readonly pattern?: string;
    readonly expected?: string;
}

/** What the catalogue says about an option. */
export type OptionLookup =
    | { readonly found: "option"; readonly rule: OptionRule }
    | { readonly found: "namespace"; readonly options: readonly string[] }
    | { readonly found: "nothing" };

// From AWS's page "General options for all environments" (August 2026); load-balanced web environments only.
const OPTIONS: Readonly<Record<string, Readonly<Record<string, OptionRule>>>> = catalogue;

/** Namespaces whose last part the user chooses. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
    [
        /^aws:elasticbeanstalk:environment:process:[A-Za-z0-9-]+$/,
        "aws:elasticbeanstalk:environment:process:<process>",
    ],
    [/^aws:elbv2:listener:\d{1,5}$/, "aws:elbv2:listener:<port>"],
    [/^aws:elbv2:listenerrule:[A-Za-z0-9-]+$/, "aws:elbv2:listenerrule:<rule>"],
];

/** Finds what Beanstalk knows about an option of a namespace. */
export function findOption(namespace: string, name: string): OptionLookup {
    const family = FAMILIES.find(([pattern]) => pattern.test(namespace))?.[1];
    // The page's own placeholders are no namespaces; hasOwn keeps "constructor" and the like out.
    const key = Object.hasOwn(OPTIONS, namespace) ? namespace : family;
    const options = key === undefined || namespace.includes("<") ? undefined : OPTIONS[key];
    if (!options) return { found: "nothing" };
    const rule = Object.hasOwn(options, name) ? options[name] : options["*"];
    return rule ? { found: "option", rule } : { found: "namespace", options: Object.keys(options) };
}

/** Says what is expected instead of a value, or nothing when the rule accepts it. */
export function expectedInstead(rule: OptionRule, value: string): string | undefined {
    const { values, range, pattern, expected } = rule;
    if (values && !values.includes(value)) {
        return values.length === 1 ? String(values[0]) : `one of ${values.join(", ")}`;
    }
    if (range) {
        const [low = 0, high = 0] = range;
        const inRange = /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high;
        if (!inRange) return `a whole number from ${low} to ${high}`;
    }
    if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value)) return expected;
    return undefined;
}
