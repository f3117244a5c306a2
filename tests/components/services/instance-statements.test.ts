import assert from "node:assert/strict";
import { instanceStatements } from "../../../components/services/instance-statements";
import type { InstanceSurroundings } from "../../../components/services/instance-statements";

const surroundings: InstanceSurroundings = {
    accountId: "123456789012",
    applicationName: "prod-licensing",
    environmentName: "prod-licensing",
    logGroupPrefix: "/appsonic/services/prod-licensing/",
    platformBucketArn: "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012",
    platformKeyArn: "arn:platform-key",
    serviceKeyArn: "arn:own-key",
    secretArns: [],
};

describe("instanceStatements", () => {
    it("let an instance do what it must, on its own service's things", () => {
        assert.deepEqual(instanceStatements(surroundings), [
            {
                Sid: "ListOwnFolders",
                Effect: "Allow",
                Action: "s3:ListBucket",
                Resource: "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012",
                Condition: {
                    StringLike: { "s3:prefix": ["prod-licensing/*", "resources/environments/e-*"] },
                },
            },
            {
                Sid: "ReadOwnFolders",
                Effect: "Allow",
                Action: ["s3:GetObject", "s3:GetObjectVersion"],
                Resource: [
                    "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012/prod-licensing/*",
                    "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012/resources/environments/e-*",
                ],
            },
            {
                Sid: "ReadPlatformFiles",
                Effect: "Allow",
                Action: "s3:GetObject",
                Resource: [
                    "arn:aws:s3:::elasticbeanstalk-platform-assets-eu-west-1/*",
                    "arn:aws:s3:::elasticbeanstalk-env-resources-eu-west-1/*",
                    "arn:aws:s3:::elasticbeanstalk-samples-eu-west-1/*",
                ],
            },
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
                    "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/elasticbeanstalk/prod-licensing/*",
                    "arn:aws:logs:eu-west-1:123456789012:log-group:/appsonic/services/prod-licensing/*",
                ],
            },
            {
                Sid: "ReportHealth",
                Effect: "Allow",
                Action: "elasticbeanstalk:PutInstanceStatistics",
                Resource: [
                    "arn:aws:elasticbeanstalk:eu-west-1:123456789012:application/prod-licensing",
                    "arn:aws:elasticbeanstalk:eu-west-1:123456789012:environment/prod-licensing/prod-licensing",
                ],
            },
            {
                Sid: "WriteOwnMetrics",
                Effect: "Allow",
                Action: "cloudwatch:PutMetricData",
                Resource: "*",
                Condition: { StringEquals: { "cloudwatch:namespace": "AppSonic/prod-licensing" } },
            },
            {
                Sid: "UseOwnKey",
                Effect: "Allow",
                Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
                Resource: "arn:own-key",
            },
            {
                Sid: "DecryptBundles",
                Effect: "Allow",
                Action: "kms:Decrypt",
                Resource: "arn:platform-key",
                Condition: {
                    StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
                    StringLike: {
                        "kms:EncryptionContext:aws:s3:arn": [
                            "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012",
                            "arn:aws:s3:::elasticbeanstalk-eu-west-1-123456789012/*",
                        ],
                    },
                },
            },
        ]);
    });

    it("let it read the secrets and parameters that it declares, each once and sorted", () => {
        const secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:";
        const parameter = "arn:aws:ssm:eu-west-1:123456789012:parameter/mode";
        assert.deepEqual(
            instanceStatements({
                ...surroundings,
                // One key of a secret is for Beanstalk to choose; IAM knows whole secrets only.
                secretArns: [`${secret}b`, parameter, `${secret}a`, `${secret}b:password`],
            }).slice(-2),
            [
                {
                    Sid: "ReadOwnSecrets",
                    Effect: "Allow",
                    Action: "secretsmanager:GetSecretValue",
                    Resource: [`${secret}a`, `${secret}b`],
                },
                {
                    Sid: "ReadOwnParameters",
                    Effect: "Allow",
                    Action: ["ssm:GetParameter", "ssm:GetParameters"],
                    Resource: [parameter],
                },
            ],
        );
    });

    it("have ids of their own, as IAM demands", () => {
        const ids = instanceStatements(surroundings).map(({ Sid }) => Sid);
        assert.equal(new Set(ids).size, ids.length);
    });
});
