import { quote } from "../quote";
import type { Context } from "./policy-conditions";
import type { PolicyDocument } from "./policy-document";
import { findUndenied } from "./policy-questions";
import { patternOf } from "./text-sets";

/** Requests that must not come in plain HTTP. */
interface Guarded {
    /** Patterns of actions. */
    readonly actions: readonly string[];
    /** Patterns of resources, asked for when they are needed; `undefined` where it is not known how they are written. */
    readonly resources: () => readonly string[] | undefined;
}

/** Every request has this key (IAM, global condition context keys). */
const PLAIN_HTTP: Context = new Map([["aws:securetransport", false]]);

const ALL = { patterns: [patternOf("*")] };

/**
 * What is wrong with a resource policy that should deny plain HTTP to everybody, as what goes on after the property's name;
 * `undefined` when nothing is. Only a denial counts: what one policy does not allow, another may.
 */
export function plainHttpGap(
    document: PolicyDocument | undefined,
    guarded: Guarded,
): string | undefined {
    if (document === undefined) return "is not set";
    if (document.problem !== undefined) return document.problem;
    const resources = guarded.resources();
    const { statements } = document;
    const request = findUndenied(
        // A resource policy is about the resource that has it, however that is written.
        resources ? statements : statements.map((each) => ({ ...each, resources: EVERYWHERE })),
        {
            actions: guarded.actions,
            resources: resources ?? ["*"],
            from: "everybody",
            context: PLAIN_HTTP,
        },
    );
    if (request === undefined) return undefined;
    const { action, resource, principal } = request;
    const on = resources === undefined ? "" : ` on ${quote(resource)}`;
    const by = principal === undefined ? "" : ` by ${quote(principal)}`;
    return `does not deny plain HTTP for ${quote(action)}${on}${by}`;
}

const EVERYWHERE = { surely: ALL, possibly: ALL };
