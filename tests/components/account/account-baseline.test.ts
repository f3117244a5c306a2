import assert from "node:assert/strict";
import { AccountBaseline } from "../../../components/account/account-baseline";
import type { AccountBaselineArgs } from "../../../components/account/account-baseline";
import { statements } from "../policy-json";
import { record } from "../recording";

const outputs = {
    "aws:s3/bucket:Bucket": (name: string, inputs: Readonly<Record<string, unknown>>) => ({
        bucket: inputs.bucket ?? name,
        arn: `arn:aws:s3:::${String(inputs.bucket)}`,
    }),
};
const args: AccountBaselineArgs = { accountId: "123456789012", retentionInDays: 400 };
const made = (extra: Partial<AccountBaselineArgs> = {}) =>
    record(() => new AccountBaseline("prod-account", { ...args, ...extra }), { outputs });
const TRAIL_BUCKET = "appsonic-audit-prod-account-trail-files-123456789012";
const CONFIG_BUCKET = "appsonic-audit-prod-account-config-files-123456789012";

describe("AccountBaseline", () => {
    it("records all regions, validated and encrypted", async () => {
        const trail = (await made()).inputs(
            "aws:cloudtrail/trail:Trail",
            "prod-account-trail-trail",
        );
        const { advancedEventSelectors, ...rest } = trail;
        const arn = (name: string) => `arn:aws:mock:eu-west-1:123456789012:${name}`;
        assert.deepEqual(rest, {
            name: "prod-account-trail",
            isMultiRegionTrail: true,
            includeGlobalServiceEvents: true,
            enableLogging: true,
            enableLogFileValidation: true,
            kmsKeyId: arn("prod-account-trail-key"),
            s3BucketName: TRAIL_BUCKET,
            cloudWatchLogsGroupArn: `${arn("prod-account-trail-log-group")}:*`,
            cloudWatchLogsRoleArn: arn("prod-account-trail-role"),
            insightSelectors: [
                { insightType: "ApiCallRateInsight" },
                { insightType: "ApiErrorRateInsight" },
            ],
        });
        assert.deepEqual(advancedEventSelectors, [
            {
                name: "Management events",
                fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
            },
            {
                name: "Access to objects",
                fieldSelectors: [
                    { field: "eventCategory", equals: ["Data"] },
                    { field: "resources.type", equals: ["AWS::S3::Object"] },
                    {
                        field: "resources.ARN",
                        notStartsWiths: [
                            `arn:aws:s3:::${TRAIL_BUCKET}/`,
                            `arn:aws:s3:::${CONFIG_BUCKET}/`,
                        ],
                    },
                ],
            },
            {
                name: "Access to items",
                fieldSelectors: [
                    { field: "eventCategory", equals: ["Data"] },
                    { field: "resources.type", equals: ["AWS::DynamoDB::Table"] },
                ],
            },
        ]);
    });

    it("admits this trail to its bucket, and AWS Config to the other", async () => {
        const policies = (await made()).inputsByName("aws:s3/bucketPolicy:BucketPolicy");
        const own = (name: string) => statements(policies[name]!.policy).slice(6);
        const source = "arn:aws:cloudtrail:eu-west-1:123456789012:trail/prod-account-trail";
        assert.deepEqual(own("prod-account-trail-files-policy"), [
            {
                Sid: "TrailChecksAcl",
                Effect: "Allow",
                Principal: { Service: "cloudtrail.amazonaws.com" },
                Action: "s3:GetBucketAcl",
                Resource: `arn:aws:s3:::${TRAIL_BUCKET}`,
                Condition: { StringEquals: { "aws:SourceArn": source } },
            },
            {
                Sid: "TrailWrites",
                Effect: "Allow",
                Principal: { Service: "cloudtrail.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: `arn:aws:s3:::${TRAIL_BUCKET}/AWSLogs/123456789012/*`,
                Condition: {
                    StringEquals: {
                        "aws:SourceArn": source,
                        "s3:x-amz-acl": "bucket-owner-full-control",
                    },
                },
            },
        ]);
        assert.deepEqual(
            own("prod-account-config-files-policy").map(({ Sid, Resource }) => [Sid, Resource]),
            [
                ["ConfigChecksBucket", `arn:aws:s3:::${CONFIG_BUCKET}`],
                ["ConfigWrites", `arn:aws:s3:::${CONFIG_BUCKET}/AWSLogs/123456789012/Config/*`],
            ],
        );
    });

    it("locks the trail's files only", async () => {
        const locks = (await made()).inputsByName(
            "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
        );
        assert.deepEqual(locks, {
            "prod-account-trail-files-lock": {
                bucket: TRAIL_BUCKET,
                rule: { defaultRetention: { mode: "GOVERNANCE", days: 400 } },
            },
        });
    });

    it("looks for intruders and judges by two standards", async () => {
        const seen = await made();
        assert.deepEqual(
            seen
                .ofType("aws:guardduty/detectorFeature:DetectorFeature")
                .map(({ inputs }) => (inputs as { name: string }).name)
                .sort(),
            [
                "EBS_MALWARE_PROTECTION",
                "LAMBDA_NETWORK_LOGS",
                "RDS_LOGIN_EVENTS",
                "RUNTIME_MONITORING",
                "S3_DATA_EVENTS",
            ],
        );
        assert.deepEqual(
            seen.inputs("aws:securityhub/account:Account", "prod-account-threats-hub"),
            {
                enableDefaultStandards: false,
                autoEnableControls: true,
                controlFindingGenerator: "SECURITY_CONTROL",
            },
        );
        assert.deepEqual(
            seen.inputsByName("aws:securityhub/standardsSubscription:StandardsSubscription"),
            {
                "prod-account-threats-fsbp": {
                    standardsArn:
                        "arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0",
                },
                "prod-account-threats-cis": {
                    standardsArn:
                        "arn:aws:securityhub:eu-west-1::standards/cis-aws-foundations-benchmark/v/3.0.0",
                },
            },
        );
    });

    it("lets CloudTrail copy events to the log group, and that only", async () => {
        const seen = await made();
        const { assumeRolePolicy } = seen.inputs("aws:iam/role:Role", "prod-account-trail-role");
        assert.deepEqual(statements(assumeRolePolicy), [
            {
                Sid: "Trail",
                Effect: "Allow",
                Principal: { Service: "cloudtrail.amazonaws.com" },
                Action: "sts:AssumeRole",
            },
        ]);
        const { policy } = seen.inputs(
            "aws:iam/rolePolicy:RolePolicy",
            "prod-account-trail-role-policy",
        );
        assert.deepEqual(statements(policy), [
            {
                Sid: "Write",
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource:
                    "arn:aws:mock:eu-west-1:123456789012:prod-account-trail-log-group:log-stream:123456789012_CloudTrail_*",
            },
        ]);
    });

    it("keeps GuardDuty from making endpoints and agents beside the program", async () => {
        const { additionalConfigurations } = (await made()).inputs(
            "aws:guardduty/detectorFeature:DetectorFeature",
            "prod-account-threats-runtime-monitoring",
        );
        assert.deepEqual(additionalConfigurations, [
            { name: "EKS_ADDON_MANAGEMENT", status: "DISABLED" },
            { name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "DISABLED" },
            { name: "EC2_AGENT_MANAGEMENT", status: "DISABLED" },
        ]);
    });

    it("names a contact and makes AWS Config's role only where told", async () => {
        const contact = "aws:account/alternativeContact:AlternativeContact";
        const role = "aws:iam/serviceLinkedRole:ServiceLinkedRole";
        const plain = await made();
        assert.equal(plain.ofType(contact).length, 0);
        assert.equal(plain.ofType(role).length, 1);
        const told = await made({
            securityContact: { name: "Ada", email: "security@example.com", phone: "+33 1" },
            createServiceLinkedRole: false,
        });
        assert.deepEqual(told.inputs(contact, "prod-account-defaults-security-contact"), {
            alternateContactType: "SECURITY",
            name: "Ada",
            title: "Security",
            emailAddress: "security@example.com",
            phoneNumber: "+33 1",
        });
        assert.equal(told.ofType(role).length, 0);
        assert.equal(
            told.inputs("aws:cfg/recorder:Recorder", "prod-account-config-recorder").roleArn,
            "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
        );
    });

    it("shares nothing and asks for metadata tokens", async () => {
        const seen = await made();
        assert.deepEqual(
            seen.inputs(
                "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
                "prod-account-defaults-snapshots",
            ),
            { state: "block-all-sharing" },
        );
        const metadata = seen.inputs(
            "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
            "prod-account-defaults-metadata",
        );
        assert.equal(metadata.httpTokens, "required");
        assert.equal(metadata.httpPutResponseHopLimit, 1);
    });
});
