import { text, type Reader } from "./readers";
import { REGION } from "./region";

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const SESSION_ROLE = `aws-reserved/sso\\.amazonaws\\.com/${REGION}/AWSReservedSSO_[\\w+=,.@-]+_[0-9a-f]{16}`;

/** An issued certificate of ACM; a load balancer takes one of its own region only. */
export const certificateArn: Reader<string> = text(
    `an ACM certificate of the account in ${REGION} (arn:aws:acm:${REGION}:<account>:certificate/<id>)`,
    new RegExp(`^arn:aws:acm:${REGION}:\\d{12}:certificate/${UUID}$`),
);

/** What the ARN of a secret looks like, for messages. */
export const SECRET_ARN = `a secret or parameter of the account in ${REGION} (arn:aws:secretsmanager:${REGION}:<account>:secret:<name> or arn:aws:ssm:${REGION}:<account>:parameter/<name>)`;

/** A secret or a parameter; a key within a secret may follow the secret's ARN. */
export const secretArn: Reader<string> = text(
    SECRET_ARN,
    new RegExp(
        `^arn:aws:(secretsmanager:${REGION}:\\d{12}:secret:[\\w/+=.@-]+(:[\\w.-]+)?|ssm:${REGION}:\\d{12}:parameter/[\\w./-]+)$`,
    ),
);

/**
 * A person: an IAM user, or the role that IAM Identity Center makes for a permission set. Its home region is part of
 * the path, and has to be ours (P-07).
 */
export const personArn: Reader<string> = text(
    `an IAM user or an Identity Center role (home region ${REGION}) of the account`,
    new RegExp(`^arn:aws:iam::\\d{12}:(user/[\\w+=,.@/-]+|role/${SESSION_ROLE})$`),
);

/** Whoever deploys: a role or user, never a whole account. */
export const deploymentArn: Reader<string> = text(
    "an IAM role or user of the account (arn:aws:iam::<account>:role/<name>)",
    /^arn:aws:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
);

/** The account of an ARN; bucket ARNs and the like have none. */
export function accountOf(arn: string): string {
    return arn.split(":").slice(4, 5).join("");
}
