import assert from "node:assert/strict";
import { regionInText } from "../../../policies/region-lock/region-in-text";
import { judge, UNKNOWN } from "../support/judge";

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";
const HOST = "https://sqs.us-east-1.amazonaws.com/123456789012/orders";

async function said(
    props: Record<string, unknown>,
    type = "aws:sqs/queue:Queue",
): Promise<readonly string[]> {
    return (await judge(regionInText, { type, props })).diagnostics.map(
        ({ verdict, message }) => `${verdict}: ${message}`,
    );
}

function names(path: string, what: string): readonly string[] {
    return [`fail: ${path} names ${what}, expected "eu-west-1"`];
}

/** A policy document with one statement. */
function allows(statement: Record<string, unknown>, effect = "Allow"): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: effect, ...statement }] });
}

describe("region-in-text", () => {
    describe("any property", () => {
        it("reports ARNs, hosts, services, regions, zones and ids, at any depth", async () => {
            assert.deepEqual(await said({ a: QUEUE }), names("a", `an ARN of sqs in "us-east-1"`));
            assert.deepEqual(
                await said({ a: [{ b: { c: [HOST] } }] }),
                names("a[0].b.c[0]", `a host in "us-east-1"`),
            );
            assert.deepEqual(
                await said({ a: "com.amazonaws.us-east-1.s3" }),
                names("a", `a service in "us-east-1"`),
            );
            assert.deepEqual(await said({ a: "us-east-1" }), names("a", `the region "us-east-1"`));
            assert.deepEqual(
                await said({ a: "us-east-1a,eu-west-1a" }),
                names("a", `a zone of "us-east-1"`),
            );
            assert.deepEqual(
                await said({ userPoolId: "us-east-1_AbCdEf012" }),
                names("userPoolId", `an id of "us-east-1"`),
            );
        });

        it("reports a vault elsewhere that an organization's backup policy copies to", async () => {
            const vault = "arn:aws:backup:us-east-1:$account:backup-vault:Default";
            const content = JSON.stringify({
                copy_actions: { [vault]: { target_backup_vault_arn: { "@@assign": vault } } },
            });
            assert.deepEqual(
                await said({ content }),
                names("content", `an ARN of backup in "us-east-1"`),
            );
        });

        it("accepts the same of the region", async () => {
            for (const text of [QUEUE, HOST, "com.amazonaws.us-east-1.s3", "us-east-1"]) {
                assert.deepEqual(await said({ a: text.replaceAll("us-east-1", "eu-west-1") }), []);
            }
        });

        it("accepts properties of other kinds", async () => {
            assert.deepEqual(await said({ a: 1, b: true, c: null, d: [], e: {}, f: "" }), []);
        });

        it("reports each place of a property once, sorted, and every property", async () => {
            assert.deepEqual(await said({ b: QUEUE, a: `${HOST} ${QUEUE} ${HOST}` }), [
                ...names("a", `a host in "us-east-1"`),
                ...names("a", `an ARN of sqs in "us-east-1"`),
                ...names("b", `an ARN of sqs in "us-east-1"`),
            ]);
        });

        it("tells nothing of the text but the place", async () => {
            assert.deepEqual(
                await said({ a: `https://root:hunter2@db.us-east-1.rds.amazonaws.com/hunter2` }),
                names("a", `a host in "us-east-1"`),
            );
        });
    });

    describe("words", () => {
        it("passes over texts for people and labels", async () => {
            for (const key of [
                "description",
                "alarmDescription",
                "replicationGroupDescription",
                "comment",
                "comments",
                "title",
                "tags",
                "tagsAll",
                "defaultTags",
                "tagSpecifications",
                "statementId",
            ].filter((each) => each !== "statementId")) {
                assert.deepEqual(await said({ [key]: { region: QUEUE } }), [], key);
                assert.deepEqual(await said({ a: [{ [key]: UNKNOWN }] }), [], key);
            }
            assert.deepEqual(
                await said({ captionDescriptions: [{ uri: HOST }] }),
                names("captionDescriptions[0].uri", `a host in "us-east-1"`),
            );
        });

        it("passes over what only says what to look for", async () => {
            for (const key of [
                "pattern",
                "eventPattern",
                "filterPattern",
                "filterPolicy",
                "filter",
                "filters",
                "criteria",
                "findingCriteria",
            ]) {
                assert.deepEqual(await said({ [key]: [{ regions: ["us-east-1", QUEUE] }] }), []);
            }
        });

        it("accepts a thing that is called as a region or a zone is, and reports other texts there", async () => {
            for (const key of [
                "name",
                "bucketName",
                "identifier",
                "setIdentifier",
                "label",
                "aliases",
            ]) {
                assert.deepEqual(await said({ [key]: "us-east-1" }), [], key);
                assert.deepEqual(await said({ [key]: ["us-east-1a"] }), [], key);
                assert.deepEqual(
                    await said({ [key]: "db.us-east-1.example.com" }),
                    names(key, `a host in "us-east-1"`),
                );
            }
            for (const key of ["regionName", "availabilityZoneName", "locationName"]) {
                assert.deepEqual(
                    await said({ [key]: "us-east-1" }),
                    names(key, `the region "us-east-1"`),
                );
            }
            // The key next to the text decides, not one further out.
            for (const outer of ["aliases", "labels"]) {
                assert.deepEqual(
                    await said({ [outer]: [{ target: "us-east-1" }] }),
                    names(`${outer}[0].target`, `the region "us-east-1"`),
                );
            }
            assert.deepEqual(await said({ target: [{ name: "us-east-1" }] }), []);
            assert.deepEqual(
                await said({ bucketName: "orders--use1-az4--x-s3" }),
                names("bucketName", `a zone of "us-east-1"`),
            );
        });
    });

    describe("policy documents", () => {
        it("reports what they allow, to whom, and under which condition", async () => {
            const what = `an ARN of sqs in "us-east-1"`;
            for (const statement of [
                { Resource: QUEUE },
                { Resource: ["arn:aws:s3:::a", QUEUE] },
                { Principal: { AWS: QUEUE } },
                { Condition: { ArnLike: { "aws:SourceArn": QUEUE } } },
            ]) {
                assert.deepEqual(await said({ policy: allows(statement) }), names("policy", what));
            }
            assert.deepEqual(
                await said({
                    policy: allows({ Principal: { Service: "logs.us-east-1.amazonaws.com" } }),
                }),
                names("policy", `a host in "us-east-1"`),
            );
        });

        it("accepts what they deny or exclude, and where somebody may act", async () => {
            for (const policy of [
                allows({ Resource: QUEUE }, "Deny"),
                allows(
                    { Condition: { StringNotEquals: { "aws:RequestedRegion": ["us-east-1"] } } },
                    "Deny",
                ),
                allows({ NotResource: QUEUE }),
                allows({ Condition: { StringNotEquals: { "kms:ViaService": HOST } } }),
                allows({ Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } } }),
                allows({ Sid: "us-east-1", Resource: "arn:aws:logs:*:123456789012:*" }),
            ]) {
                assert.deepEqual(await said({ policy }, "aws:iam/policy:Policy"), [], policy);
            }
        });

        it("reports what allows CloudFront to read", async () => {
            assert.deepEqual(
                await said({
                    policy: allows({ Principal: { Service: "cloudfront.amazonaws.com" } }),
                }),
                names("policy", "CloudFront, which works in every region"),
            );
        });
    });

    describe("programs", () => {
        const script = "#!/bin/sh\naws s3 sync /data s3://copy --region us-east-1\n";

        it("reports what user data does elsewhere, be it in Base64 or not", async () => {
            const what = `a setting of region "us-east-1"`;
            const encoded = Buffer.from(script).toString("base64");
            assert.deepEqual(await said({ userData: script }), names("userData", what));
            assert.deepEqual(await said({ userData: encoded }), names("userData", what));
            assert.deepEqual(
                await said({ userDataBase64: encoded }),
                names("userDataBase64", what),
            );
            assert.deepEqual(await said({ other: encoded }), []);
            assert.deepEqual(
                await said({ userData: encoded.replace(/^/, " ").replace(/$/, "\n") }),
                names("userData", what),
            );
            assert.deepEqual(
                await said({ userData: Buffer.from("eu-west-1").toString("base64") }),
                [],
            );
        });

        it("reports what containers and applications are told", async () => {
            const containers = JSON.stringify([
                {
                    image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1",
                    logConfiguration: { options: { "awslogs-region": "us-west-2" } },
                    environment: [{ name: "AWS_REGION", value: "eu-central-1" }],
                },
            ]);
            assert.deepEqual(await said({ containerDefinitions: containers }), [
                ...names("containerDefinitions", `a host in "us-east-1"`),
                ...names("containerDefinitions", `the region "eu-central-1"`),
                ...names("containerDefinitions", `the region "us-west-2"`),
            ]);
            assert.deepEqual(
                await said({ settings: [{ name: "QUEUE_REGION", value: "us-east-1" }] }),
                names("settings[0].value", `the region "us-east-1"`),
            );
        });
    });

    describe("records of DNS", () => {
        it("reports what leads to CloudFront, there and nowhere else", async () => {
            const what = "a host of CloudFront, which works in every region";
            const record = "aws:route53/record:Record";
            for (const host of [
                "d1.cloudfront.net",
                "d1.cloudfront.net.",
                "main.d1.amplifyapp.com",
            ]) {
                assert.deepEqual(
                    await said({ aliases: [{ name: host }] }, record),
                    names("aliases[0].name", what),
                );
                assert.deepEqual(await said({ allowedOrigins: [`https://${host}`] }), []);
            }
            assert.deepEqual(
                await said({ records: ["d1.cloudfront.net.example.com"] }, record),
                [],
            );
        });
    });

    describe("another policy's business", () => {
        it("leaves the resource's own region to resource-region, and all that lies there with it", async () => {
            assert.deepEqual(await said({ region: "us-east-1" }), []);
            assert.deepEqual(await said({ region: "us-east-1", a: QUEUE, b: HOST }), []);
            assert.deepEqual(await said({ region: "us-east-1a" }), []);
            assert.deepEqual(
                await said({ region: "us-east-1", a: "arn:aws:sqs:us-west-2:1:a" }),
                names("a", `an ARN of sqs in "us-west-2"`),
            );
            assert.deepEqual(await said({ region: "cn-north-1", a: "arn:aws-cn:s3:::a" }), []);
            assert.deepEqual(
                await said({ region: "us-east-1", a: "arn:aws-cn:s3:::a" }),
                names("a", `an ARN of s3 in partition "aws-cn"`),
            );
            assert.deepEqual(
                await said({ a: { region: "us-east-1" } }),
                names("a.region", `the region "us-east-1"`),
            );
            assert.deepEqual(
                await said({ region: ["us-east-1"] }),
                names("region[0]", `the region "us-east-1"`),
            );
        });

        it("leaves properties to the policies that are about them", async () => {
            assert.deepEqual(
                await said({ replicas: [{ regionName: "us-east-1" }] }, "aws:dynamodb/table:Table"),
                [],
            );
            assert.deepEqual(
                await said({ availabilityZone: "us-east-1a" }, "aws:ec2/subnet:Subnet"),
                [],
            );
            assert.deepEqual(
                await said({ availabilityZone: UNKNOWN }, "aws:ec2/subnet:Subnet"),
                [],
            );
            assert.deepEqual(
                await said({ availabilityZone: "us-east-1a" }),
                names("availabilityZone", `a zone of "us-east-1"`),
            );
        });

        it("passes over properties that move nothing", async () => {
            assert.deepEqual(
                await said({ regions: ["us-east-1"] }, "aws:route53/healthCheck:HealthCheck"),
                [],
            );
            assert.deepEqual(
                await said(
                    { keyManagementServiceArn: "arn:aws:kms:us-east-1:1:key/a" },
                    "aws:route53/keySigningKey:KeySigningKey",
                ),
                [],
            );
        });

        it("does not apply to types that another policy reports as a whole", async () => {
            assert.deepEqual(
                await judge(regionInText, {
                    type: "aws:cloudfront/distribution:Distribution",
                    props: { a: QUEUE },
                }),
                {
                    diagnostics: [],
                    notApplicable: ["Another policy reports resources of this type"],
                },
            );
        });
    });

    describe("values that are not known yet", () => {
        it("does not evaluate them, and reports the others", async () => {
            assert.deepEqual(await said({ a: UNKNOWN, b: [UNKNOWN, QUEUE], c: { d: UNKNOWN } }), [
                ...names("b[1]", `an ARN of sqs in "us-east-1"`),
                "not-evaluated: a is not known yet",
                "not-evaluated: b[0] is not known yet",
                "not-evaluated: c.d is not known yet",
            ]);
        });

        it("evaluates without ids that hold no region", async () => {
            assert.deepEqual(
                await said({
                    vpcId: UNKNOWN,
                    subnetIds: [UNKNOWN],
                    vpcSecurityGroupIds: UNKNOWN,
                    zoneId: UNKNOWN,
                }),
                [],
            );
            assert.deepEqual(await said({ kmsKeyId: UNKNOWN, userPoolId: UNKNOWN }), [
                "not-evaluated: kmsKeyId is not known yet",
                "not-evaluated: userPoolId is not known yet",
            ]);
        });

        it("does not evaluate a region that is not known yet", async () => {
            assert.deepEqual(await said({ region: UNKNOWN, a: QUEUE }), [
                ...names("a", `an ARN of sqs in "us-east-1"`),
                "not-evaluated: region is not known yet",
            ]);
        });

        it("knows the id of a key, which looks the same", async () => {
            assert.deepEqual(await said({ kmsKeyId: "12345678-90ab-cdef-1234-567890abcdef" }), []);
        });
    });

    it("does not apply to what is not of AWS", async () => {
        const { notApplicable } = await judge(regionInText, {
            type: "random:index/randomId:RandomId",
            props: { a: QUEUE },
        });
        assert.deepEqual(notApplicable, ["Policy only applies to resources of type 'aws:*'"]);
    });
});
