import type { Inputs } from "../policy";
import { itemsOf, textOf, type Item } from "../properties";
import { valueIfKnown } from "../unknown-value";

/** An entry of a list of names and values, such as a parameter group's parameters. */
export interface Setting {
    /** `parameters[2].value`, for messages. */
    readonly path: string;
    /** The value, empty when it has none. Throws while it, or whether the entry has this name, is not known yet. */
    readonly value: string;
}

/**
 * The elements of a list that have a name, whatever its case. One whose name is not known yet may have it and is among them: reading
 * its value throws. Throws while the list itself is not known yet.
 * @param key property that holds an element's name
 */
export function itemsNamed(
    props: Inputs,
    list: string,
    key: string,
    name: string,
): readonly Item[] {
    return itemsOf(props, list).flatMap((item) => {
        const found = valueIfKnown(() => textOf(item.value, key) ?? "");
        if (found !== undefined && found.toLowerCase() !== name.toLowerCase()) return [];
        const named: Item = {
            path: item.path,
            get value() {
                textOf(item.value, key);
                return item.value;
            },
            text: "",
        };
        return [named];
    });
}

/**
 * The entries of a list of names and values that set something, as `itemsNamed` finds them.
 * @param keys properties that hold an entry's name and its value
 */
export function settingsNamed(
    props: Inputs,
    list: string,
    name: string,
    keys: { readonly name: string; readonly value: string } = { name: "name", value: "value" },
): readonly Setting[] {
    return itemsNamed(props, list, keys.name, name).map((item) => ({
        path: `${item.path}.${keys.value}`,
        get value() {
            return textOf(item.value, keys.value) ?? "";
        },
    }));
}
