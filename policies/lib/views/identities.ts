import type { PolicyResource } from "@pulumi/policy";
import { isLeftToAws } from "../left-to-aws";
import type { Inputs } from "../policy";
import { type Item, itemsOf, objectOf, textOf } from "../properties";
import type { References } from "../references";
import type { StackIndex } from "../stack-index";
import { valueIfKnown } from "../unknown-value";
import { documentAt, type PolicyDocument } from "./policy-document";

/** Who has permissions: roles, users and groups of IAM, permission sets of Identity Center. */
export const IDENTITY_TYPES = [
    "aws:iam/role:Role",
    "aws:iam/user:User",
    "aws:iam/group:Group",
    "aws:ssoadmin/permissionSet:PermissionSet",
] as const;

const POLICY = "aws:iam/policy:Policy";
/** Property by which Identity Center names policies of IAM, by name and path. */
const NAMES = "customerManagedPolicyReference";

/** A type of resources that give policies to identities. */
interface Giving {
    readonly type: string;
    /** Property that names the identity. */
    readonly to: string;
    /** Property that holds the policy. */
    readonly property: string;
    /** What is in that property. */
    readonly holds: "document" | "ARNs" | "names";
}

function iam(of: string): readonly Giving[] {
    const who = of.toLowerCase();
    const type = (name: string): string => `aws:iam/${who}${name}:${of}${name}`;
    const arns = { property: "policyArn", holds: "ARNs" } as const;
    return [
        { type: type("Policy"), to: who, property: "policy", holds: "document" },
        { type: type("PolicyAttachment"), to: who, ...arns },
        { type: "aws:iam/policyAttachment:PolicyAttachment", to: `${who}s`, ...arns },
        {
            type: type("PolicyAttachmentsExclusive"),
            to: `${who}Name`,
            property: "policyArns",
            holds: "ARNs",
        },
    ];
}

function identityCenter(name: string, property: string, holds: Giving["holds"]): Giving {
    const file = name.charAt(0).toLowerCase() + name.slice(1);
    return { type: `aws:ssoadmin/${file}:${name}`, to: "permissionSetArn", property, holds };
}

const GIVING: Readonly<Record<(typeof IDENTITY_TYPES)[number], readonly Giving[]>> = {
    "aws:iam/role:Role": iam("Role"),
    "aws:iam/user:User": iam("User"),
    "aws:iam/group:Group": iam("Group"),
    "aws:ssoadmin/permissionSet:PermissionSet": [
        identityCenter("PermissionSetInlinePolicy", "inlinePolicy", "document"),
        identityCenter("ManagedPolicyAttachment", "managedPolicyArn", "ARNs"),
        identityCenter("ManagedPolicyAttachmentsExclusive", "managedPolicyArns", "ARNs"),
        identityCenter("CustomerManagedPolicyAttachment", NAMES, "names"),
        identityCenter("CustomerManagedPolicyAttachmentsExclusive", `${NAMES}s`, "names"),
    ],
};

const BOUNDARY = identityCenter("PermissionsBoundaryAttachment", "permissionsBoundary", "names");

/** Types of the resources that give policies to identities, or limit them. */
export const GIVING_TYPES: readonly string[] = [
    ...new Set([...Object.values(GIVING).flat(), BOUNDARY].map(({ type }) => type)),
];

/**
 * Reads a policy: its document; a text, which is the ARN or the name of one that the program does not declare, so that nobody
 * sees what is in it; `undefined` for none. Throws while that is not known yet.
 */
export type ReadPolicy = () => PolicyDocument | string | undefined;

/** The policies that an identity has, but for its boundary and for what it has through groups. */
export function policiesOf(stack: StackIndex, identity: PolicyResource): readonly ReadPolicy[] {
    const giving = GIVING[identity.type as keyof typeof GIVING];
    const given = giving.flatMap(({ type, to, property, holds }) => {
        const references = stack.refer([type], to, [identity.type]);
        return [
            ...references.to(identity).flatMap((resource) => {
                const { props } = resource;
                if (holds === "document") return [() => documentAt(props, property)];
                if (holds === "ARNs") return byArn(stack, resource, property);
                return byName(stack, resource, { property, props, key: property });
            }),
            ...perhaps(references, to),
        ];
    });
    // In a preview, what AWS will say about a new role is not known yet: nothing that is not given to it.
    const own = ["inlinePolicies", "managedPolicyArns"].filter(
        (key) => !isLeftToAws(identity, key),
    );
    return [
        ...given,
        ...own.flatMap((key) =>
            key === "inlinePolicies"
                ? itemsIn(identity.props, key).map((item) => () => documentAt(item.value, "policy"))
                : byArn(stack, identity, key),
        ),
    ];
}

