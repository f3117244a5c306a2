import type { PolicyResource } from "@pulumi/policy";
import { guarded } from "./unknown";

/** A resource as a stack policy's view sees it; `dependencies` are what its properties were made of. */
export function resource(
    type: string,
    name: string,
    props: Readonly<Record<string, unknown>>,
    dependencies: Readonly<Record<string, readonly PolicyResource[]>> = {},
): PolicyResource {
    const urn = `urn:pulumi:test::appsonic::${type}::${name}`;
    const parts = { type, name, urn, props: guarded(props), propertyDependencies: dependencies };
    return parts as unknown as PolicyResource;
}
