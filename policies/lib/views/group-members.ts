import type { PolicyResource } from "@pulumi/policy";
import { itemsOf, textOf } from "../properties";
import type { StackIndex } from "../stack-index";
import { valueIfKnown } from "../unknown-value";

const GROUP = "aws:iam/group:Group";
const USER = "aws:iam/user:User";

/** Resources that put users into groups, with the properties that name both. */
const MEMBERSHIPS = [
    { type: "aws:iam/groupMembership:GroupMembership", group: "group", user: "users" },
    { type: "aws:iam/userGroupMembership:UserGroupMembership", group: "groups", user: "user" },
] as const;

/** The groups of a user that the program declares. */
export interface UserGroups {
    /** In the order of their URNs. */
    readonly groups: readonly PolicyResource[];
    /** What may put the user into others: each throws when it is read, for it is not known yet. */
    readonly perhaps: readonly (() => string | undefined)[];
}

/** The groups that a user is in. */
export function groupsOf(stack: StackIndex, user: PolicyResource): UserGroups {
    const groups = new Set<PolicyResource>();
    const perhaps: (() => string | undefined)[] = [];
    for (const { type, group, user: who } of MEMBERSHIPS) {
        const [toUsers, toGroups] = [
            stack.refer([type], who, [USER]),
            stack.refer([type], group, [GROUP]),
        ];
        const memberships = toUsers.to(user);
        for (const each of memberships.flatMap((one) => toGroups.of(one))) groups.add(each);
        const unknown = [
            ...toUsers.unresolved.map((membership) => [membership, who] as const),
            ...memberships
                .filter((membership) => toGroups.unresolved.includes(membership))
                .map((membership) => [membership, group] as const),
        ];
        for (const [{ props }, property] of unknown) {
            perhaps.push(() => textOf(props, property));
        }
    }
    return { groups: [...groups].sort((a, b) => (a.urn < b.urn ? -1 : 1)), perhaps };
}

/**
 * The users in a group, if the program declares all of them; `undefined` when somebody else may be in it: a user that it
 * does not declare, one that is not known yet, or one who is put into it later, as into a group that is still empty.
 */
export function membersOf(
    stack: StackIndex,
    group: PolicyResource,
): readonly PolicyResource[] | undefined {
    const members = new Set<PolicyResource>();
    for (const { type, group: where, user } of MEMBERSHIPS) {
        const toGroups = stack.refer([type], where, [GROUP]);
        const toUsers = stack.refer([type], user, [USER]);
        if (toGroups.unresolved.length > 0) return undefined;
        for (const membership of toGroups.to(group)) {
            const declared = toUsers.of(membership);
            const named = valueIfKnown(() => itemsOf(membership.props, user));
            if (named?.length !== declared.length) return undefined;
            for (const each of declared) members.add(each);
        }
    }
    return members.size === 0 ? undefined : [...members];
}
