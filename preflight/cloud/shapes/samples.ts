import { hex } from "../identity";
import type { Shapes, TypeExpression } from "./shapes";

/** Gives a text its value, by the property that holds it. */
export type TextOf = (property: string) => string;

/** Nested types that mention themselves (Kubernetes' JSONSchemaProps) end here. */
const DEEPEST = 6;

/**
 * A value of a declared type. Nothing is invented that the declaration does not ask for: optional members stay away.
 * @param token whose SDK the type's references mean
 */
export function sample(
    type: TypeExpression,
    property: string,
    token: string,
    shapes: Shapes,
    text: TextOf,
    depth = 0,
): unknown {
    const inner = (element: TypeExpression): unknown =>
        sample(element, property, token, shapes, text, depth + 1);
    switch (type.kind) {
        case "string":
            return text(property);
        case "number":
            return 1;
        case "boolean":
            return false;
        case "literal":
            return type.value;
        case "list":
            return depth >= DEEPEST
                ? []
                : [inner(type.element)].filter((value) => value !== undefined);
        case "object":
            return objectSample(type, token, shapes, text, depth);
        case "reference": {
            const named = depth >= DEEPEST ? undefined : shapes.resolve(token, type.path);
            return named === undefined ? undefined : inner(named);
        }
        case "union": {
            const option = type.options.find((candidate) => candidate.kind !== "nothing");
            return option === undefined ? undefined : inner(option);
        }
        case "map":
            return {};
        default:
            return undefined;
    }
}

function objectSample(
    type: TypeExpression & { readonly kind: "object" },
    token: string,
    shapes: Shapes,
    text: TextOf,
    depth: number,
): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const member of type.members) {
        if (member.optional) continue;
        const made = sample(member.type, member.name, token, shapes, text, depth + 1);
        if (made !== undefined) value[member.name] = made;
    }
    return value;
}

/**
 * What a property holds that the program may set but did not, and the provider fills in: nothing, in its type. AWS's
 * defaults are not in the declarations, and an invented key, list or flag would be judged as if somebody had chosen it.
 * A block is left out, as the provider leaves out an empty one.
 */
export function blank(type: TypeExpression): unknown {
    switch (type.kind) {
        case "string":
            return "";
        case "number":
            return 0;
        case "boolean":
            return false;
        case "literal":
            return type.value;
        case "list":
            return [];
        case "map":
            return {};
        case "union": {
            const option = type.options.find((candidate) => candidate.kind !== "nothing");
            return option === undefined ? undefined : blank(option);
        }
        default:
            return undefined;
    }
}

/** A text for a property that says nothing more: its own name and digits of the seed. */
export function anyText(property: string, seed: string): string {
    return `${property}-${hex(`${seed} ${property}`, 8)}`;
}
