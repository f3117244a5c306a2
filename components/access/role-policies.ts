import { policyDocument } from "../policy-documents/policy-document";
import type { PolicyDocument, PolicyStatement } from "../policy-documents/policy-document";

const REGION = "eu-west-1";

const READ_ITEMS = [
    "dynamodb:BatchGetItem",
    "dynamodb:GetItem",
    "dynamodb:PartiQLSelect",
    "dynamodb:Query",
    "dynamodb:Scan",
];

const READ_OBJECTS = ["s3:GetObject", "s3:GetObjectVersion"];

const READ_LOGS = [
    "logs:FilterLogEvents",
    "logs:GetLogEvents",
    "logs:GetLogRecord",
    "logs:GetQueryResults",
    "logs:StartLiveTail",
    "logs:StartQuery",
];

/** Every way to application data and to what opens it. Logs hold addresses of people, so they are of the same kind. */
const READ_APPLICATION_DATA: PolicyStatement = {
    Sid: "NoApplicationData",
    Effect: "Deny",
    Action: [
        "backup:StartRestoreJob",
        "dynamodb:ExportTableToPointInTime",
        "dynamodb:GetRecords",
        "kms:Decrypt",
        "logs:CreateExportTask",
        "logs:Unmask",
        "rds-data:*",
        "rds-db:connect",
        "rds:DownloadDBLogFilePortion",
        "s3:GetObject*",
        "secretsmanager:BatchGetSecretValue",
        "secretsmanager:GetSecretValue",
        "ssm:GetParameter*",
        "ssm:SendCommand",
        "ssm:StartSession",
        ...READ_ITEMS,
        ...READ_LOGS,
    ].sort(),
    Resource: "*",
};

/** What developers need to see and steer environments: numbers and states, no data. */
export function developerPolicy(): PolicyDocument {
    return policyDocument([
        {
            Sid: "Operate",
            Effect: "Allow",
            Action: [
                "cloudwatch:Describe*",
                "cloudwatch:Get*",
                "cloudwatch:List*",
                "elasticbeanstalk:Check*",
                "elasticbeanstalk:Describe*",
                "elasticbeanstalk:List*",
                "elasticbeanstalk:RestartAppServer",
                "health:Describe*",
                "xray:BatchGet*",
                "xray:Get*",
            ],
            Resource: "*",
        },
        READ_APPLICATION_DATA,
    ]);
}

/** Where a stack keeps application data. */
export interface ApplicationData {
    readonly accountId: string;
    /** What names of stores begin with: the stack's name. */
    readonly stack: string;
}

/** What support engineers may read, in sessions that their trust makes them name and the trail records. */
export function supportPolicy({ accountId, stack }: ApplicationData): PolicyDocument {
    const bucket = `arn:aws:s3:::appsonic-${stack}-*`;
    return policyDocument([
        allow("ReadItems", READ_ITEMS, `arn:aws:dynamodb:${REGION}:${accountId}:table/${stack}-*`),
        {
            ...allow("ReadObjects", [...READ_OBJECTS, "s3:ListBucket"], [bucket, `${bucket}/*`]),
            Condition: { StringEquals: { "aws:ResourceAccount": accountId } },
        },
        allow("ReadLogs", READ_LOGS, "*"),
        {
            ...allow(
                "DecryptThroughStores",
                ["kms:Decrypt"],
                `arn:aws:kms:${REGION}:${accountId}:key/*`,
            ),
            Condition: {
                StringEquals: {
                    "kms:ViaService": [
                        `dynamodb.${REGION}.amazonaws.com`,
                        `s3.${REGION}.amazonaws.com`,
                    ],
                },
            },
        },
        {
            Sid: "NoSecrets",
            Effect: "Deny",
            Action: [
                "secretsmanager:BatchGetSecretValue",
                "secretsmanager:GetSecretValue",
                "ssm:GetParameter*",
            ],
            Resource: "*",
        },
    ]);
}

/** The deployment builds what holds data and has no business with the data itself. */
export function deploymentPolicy(): PolicyDocument {
    return policyDocument([
        {
            Sid: "NoApplicationData",
            Effect: "Deny",
            Action: ["logs:Unmask", "rds-data:*", "rds-db:connect", ...READ_ITEMS].sort(),
            Resource: "*",
        },
    ]);
}

function allow(
    Sid: string,
    Action: readonly string[],
    Resource: string | readonly string[],
): PolicyStatement {
    return { Sid, Effect: "Allow", Action, Resource };
}
