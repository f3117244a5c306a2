import type { PolicyResource } from "@pulumi/policy";
import { textOf } from "../properties";
import type { References } from "../references";
import type { StackIndex } from "../stack-index";
import { INGRESS_RULE_TYPES, SECURITY_GROUP_TYPES } from "./security-group-rules";

/** Which security group each rule of a stack belongs to. */
export class RuleGroups {
    private readonly references: References;

    constructor(stack: StackIndex) {
        this.references = stack.refer(INGRESS_RULE_TYPES, "securityGroupId", SECURITY_GROUP_TYPES);
    }

    /**
     * The groups that a rule belongs to, or the group itself; none for a group that is declared elsewhere. Throws while it is
     * not known which group is meant.
     */
    groupsOf(resource: PolicyResource): readonly PolicyResource[] {
        if (isGroup(resource)) return [resource];
        if (this.references.unresolved.includes(resource))
            textOf(resource.props, "securityGroupId");
        return this.references.of(resource);
    }

    /** What rules of the same group have in common: its URN, or the id of one that is declared elsewhere. */
    keyOf(resource: PolicyResource): string {
        const [group] = this.groupsOf(resource);
        return group?.urn ?? textOf(resource.props, "securityGroupId") ?? "";
    }
}

function isGroup({ type }: PolicyResource): boolean {
    return (SECURITY_GROUP_TYPES as readonly string[]).includes(type);
}
