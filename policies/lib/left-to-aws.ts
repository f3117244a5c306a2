import type { PolicyResource } from "@pulumi/policy";
import { valueIfKnown } from "./unknown-value";

/**
 * Whether the program leaves a property to AWS: in a preview, stack policies see it as not known yet, though nothing that the
 * program declares is waited for.
 */
export function isLeftToAws({ props, propertyDependencies }: PolicyResource, key: string): boolean {
    // An input that is not known yet is made of other resources, which the engine names.
    const explained = propertyDependencies[key]?.length ?? 0;
    return explained === 0 && valueIfKnown((): unknown => [props[key]]) === undefined;
}
