import { createUrn, nameOf, qualifiedType, STACK_TYPE, typeOf } from "./urn";

/** An earlier identity of a resource, as the program states it. */
export interface AliasSpec {
    /** A whole URN; the other fields are not looked at then. */
    readonly urn?: string;
    readonly name?: string;
    readonly type?: string;
    readonly stack?: string;
    readonly project?: string;
    readonly parentUrn?: string;
    readonly noParent?: boolean;
}

/** Who the resource is now. */
export interface Identity {
    readonly stack: string;
    readonly project: string;
    readonly parent: string;
    readonly type: string;
    readonly name: string;
}

/** The URN that one alias stands for. Source: stepGenerator.collapseAliasToUrn in Pulumi's engine. */
export function aliasUrn(alias: AliasSpec, now: Identity): string {
    if (filled(alias.urn) !== undefined) return alias.urn ?? "";
    const parent = filled(alias.parentUrn) ?? now.parent;
    const rootless = alias.noParent === true || qualifiedType(parent) === STACK_TYPE;
    return createUrn(
        filled(alias.stack) ?? now.stack,
        filled(alias.project) ?? now.project,
        rootless ? "" : parent,
        filled(alias.type) ?? now.type,
        filled(alias.name) ?? now.name,
    );
}

/**
 * All URNs that a resource was known by: its own aliases, and for each alias of its parent the name it had there.
 * The engine looks only at the parent's alias that matched old state; a new stack has none, so every one is taken.
 */
export function aliasUrns(
    aliases: readonly AliasSpec[],
    now: Identity,
    parentAliases: readonly string[],
): readonly string[] {
    if (aliases.length === 0 && parentAliases.length === 0) return [];
    const own = aliases.map((alias) => aliasUrn(alias, now));
    const inherited = parentAliases.flatMap((parentAlias) => [
        inheritedAlias(now, now.type, now.name, parentAlias),
        ...own.map((urn) => inheritedAlias(now, typeOf(urn), nameOf(urn), parentAlias)),
    ]);
    return [...new Set([...own, ...inherited])];
}

/** A child named after its parent was named after the parent's old name, too. */
function inheritedAlias(now: Identity, type: string, name: string, parentAlias: string): string {
    const parentName = nameOf(now.parent);
    const oldName = name.startsWith(parentName)
        ? nameOf(parentAlias) + name.slice(parentName.length)
        : name;
    return createUrn(now.stack, now.project, parentAlias, type, oldName);
}

/** The SDK leaves a string empty where nothing was said. */
function filled(text: string | undefined): string | undefined {
    return text === "" ? undefined : text;
}
