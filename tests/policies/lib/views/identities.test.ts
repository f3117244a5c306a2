import assert from "node:assert/strict";
import * as iam from "@pulumi/aws/iam";
import * as ssoadmin from "@pulumi/aws/ssoadmin";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { isUnknownValue, pathOf } from "../../../../policies/lib/unknown-value";
import {
    boundaryOf,
    GIVING_TYPES,
    IDENTITY_TYPES,
    policiesOf,
    type ReadPolicy,
} from "../../../../policies/lib/views/identities";
import { resource } from "../../support/resources";
import { UNKNOWN } from "../../support/unknown";

const [ROLE, , , PERMISSION_SET] = IDENTITY_TYPES;
const POLICY = "aws:iam/policy:Policy";
const AWS = "arn:aws:iam::aws:policy/ReadOnlyAccess";

/** A document that can be told from others by its action. */
function document(action: string): string {
    return JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: "*" } });
}

/** The action of each document, the name of each policy that is not declared, what is not known. */
function read(policies: readonly ReadPolicy[]): readonly string[] {
    return policies.flatMap((policy) => {
        try {
            const found = policy();
            if (found === undefined) return [];
            return typeof found === "string" ? [found] : found.statements[0]!.listedActions;
        } catch (error) {
            assert.ok(isUnknownValue(error));
            return [`? ${pathOf(error)}`];
        }
    });
}

function policies(identity: PolicyResource, ...others: PolicyResource[]) {
    return read(policiesOf(new StackIndex([identity, ...others]), identity));
}

function boundary(identity: PolicyResource, ...others: PolicyResource[]) {
    return read(boundaryOf(new StackIndex([identity, ...others]), identity));
}

/** A policy of IAM, with its ARN or before it has one. */
function managed(name: string, props: Record<string, unknown> = {}): PolicyResource {
    return resource(POLICY, name, {
        name,
        path: "/",
        arn: `arn:aws:iam::1:policy/${name}`,
        policy: document(name),
        ...props,
    });
}

