import type { Props } from "../../values";
import type { Recipe } from "../aws/recipes/recipe";

/** What is made up, and so says nothing of what the program set. */
const INVENTED = /^(?:(?:hex|caps|digits)\d+|uuid|id|suffix)$/;

/**
 * What an existing id says of its resource: with `arn:{partition}:sns:{region}:{account}:{name}` its name and region.
 * @returns nothing for an id of another form
 */
export function partsOfId(recipe: Recipe | undefined, id: string): Props {
    if (typeof recipe !== "string") return {};
    const keys: string[] = [];
    const pattern = recipe
        .split(/\{(\w+)\}/)
        .map((piece, index) => {
            if (index % 2 === 0) return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
            keys.push(piece);
            const length = /^(?:hex|caps|digits)(\d+)$/.exec(piece)?.[1];
            return length === undefined ? "(.+?)" : `([0-9A-Za-z]{${length}})`;
        })
        .join("");
    const values = new RegExp(`^${pattern}$`).exec(id)?.slice(1) ?? [];
    const parts: Props = {};
    values.forEach((value, index) => {
        const key = keys[index] ?? "";
        if (!INVENTED.test(key)) parts[key] = value;
    });
    return parts;
}
