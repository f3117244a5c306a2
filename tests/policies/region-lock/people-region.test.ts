import assert from "node:assert/strict";
import { deploymentBoundary, peopleBoundary } from "../../../components/access/boundary";
import { developerPolicy, supportPolicy } from "../../../components/access/role-policies";
import { deploymentTrust, peopleTrust } from "../../../components/access/trust";
import { peopleRegion } from "../../../policies/region-lock/people-region";
import { type Fixture, judge, type Judgement, UNKNOWN, urnOf } from "../support/judge";

const EXPECTED = `expected a permissions boundary or policy that denies it where aws:RequestedRegion is not "eu-west-1"`;
const ROLE = "aws:iam/role:Role";
const USER = "aws:iam/user:User";
const GROUP = "aws:iam/group:Group";
const SET = "aws:ssoadmin/permissionSet:PermissionSet";
const AWS = "arn:aws:iam::aws:policy";
const OURS = "arn:aws:iam::123456789012:policy";
const PASSED: Judgement = { diagnostics: [], notApplicable: [] };

const ALL = { Effect: "Allow", Action: "*", Resource: "*" };
const HERE = { StringEquals: { "aws:RequestedRegion": "eu-west-1" } };
const ELSEWHERE = { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } };
const LOCK = { Effect: "Deny", NotAction: ["iam:*", "sts:*"], Resource: "*", Condition: ELSEWHERE };

