import { policyDocument } from "../policy-documents/policy-document";
import type { PolicyDocument, PolicyStatement } from "../policy-documents/policy-document";

/** Interface endpoints: what Beanstalk's instances need in private subnets, then what agents and the bastion need. */
export const INTERFACE_ENDPOINTS = [
    "cloudformation",
    "elasticbeanstalk",
    "elasticbeanstalk-health",
    "logs",
    "sqs",
    "ec2", // the bastion claims its address through it: without an address it has no other way
    "ec2messages",
    "kms",
    "monitoring",
    "secretsmanager",
    "ssm",
    "ssmmessages",
] as const;

/** Short name of a service with an interface endpoint. */
export type EndpointService = (typeof INTERFACE_ENDPOINTS)[number];

/** IAM prefix of a service where it differs from the endpoint's name. */
const ACTION_PREFIX: Partial<Record<EndpointService, string>> = { monitoring: "cloudwatch" };

/**
 * Policy of an interface endpoint: nobody's credentials but this account's, so that an instance cannot send data to
 * another account through it (P-01). Undefined where AWS accepts none.
 */
export function interfaceEndpointPolicy(
    service: EndpointService,
    accountId: string,
    region: string,
): PolicyDocument | undefined {
    if (service === "elasticbeanstalk-health") return undefined; // AWS: this endpoint takes no policy
    if (service === "cloudformation") {
        // Beanstalk's instances sign these calls with their identity document, not as a principal of the account.
        const stacks = `arn:aws:cloudformation:${region}:${accountId}:stack/awseb-*`;
        return policyDocument([allow("BeanstalkStacks", "cloudformation:*", [stacks])]);
    }
    const prefix = ACTION_PREFIX[service] ?? service;
    return policyDocument([
        allow("OwnAccount", `${prefix}:*`, "*", {
            StringEquals: { "aws:PrincipalAccount": accountId },
        }),
    ]);
}

/** Actions on objects that services and agents use; nothing that changes a bucket itself. */
const OBJECT_ACTIONS = [
    "s3:AbortMultipartUpload",
    "s3:DeleteObject",
    "s3:DeleteObjectVersion",
    "s3:GetBucketLocation",
    "s3:GetObject",
    "s3:GetObjectTagging",
    "s3:GetObjectVersion",
    "s3:ListBucket",
    "s3:ListBucketVersions",
    "s3:ListMultipartUploadParts",
    "s3:PutObject",
    "s3:PutObjectTagging",
];

/** Buckets of AWS that instances read from, in any account. */
function publicBuckets(region: string): string[] {
    return [
        // Amazon Linux 2023's package repositories; the suffix is AWS's and the same everywhere.
        `al2023-repos-${region}-de612dc2`,
        `amazoncloudwatch-agent-${region}`,
        `amazon-ssm-${region}`,
        `amazon-ssm-packages-${region}`,
        `aws-ssm-${region}`,
        `aws-ssm-distributor-file-${region}`,
        `aws-ssm-document-attachments-${region}`,
        `patch-baseline-snapshot-${region}`,
        `${region}-birdwatcher-prod`,
        `elasticbeanstalk-${region}`,
        `elasticbeanstalk-env-resources-${region}`,
        `elasticbeanstalk-platform-assets-${region}`,
        `elasticbeanstalk-samples-${region}`,
    ];
}

/** Policy of the S3 gateway: own buckets with own credentials, and reading from AWS's buckets that instances need. */
export function s3EndpointPolicy(accountId: string, region: string): PolicyDocument {
    return policyDocument([
        allow("OwnBuckets", OBJECT_ACTIONS, "*", {
            StringEquals: { "aws:PrincipalAccount": accountId, "s3:ResourceAccount": accountId },
        }),
        // Package managers ask without credentials: no condition on the principal is possible.
        allow(
            "PackagesAgentsAndPlatforms",
            ["s3:GetObject", "s3:GetObjectVersion"],
            publicBuckets(region).map((bucket) => `arn:aws:s3:::${bucket}/*`),
        ),
        // Instances report that they are up by writing to an address that CloudFormation signed.
        allow(
            "WaitConditions",
            ["s3:GetObject", "s3:PutObject"],
            [`arn:aws:s3:::cloudformation-waitcondition-${region}/*`],
        ),
    ]);
}

/** Policy of the DynamoDB gateway: items of own tables, with own credentials. */
export function dynamodbEndpointPolicy(accountId: string, region: string): PolicyDocument {
    const actions = [
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:ConditionCheckItem",
        "dynamodb:DeleteItem",
        "dynamodb:DescribeTable",
        "dynamodb:DescribeTimeToLive",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:Scan",
        "dynamodb:UpdateItem",
    ];
    return policyDocument([
        allow("OwnTables", actions, [`arn:aws:dynamodb:${region}:${accountId}:table/*`], {
            StringEquals: { "aws:PrincipalAccount": accountId },
        }),
    ]);
}

function allow(
    sid: string,
    action: PolicyStatement["Action"],
    resource: PolicyStatement["Resource"],
    condition?: PolicyStatement["Condition"],
): PolicyStatement {
    const statement = {
        Sid: sid,
        Effect: "Allow" as const,
        Principal: "*" as const,
        Action: action,
        Resource: resource,
    };
    return condition ? { ...statement, Condition: condition } : statement;
}
