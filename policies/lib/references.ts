import type { PolicyResource } from "@pulumi/policy";
import { isSet, itemsOf } from "./properties";
import { valueIfKnown } from "./unknown-value";

/** Outputs by which AWS's resources are referred to. */
const IDENTITIES = ["id", "arn", "name", "bucket", "identifier", "clusterIdentifier", "url"];

/**
 * How resources refer to others by one property. A text that is known is compared with what identifies the others; one that is
 * not known yet, or that matches none, leads to the resources that the engine says it was made of.
 */
export class References {
    private readonly targets = new Map<PolicyResource, Set<PolicyResource>>();
    private readonly sources = new Map<PolicyResource, PolicyResource[]>();

    /**
     * Resources whose property is not known yet and that no dependency explains: they may refer to anything. Sorted by URN
     * within each type.
     */
    readonly unresolved: readonly PolicyResource[];

    constructor(
        from: readonly PolicyResource[],
        private readonly property: string,
        to: readonly PolicyResource[],
    ) {
        const identified = new Map<string, PolicyResource[]>();
        for (const resource of to) {
            for (const identity of identitiesOf(resource)) {
                identified.set(identity, [...(identified.get(identity) ?? []), resource]);
            }
        }
        const candidates = new Set(to);
        this.unresolved = from.filter(
            (resource) => !this.resolve(resource, identified, candidates),
        );
    }

    /** The resources that a resource refers to, sorted by URN within each type. */
    of(source: PolicyResource): readonly PolicyResource[] {
        return [...(this.targets.get(source) ?? [])];
    }

    /** The resources that refer to a resource, sorted by URN within each type. */
    to(target: PolicyResource): readonly PolicyResource[] {
        return this.sources.get(target) ?? [];
    }

    /** @returns whether it is known what the resource refers to */
    private resolve(
        source: PolicyResource,
        identified: ReadonlyMap<string, readonly PolicyResource[]>,
        candidates: ReadonlySet<PolicyResource>,
    ): boolean {
        const { known, unknown } = valuesOf(source, this.property);
        const matched = known.flatMap((value) => identified.get(value) ?? []);
        const isExplained = matched.length >= known.length && !unknown;
        const depended = isExplained
            ? []
            : (source.propertyDependencies[this.property] ?? []).filter((each) =>
                  candidates.has(each),
              );
        for (const target of [...matched, ...depended]) this.link(source, target);
        return !unknown || depended.length > 0;
    }

    private link(source: PolicyResource, target: PolicyResource): void {
        const targets = this.targets.get(source) ?? new Set();
        if (targets.has(target)) return;
        this.targets.set(source, targets.add(target));
        this.sources.set(target, [...(this.sources.get(target) ?? []), source]);
    }
}

function identitiesOf({ props }: PolicyResource): readonly string[] {
    return [
        ...new Set(
            IDENTITIES.flatMap((key) => {
                const value = isSet(props, key)
                    ? valueIfKnown((): unknown => props[key])
                    : undefined;
                return typeof value === "string" ? [value] : [];
            }),
        ),
    ];
}

function valuesOf(
    { props }: PolicyResource,
    property: string,
): { readonly known: readonly string[]; readonly unknown: boolean } {
    const items = valueIfKnown(() => itemsOf(props, property));
    if (items === undefined) return { known: [], unknown: true };
    const texts = items.map((item) => valueIfKnown(() => item.text));
    return {
        known: texts.filter((text) => text !== undefined && text !== "") as readonly string[],
        unknown: texts.includes(undefined),
    };
}
