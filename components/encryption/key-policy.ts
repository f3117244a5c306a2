import { policyDocument } from "../policy-documents/policy-document";
import type {
    Conditions,
    PolicyDocument,
    PolicyStatement,
} from "../policy-documents/policy-document";
import { DESCRIBE_ACTION, type KeyService, USE_ACTIONS } from "./key-services";

/** Who may do what with a key; every ARN is known by now. */
export interface KeyAccess {
    readonly accountId: string;
    readonly services: readonly KeyService[];
    readonly users: readonly string[];
    readonly grantees: readonly string[];
}

// Not `kms:*`: with it, any IAM policy in the account could hand out Decrypt. PutKeyPolicy stays in, so nobody is locked out.
const ADMINISTRATION = [
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:DeleteAlias",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListGrants",
    "kms:ListKeyPolicies",
    "kms:ListKeyRotations",
    "kms:ListResourceTags",
    "kms:PutKeyPolicy",
    "kms:RetireGrant",
    "kms:RevokeGrant",
    "kms:RotateKeyOnDemand",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:UpdateAlias",
    "kms:UpdateKeyDescription",
];

/**
 * Services that use a key in the name of the caller (forward access sessions), so that the key policy must admit the
 * caller: RDS asks for a grant as whoever creates the database, S3 decrypts as whoever reads. IAM still has to allow it.
 */
const INTEGRATED_SERVICES = [
    "backup",
    "dynamodb",
    "ec2",
    "rds",
    "s3",
    "secretsmanager",
    "sns",
    "sqs",
    "ssm",
] as const;

/**
 * The policy of a key: the account administers it through IAM but cannot decrypt outside integrated services, the named
 * roles and services use it, and grantees may pass it on to AWS resources only.
 */
export function keyPolicy(access: KeyAccess, region: string): PolicyDocument {
    const account = `arn:aws:iam::${access.accountId}:root`;
    const grantToResources: Conditions = { Bool: { "kms:GrantIsForAWSResource": "true" } };
    const throughServices = {
        "kms:CallerAccount": access.accountId,
        "kms:ViaService": INTEGRATED_SERVICES.map(
            (service) => `${service}.${region}.amazonaws.com`,
        ),
    };
    const statements: PolicyStatement[] = [
        allow("Administration", { AWS: account }, ADMINISTRATION),
        allow("UseThroughServices", { AWS: account }, [...USE_ACTIONS, DESCRIBE_ACTION], {
            StringEquals: throughServices,
        }),
        allow("GrantThroughServices", { AWS: account }, "kms:CreateGrant", {
            ...grantToResources,
            StringEquals: throughServices,
        }),
    ];
    if (access.users.length > 0) {
        const users = [...access.users].sort();
        statements.push(allow("Use", { AWS: users }, [...USE_ACTIONS, DESCRIBE_ACTION]));
    }
    if (access.grantees.length > 0) {
        const grantees = [...access.grantees].sort();
        statements.push(
            allow("UseByGrantees", { AWS: grantees }, [...USE_ACTIONS, DESCRIBE_ACTION]),
            allow("GrantByGrantees", { AWS: grantees }, "kms:CreateGrant", grantToResources),
        );
    }
    statements.push(...access.services.flatMap(serviceStatements));
    return policyDocument(statements);
}

function serviceStatements(service: KeyService, index: number): PolicyStatement[] {
    const sid = `Service${String(index + 1)}`;
    const principal = { Service: service.principal };
    const actions = service.actions ?? USE_ACTIONS;
    const described = withoutEncryptionContext(service.conditions);
    return [
        allow(sid, principal, [...actions], service.conditions),
        allow(`${sid}Describe`, principal, DESCRIBE_ACTION, described),
    ];
}

/** DescribeKey carries no encryption context: a condition on one would always refuse it. */
function withoutEncryptionContext(conditions: Conditions | undefined): Conditions | undefined {
    const kept = Object.entries(conditions ?? {})
        .map(([operator, keys]) => {
            const rest = Object.entries(keys).filter(
                ([key]) => !key.startsWith("kms:EncryptionContext"),
            );
            return [operator, Object.fromEntries(rest)] as const;
        })
        .filter(([, keys]) => Object.keys(keys).length > 0);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function allow(
    sid: string,
    principal: Readonly<Record<string, string | readonly string[]>>,
    actions: string | readonly string[],
    condition?: Conditions,
): PolicyStatement {
    const statement = {
        Sid: sid,
        Effect: "Allow" as const,
        Principal: principal,
        Action: actions,
        Resource: "*", // in a key policy: this key
    };
    return condition ? { ...statement, Condition: condition } : statement;
}
