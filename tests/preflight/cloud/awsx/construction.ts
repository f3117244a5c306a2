import { createSimulation } from "../../../../preflight/cloud";
import type { Note } from "../../../../preflight/engine/graph";
import type { ChildGoal, ProviderConfig } from "../../../../preflight/cloud/simulation";
import type { Props } from "../../../../preflight/values";

/** A child as it was registered. */
export interface RegisteredChild extends ChildGoal {
    readonly urn: string;
    readonly id: string;
    /** Inputs after Check. */
    readonly checked: Props;
    readonly dependencies: readonly string[];
}

/** A construction with everything it registered. */
export interface Construction {
    readonly children: readonly RegisteredChild[];
    readonly outputs: Props;
    readonly notes: readonly Note[];
    /** `type name` of a URN, the bare name for the component. */
    readonly label: (urn: string) => string;
    /** `<type name>` of an id. */
    readonly byId: (id: string) => string | undefined;
}

export const PROVIDER: ProviderConfig = {
    urn: "urn:pulumi:dev::shop::pulumi:providers:aws::main",
    type: "pulumi:providers:aws",
    inputs: { region: "eu-west-1" },
};

/** Constructs a VPC, or another component, as the engine would, and records what it registers. */
export async function construct(options: {
    readonly type?: string;
    readonly name: string;
    readonly inputs: Props;
    readonly preview?: boolean;
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}): Promise<Construction> {
    const { name, inputs, preview = false, propertyDependencies = {} } = options;
    const type = options.type ?? "awsx:ec2:Vpc";
    const simulation = createSimulation({ sdkRoots: [process.cwd()] });
    const children: RegisteredChild[] = [];
    const urn = `urn:pulumi:dev::shop::${type}::${name}`;
    const outputs = await simulation.construct({
        urn,
        type,
        name,
        inputs,
        preview,
        propertyDependencies,
        provider: PROVIDER,
        invoke: (token, args) => Promise.resolve(simulation.invoke(token, args, PROVIDER)),
        register(goal) {
            const base = {
                urn: `urn:pulumi:dev::shop::${goal.type}::${goal.name}`,
                type: goal.type,
                name: goal.name,
                preview,
                provider: PROVIDER,
            };
            const checked = simulation.check({ ...base, inputs: goal.inputs });
            const { id, outputs: made } = simulation.create({ ...base, inputs: checked });
            children.push({
                ...goal,
                dependencies: goal.dependencies ?? [],
                urn: base.urn,
                id,
                checked,
            });
            return Promise.resolve({ urn: base.urn, id, outputs: made });
        },
    });
    if (outputs === undefined) throw new Error(`${type} is not constructed`);
    const labels = new Map<string, string>([
        [urn, name],
        ...children.map((child): [string, string] => [child.urn, `${child.type} ${child.name}`]),
    ]);
    const ids = new Map(children.map((child) => [child.id, `<${child.type} ${child.name}>`]));
    return {
        children,
        outputs,
        notes: simulation.notes,
        label: (of) => labels.get(of) ?? of,
        byId: (id) => ids.get(id),
    };
}
