import { rootUrn } from "./graph";

const STACK_TYPE = "pulumi:pulumi:Stack";

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
    return token.split(":", 1)[0] ?? "";
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

export { rootUrn, STACK_TYPE };
