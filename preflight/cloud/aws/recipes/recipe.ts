import type { Subject } from "../template";

/** An output: a pattern for `fill`, a value, or what to compute. */
export type Recipe =
    | string
    | number
    | boolean
    | readonly unknown[]
    | Readonly<Record<string, unknown>>
    | ((subject: Subject) => unknown);

/** How AWS's provider fills in a type that somebody prepared. What is not here comes from the declarations. */
export interface Preparation {
    /** The id that the provider gives: often a name or an ARN, not a number. */
    readonly id: Recipe;
    readonly arn?: Recipe;
    readonly outputs?: Readonly<Record<string, Recipe>>;
}

/** Type token → how to fill it in. */
export type Preparations = Readonly<Record<string, Preparation>>;
