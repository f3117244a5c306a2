import type {
    Check,
    Inputs,
    InputsOf,
    PolicyMetadata,
    ResourceClass,
    ResourcePolicy,
    StackCheck,
    StackPolicy,
} from "./policy";

/** Check of a single type: the SDK's fast path, which deserialises nothing for other types. Prefer it. */
interface OfOneType<TArgs> {
    readonly resource: ResourceClass<TArgs>;
    readonly check: Check<InputsOf<TArgs>>;
}

/** Check of what has no class with a usable type, such as `pulumi:providers:aws`, or of several types. */
interface OfTokens {
    readonly resourceTypes: readonly [string, ...string[]];
    readonly check: Check<Inputs>;
}

/** Checks of several types that have little in common: parts by type token, each of which may need a value that is not known yet. */
interface OfEachType {
    readonly checks: Readonly<Record<string, readonly Check<Inputs>[]>>;
}

/** Check of all resources whose type begins so. */
interface OfPrefix {
    readonly resourcePrefix: string;
    readonly check: Check<Inputs>;
}

/** Defines a policy that decides on one resource at a time. */
export function definePolicy<TArgs>(policy: PolicyMetadata & OfOneType<TArgs>): ResourcePolicy;
export function definePolicy(
    policy: PolicyMetadata & (OfTokens | OfEachType | OfPrefix),
): ResourcePolicy;
export function definePolicy<TArgs>(
    policy: PolicyMetadata & (OfOneType<TArgs> | OfTokens | OfEachType | OfPrefix),
): ResourcePolicy {
    if ("resource" in policy) {
        const { resource, check, ...metadata } = policy;
        return {
            ...metadata,
            kind: "resource",
            scope: { kind: "types", tokens: [tokenOf(resource)] },
            // The scope admits no other type, and the provider has checked the inputs against it.
            check: check as Check<Inputs>,
        };
    }
    if ("resourceTypes" in policy) {
        const { resourceTypes, ...rest } = policy;
        return { ...rest, kind: "resource", scope: { kind: "types", tokens: resourceTypes } };
    }
    if ("checks" in policy) {
        const { checks, ...rest } = policy;
        return {
            ...rest,
            kind: "resource",
            scope: { kind: "types", tokens: Object.keys(checks) as [string, ...string[]] },
            check: (props, report, subject) => {
                checks[subject.type]?.forEach((part) => {
                    subject.ifKnown(() => {
                        part(props, report, subject);
                    });
                });
            },
        };
    }
    const { resourcePrefix, ...rest } = policy;
    return { ...rest, kind: "resource", scope: { kind: "prefix", prefix: resourcePrefix } };
}

/**
 * Defines a policy that decides on the whole stack. Under `pulumi up` it runs after the change: it detects, it does not
 * prevent; whatever can be decided on one resource belongs into `definePolicy`. With `resourceTypes` it does not apply to stacks
 * without such a resource; a single one is the SDK's fast path, which then deserialises nothing.
 */
export function defineStackPolicy(
    policy: PolicyMetadata & Pick<StackPolicy, "resourceTypes"> & { readonly check: StackCheck },
): StackPolicy {
    return { ...policy, kind: "stack" };
}

/**
 * The type token of a resource class, such as `aws:lb/listener:Listener`.
 * @throws {Error} when the class has none: a component, or a provider, whose token is not its type
 */
export function tokenOf(resource: ResourceClass<never>): string {
    const token = (resource as unknown as { readonly __pulumiType?: unknown }).__pulumiType;
    if (typeof token !== "string" || !token.includes(":")) {
        throw new Error(
            `resource: found ${resource.name}, which has no type token, expected a resource class; use resourceTypes`,
        );
    }
    return token;
}
