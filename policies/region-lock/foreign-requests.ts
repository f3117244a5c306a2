import { quote } from "../lib/quote";
import { valueIfKnown } from "../lib/unknown-value";
import type { ReadPolicy } from "../lib/views/identities";
import type { Statement } from "../lib/views/policy-document";
import { findAllowed, type Permissions } from "../lib/views/policy-questions";
import type { TextSet } from "../lib/views/text-sets";
import { GLOBAL_ACTIONS, GLOBAL_POLICIES } from "./global-actions";
import { REGION } from "./region";

/** What decides what somebody can do. */
interface Layers {
    /** Policies whose permissions are in question. */
    readonly own: readonly ReadPolicy[];
    /** Other policies that somebody has: what they deny counts as well. @defaultValue none */
    readonly also?: readonly ReadPolicy[];
    /** The permissions boundary. @defaultValue none */
    readonly boundary?: readonly ReadPolicy[];
}

/**
 * What somebody can do in another region, for a message; `undefined` when that is nothing. A denial or boundary that is known
 * can settle that without the rest; otherwise it throws while something is not known yet.
 */
export function foreignReach({ own, also = [], boundary = [] }: Layers): string | undefined {
    const known = look([...own, ...also], valueIfKnown);
    const limits = look(boundary, valueIfKnown);
    const most: Permissions = {
        allowed: "everything",
        denied: known.statements,
        boundary: ceiling(limits),
    };
    if (findForeign(most) === undefined) return undefined;

    const mine = look(own, now);
    const others = look(also, now);
    const outer = look(boundary, now);
    const found = findForeign({
        allowed: mine.hidden.length > 0 ? "everything" : mine.statements,
        denied: [...mine.statements, ...others.statements],
        boundary: ceiling(outer),
    });
    if (found === undefined) return undefined;
    const through = mine.hidden.map((name) => ` through ${name}`).slice(0, 1);
    const past = outer.hidden.map((name) => `, and its boundary is ${name}`);
    return [found, ...through, ...past].join("");
}

/** What is in some policies. */
interface Seen {
    readonly statements: readonly Statement[];
    /** Policies that nobody can look into, named for a message. */
    readonly hidden: readonly string[];
}

/** Reads at once, known or not. */
function now(read: ReadPolicy): ReturnType<ReadPolicy> {
    return read();
}

function look(
    reads: readonly ReadPolicy[],
    read: (policy: ReadPolicy) => ReturnType<ReadPolicy>,
): Seen {
    const policies = reads.map(read).filter((policy) => policy !== undefined);
    return {
        statements: policies.flatMap((policy) =>
            typeof policy === "string" ? [] : policy.statements,
        ),
        hidden: policies.flatMap((policy) => {
            if (typeof policy !== "string") {
                return policy.problem === undefined ? [] : [`one that ${policy.problem}`];
            }
            return GLOBAL_POLICIES.has(policy)
                ? []
                : [`${quote(policy)}, which is not declared here`];
        }),
    };
}

/** Nobody has an empty boundary, so one without statements is one that is not there or cannot be seen. */
function ceiling({ statements }: Seen): readonly Statement[] | undefined {
    return statements.length === 0 ? undefined : statements;
}

/** An action that some permissions allow in another region, and where. */
function findForeign(permissions: Permissions): string | undefined {
    const { allowed, denied, boundary } = permissions;
    const foreign: Permissions = {
        allowed: allowed === "everything" ? allowed : allowed.map(elsewhere),
        denied,
        boundary: boundary?.map(elsewhere),
    };
    const statements = [
        ...(allowed === "everything" ? [] : allowed),
        ...denied,
        ...(boundary ?? []),
    ];
    for (const [region, where] of otherRegions(statements)) {
        const request = findAllowed(foreign, {
            actions: ["?*:?*"],
            except: GLOBAL_ACTIONS,
            from: "holder",
            // What people themselves ask for, not what a service asks for on their behalf.
            context: new Map<string, string | boolean>([
                ["aws:requestedregion", region],
                ["aws:viaawsservice", false],
                ["aws:principalisawsservice", false],
            ]),
        });
        if (request !== undefined) return `${quote(request.action)} ${where}`;
    }
    return undefined;
}

/** Regions that the statements may tell apart, and how to speak of each: any other one, and those that conditions name. */
function otherRegions(statements: readonly Statement[]): ReadonlyMap<string, string> {
    const named = statements
        .flatMap(({ conditions }) => conditions)
        .filter(({ key }) => key === "aws:requestedregion")
        .flatMap(({ values }) => values);
    const examples = named.flatMap((value) =>
        ["", "x"].map((text): [string, string] => [
            value.toLowerCase().replace(/\*/g, text).replace(/\?/g, "x"),
            `in ${quote(value)}`,
        ]),
    );
    return new Map(
        [["elsewhere-1", `outside ${REGION}`] as const, ...examples].filter(
            ([region]) => region !== REGION,
        ),
    );
}

const HERE = new RegExp(`^arn:[^:]+:[^:]+:${REGION}:`);

/** What a statement is about in other regions: ARNs that name this region have no part in that. */
function elsewhere(statement: Statement): Statement {
    const { effect, resources } = statement;
    if (effect === "Deny" || resources === undefined || resources.possibly.isNegated) {
        return statement;
    }
    const possibly: TextSet = {
        patterns: resources.possibly.patterns.filter((pattern) => {
            const wildcard = pattern.findIndex((token) => typeof token !== "string");
            const start = wildcard < 0 ? pattern : pattern.slice(0, wildcard);
            return !HERE.test(start.join(""));
        }),
    };
    return { ...statement, resources: { surely: possibly, possibly } };
}
