import type { PolicyResource } from "@pulumi/policy";
import { defineStackPolicy } from "../lib/define-policy";
import type { StackSubject } from "../lib/policy";
import { isSet, textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import {
    groupsOf,
    namedGroup,
    OPTION_GROUP,
    PARAMETER_GROUPS,
    type GroupReference,
} from "../lib/views/parameter-groups";

const INSTANCE = "aws:rds/instance:Instance";
const EMR_CLUSTER = "aws:emr/cluster:Cluster";
/** EMR has no security configuration of its own. */
const SECURITY_CONFIGURATION: GroupReference = {
    property: "securityConfiguration",
    groupTypes: ["aws:emr/securityConfiguration:SecurityConfiguration"],
    defaultPrefix: "default.",
};

/** Other policies judge groups where they are declared; one that is not declared here is judged by nobody (P-09). */
export const tlsSettingsInStack = defineStackPolicy({
    name: "tls-settings-in-stack",
    control: "HTTPS-35",
    title: "Groups that decide on TLS are declared in the stack of the databases and clusters that use them.",
    severity: "medium",
    why: "Whether a database or a cluster takes plain text is written in its parameter group, option group or security configuration; if that is made elsewhere, nothing here shows it, and nobody here notices when it changes.",
    remediation:
        "Declare the group in the same stack and name it by reference, or grant an exception that says who sees to the group.",
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [
        INSTANCE,
        "aws:rds/cluster:Cluster",
        "aws:docdb/cluster:Cluster",
        "aws:redshift/cluster:Cluster",
        EMR_CLUSTER,
    ],
    check(subject) {
        for (const [type, reference] of Object.entries(PARAMETER_GROUPS)) {
            for (const database of subject.stack.ofType(type)) {
                subject.ifKnown(database, () => {
                    judge(subject, database, referenceOf(database, reference));
                });
            }
        }
        for (const cluster of subject.stack.ofType(EMR_CLUSTER)) {
            subject.ifKnown(cluster, () => {
                judge(subject, cluster, SECURITY_CONFIGURATION);
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a database with a parameter group of the same stack",
                resources: [
                    { type: INSTANCE, props: { engine: "mysql", parameterGroupName: "tls" } },
                    {
                        type: "aws:rds/parameterGroup:ParameterGroup",
                        props: { name: "tls", family: "mysql8.4" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a database with a parameter group from elsewhere",
                resources: [
                    { type: INSTANCE, props: { engine: "mysql", parameterGroupName: "tls" } },
                ],
                messages: [
                    `parameterGroupName is "tls", which this stack does not declare, expected a group of this stack`,
                ],
            },
            {
                title: "a replica of a database from elsewhere, which it takes its parameter group from",
                resources: [{ type: INSTANCE, props: { replicateSourceDb: "orders" } }],
                messages: [
                    `parameterGroupName is not set, which means the group of replicateSourceDb "orders", which this stack does not declare, expected a group of this stack`,
                ],
            },
        ],
    },
});

/** Aurora's instances do as their cluster does; Oracle's have an option for it. */
function referenceOf(
    { type, props }: PolicyResource,
    reference: GroupReference,
): GroupReference | undefined {
    const engine = type === INSTANCE ? (textOf(props, "engine")?.toLowerCase() ?? "") : "";
    if (engine.startsWith("aurora") || engine.startsWith("custom-")) return undefined;
    return engine.startsWith("oracle-") ? OPTION_GROUP : reference;
}

function judge(
    { stack, report }: StackSubject,
    resource: PolicyResource,
    reference: GroupReference | undefined,
): void {
    if (reference === undefined || groupsOf(stack, resource, reference).length > 0) return;
    const { property } = reference;
    const { type, props } = resource;
    const { kind } = namedGroup(props, reference);
    const ending = "which this stack does not declare, expected a group of this stack";
    if (kind === "own") {
        report(resource, `${property} is ${quote(String(props[property]))}, ${ending}`);
    }
    const source = "replicateSourceDb";
    if (kind !== "none" || type !== INSTANCE || !isSet(props, source)) return;
    if (stack.refer([INSTANCE], source, [INSTANCE]).of(resource).length > 0) return;
    report(
        resource,
        `${property} is not set, which means the group of ${source} ${quote(String(props[source]))}, ${ending}`,
    );
}
