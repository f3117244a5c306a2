import type { Props } from "../../values";
import type { Child, ConstructRequest } from "../simulation";

/** A property of a child: its value, and what it depends on. */
export interface Wire {
    readonly value: unknown;
    readonly from: readonly string[];
}

/** A child that is there, with the name it was given. */
export interface Made extends Child {
    readonly type: string;
}

/** Registers the children of one component, and remembers them for its outputs. */
export class Children {
    public readonly made: Made[] = [];

    public constructor(private readonly request: ConstructRequest) {}

    /** An argument of the component, with the dependencies that the program gave it. */
    public argument(key: string, value: unknown = this.request.inputs[key]): Wire {
        return { value, from: this.request.propertyDependencies[key] ?? [] };
    }

    /**
     * Registers a child.
     * @param dependsOn children that must be there first, beside those that its properties mention
     */
    public async add(
        type: string,
        name: string,
        parent: string,
        wires: Readonly<Record<string, Wire>>,
        dependsOn: readonly Child[],
    ): Promise<Made> {
        const inputs: Props = {};
        const propertyDependencies: Record<string, readonly string[]> = {};
        for (const [key, { value, from }] of Object.entries(wires)) {
            if (value === undefined) continue;
            inputs[key] = value;
            if (from.length > 0) propertyDependencies[key] = [...new Set(from)];
        }
        const dependencies = [
            ...new Set([
                ...dependsOn.map(({ urn }) => urn),
                ...Object.values(propertyDependencies).flat(),
            ]),
        ];
        const child = await this.request.register({
            type,
            name,
            parent,
            inputs,
            dependencies,
            propertyDependencies,
        });
        const made = { ...child, type };
        this.made.push(made);
        return made;
    }
}

/** A property that nothing stands behind. */
export function plainly(value: unknown): Wire {
    return { value, from: [] };
}

/** The id of a child, as another's property. */
export function idOf(child: Child): Wire {
    return { value: child.id, from: [child.urn] };
}

/** The ids of children. */
export function idsOf(children: readonly Child[]): Wire {
    return { value: children.map(({ id }) => id), from: children.map(({ urn }) => urn) };
}

/** An output of a child, as another's property. */
export function outputOf(child: Child, key: string): Wire {
    return { value: child.outputs[key], from: [child.urn] };
}
