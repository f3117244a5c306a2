import assert from "node:assert/strict";

import {
    dynamodbEndpointPolicy,
    INTERFACE_ENDPOINTS,
    interfaceEndpointPolicy,
    s3EndpointPolicy,
} from "../../../components/network/endpoint-policies";

const ACCOUNT = "123456789012";
const REGION = "eu-west-1";

describe("interface endpoint policies", () => {
    it("cover what Beanstalk, its agents and the bastion call", () => {
        assert.deepEqual([...INTERFACE_ENDPOINTS].sort(), [
            "cloudformation",
            "ec2",
            "ec2messages",
            "elasticbeanstalk",
            "elasticbeanstalk-health",
            "kms",
            "logs",
            "monitoring",
            "secretsmanager",
            "sqs",
            "ssm",
            "ssmmessages",
        ]);
    });

    it("hold every service but two to the account's own credentials", () => {
        const others = INTERFACE_ENDPOINTS.filter(
            (service) => service !== "elasticbeanstalk-health" && service !== "cloudformation",
        );
        for (const service of others) {
            const prefix = service === "monitoring" ? "cloudwatch" : service;
            assert.deepEqual(interfaceEndpointPolicy(service, ACCOUNT, REGION), {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "OwnAccount",
                        Effect: "Allow",
                        Principal: "*",
                        Action: `${prefix}:*`,
                        Resource: "*",
                        Condition: { StringEquals: { "aws:PrincipalAccount": ACCOUNT } },
                    },
                ],
            });
        }
    });

    it("hold CloudFormation to Beanstalk's stacks of the account, since instances call it without a role", () => {
        assert.deepEqual(interfaceEndpointPolicy("cloudformation", ACCOUNT, REGION), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "BeanstalkStacks",
                    Effect: "Allow",
                    Principal: "*",
                    Action: "cloudformation:*",
                    Resource: ["arn:aws:cloudformation:eu-west-1:123456789012:stack/awseb-*"],
                },
            ],
        });
    });

    it("are left out where AWS takes none", () => {
        assert.equal(
            interfaceEndpointPolicy("elasticbeanstalk-health", ACCOUNT, REGION),
            undefined,
        );
    });
});

describe("S3 endpoint policy", () => {
    const [own, aws, wait, ...more] = s3EndpointPolicy(ACCOUNT, REGION).Statement;

    it("opens own buckets to own credentials, for objects only", () => {
        assert.deepEqual(own!.Condition, {
            StringEquals: { "aws:PrincipalAccount": ACCOUNT, "s3:ResourceAccount": ACCOUNT },
        });
        assert.equal(own!.Resource, "*");
        for (const action of own!.Action)
            assert.match(action, /^s3:(Get|List|Put|Delete|Abort)\w+$/);
        assert.ok(!own!.Action.includes("s3:PutBucketPolicy"));
    });

    it("lets anybody read AWS's packages, agents and platforms, and nothing else", () => {
        assert.deepEqual(aws, {
            Sid: "PackagesAgentsAndPlatforms",
            Effect: "Allow",
            Principal: "*",
            Action: ["s3:GetObject", "s3:GetObjectVersion"],
            Resource: [
                "arn:aws:s3:::al2023-repos-eu-west-1-de612dc2/*",
                "arn:aws:s3:::amazoncloudwatch-agent-eu-west-1/*",
                "arn:aws:s3:::amazon-ssm-eu-west-1/*",
                "arn:aws:s3:::amazon-ssm-packages-eu-west-1/*",
                "arn:aws:s3:::aws-ssm-eu-west-1/*",
                "arn:aws:s3:::aws-ssm-distributor-file-eu-west-1/*",
                "arn:aws:s3:::aws-ssm-document-attachments-eu-west-1/*",
                "arn:aws:s3:::patch-baseline-snapshot-eu-west-1/*",
                "arn:aws:s3:::eu-west-1-birdwatcher-prod/*",
                "arn:aws:s3:::elasticbeanstalk-eu-west-1/*",
                "arn:aws:s3:::elasticbeanstalk-env-resources-eu-west-1/*",
                "arn:aws:s3:::elasticbeanstalk-platform-assets-eu-west-1/*",
                "arn:aws:s3:::elasticbeanstalk-samples-eu-west-1/*",
            ],
        });
    });

    it("lets instances report to CloudFormation's wait conditions", () => {
        assert.deepEqual(wait!.Resource, ["arn:aws:s3:::cloudformation-waitcondition-eu-west-1/*"]);
        assert.deepEqual(more, []);
    });
});

describe("DynamoDB endpoint policy", () => {
    it("opens items of own tables in the region to own credentials", () => {
        const [own, ...more] = dynamodbEndpointPolicy(ACCOUNT, REGION).Statement;
        assert.deepEqual(more, []);
        assert.deepEqual(own!.Resource, ["arn:aws:dynamodb:eu-west-1:123456789012:table/*"]);
        assert.deepEqual(own!.Condition, { StringEquals: { "aws:PrincipalAccount": ACCOUNT } });
        assert.ok(own!.Action.includes("dynamodb:PutItem"));
        assert.ok(!own!.Action.includes("dynamodb:DeleteTable"));
    });
});
