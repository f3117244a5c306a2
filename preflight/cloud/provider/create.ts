import { containsUnknown, type Props, UNKNOWN, unwrap } from "../../values";
import { fill, type Subject } from "../aws/template";
import { awsText, placeText } from "../aws/texts";
import { preparation, type Recipe } from "../aws/recipes";
import { hex } from "../identity";
import { anyText, blank, sample, type TextOf } from "../shapes/samples";
import type { ClassShape, Member, Shapes, TypeExpression } from "../shapes/shapes";
import type { Created, ProviderRequest } from "../simulation";
import { known, placeOf } from "./context";
import { partsOfId } from "./identifiers";
import { nameKey, seedOf } from "./names";

/**
 * The provider's Create: what the program set comes back, and what only the cloud knows is simulated, or unknown in a preview.
 * @param existing id of a resource that is read, not made
 */
export function createResource(
    request: ProviderRequest,
    shapes: Shapes,
    account: string,
    existing?: string,
): Created {
    const shape = shapes.resource(request.type);
    const prepared = preparation(request.type);
    const guessed = prepared === undefined;
    const outputs: Props = { ...request.inputs };
    if (request.preview && existing === undefined) {
        for (const { name } of computed(shape, outputs)) outputs[name] = UNKNOWN;
        return { id: UNKNOWN, outputs, guessed };
    }
    if (existing !== undefined) {
        const said = partsOfId(prepared?.id, existing);
        for (const key of Object.keys(said))
            if (shape?.outputs.has(key) === true) outputs[key] ??= said[key];
    }
    const subject = subjectOf({ ...request, inputs: outputs }, account);
    const id = existing ?? idOf(prepared?.id, request, subject);
    const made: Subject = { ...subject, id };
    for (const member of computed(shape, outputs)) {
        const { name } = member;
        const recipe =
            name === "arn" ? (prepared?.arn ?? prepared?.outputs?.arn) : prepared?.outputs?.[name];
        const value =
            recipe === undefined
                ? (inside(member, request, shapes, account) ??
                  fallback(member, shape, request.type, shapes, made))
                : cook(recipe, made);
        if (value !== undefined) outputs[name] = value;
    }
    return { id, outputs, guessed };
}

/** Outputs that are always there and that the program did not set: the provider computes them. */
function computed(shape: ClassShape | undefined, outputs: Props): readonly Member[] {
    return [...(shape?.outputs.values() ?? [])].filter(
        ({ name, type, optional }) =>
            // An argument of the same name says how to make it: defaultTargetGroup: { port: 80 }.
            classInside(type) !== undefined || (!optional && outputs[name] === undefined),
    );
}

/** What a component made: `pulumiAws.lb.Listener[]` is a list of one listener, with the outputs that it would have alone. */
function inside(
    { name, type }: Member,
    request: ProviderRequest,
    shapes: Shapes,
    account: string,
): unknown {
    const found = classInside(type);
    if (found === undefined) return undefined;
    const { id, outputs } = createResource(
        { ...request, type: found.token, urn: `${request.urn} ${name}`, inputs: {} },
        shapes,
        account,
    );
    const made = { ...outputs, id };
    return found.list ? [made] : made;
}

/** The resource class of another SDK that a component's output holds, as `pulumiAws.lb.LoadBalancer`. */
function classInside(
    type: TypeExpression,
): { readonly token: string; readonly list: boolean } | undefined {
    switch (type.kind) {
        case "union":
            return type.options.map(classInside).find((found) => found !== undefined);
        case "list": {
            const element = classInside(type.element);
            return element && { ...element, list: true };
        }
        case "reference": {
            const [sdk = "", module = "", name = "", ...rest] = type.path;
            const pkg = /^pulumi([A-Z]\w*)$/.exec(sdk)?.[1]?.toLowerCase();
            if (pkg === undefined || name === "" || rest.length > 0) return undefined;
            const file = name.charAt(0).toLowerCase() + name.slice(1);
            return { token: `${pkg}:${module}/${file}:${name}`, list: false };
        }
        default:
            return undefined;
    }
}

function subjectOf(request: ProviderRequest, account: string): Subject {
    const { type, name, inputs, provider } = request;
    const physical = known(unwrap(inputs[nameKey(type)])) ?? known(unwrap(inputs.name));
    return {
        ...placeOf(provider, inputs, account),
        seed: seedOf(request),
        name: physical ?? name,
        inputs,
        id: "",
    };
}

function idOf(
    recipe: Recipe | undefined,
    { type, inputs }: ProviderRequest,
    subject: Subject,
): string {
    if (recipe !== undefined) return String(cook(recipe, subject));
    const name = known(unwrap(inputs[nameKey(type)]));
    return name ?? `${(type.split(":").at(-1) ?? type).toLowerCase()}-${hex(subject.seed, 17)}`;
}

/** A value that its declaration alone describes. */
function fallback(
    member: Member,
    shape: ClassShape | undefined,
    type: string,
    shapes: Shapes,
    subject: Subject,
): unknown {
    const isAws = /^awsx?:/.test(type);
    if (shape?.args.has(member.name) !== true) {
        return sample(
            member.type,
            member.name,
            type,
            shapes,
            isAws ? awsText(type, subject) : plainText(subject),
        );
    }
    const value = blank(member.type);
    return value === "" && isAws ? (placeText(member.name, subject) ?? value) : value;
}

function plainText({ seed, name, id }: Subject): TextOf {
    return (property) =>
        property === "name" ? name : property === "id" ? id : anyText(property, seed);
}

/** Fills in a recipe, in nested values too. */
export function cook(recipe: unknown, subject: Subject): unknown {
    if (typeof recipe === "string") return fill(recipe, subject);
    if (typeof recipe === "function")
        return cookValue((recipe as (subject: Subject) => unknown)(subject));
    if (Array.isArray(recipe)) return recipe.map((element) => cook(element, subject));
    if (recipe !== null && typeof recipe === "object") {
        return Object.fromEntries(
            Object.entries(recipe).map(([key, value]) => [key, cook(value, subject)]),
        );
    }
    return recipe;
}

/** A computed value stands as it is; one made of what is not known yet is not known either. */
function cookValue(value: unknown): unknown {
    return containsUnknown(value) && typeof value === "string" ? UNKNOWN : value;
}