function document(...Statement: unknown[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

const TRUST = document({
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Action: "sts:AssumeRole",
});
const SERVICE_TRUST = document({
    Effect: "Allow",
    Principal: { Service: "ec2.amazonaws.com" },
    Action: "sts:AssumeRole",
});

function role(props: Record<string, unknown> = {}): Fixture {
    return { type: ROLE, name: "who", props: { name: "who", assumeRolePolicy: TRUST, ...props } };
}

function inline(...statements: unknown[]): Fixture {
    const policy = document(...statements);
    return { type: "aws:iam/rolePolicy:RolePolicy", name: policy, props: { role: "who", policy } };
}

function attach(policyArn: unknown): Fixture {
    const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    return { type, name: String(policyArn), props: { role: "who", policyArn } };
}

function managed(name: string, ...statements: unknown[]): Fixture {
    const policy = document(...statements);
    return { type: "aws:iam/policy:Policy", name, props: { name, arn: `${OURS}/${name}`, policy } };
}

function ask(...fixtures: Fixture[]) {
    return judge(peopleRegion, fixtures);
}

function failed(on: Fixture, what: string): Judgement {
    const message = `lets people use ${what}, ${EXPECTED}`;
    return {
        diagnostics: [{ verdict: "fail", message, level: "mandatory", urn: urnOf(on) }],
        notApplicable: [],
    };
}

function unanswered(on: Fixture, path: string): Judgement {
    const message = `${path} is not known yet`;
    return {
        diagnostics: [{ verdict: "not-evaluated", message, level: "advisory", urn: urnOf(on) }],
        notApplicable: [],
    };
}

const UNLIMITED = failed(role(), `"*" outside eu-west-1`);

describe("people-region", () => {
    it("accepts roles of people that have nothing, or only what has no region", async () => {
        assert.deepEqual(await ask(role()), PASSED);
        assert.deepEqual(await ask(role(), inline({ ...ALL, Action: ["iam:*", "sts:*"] })), PASSED);
        assert.deepEqual(await ask(role(), attach(`${AWS}/AWSSupportAccess`)), PASSED);
        assert.deepEqual(await ask(role(), attach(`${AWS}/job-function/Billing`)), PASSED);
    });

    it("accepts what is allowed here only", async () => {
        assert.deepEqual(await ask(role(), inline({ ...ALL, Condition: HERE })), PASSED);
        const like = { StringLike: { "AWS:requestedregion": ["eu-west-1"] } };
        assert.deepEqual(await ask(role(), inline({ ...ALL, Condition: like })), PASSED);
        const local = "arn:aws:dynamodb:eu-west-1:123456789012:table/*";
        assert.deepEqual(await ask(role(), inline({ ...ALL, Resource: [local] })), PASSED);
    });

    it("reports what is allowed anywhere", async () => {
        assert.deepEqual(await ask(role(), inline(ALL)), UNLIMITED);
        for (const [part, what] of [
            [{ Action: ["iam:*", "ec2:Run*"] }, `"ec2:Run*" outside eu-west-1`],
            [
                { Action: "kms:Decrypt", Resource: "arn:aws:kms:*:1:key/*" },
                `"kms:Decrypt" outside eu-west-1`,
            ],
            [{ Resource: "arn:aws:dynamodb:eu-west-1*:1:table/x" }, `"*" outside eu-west-1`],
            [{ Resource: "arn:aws:*:eu-west-1:1:*" }, `"*" outside eu-west-1`],
            [{ Resource: "arn:aws:s3:::logs/*" }, `"*" outside eu-west-1`],
            [
                { Resource: ["arn:aws:sqs:eu-west-1:1:q", "arn:aws:sqs:us-east-1:1:q"] },
                `"*" outside eu-west-1`,
            ],
            [
                { Resource: undefined, NotResource: "arn:aws:sqs:eu-west-1:1:q" },
                `"*" outside eu-west-1`,
            ],
            [{ Resource: undefined }, `"*" outside eu-west-1`],
            [
                { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } },
                `"*" outside eu-west-1`,
            ],
        ] as const) {
            assert.deepEqual(await ask(role(), inline({ ...ALL, ...part })), failed(role(), what));
        }
    });

    it("reports what is allowed in another region, which it names", async () => {
        for (const [Condition, where] of [
            [
                { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } },
                `in "us-east-1"`,
            ],
            [{ StringLike: { "aws:RequestedRegion": "eu-*" } }, `in "eu-*"`],
            [{ StringLike: { "aws:RequestedRegion": "eu-west-?" } }, `in "eu-west-?"`],
            [{ StringEqualsIfExists: { "aws:RequestedRegion": "EU-WEST-2" } }, undefined],
            [{ StringEqualsIgnoreCase: { "aws:RequestedRegion": "EU-WEST-2" } }, `in "EU-WEST-2"`],
            [{ StringNotEquals: { "aws:RequestedRegion": "us-east-1" } }, "outside eu-west-1"],
        ] as const) {
            assert.deepEqual(
                await ask(role(), inline({ ...ALL, Condition })),
                where === undefined ? PASSED : failed(role(), `"*" ${where}`),
            );
        }
    });

    it("accepts a denial outside, in any policy of the role", async () => {
        assert.deepEqual(await ask(role(), inline(ALL), inline(LOCK)), PASSED);
        assert.deepEqual(await ask(role(), inline(ALL, LOCK)), PASSED);
        const { NotAction, ...rest } = LOCK;
        assert.deepEqual(await ask(role(), inline(ALL, { ...rest, Action: "*" })), PASSED);
        assert.ok(NotAction);
        const lock = managed("lock", LOCK);
        assert.deepEqual(
            await ask(role(), attach(`${AWS}/AdministratorAccess`), attach(`${OURS}/lock`), lock),
            PASSED,
        );
        const own = role({ managedPolicyArns: [`${OURS}/lock`, `${AWS}/AdministratorAccess`] });
        assert.deepEqual(await ask(own, lock), PASSED);
        const within = role({ inlinePolicies: [{ policy: document(ALL, LOCK) }] });
        assert.deepEqual(await ask(within), PASSED);
        const direct = {
            ...LOCK,
            Condition: { ...ELSEWHERE, Bool: { "aws:ViaAWSService": "false" } },
        };
        assert.deepEqual(await ask(role(), inline(ALL, direct)), PASSED);
    });

    it("reports a denial that leaves something out", async () => {
        for (const [part, what] of [
            [{ NotAction: ["iam:*", "kms:*"] }, `"kms:*" outside eu-west-1`],
            [{ NotAction: ["iam:*", "s3:*"] }, `"s3:*" outside eu-west-1`],
            [{ Resource: "arn:aws:s3:::logs/*" }, `"*" outside eu-west-1`],
            [
                {
                    Condition: {
                        StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] },
                    },
                },
                `"*" in "us-east-1"`,
            ],
            [{ Condition: HERE }, `"*" outside eu-west-1`],
            [
                { Condition: { ...ELSEWHERE, ArnNotLike: { "aws:PrincipalArn": "arn:x" } } },
                `"*" outside eu-west-1`,
            ],
            [
                {
                    Condition: {
                        StringNotLike: { "aws:RequestedRegion": "${aws:PrincipalTag/region}" },
                    },
                },
                `"*" outside eu-west-1`,
            ],
        ] as const) {
            assert.deepEqual(
                await ask(role(), inline(ALL, { ...LOCK, ...part })),
                failed(role(), what),
            );
        }
    });

    it("accepts AWS's own example of a denial", async () => {
        const NotAction = ["cloudfront:*", "iam:*", "organizations:*", "route53:*", "support:*"];
        assert.deepEqual(await ask(role(), inline(ALL, { ...LOCK, NotAction })), PASSED);
    });

    it("accepts a boundary that keeps everything here, whatever policies say", async () => {
        const limit = managed("limit", ALL, LOCK);
        const limited = role({ permissionsBoundary: `${OURS}/limit` });
        assert.deepEqual(await ask(limited, limit, attach(`${AWS}/AdministratorAccess`)), PASSED);
        const here = managed("limit", { ...ALL, Condition: HERE });
        assert.deepEqual(await ask(limited, here, inline(ALL)), PASSED);
        const other = managed("limit", { ...ALL, Action: "s3:*" });
        assert.deepEqual(await ask(limited, other, inline({ ...ALL, Action: "ec2:*" })), PASSED);
    });

    it("reports what a boundary permits elsewhere", async () => {
        const limited = role({ permissionsBoundary: `${OURS}/limit` });
        const limit = managed("limit", { ...ALL, Action: "s3:*" });
        assert.deepEqual(
            await ask(limited, limit, inline(ALL)),
            failed(limited, `"s3:*" outside eu-west-1`),
        );
    });

    it("reports what policies allow that the program does not declare", async () => {
        const readOnly = `${AWS}/ReadOnlyAccess`;
        assert.deepEqual(
            await ask(role(), attach(readOnly)),
            failed(
                role(),
                `"*:*" outside eu-west-1 through "${readOnly}", which is not declared here`,
            ),
        );
        assert.deepEqual(
            await ask(role(), attach(readOnly), inline({ ...LOCK, NotAction: ["iam:*", "acm:*"] })),
            failed(
                role(),
                `"acm:*" outside eu-west-1 through "${readOnly}", which is not declared here`,
            ),
        );
        assert.deepEqual(
            await ask(role({ inlinePolicies: [{ policy: "secret" }] })),
            failed(role(), `"*:*" outside eu-west-1 through one that is not JSON`),
        );
    });

    it("names one of several policies that nobody can look into", async () => {
        assert.deepEqual(
            await ask(role({ inlinePolicies: [{ policy: "secret" }, { policy: "secret" }] })),
            failed(role(), `"*:*" outside eu-west-1 through one that is not JSON`),
        );
    });

    it("passes over what is for services that act by themselves, and not what is for everybody else", async () => {
        const by = (service: string) => ({
            ...ALL,
            Condition: { Bool: { "aws:PrincipalIsAWSService": service } },
        });
        assert.deepEqual(await ask(role(), inline(by("true"))), PASSED);
        assert.deepEqual(await ask(role(), inline(by("false"))), UNLIMITED);
    });

    it("judges a user beside a role", async () => {
        const user: Fixture = { type: USER, name: "ann", props: { name: "ann" } };
        assert.deepEqual(await ask(role(), inline(ALL), user), UNLIMITED);
    });

    it("reports a boundary that the program does not declare, unless it is not needed", async () => {
        const limited = role({ permissionsBoundary: `${OURS}/elsewhere` });
        assert.deepEqual(
            await ask(limited, inline(ALL)),
            failed(
                limited,
                `"*" outside eu-west-1, and its boundary is "${OURS}/elsewhere", which is not declared here`,
            ),
        );
        assert.deepEqual(await ask(limited, inline(ALL, LOCK)), PASSED);
    });

    it("leaves roles of services and pipelines alone", async () => {
        const service = role({ assumeRolePolicy: SERVICE_TRUST });
        assert.deepEqual(await ask(service, inline(ALL)), {
            diagnostics: [],
            notApplicable: ["No role is for people: services and pipelines assume them all"],
        });
        const people = { ...role({ name: "people" }), name: "people" };
        assert.deepEqual(await ask(service, inline(ALL), people), PASSED);
    });

    it("judges users, for nobody can tell whether a person or a program holds their keys", async () => {
        const user = (props = {}): Fixture => ({
            type: USER,
            name: "ann",
            props: { name: "ann", ...props },
        });
        const own = (...statements: unknown[]): Fixture => ({
            type: "aws:iam/userPolicy:UserPolicy",
            props: { user: "ann", policy: document(...statements) },
        });
        assert.deepEqual(await ask(user()), PASSED);
        assert.deepEqual(await ask(user(), own(ALL, LOCK)), PASSED);
        assert.deepEqual(await ask(user(), own(ALL)), failed(user(), `"*" outside eu-west-1`));
        const limited = user({ permissionsBoundary: `${OURS}/limit` });
        assert.deepEqual(await ask(limited, own(ALL), managed("limit", ALL, LOCK)), PASSED);
    });

    it("judges permission sets", async () => {
        const set: Fixture = { type: SET, name: "admin", props: { arn: "set", name: "admin" } };
        const own = (...statements: unknown[]): Fixture => ({
            type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
            props: { permissionSetArn: "set", inlinePolicy: document(...statements) },
        });
        const admin: Fixture = {
            type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
            props: { permissionSetArn: "set", managedPolicyArn: `${AWS}/AdministratorAccess` },
        };
        assert.deepEqual(await ask(set, admin, own(LOCK)), PASSED);
        assert.deepEqual(
            await ask(set, admin),
            failed(
                set,
                `"*:*" outside eu-west-1 through "${AWS}/AdministratorAccess", which is not declared here`,
            ),
        );
        const boundary: Fixture = {
            type: "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
            props: {
                permissionSetArn: "set",
                permissionsBoundary: { customerManagedPolicyReference: { name: "limit" } },
            },
        };
        assert.deepEqual(await ask(set, admin, boundary, managed("limit", ALL, LOCK)), PASSED);
        assert.deepEqual(await ask(set, own(ALL)), failed(set, `"*" outside eu-west-1`));
    });

    describe("judges groups", () => {
        const group: Fixture = { type: GROUP, name: "ops", props: { name: "ops" } };
        const locked: Fixture = { type: GROUP, name: "locked", props: { name: "locked" } };
        const policy = (of: string, ...statements: unknown[]): Fixture => ({
            type: "aws:iam/groupPolicy:GroupPolicy",
            name: `${of}-policy`,
            props: { group: of, policy: document(...statements) },
        });
        const user = (name: string, props = {}): Fixture => ({
            type: USER,
            name,
            props: { name, ...props },
        });
        const members = (of: string, ...users: unknown[]): Fixture => ({
            type: "aws:iam/groupMembership:GroupMembership",
            name: `${of}-members`,
            props: { group: of, users },
        });
        const unlimited = failed(group, `"*" outside eu-west-1`);

        it("by their own policies, whoever will be in them", async () => {
            assert.deepEqual(await ask(group), PASSED);
            assert.deepEqual(await ask(group, policy("ops", ALL, LOCK)), PASSED);
            assert.deepEqual(await ask(group, policy("ops", ALL)), unlimited);
        });

        it("once, and not their members", async () => {
            const all = [
                group,
                policy("ops", ALL),
                user("ann"),
                user("bob"),
                members("ops", "ann", "bob"),
            ];
            assert.deepEqual(await ask(...all), unlimited);
        });

        it("by what limits each of their members", async () => {
            const limit = managed("limit", ALL, LOCK);
            const ann = user("ann", { permissionsBoundary: `${OURS}/limit` });
            const both = members("ops", "ann", "bob");
            assert.deepEqual(
                await ask(group, policy("ops", ALL), limit, ann, members("ops", "ann")),
                PASSED,
            );
            assert.deepEqual(
                await ask(group, policy("ops", ALL), limit, ann, user("bob"), both),
                unlimited,
            );
            assert.deepEqual(await ask(group, policy("ops", ALL), limit, ann, both), unlimited);
            const apart = [locked, policy("locked", LOCK), members("locked", "bob")];
            assert.deepEqual(
                await ask(group, policy("ops", ALL), limit, ann, user("bob"), both, ...apart),
                PASSED,
            );
        });

        it("and lets what they deny limit their members' own policies", async () => {
            const own: Fixture = {
                type: "aws:iam/userPolicy:UserPolicy",
                props: { user: "ann", policy: document(ALL) },
            };
            const ann = user("ann");
            const apart = [locked, policy("locked", LOCK)];
            assert.deepEqual(await ask(ann, own, ...apart, members("locked", "ann")), PASSED);
            assert.deepEqual(await ask(ann, own, ...apart), failed(ann, `"*" outside eu-west-1`));
            assert.deepEqual(
                await ask(ann, own, ...apart, members("locked", UNKNOWN)),
                unanswered(ann, "users[0]"),
            );
        });
    });

    it("does not evaluate what is not known yet, unless what is known settles it", async () => {
        assert.deepEqual(await ask(role(), attach(UNKNOWN)), unanswered(role(), "policyArn"));
        assert.deepEqual(await ask(role(), attach(UNKNOWN), inline(LOCK)), PASSED);
        assert.deepEqual(
            await ask(role(), attach(UNKNOWN), inline(ALL)),
            unanswered(role(), "policyArn"),
        );
        const unborn = role({ permissionsBoundary: UNKNOWN });
        assert.deepEqual(await ask(unborn, inline(ALL)), unanswered(unborn, "permissionsBoundary"));
        assert.deepEqual(await ask(unborn, inline(ALL, LOCK)), PASSED);
        const limit = managed("limit", ALL, LOCK);
        const limited = {
            ...limit,
            type: ROLE,
            name: "who",
            props: {
                name: "who",
                assumeRolePolicy: UNKNOWN,
                permissionsBoundary: UNKNOWN,
                inlinePolicies: UNKNOWN,
            },
            propertyDependencies: { permissionsBoundary: [urnOf(limit)] },
        };
        assert.deepEqual(await ask(limited, limit), PASSED);
    });

    it("does not evaluate a role of which nobody knows yet whom it admits, unless it is harmless", async () => {
        const unborn = role({ assumeRolePolicy: UNKNOWN });
        assert.deepEqual(await ask(unborn, inline(ALL)), unanswered(unborn, "assumeRolePolicy"));
        assert.deepEqual(await ask(unborn, inline(ALL, LOCK)), PASSED);
    });

    it("accepts what this platform gives people and deployment", async () => {
        const trusts = [
            [
                peopleTrust(["arn:aws:iam::123456789012:user/ann"]),
                peopleBoundary(),
                developerPolicy(),
            ],
            [
                peopleTrust([
                    "arn:aws:iam::1:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_S_1",
                ]),
                peopleBoundary(),
                supportPolicy({ accountId: "123456789012", stack: "prod" }),
            ],
            [deploymentTrust("arn:aws:iam::123456789012:role/pipeline"), deploymentBoundary(), ALL],
        ] as const;
        for (const [trust, boundary, policy] of trusts) {
            const who = role({
                assumeRolePolicy: JSON.stringify(trust),
                permissionsBoundary: `${OURS}/limit`,
            });
            const limit = managed("limit", ...boundary.Statement);
            const statements = "Statement" in policy ? policy.Statement : [policy];
            const admin = attach(`${AWS}/AdministratorAccess`);
            assert.deepEqual(await ask(who, limit, inline(...statements), admin), PASSED);
            // Without the lock, the same is reported.
            const unlocked = boundary.Statement.filter(({ Sid }) => Sid !== "RegionLock");
            const judgement = await ask(
                who,
                managed("limit", ...unlocked),
                inline(...statements),
                admin,
            );
            assert.deepEqual(
                judgement,
                failed(
                    who,
                    `"*" outside eu-west-1 through "${AWS}/AdministratorAccess", which is not declared here`,
                ),
            );
        }
    });
});
