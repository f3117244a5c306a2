import type { PolicyResource } from "@pulumi/policy";
import { defineStackPolicy } from "../lib/define-policy";
import type { StackIndex } from "../lib/stack-index";
import { valueIfKnown } from "../lib/unknown-value";
import { groupsOf, membersOf } from "../lib/views/group-members";
import { boundaryOf, IDENTITY_TYPES, policiesOf, type ReadPolicy } from "../lib/views/identities";
import { isForPeople } from "../lib/views/trust";
import { foreignReach } from "./foreign-requests";
import { REGION } from "./region";

const [ROLE, USER, GROUP, PERMISSION_SET] = IDENTITY_TYPES;
const EXPECTED = `expected a permissions boundary or policy that denies it where aws:RequestedRegion is not "${REGION}"`;

/** Whoever can work in another region can put data there, whatever the program says (P-07, P-08). */
export const peopleRegion = defineStackPolicy({
    name: "people-region",
    control: "REGION-10",
    title: `People can act in ${REGION} only.`,
    severity: "high",
    why: "What a program declares says nothing about what people do by hand: whoever may work in another region can copy data there, and none of the watchmen here sees it. A role is for people when its trust policy admits an account, a user, another such role, or people whom an identity provider vouches for; roles that only services, pipelines or clusters assume are not.",
    remediation: `Give the role or user a permissionsBoundary, or a policy, with a statement of Effect Deny, Resource "*", Condition StringNotEquals { "aws:RequestedRegion": "${REGION}" } and, as NotAction, services without regions only; or put StringEquals { "aws:RequestedRegion": "${REGION}" } as Condition on what it allows.`,
    frameworks: ["gdpr:44"],
    resourceTypes: IDENTITY_TYPES,
    check({ stack, report, ifKnown, notApplicable }) {
        const roles = stack
            .ofType(ROLE)
            .filter((role) => valueIfKnown(() => isForPeople(stack, role)) !== false);
        const others = stack.ofType(USER, GROUP, PERMISSION_SET);
        if (roles.length + others.length === 0) {
            notApplicable("No role is for people: services and pipelines assume them all");
        }
        for (const identity of [...roles, ...others]) {
            ifKnown(identity, () => {
                const reach = reachOf(stack, identity);
                if (reach === undefined) return;
                // Whether it is for people may not be known yet: asking again says so.
                if (identity.type === ROLE) isForPeople(stack, identity);
                report(identity, `lets people use ${reach}, ${EXPECTED}`);
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a role of people whose permissions boundary locks the region",
                resources: [
                    role({ permissionsBoundary: "arn:aws:iam::123456789012:policy/people" }),
                    attachment("ReadOnlyAccess"),
                    {
                        type: "aws:iam/policy:Policy",
                        props: {
                            arn: "arn:aws:iam::123456789012:policy/people",
                            policy: JSON.stringify({
                                Version: "2012-10-17",
                                Statement: [
                                    { Effect: "Allow", Action: "*", Resource: "*" },
                                    {
                                        Effect: "Deny",
                                        NotAction: ["iam:*", "sts:*", "support:*"],
                                        Resource: "*",
                                        Condition: {
                                            StringNotEquals: { "aws:RequestedRegion": REGION },
                                        },
                                    },
                                ],
                            }),
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a role of people that nothing keeps in the region",
                resources: [role({}), attachment("ReadOnlyAccess")],
                messages: [
                    `lets people use "*:*" outside ${REGION} through "arn:aws:iam::aws:policy/ReadOnlyAccess", which is not declared here, ${EXPECTED}`,
                ],
            },
        ],
    },
});

/** What somebody can do in another region; `undefined` when that is nothing. */
function reachOf(stack: StackIndex, identity: PolicyResource): string | undefined {
    const own = policiesOf(stack, identity);
    if (identity.type === USER) return reachOfUser(stack, identity, own);
    const reach = foreignReach({ own, boundary: boundaryOf(stack, identity) });
    if (reach === undefined || identity.type !== GROUP) return reach;
    // A group has no boundary; its members have.
    const members = membersOf(stack, identity);
    const isHeld = members?.every((user) => reachOfUser(stack, user, own) === undefined) ?? false;
    return isHeld ? undefined : reach;
}

/** What a user can do in another region through some policies, within everything that limits the user. */
function reachOfUser(
    stack: StackIndex,
    user: PolicyResource,
    own: readonly ReadPolicy[],
): string | undefined {
    const { groups, perhaps } = groupsOf(stack, user);
    const also = [user, ...groups].flatMap((each) => policiesOf(stack, each));
    return foreignReach({ own, also: [...also, ...perhaps], boundary: boundaryOf(stack, user) });
}

/** A role that people of the account assume. */
function role(props: Record<string, unknown>) {
    const assumeRolePolicy = JSON.stringify({
        Version: "2012-10-17",
        Statement: {
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::123456789012:root" },
            Action: "sts:AssumeRole",
            Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
        },
    });
    return { type: ROLE, props: { name: "support", assumeRolePolicy, ...props } };
}

function attachment(name: string) {
    return {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        props: { role: "support", policyArn: `arn:aws:iam::aws:policy/${name}` },
    };
}
