import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { RuleGroups } from "../../../../policies/lib/views/rule-groups";
import { resource } from "../../support/resources";
import { UNKNOWN } from "../../support/unknown";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

function groups(...resources: readonly PolicyResource[]): RuleGroups {
    return new RuleGroups(new StackIndex(resources));
}

describe("RuleGroups", () => {
    const web = resource(GROUP, "web", { id: "sg-1" });
    const unused = resource(DEFAULT_GROUP, "unused", { id: "sg-2" });

    for (const type of [RULE, INGRESS]) {
        it(`find the group of ${type} by id and by dependency`, () => {
            const known = resource(type, "a", { securityGroupId: "sg-1" });
            const waiting = resource(
                type,
                "b",
                { securityGroupId: UNKNOWN },
                { securityGroupId: [unused] },
            );
            const found = groups(web, unused, known, waiting);
            assert.deepEqual(found.groupsOf(known), [web]);
            assert.deepEqual(found.groupsOf(waiting), [unused]);
            assert.equal(found.keyOf(known), web.urn);
            assert.equal(found.keyOf(waiting), unused.urn);
        });
    }

    it("take a group for its own", () => {
        for (const group of [web, unused]) {
            assert.deepEqual(groups(web, unused).groupsOf(group), [group]);
            assert.equal(groups(web, unused).keyOf(group), group.urn);
        }
    });

    it("tell groups that are declared elsewhere by their id", () => {
        const rule = resource(INGRESS, "a", { securityGroupId: "sg-9" });
        assert.deepEqual(groups(web, rule).groupsOf(rule), []);
        assert.equal(groups(web, rule).keyOf(rule), "sg-9");
        const none = resource(INGRESS, "a", {});
        assert.equal(groups(web, none).keyOf(none), "");
    });

    it("do not guess a group that is not known yet", () => {
        const rule = resource(INGRESS, "a", { securityGroupId: UNKNOWN });
        assert.throws(() => groups(web, rule).groupsOf(rule), isUnknownValue);
        assert.throws(() => groups(web, rule).keyOf(rule), isUnknownValue);
    });

    it("have the same key for all rules of a group", () => {
        const ids = fc.array(fc.constantFrom("sg-1", "sg-2", "sg-9"));
        fc.assert(
            fc.property(ids, (list) => {
                const rules = list.map((securityGroupId, index) =>
                    resource(INGRESS, `r${index}`, { securityGroupId }),
                );
                const found = groups(web, unused, ...rules);
                const keys = { "sg-1": web.urn, "sg-2": unused.urn, "sg-9": "sg-9" };
                assert.deepEqual(
                    rules.map((rule) => found.keyOf(rule)),
                    list.map((id) => keys[id]),
                );
            }),
        );
    });
});
