import { BALANCERS } from "./balancers";
import { DATA } from "./data";
import { EC2 } from "./ec2";
import { OPERATIONS } from "./operations";
import type { Preparation, Preparations } from "./recipe";
import { SECURITY } from "./security";

const ALL: Preparations = { ...BALANCERS, ...EC2, ...SECURITY, ...DATA, ...OPERATIONS };

/** How a type is filled in; undefined when nobody prepared it. */
export function preparation(type: string): Preparation | undefined {
    return ALL[type];
}

/** Every type that is prepared. */
export const PREPARED: readonly string[] = Object.keys(ALL);

export type { Preparation, Recipe } from "./recipe";
