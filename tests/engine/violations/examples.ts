import { packs } from "../../../tools/policies/packs";

/** An example that a policy reports, with the name that its resources and a stack of its own begin with. */
export interface Rejected {
    readonly id: string;
    readonly policy: string;
    readonly kind: "resource" | "stack";
    readonly resources: readonly {
        readonly type: string;
        readonly name?: string;
        readonly props: Readonly<Record<string, unknown>>;
    }[];
}

/** Every example that any policy of any pack says it reports: the suite grows with the policies. */
export function rejectedExamples(): readonly Rejected[] {
    return packs().flatMap(({ policies }) =>
        policies.flatMap(({ name, kind, examples }) =>
            examples.rejected.map(({ resources }, index) => ({
                id: `${name}-${String(index + 1)}`,
                policy: name,
                kind,
                resources,
            })),
        ),
    );
}
