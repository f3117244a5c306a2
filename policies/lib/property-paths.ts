import type { Inputs } from "./policy";
import { formatPath } from "./unknown-value";

/** Runs a part of a check, and goes on behind it when the part needs a value that is not known yet. */
type IfKnown = (part: () => void) => void;

/**
 * Visits every value at a path of properties, such as `rules.copyActions.destinationVaultArn`. A list on the way, or at the end,
 * stands for each of its elements. What is not set is passed over, and so is an empty text, which the provider reads as not set.
 * Values that are not known yet hide none of the others.
 * @param visit gets the value and its own path: `rules[0].copyActions[1].destinationVaultArn`
 * @param unread whether it is enough that something is set: the value is not read, and may be unknown
 */
export function visitPath(
    props: Inputs,
    path: string,
    ifKnown: IfKnown,
    visit: (value: unknown, path: string) => void,
    unread = false,
): void {
    const descend = (value: unknown, keys: readonly string[], at: readonly (string | number)[]) => {
        const [key, ...rest] = keys;
        if (Array.isArray(value)) {
            const list = value as readonly unknown[];
            for (let index = 0; index < list.length; index += 1) {
                ifKnown(() => {
                    descend(list[index], keys, [...at, index]);
                });
            }
        } else if (key === undefined) {
            if (isFilled(value)) visit(value, formatPath(at));
        } else if (typeof value === "object" && value !== null) {
            // A descriptor shows that something is set where reading it would throw.
            if (!isFilled(Object.getOwnPropertyDescriptor(value, key)?.value)) return;
            const here = [...at, key];
            ifKnown(() => {
                if (unread && rest.length === 0) visit(undefined, formatPath(here));
                else descend((value as Inputs)[key], rest, here);
            });
        }
    };
    descend(props, path.split("."), []);
}

function isFilled(value: unknown): boolean {
    return value !== undefined && value !== null && value !== "" && !isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
    return Array.isArray(value) && value.length === 0;
}
