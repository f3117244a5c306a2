import type { PolicyStatement } from "../policy-documents/policy-document";

const REGION = "eu-west-1";
/** `arn:aws:secretsmanager:<region>:<account>:secret:<name>`, `arn:aws:ssm:<region>:<account>:parameter/<name>`. */
const PARTS_OF_ARN: Readonly<Record<"secretsmanager" | "ssm", number>> = {
    secretsmanager: 7,
    ssm: 6,
};

/** What an instance belongs to, in plain values. */
export interface InstanceSurroundings {
    readonly accountId: string;
    /** Name of the Beanstalk application, which is its folder in the platform's bucket, too. */
    readonly applicationName: string;
    readonly environmentName: string;
    /** Prefix of the service's own log groups, with a slash at its end. */
    readonly logGroupPrefix: string;
    /** Bucket that Beanstalk keeps versions and environments in. */
    readonly platformBucketArn: string;
    readonly platformKeyArn: string;
    /** The service's own key. */
    readonly serviceKeyArn: string;
    /** ARNs of secrets and parameters that the environment reads. */
    readonly secretArns: readonly string[];
}

/**
 * What instances of a service may do beside using their data stores. AWS's managed policies for instances reach every
 * application's bundles, logs and health; these statements reach the service's own. Not in it, on purpose: Systems
 * Manager sessions (nobody signs in to an instance), X-Ray, writing logs to the bucket (they go to CloudWatch only).
 */
export function instanceStatements(surroundings: InstanceSurroundings): PolicyStatement[] {
    return [
        ...bundleStatements(surroundings),
        ...observationStatements(surroundings),
        ...keyStatements(surroundings),
        ...secretStatements(surroundings.secretArns),
    ];
}

function bundleStatements(s: InstanceSurroundings): PolicyStatement[] {
    // Beanstalk invents an environment's id (`e-…`) while it makes the environment, and its instances read that
    // folder then: the id cannot be named here. Other environments' logs lie elsewhere (`environments/logs`).
    const own = [`${s.applicationName}/*`, "resources/environments/e-*"];
    const amazon = ["platform-assets", "env-resources", "samples"].map(
        (kind) => `arn:aws:s3:::elasticbeanstalk-${kind}-${REGION}/*`,
    );
    return [
        {
            Sid: "ListOwnFolders",
            Effect: "Allow",
            Action: "s3:ListBucket",
            Resource: s.platformBucketArn,
            Condition: { StringLike: { "s3:prefix": own } },
        },
        {
            Sid: "ReadOwnFolders",
            Effect: "Allow",
            Action: ["s3:GetObject", "s3:GetObjectVersion"],
            Resource: own.map((folder) => `${s.platformBucketArn}/${folder}`),
        },
        {
            Sid: "ReadPlatformFiles",
            Effect: "Allow",
            Action: "s3:GetObject",
            Resource: amazon,
        },
    ];
}

function observationStatements(s: InstanceSurroundings): PolicyStatement[] {
    const logGroup = `arn:aws:logs:${REGION}:${s.accountId}:log-group:`;
    const beanstalk = `arn:aws:elasticbeanstalk:${REGION}:${s.accountId}`;
    return [
        {
            Sid: "WriteOwnLogs",
            Effect: "Allow",
            Action: [
                "logs:CreateLogStream",
                "logs:DescribeLogGroups",
                "logs:DescribeLogStreams",
                "logs:PutLogEvents",
            ],
            Resource: [
                `${logGroup}/aws/elasticbeanstalk/${s.environmentName}/*`,
                `${logGroup}${s.logGroupPrefix}*`,
            ],
        },
        {
            Sid: "ReportHealth",
            Effect: "Allow",
            Action: "elasticbeanstalk:PutInstanceStatistics",
            Resource: [
                `${beanstalk}:application/${s.applicationName}`,
                `${beanstalk}:environment/${s.applicationName}/${s.environmentName}`,
            ],
        },
        {
            Sid: "WriteOwnMetrics",
            Effect: "Allow",
            Action: "cloudwatch:PutMetricData",
            // The action knows no resources; the namespace is what tells services apart.
            Resource: "*",
            Condition: {
                StringEquals: { "cloudwatch:namespace": `AppSonic/${s.environmentName}` },
            },
        },
    ];
}

function keyStatements(s: InstanceSurroundings): PolicyStatement[] {
    return [
        {
            Sid: "UseOwnKey",
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
            Resource: s.serviceKeyArn,
        },
        {
            Sid: "DecryptBundles",
            Effect: "Allow",
            Action: "kms:Decrypt",
            Resource: s.platformKeyArn,
            Condition: {
                StringEquals: { "kms:ViaService": `s3.${REGION}.amazonaws.com` },
                // The bucket where S3 uses a bucket key, the object where it does not.
                StringLike: {
                    "kms:EncryptionContext:aws:s3:arn": [
                        s.platformBucketArn,
                        `${s.platformBucketArn}/*`,
                    ],
                },
            },
        },
    ];
}

/** Secrets must be encrypted with the service's own key or AWS's default one: no other key can be used. */
function secretStatements(secretArns: readonly string[]): PolicyStatement[] {
    const secrets = ofService(secretArns, "secretsmanager");
    const parameters = ofService(secretArns, "ssm");
    return [
        ...(secrets.length === 0
            ? []
            : [
                  {
                      Sid: "ReadOwnSecrets",
                      Effect: "Allow" as const,
                      Action: "secretsmanager:GetSecretValue",
                      Resource: secrets,
                  },
              ]),
        ...(parameters.length === 0
            ? []
            : [
                  {
                      Sid: "ReadOwnParameters",
                      Effect: "Allow" as const,
                      Action: ["ssm:GetParameter", "ssm:GetParameters"],
                      Resource: parameters,
                  },
              ]),
    ];
}

/** Whole secrets: what stands behind a secret's ARN to choose one key of it is no part of the ARN for IAM. */
function ofService(arns: readonly string[], service: keyof typeof PARTS_OF_ARN): string[] {
    const whole = arns
        .filter((arn) => arn.startsWith(`arn:aws:${service}:`))
        .map((arn) => arn.split(":").slice(0, PARTS_OF_ARN[service]).join(":"));
    return [...new Set(whole)].sort();
}
