import { inDocument, ofAdded, unsetting, type Edit } from "../edit";

const ROLE = "aws:iam/role:Role";

/** Takes out of a document the statement that locks the region. */
const unlock = inDocument("policy", (document) => {
    document.Statement = document.Statement.filter(
        (statement) => !JSON.stringify(statement).includes("aws:RequestedRegion"),
    );
});

const LOCKED = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        { Effect: "Allow", Action: "*", Resource: "*" },
        {
            Effect: "Deny",
            NotAction: ["iam:*", "sts:*"],
            Resource: "*",
            Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } },
        },
    ],
});

/** People whom nothing keeps in the region. */
export const people: readonly Edit[] = [
    {
        policy: "people-region",
        title: "a role of people without a boundary",
        type: ROLE,
        name: "prod-access-developer-role",
        change: unsetting("permissionsBoundary"),
    },
    {
        policy: "people-region",
        title: "a boundary that lets the deployment work everywhere",
        type: "aws:iam/policy:Policy",
        name: "prod-access-deployment-boundary",
        change: unlock,
        reportedOn: "prod-access-deployment-role",
    },
    {
        policy: "people-region",
        title: "a service's role that people may assume, too",
        type: ROLE,
        name: "prod-bastion-role",
        change: inDocument("assumeRolePolicy", (document) => {
            document.Statement[0]!["Principal"] = { AWS: "arn:aws:iam::123456789012:root" };
        }),
    },
    ...(
        [
            ["user", "aws:iam/user:User", "aws:iam/userPolicy:UserPolicy"],
            ["group", "aws:iam/group:Group", "aws:iam/groupPolicy:GroupPolicy"],
        ] as const
    ).map(([who, type, policy]) => ({
        ...ofAdded(
            "people-region",
            `a ${who} whose policy does not lock the region`,
            { type: policy, inputs: { [who]: "operator", policy: LOCKED } },
            unlock,
            [{ type, name: "beside", inputs: { name: "operator" } }],
        ),
        reportedOn: "beside",
    })),
    {
        ...ofAdded(
            "people-region",
            "a permission set whose boundary does not lock the region",
            { type: "aws:iam/policy:Policy", inputs: { name: "limit", policy: LOCKED } },
            unlock,
            [
                {
                    type: "aws:ssoadmin/permissionSet:PermissionSet",
                    name: "beside",
                    inputs: { arn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1", name: "operators" },
                },
                {
                    type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
                    name: "administrator",
                    inputs: {
                        permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
                        managedPolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
                    },
                },
                {
                    type: "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
                    name: "boundary",
                    inputs: {
                        permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
                        permissionsBoundary: { customerManagedPolicyReference: { name: "limit" } },
                    },
                },
            ],
        ),
        reportedOn: "beside",
    },
];