/** The permissions boundary of an identity: no policy when it has none. */
export function boundaryOf(stack: StackIndex, identity: PolicyResource): readonly ReadPolicy[] {
    const references = stack.refer([BOUNDARY.type], BOUNDARY.to, [identity.type]);
    return [
        ...byArn(stack, identity, "permissionsBoundary"),
        ...references.to(identity).flatMap((attachment) => {
            const { property } = BOUNDARY;
            const props = valueIfKnown(() => objectOf(attachment.props, property));
            if (props === undefined) return [() => textOf(attachment.props, property)];
            return [
                ...itemsIn(props, "managedPolicyArn").map((item) => () => item.text),
                ...byName(stack, attachment, { property, props, key: NAMES }),
            ];
        }),
        ...perhaps(references, BOUNDARY.to),
    ];
}

/** What may be one identity's or another's, for nobody knows yet: it cannot be read, which says so. */
function perhaps({ unresolved }: References, property: string): readonly ReadPolicy[] {
    return unresolved.map(
        ({ props }) =>
            () =>
                textOf(props, property),
    );
}

/** Policies that a property names by ARN. */
function byArn(
    stack: StackIndex,
    resource: PolicyResource,
    property: string,
): readonly ReadPolicy[] {
    const linked = stack.refer([resource.type], property, [POLICY]).of(resource);
    const arns = itemsIn(resource.props, property).map((item) => () => item.text);
    return [...linked.map(documentOf), ...undeclared(arns, linked, arnOf)];
}

/** Policies that a property names by path and name. */
function byName(
    stack: StackIndex,
    resource: PolicyResource,
    {
        property,
        props,
        key,
    }: { readonly property: string; readonly props: Inputs; readonly key: string },
): readonly ReadPolicy[] {
    const names = itemsIn(props, key).map((item) => () => nameOf(item.value));
    const known = names.flatMap((name) => valueIfKnown(name) ?? []);
    const named = stack.ofType(POLICY).filter((policy) => known.includes(nameIn(policy) ?? ""));
    const linked = (resource.propertyDependencies[property] ?? []).filter(
        ({ type }) => type === POLICY && known.length < names.length,
    );
    const found = [...new Set([...named, ...linked])];
    return [...found.map(documentOf), ...undeclared(names, found, nameIn)];
}

/** Names of policies that are none of those found; one that is not known yet is one of them, if there are any. */
function undeclared(
    names: readonly (() => string)[],
    found: readonly PolicyResource[],
    name: (policy: PolicyResource) => string | undefined,
): readonly ReadPolicy[] {
    const known = found.map(name);
    return names.map((read) => () => {
        const text = found.length > 0 ? valueIfKnown(read) : read();
        return text === "" || known.includes(text) ? undefined : text;
    });
}

function documentOf({ props }: PolicyResource): ReadPolicy {
    return () => documentAt(props, "policy");
}

function arnOf({ props }: PolicyResource): string | undefined {
    return valueIfKnown(() => textOf(props, "arn"));
}

function nameIn({ props }: PolicyResource): string | undefined {
    return valueIfKnown(() => nameOf(props));
}

/** Path and name, by which IAM tells policies apart. */
function nameOf(props: Inputs): string {
    return `${textOf(props, "path") ?? "/"}${String(textOf(props, "name"))}`;
}

/** As `itemsOf`; a list that is not known yet is one element, which cannot be read. */
function itemsIn(props: Inputs, key: string): readonly Pick<Item, "text" | "value">[] {
    return (
        valueIfKnown(() => itemsOf(props, key)) ?? [
            {
                get text() {
                    return String(textOf(props, key));
                },
                get value() {
                    return objectOf(props, key);
                },
            },
        ]
    );
}
