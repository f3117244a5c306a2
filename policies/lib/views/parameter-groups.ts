import type { PolicyResource } from "@pulumi/policy";
import type { Inputs } from "../policy";
import { isSet, textOf } from "../properties";
import type { StackIndex } from "../stack-index";
import { Undecided } from "../undecided";
import { valueIfKnown } from "../unknown-value";
import { parseFamily, parseVersion, type EngineFamily } from "./engine-families";

/** Where resources of a type name the group that holds their settings. */
export interface GroupReference {
    readonly property: string;
    readonly groupTypes: readonly string[];
    /** What AWS's own groups begin with, which nobody can change. */
    readonly defaultPrefix: string;
}

/** Databases whose engine takes its parameters from a group. */
export const PARAMETER_GROUPS = {
    "aws:rds/instance:Instance": {
        property: "parameterGroupName",
        groupTypes: ["aws:rds/parameterGroup:ParameterGroup"],
        defaultPrefix: "default.",
    },
    "aws:rds/cluster:Cluster": {
        property: "dbClusterParameterGroupName",
        groupTypes: ["aws:rds/clusterParameterGroup:ClusterParameterGroup"],
        defaultPrefix: "default.",
    },
    "aws:docdb/cluster:Cluster": {
        property: "dbClusterParameterGroupName",
        groupTypes: ["aws:docdb/clusterParameterGroup:ClusterParameterGroup"],
        defaultPrefix: "default.",
    },
    "aws:redshift/cluster:Cluster": {
        property: "clusterParameterGroupName",
        groupTypes: ["aws:redshift/parameterGroup:ParameterGroup"],
        defaultPrefix: "default.",
    },
} as const satisfies Readonly<Record<string, GroupReference>>;

/** Instances whose engine takes options, such as those of Oracle, from a group. */
export const OPTION_GROUP: GroupReference = {
    property: "optionGroupName",
    groupTypes: ["aws:rds/optionGroup:OptionGroup"],
    // AWS writes default:oracle-ee-19.
    defaultPrefix: "default:",
};

/** Which group a resource names, as far as the resource itself tells. */
export type NamedGroup =
    /** None: AWS takes its own. */
    | { readonly kind: "none" }
    /** AWS's own, of this family. */
    | { readonly kind: "default"; readonly name: string; readonly family: EngineFamily }
    /** One that somebody made; `undefined` while its name is not known yet. */
    | { readonly kind: "own"; readonly name: string | undefined };

/** Which group a resource names. */
export function namedGroup(props: Inputs, reference: GroupReference): NamedGroup {
    const { property, defaultPrefix } = reference;
    if (!isSet(props, property)) return { kind: "none" };
    const name = valueIfKnown(() => textOf(props, property));
    if (name === "") return { kind: "none" };
    return name?.startsWith(defaultPrefix) === true
        ? { kind: "default", name, family: parseFamily(name.slice(defaultPrefix.length)) }
        : { kind: "own", name };
}

/** The groups of the stack that a resource takes its settings from: none when it names no group, or one from elsewhere. */
export function groupsOf(
    stack: StackIndex,
    resource: PolicyResource,
    { property, groupTypes }: GroupReference,
): readonly PolicyResource[] {
    return stack.refer([resource.type], property, groupTypes).of(resource);
}

/**
 * Engine and version of a database, by which AWS chooses the group of one that names none.
 * @throws {Undecided} when the engine is left to a snapshot or a source
 */
export function engineOf(type: string, props: Inputs): EngineFamily {
    // Clusters made since January 2025 get default.redshift-2.0, whatever clusterVersion says:
    // https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html
    if (type.startsWith("aws:redshift/")) return { engine: "redshift", version: [2, 0] };
    const version = parseVersion(textOf(props, "engineVersion") ?? "");
    if (type.startsWith("aws:docdb/")) return { engine: "docdb", version };
    const engine = textOf(props, "engine")?.toLowerCase() ?? "";
    if (engine === "") throw new Undecided("engine is not set, and whatever it is decides on TLS");
    return { engine, version };
}
