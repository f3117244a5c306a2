import type { Props } from "../../../values";
import type { ClassShape } from "../../shapes/shapes";
import { nameKey } from "../names";
import { DATA } from "./data";
import { NETWORK } from "./network";
import { OPERATIONS } from "./operations";
import type { Replacing } from "./replacing";
import { SECURITY } from "./security";

/** What is known of each type; a type that is not here goes by its declaration. */
export const REPLACING: Replacing = { ...DATA, ...NETWORK, ...OPERATIONS, ...SECURITY };

/** Those of the changed properties that AWS cannot change in what exists. */
export function replacingKeys(
    type: string,
    changed: readonly string[],
    olds: Props,
    news: Props,
    shape: ClassShape | undefined,
): readonly string[] {
    const rules = ["region", ...(REPLACING[type]?.split(" ") ?? guessed(type, shape))];
    const keys = new Set(
        rules.flatMap((rule) => {
            const choice = rule.split("|");
            if (choice.length === 1) return choice;
            const before = choice.find((key) => olds[key] !== undefined);
            const after = choice.find((key) => news[key] !== undefined);
            return before === after ? [] : choice;
        }),
    );
    return changed.filter((key) => keys.has(key) && !(isOff(olds[key]) && isOff(news[key])));
}

/** The provider reads a switch that is absent as one that is off, and an empty text as none. */
function isOff(value: unknown): boolean {
    return value === undefined || value === null || value === false || value === "";
}

/** A type that nobody looked up: its name, and whatever it must be told that names the thing it belongs to. */
function guessed(type: string, shape: ClassShape | undefined): readonly string[] {
    const name = nameKey(type);
    const owners = [...(shape?.args.values() ?? [])].filter(
        (argument) => !argument.optional && /(?:Id|Name)$/.test(argument.name),
    );
    return [name, `${name}Prefix`, "namePrefix", ...owners.map((argument) => argument.name)];
}