/** How policies come to an identity, with the properties that name it and them. */
const KINDS = [
    {
        identity: resource(ROLE, "who", { name: "who", arn: "arn:aws:iam::1:role/who" }),
        document: ["aws:iam/rolePolicy:RolePolicy", "role", "policy"],
        arn: ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", "policyArn"],
        arns: [
            "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
            "roleName",
            "policyArns",
        ],
        list: "roles",
    },
    {
        identity: resource("aws:iam/user:User", "who", { name: "who" }),
        document: ["aws:iam/userPolicy:UserPolicy", "user", "policy"],
        arn: ["aws:iam/userPolicyAttachment:UserPolicyAttachment", "user", "policyArn"],
        arns: [
            "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
            "userName",
            "policyArns",
        ],
        list: "users",
    },
    {
        identity: resource("aws:iam/group:Group", "who", { name: "who" }),
        document: ["aws:iam/groupPolicy:GroupPolicy", "group", "policy"],
        arn: ["aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "group", "policyArn"],
        arns: [
            "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
            "groupName",
            "policyArns",
        ],
        list: "groups",
    },
    {
        identity: resource(PERMISSION_SET, "who", { arn: "who" }),
        document: [
            "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
            "permissionSetArn",
            "inlinePolicy",
        ],
        arn: [
            "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
            "permissionSetArn",
            "managedPolicyArn",
        ],
        arns: [
            "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
            "permissionSetArn",
            "managedPolicyArns",
        ],
        list: undefined,
    },
] as const;

describe("identities", () => {
    it("and what gives them policies have types that the SDK has", () => {
        const tokens = [...Object.values(iam), ...Object.values(ssoadmin)].map(
            (each) => (each as { __pulumiType?: string }).__pulumiType,
        );
        for (const type of [...IDENTITY_TYPES, ...GIVING_TYPES])
            assert.ok(tokens.includes(type), type);
    });

    for (const { identity, document: inline, arn, arns, list } of KINDS) {
        describe(identity.type, () => {
            const [first, second] = [managed("first"), managed("second")];
            const give = (
                [type, to, property]: readonly [string, string, string],
                value: unknown,
                who: unknown = "who",
            ) => resource(type, `gives-${property}`, { [to]: who, [property]: value });

            it("has none, or none of another's", () => {
                assert.deepEqual(policies(identity), []);
                assert.deepEqual(boundary(identity), []);
                const other = give(inline, document("a"), "other");
                assert.deepEqual(policies(identity, other, first), []);
            });

            it("has documents of its own", () => {
                assert.deepEqual(policies(identity, give(inline, document("a"))), ["a"]);
                assert.deepEqual(policies(identity, give(inline, UNKNOWN)), [`? ${inline[2]}`]);
                assert.deepEqual(policies(identity, give(inline, "")), []);
            });

            it("has policies by ARN, declared or not", () => {
                const known = give(arn, "arn:aws:iam::1:policy/first");
                assert.deepEqual(policies(identity, known, first, second), ["first"]);
                assert.deepEqual(policies(identity, give(arn, AWS), first), [AWS]);
                assert.deepEqual(policies(identity, give(arn, UNKNOWN), first), [`? ${arn[2]}`]);
                const several = give(arns, [AWS, "arn:aws:iam::1:policy/first", UNKNOWN]);
                assert.deepEqual(policies(identity, several, first, second), ["first", AWS]);
                assert.deepEqual(policies(identity, give(arns, [AWS, UNKNOWN]), first), [
                    AWS,
                    `? ${arns[2]}[1]`,
                ]);
                assert.deepEqual(policies(identity, give(arns, UNKNOWN)), [`? ${arns[2]}`]);
            });

            it("has policies by dependency while their ARNs are not known yet", () => {
                const unborn = managed("unborn", { arn: UNKNOWN });
                const attachment = resource(
                    arn[0],
                    "attachment",
                    { [arn[1]]: "who", [arn[2]]: UNKNOWN },
                    { [arn[2]]: [unborn] },
                );
                assert.deepEqual(policies(identity, attachment, unborn, first), ["unborn"]);
            });

            it("perhaps has what nobody is named for yet", () => {
                const perhaps = give(inline, document("a"), UNKNOWN);
                assert.deepEqual(policies(identity, perhaps), [`? ${inline[1]}`]);
            });

            if (list === undefined) return;
            it("has policies that are attached to several", () => {
                const type = "aws:iam/policyAttachment:PolicyAttachment";
                const attach = (value: unknown) =>
                    resource(type, "attach", { [list]: value, policyArn: AWS });
                assert.deepEqual(policies(identity, attach(["other", "who"])), [AWS]);
                assert.deepEqual(policies(identity, attach(["other"])), []);
                assert.deepEqual(policies(identity, attach(["other", UNKNOWN])), [`? ${list}[1]`]);
            });
        });
    }

    it("of type role have documents and ARNs in themselves", () => {
        const role = (props: Record<string, unknown>) => resource(ROLE, "who", props);
        const props = {
            inlinePolicies: [
                { name: "a", policy: document("a") },
                UNKNOWN,
                { policy: UNKNOWN },
                {},
            ],
            managedPolicyArns: [AWS, "arn:aws:iam::1:policy/first", UNKNOWN],
        };
        assert.deepEqual(policies(role(props), managed("first")), [
            "a",
            "? inlinePolicies[1]",
            "? inlinePolicies[2].policy",
            "first",
            AWS,
        ]);
        const unknown = { inlinePolicies: UNKNOWN, managedPolicyArns: UNKNOWN };
        const other = managed("other");
        const unborn = resource(ROLE, "who", unknown, {
            inlinePolicies: [other],
            managedPolicyArns: [role({})],
        });
        assert.deepEqual(policies(unborn), ["? inlinePolicies", "? managedPolicyArns"]);
        // In a preview AWS has not said yet what else a role has.
        assert.deepEqual(policies(role(unknown)), []);
    });

    it("of types role and user have a boundary", () => {
        for (const type of IDENTITY_TYPES.slice(0, 2)) {
            const who = (permissionsBoundary: unknown, on: PolicyResource[] = []) =>
                resource(type, "who", { permissionsBoundary }, { permissionsBoundary: on });
            const limit = managed("limit");
            assert.deepEqual(boundary(who("arn:aws:iam::1:policy/limit"), limit), ["limit"]);
            assert.deepEqual(boundary(who(UNKNOWN, [limit]), limit), ["limit"]);
            assert.deepEqual(boundary(who(AWS), limit), [AWS]);
            assert.deepEqual(boundary(who(UNKNOWN), limit), ["? permissionsBoundary"]);
            for (const none of [undefined, null, ""]) assert.deepEqual(boundary(who(none)), []);
            assert.deepEqual(policies(who(AWS)), []);
        }
    });

    it("of type permission set have policies of the account by name and path", () => {
        const set = KINDS[3].identity;
        const type = "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment";
        const types = type.replaceAll("Attachment", "AttachmentsExclusive");
        const give = (customerManagedPolicyReference: unknown, on: PolicyResource[] = []) =>
            resource(
                type,
                "gives",
                { permissionSetArn: "who", customerManagedPolicyReference },
                { customerManagedPolicyReference: on },
            );
        const first = managed("first", { path: undefined });
        const deep = managed("deep", { path: "/people/" });
        const unborn = managed("unborn", { name: UNKNOWN });
        const all = [first, deep, unborn];
        assert.deepEqual(policies(set, give({ name: "first" }), ...all), ["first"]);
        assert.deepEqual(policies(set, give({ name: "first", path: "/" }), ...all), ["first"]);
        // What a name that is known depends on beside the policy of that name is not given.
        assert.deepEqual(policies(set, give({ name: "first" }, [deep]), ...all), ["first"]);
        assert.deepEqual(policies(set, give({ name: "deep", path: "/people/" }), ...all), ["deep"]);
        assert.deepEqual(policies(set, give({ name: "deep" }), ...all), ["/deep"]);
        assert.deepEqual(policies(set, give({ name: UNKNOWN }, [unborn]), ...all), ["unborn"]);
        for (const on of [[], [resource(ROLE, "other", {})]]) {
            assert.deepEqual(policies(set, give({ name: UNKNOWN }, on), ...all), [
                "? customerManagedPolicyReference.name",
            ]);
        }
        assert.deepEqual(policies(set, give(UNKNOWN), ...all), [
            "? customerManagedPolicyReference",
        ]);
        const several = resource(types, "gives", {
            permissionSetArn: "who",
            customerManagedPolicyReferences: [{ name: "first" }, { name: "other" }],
        });
        assert.deepEqual(policies(set, several, ...all), ["first", "/other"]);
    });

    it("of type permission set have a boundary beside them", () => {
        const set = KINDS[3].identity;
        const type = "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment";
        const limits = (permissionsBoundary: unknown, on: PolicyResource[] = []) =>
            resource(
                type,
                "limits",
                { permissionSetArn: "who", permissionsBoundary },
                { permissionsBoundary: on },
            );
        const limit = managed("limit");
        const named = { customerManagedPolicyReference: { name: "limit" } };
        assert.deepEqual(boundary(set, limits(named), limit), ["limit"]);
        assert.deepEqual(boundary(set, limits(named)), ["/limit"]);
        assert.deepEqual(boundary(set, limits({ managedPolicyArn: AWS }), limit), [AWS]);
        assert.deepEqual(boundary(set, limits({ managedPolicyArn: UNKNOWN })), [
            "? permissionsBoundary.managedPolicyArn",
        ]);
        assert.deepEqual(boundary(set, limits(UNKNOWN)), ["? permissionsBoundary"]);
        const unborn = { customerManagedPolicyReference: { name: UNKNOWN } };
        assert.deepEqual(boundary(set, limits(unborn, [limit]), limit), ["limit"]);
        const elsewhere = resource(type, "limits", {
            permissionSetArn: UNKNOWN,
            permissionsBoundary: named,
        });
        assert.deepEqual(boundary(set, elsewhere, limit), ["? permissionSetArn"]);
    });

    it("have every policy that they are given, whoever else has it", () => {
        const names = fc.uniqueArray(fc.constantFrom("a", "b", "c"));
        fc.assert(
            fc.property(
                names,
                fc.array(fc.tuple(fc.constantFrom("a", "b"), names)),
                (made, given) => {
                    const roles = ["a", "b"].map((name) => resource(ROLE, name, { name }));
                    const attachments = given.map(([role, arns], index) =>
                        resource(KINDS[0].arns[0], `attachment-${index}`, {
                            roleName: role,
                            policyArns: arns.map((name) => `arn:aws:iam::1:policy/${name}`),
                        }),
                    );
                    const stack = new StackIndex([
                        ...roles,
                        ...attachments,
                        ...made.map((name) => managed(name)),
                    ]);
                    for (const role of roles) {
                        const expected = given.flatMap(([to, arns]) =>
                            to !== role.name
                                ? []
                                : arns.map((name) =>
                                      made.includes(name) ? name : `arn:aws:iam::1:policy/${name}`,
                                  ),
                        );
                        assert.deepEqual(
                            [...read(policiesOf(stack, role))].sort(),
                            expected.sort(),
                        );
                    }
                },
            ),
        );
    });
});
