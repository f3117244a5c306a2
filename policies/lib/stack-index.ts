import type { PolicyResource } from "@pulumi/policy";

/**
 * All resources of a stack, found by type or URN. Made once for each run of a stack policy: the SDK gives every stack policy
 * copies of its own, so there is nothing that several could share.
 */
export class StackIndex {
    /** Sorted by URN: the engine delivers them in no order (pulumi-policy#305). */
    readonly resources: readonly PolicyResource[];
    private readonly byType = new Map<string, PolicyResource[]>();
    private readonly byUrn = new Map<string, PolicyResource>();

    constructor(resources: readonly PolicyResource[]) {
        this.resources = [...resources].sort((a, b) => (a.urn < b.urn ? -1 : 1));
        for (const resource of this.resources) {
            this.byUrn.set(resource.urn, resource);
            const others = this.byType.get(resource.type);
            if (others) others.push(resource);
            else this.byType.set(resource.type, [resource]);
        }
    }

    /** All resources of these types, sorted by URN within each type. */
    ofType(...tokens: readonly string[]): readonly PolicyResource[] {
        return tokens.flatMap((token) => this.byType.get(token) ?? []);
    }

    /** The resource with this URN. */
    get(urn: string): PolicyResource | undefined {
        return this.byUrn.get(urn);
    }

    /** URN of the stack itself, which is a resource as well; empty when it is not among the resources. */
    get rootUrn(): string {
        return this.ofType("pulumi:pulumi:Stack")[0]?.urn ?? "";
    }
}
