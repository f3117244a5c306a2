import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { isUnknownValue, pathOf } from "../../../../policies/lib/unknown-value";
import { groupsOf, membersOf } from "../../../../policies/lib/views/group-members";
import { resource } from "../../support/resources";
import { UNKNOWN } from "../../support/unknown";

const [ann, bob] = ["ann", "bob"].map((name) => resource("aws:iam/user:User", name, { name }));
const [ops, dev] = ["ops", "dev"].map((name) => resource("aws:iam/group:Group", name, { name }));

function ofGroup(group: unknown, users: unknown, on: Record<string, PolicyResource[]> = {}) {
    return resource("aws:iam/groupMembership:GroupMembership", "of", { group, users }, on);
}

function ofUser(user: unknown, groups: unknown, on: Record<string, PolicyResource[]> = {}) {
    return resource("aws:iam/userGroupMembership:UserGroupMembership", "of", { user, groups }, on);
}

function groups(user: PolicyResource, ...memberships: PolicyResource[]) {
    const stack = new StackIndex([ann!, bob!, ops!, dev!, ...memberships]);
    const found = groupsOf(stack, user);
    const perhaps = found.perhaps.map((read) => {
        try {
            return read();
        } catch (error) {
            assert.ok(isUnknownValue(error));
            return pathOf(error);
        }
    });
    return [found.groups.map(({ name }) => name), perhaps];
}

function members(group: PolicyResource, ...memberships: PolicyResource[]) {
    const stack = new StackIndex([ann!, bob!, ops!, dev!, ...memberships]);
    return membersOf(stack, group)?.map(({ name }) => name);
}

describe("groups of a user", () => {
    it("are those that name the user, and those that the user names, in order", () => {
        assert.deepEqual(groups(ann!), [[], []]);
        assert.deepEqual(groups(ann!, ofGroup("ops", ["bob", "ann"])), [["ops"], []]);
        assert.deepEqual(groups(ann!, ofGroup("ops", ["bob"])), [[], []]);
        assert.deepEqual(groups(ann!, ofUser("ann", ["ops", "dev"])), [["dev", "ops"], []]);
        assert.deepEqual(groups(ann!, ofUser("bob", ["ops"])), [[], []]);
        assert.deepEqual(groups(ann!, ofUser("ann", ["ops"]), ofGroup("ops", ["ann"])), [
            ["ops"],
            [],
        ]);
        assert.deepEqual(groups(ann!, ofUser("ann", ["elsewhere"])), [[], []]);
    });

    it("are found by dependency", () => {
        const unborn = ofUser(UNKNOWN, [UNKNOWN], { user: [ann!], groups: [ops!] });
        assert.deepEqual(groups(ann!, unborn), [["ops"], []]);
    });

    it("may be more as long as not everything is known", () => {
        assert.deepEqual(groups(ann!, ofGroup("ops", [UNKNOWN])), [[], ["users[0]"]]);
        assert.deepEqual(groups(ann!, ofUser(UNKNOWN, ["ops"])), [[], ["user"]]);
        assert.deepEqual(groups(ann!, ofUser("ann", ["ops", UNKNOWN])), [["ops"], ["groups[1]"]]);
        assert.deepEqual(groups(ann!, ofUser("bob", [UNKNOWN])), [[], []]);
    });
});

describe("members of a group", () => {
    it("are those that it names, and those that name it", () => {
        assert.deepEqual(members(ops!, ofGroup("ops", ["ann", "bob"])), ["ann", "bob"]);
        assert.deepEqual(members(ops!, ofUser("bob", ["dev", "ops"])), ["bob"]);
        assert.deepEqual(members(ops!, ofUser("ann", ["ops"]), ofGroup("ops", ["ann"])), ["ann"]);
        assert.deepEqual(members(ops!, ofGroup("ops", ["ann"]), ofGroup("dev", ["bob"])), ["ann"]);
    });

    it("are anybody where nobody is in it yet, or somebody whom the program does not declare", () => {
        assert.equal(members(ops!), undefined);
        assert.equal(members(ops!, ofGroup("dev", ["ann"])), undefined);
        assert.equal(members(ops!, ofGroup("ops", [])), undefined);
        assert.equal(members(ops!, ofGroup("ops", ["ann", "elsewhere"])), undefined);
    });

    it("are anybody as long as not everything is known", () => {
        assert.equal(members(ops!, ofGroup("ops", ["ann", UNKNOWN])), undefined);
        assert.equal(members(ops!, ofGroup("ops", UNKNOWN)), undefined);
        assert.equal(members(ops!, ofGroup("ops", ["ann"]), ofUser("bob", [UNKNOWN])), undefined);
    });

    it("have the group among theirs", () => {
        const names = fc.subarray(["ann", "bob"]);
        fc.assert(
            fc.property(names, names, fc.subarray(["ops", "dev"]), (first, second, third) => {
                const stack = new StackIndex([
                    ...[ann!, bob!, ops!, dev!],
                    ofGroup("ops", first),
                    ofGroup("dev", second),
                    ofUser("ann", third),
                ]);
                for (const [group, own] of [
                    [ops!, first],
                    [dev!, second],
                ] as const) {
                    const expected = new Set(own);
                    if (third.includes(group.name)) expected.add("ann");
                    const found = (membersOf(stack, group) ?? []).map(({ name }) => name);
                    assert.deepEqual(found.sort(), [...expected].sort());
                    for (const user of [ann!, bob!]) {
                        const isIn = groupsOf(stack, user).groups.includes(group);
                        assert.equal(isIn, found.includes(user.name));
                    }
                }
            }),
        );
    });
});
