import { isObject, type Props } from "../../values";

/** The first value that a query asks for under a filter's name: `vpc-id`, `tag:Name`. */
export function filterValue(args: Props, name: string): string | undefined {
    const filters = Array.isArray(args.filters) ? (args.filters as unknown[]) : [];
    const filter = filters.filter(isObject).find((candidate) => candidate.name === name);
    const values: unknown = filter?.values;
    const first: unknown = Array.isArray(values) ? values[0] : undefined;
    return typeof first === "string" ? first : undefined;
}

/** An argument that is a text. */
export function textOf(args: Props, name: string): string | undefined {
    const value = args[name];
    return typeof value === "string" && value !== "" ? value : undefined;
}

/** The tags that a query asks for. */
export function tagsOf(args: Props): Props {
    return isObject(args.tags) ? args.tags : {};
}
