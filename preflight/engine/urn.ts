import { UNKNOWN } from "../values";

/** Type of the resource that is the stack itself. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

/** The types of a URN's parents and itself, joined with `$`. */
export function qualifiedType(urn: string): string {
    return urn.split("::")[2] ?? "";
}

/** The type of the resource itself. */
export function typeOf(urn: string): string {
    const qualified = qualifiedType(urn);
    return qualified.slice(qualified.lastIndexOf("$") + 1);
}

/** The name: everything behind the third `::`, so that a name may hold `::` itself. */
export function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::");
}

/** `aws` of `aws:s3/bucket:Bucket`; `aws` of `pulumi:providers:aws` is `pulumi`. */
export function packageOf(token: string): string {
    return token.replace(/:.*$/s, "");
}

/** Whether a type is that of a provider resource. */
export function isProviderType(type: string): boolean {
    return type.startsWith("pulumi:providers:");
}

/** The package that a provider resource's type serves. */
export function providedPackage(type: string): string {
    return type.slice("pulumi:providers:".length);
}

/**
 * URN of a resource. The parent contributes its whole chain of types, but for the stack's.
 * Source: resource.CreateURN and urn.New in Pulumi's sdk/go/common/resource.
 */
export function createUrn(
    stack: string,
    project: string,
    parent: string,
    type: string,
    name: string,
): string {
    const parentType = parent === "" ? "" : qualifiedType(parent);
    const prefix = parentType === "" || parentType === STACK_TYPE ? "" : `${parentType}$`;
    return `urn:pulumi:${stack}::${project}::${prefix}${type}::${name}`;
}

/** A provider reference's URN: all but the id behind the last `::`. */
export function providerUrn(reference: string): string {
    return reference.slice(0, Math.max(0, reference.lastIndexOf("::")));
}

/** `urn::id` of a provider resource; the id is the unknown one where there is none yet. */
export function referenceOf(resource: { readonly urn: string; readonly id: string }): string {
    return `${resource.urn}::${resource.id === "" ? UNKNOWN : resource.id}`;
}

/** Refuses a type that names no package. @throws {Error} in the engine's words */
export function checkToken(type: string): void {
    if (type.split(":").length < 3) {
        throw new Error(`Type '${type}' is not a valid type token (must have format '*:*:*')`);
    }
}
