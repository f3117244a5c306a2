import type { PolicyResource } from "@pulumi/policy";
import { References } from "./references";

/**
 * All resources of a stack, found by type, URN or reference. Made once for each run of a stack policy: the SDK gives every
 * stack policy copies of its own, so there is nothing that several could share.
 */
export class StackIndex {
    private readonly byType = new Map<string, PolicyResource[]>();
    private byUrn: ReadonlyMap<string, PolicyResource> | undefined;
    private readonly references = new Map<string, References>();

    constructor(private readonly all: readonly PolicyResource[]) {
        for (const resource of all) {
            const others = this.byType.get(resource.type);
            if (others) others.push(resource);
            else this.byType.set(resource.type, [resource]);
        }
        // The engine delivers them in no order (pulumi-policy#305).
        for (const resources of this.byType.values()) resources.sort(inOrder);
    }

    /** Sorted by URN. */
    get resources(): readonly PolicyResource[] {
        return [...this.all].sort(inOrder);
    }

    /** All resources of these types, sorted by URN within each type. */
    ofType(...tokens: readonly string[]): readonly PolicyResource[] {
        return tokens.flatMap((token) => this.byType.get(token) ?? []);
    }

    /** The resource with this URN. */
    get(urn: string): PolicyResource | undefined {
        this.byUrn ??= new Map(this.all.map((resource) => [resource.urn, resource]));
        return this.byUrn.get(urn);
    }

    /**
     * How resources of some types refer to resources of others by one property: the bucket of each bucket policy.
     * @param property name of a top-level property that holds an id, an ARN or a name, or a list of them
     */
    refer(from: readonly string[], property: string, to: readonly string[]): References {
        const key = [from, property, to].join("\0");
        const known = this.references.get(key);
        if (known !== undefined) return known;
        const references = new References(this.ofType(...from), property, this.ofType(...to));
        this.references.set(key, references);
        return references;
    }

    /** URN of the stack itself, which is a resource as well; empty when it is not among the resources. */
    get rootUrn(): string {
        return this.ofType("pulumi:pulumi:Stack")[0]?.urn ?? "";
    }
}

function inOrder(a: PolicyResource, b: PolicyResource): number {
    return a.urn < b.urn ? -1 : 1;
}
