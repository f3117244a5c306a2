import type { Inputs, Report } from "./policy";
import { textOf } from "./properties";
import { quote } from "./quote";

/** What a property should be. */
export interface Expectation {
    /** Values that are as they should be, in any case, the recommended one first; a flag is `true` or `false`. */
    readonly accepted: readonly [string, ...string[]];
    /** What AWS, or the provider, takes for a property that is not set; absent: the property has to be set. */
    readonly byDefault?: string;
    /**
     * Path of the object that has the property, empty for the resource itself.
     * @defaultValue the resource itself
     */
    readonly at?: string;
}

/** Reports a property that is not as it should be. Throws while it is not known yet. */
export function expectValue(
    report: Report,
    props: Inputs,
    key: string,
    { accepted, byDefault, at = "" }: Expectation,
): void {
    const found = textOf(props, key);
    const value = found ?? byDefault;
    if (accepted.some((each) => each.toLowerCase() === value?.toLowerCase())) return;
    const path = at === "" ? key : `${at}.${key}`;
    const meaning = byDefault === undefined ? "" : `, which means ${spell(byDefault)}`;
    const finding = found === undefined ? `is not set${meaning}` : `is ${spell(found)}`;
    report(`${path} ${finding}, expected ${accepted.map(spell).join(" or ")}`);
}

/** Flags stand without quotes, as in a program. */
function spell(value: string): string {
    return /^(true|false)$/.test(value) ? value : quote(value);
}
