import { policyDocument } from "../policy-documents/policy-document";
import type { PolicyDocument, PolicyStatement } from "../policy-documents/policy-document";

const IDENTITY_CENTER = "/aws-reserved/sso.amazonaws.com/";
const LONGEST_MFA_AGE_SECONDS = "3600";

/**
 * Lets the given people, and nobody else, assume a role in sessions that name them.
 * @param principals ARNs of IAM users and of Identity Center's roles; at least one
 */
export function peopleTrust(principals: readonly string[]): PolicyDocument {
    const sorted = [...principals].sort();
    const fromIdentityCenter = sorted.filter((arn) => arn.includes(IDENTITY_CENTER));
    const users = sorted.filter((arn) => !arn.includes(IDENTITY_CENTER));
    const statements: PolicyStatement[] = [];
    if (users.length > 0) {
        statements.push({
            Sid: "UsersWithSecondFactor",
            Effect: "Allow",
            Principal: { AWS: users },
            Action: "sts:AssumeRole",
            Condition: {
                Bool: { "aws:MultiFactorAuthPresent": "true" },
                NumericLessThan: { "aws:MultiFactorAuthAge": LONGEST_MFA_AGE_SECONDS },
                StringEquals: { "sts:RoleSessionName": "${aws:username}" },
            },
        });
    }
    if (fromIdentityCenter.length > 0) {
        statements.push({
            Sid: "IdentityCenterWithSourceIdentity",
            Effect: "Allow",
            Principal: { AWS: fromIdentityCenter },
            Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
            // Its sessions carry no MFA keys: Identity Center itself asks for the factor. Everybody shares its roles, so
            // the session has to say who it is.
            Condition: { StringLike: { "sts:SourceIdentity": "?*" } },
        });
    }
    return policyDocument(statements);
}

/** Lets one principal deploy. A pipeline has no second factor. */
export function deploymentTrust(principal: string): PolicyDocument {
    return policyDocument([
        {
            Sid: "Deployment",
            Effect: "Allow",
            Principal: { AWS: principal },
            Action: "sts:AssumeRole",
        },
    ]);
}
