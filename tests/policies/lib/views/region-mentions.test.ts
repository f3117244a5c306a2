import assert from "node:assert/strict";
import fc from "fast-check";
import { RegionFinder } from "../../../../policies/lib/views/region-mentions";

const finder = new RegionFinder("eu-west-1");

function phrases(text: string): readonly string[] {
    return finder.elsewhereIn(text).map(({ phrase }) => phrase);
}

/** Texts that name a region, and what they are said to name. */
const NAMING: readonly (readonly [string, (region: string) => string])[] = [
    ["a host in", (region) => `https://sqs.${region}.amazonaws.com/123456789012/orders`],
    ["a host in", (region) => `s3-${region}.amazonaws.com`],
    ["a host in", (region) => `logs.s3-website-${region}.amazonaws.com`],
    ["a host in", (region) => `logs.s3-website.${region}.amazonaws.com`],
    ["a host in", (region) => `*.${region}.rds.amazonaws.com`],
    ["a host in", (region) => `psql -h \${NAME}.${region}.rds.amazonaws.com`],
    ["a host in", (region) => `psql -h $(cat name).${region}.rds.amazonaws.com`],
    ["a host in", (region) => `s3_${region}.amazonaws.com`],
    ["a host in", (region) => `${region}.elb.amazonaws.com`],
    ["a host in", (region) => `https://${region}.console.aws.amazon.com/s3`],
    ["a host in", (region) => `postgres://app@db.abc.${region}.rds.amazonaws.com:5432/orders`],
    ["a host in", (region) => `123456789012.dkr.ecr.${region}.amazonaws.com/orders:1`],
    ["a host in", (region) => `vpce-1-2.ec2.${region}.vpce.amazonaws.com`],
    ["a host in", (region) => `ec2-1-2-3-4.${region}.compute.amazonaws.com`],
    ["a host in", (region) => `${region}.compute.internal`],
    ["a host in", (region) => `abc.lambda-url.${region}.on.aws`],
    ["a host in", (region) => `ec2.${region}.api.aws`],
    ["a host in", (region) => `login.auth.${region}.amazoncognito.com`],
    ["a host in", (region) => `10 feedback-smtp.${region}.amazonses.com`],
    ["a host in", (region) => `orders.${region}.elasticbeanstalk.com`],
    ["a host in", (region) => `logs.${region.toUpperCase()}.amazonaws.com`],
    ["a host in", (region) => `db.${region}.example.com.`],
    ["a host in", (region) => `https://myaws.${region}.example.com`],
    ["a host in", (region) => `https://aws.shop.api.${region}.example.com`],
    ["a host in", (region) => `SQS.${region.toUpperCase()}.AMAZONAWS.COM`],
    ["a service in", (region) => `com.amazonaws.${region}.s3`],
    ["a service in", (region) => `com.amazonaws.vpce.${region}.vpce-svc-0123456789abcdef0`],
    ["a service in", (region) => `aws.sagemaker.${region}.notebook`],
    ["a service in", (region) => `to com.amazonaws.${region}.s3`],
    ["a service in", (region) => `cn.com.amazonaws.${region}.sqs`],
    ["an id of", (region) => `${region}_AbCdEf012`],
    ["an id of", (region) => `${region}:12345678-1234-1234-1234-123456789012`],
    ["a setting of region", (region) => `aws s3 sync /data s3://copy --region ${region}`],
    ["a setting of region", (region) => `aws s3 sync /data s3://copy --region=${region} --quiet`],
    ["a setting of region", (region) => `export AWS_DEFAULT_REGION="${region}"`],
    ["a setting of region", (region) => `{ "awslogs-region" : "${region}" }`],
    ["a setting of region", (region) => `s3://state?region=${region}`],
    ["an ARN of sqs in", (region) => `arn:aws:sqs:${region}:123456789012:orders`],
    ["an ARN of s3 in", (region) => `{"Resource":"arn:aws:s3:${region}:1:accesspoint/a"}`],
    ["an ARN of some service in", (region) => `arn:aws::${region}:1:a`],
    ["the region", (region) => region],
    ["the region", (region) => ` ${region} , ${region}`],
];

const anyElsewhere = fc.constantFrom(
    "us-east-1",
    "eu-west-2",
    "us-gov-west-1",
    "eu-west-10",
    "cn-north-1",
);

describe("RegionFinder", () => {
    for (const [what, write] of NAMING) {
        it(`finds what another region is named by, and not the own one: ${write("REGION")}`, () => {
            fc.assert(
                fc.property(anyElsewhere, (region) => {
                    assert.deepEqual(finder.elsewhereIn(write(region)), [
                        { phrase: `${what} "${region}"`, region },
                    ]);
                }),
            );
            assert.deepEqual(phrases(write("eu-west-1")), []);
        });
    }

    it("finds zones, by name and by id", () => {
        assert.deepEqual(phrases("us-east-1a"), [`a zone of "us-east-1"`]);
        assert.deepEqual(phrases("eu-west-1a, us-east-1-bos-1a"), [`a zone of "us-east-1"`]);
        assert.deepEqual(phrases("use1-az4"), [`a zone of "us-east-1"`]);
        assert.deepEqual(phrases("orders--use1-az4--x-s3"), [`a zone of "us-east-1"`]);
        assert.deepEqual(phrases("ORDERS--USE1-AZ4--X-S3"), [`a zone of "us-east-1"`]);
        assert.deepEqual(phrases("eu-west-1a,euw1-az2"), []);
        assert.deepEqual(phrases("orders--euw1-az2--x-s3"), []);
        assert.deepEqual(phrases("horses1-az4"), []);
    });

    it("finds hosts that belong to a region without saying so", () => {
        assert.deepEqual(phrases("ec2-1-2-3-4.compute-1.amazonaws.com"), [`a host in "us-east-1"`]);
        assert.deepEqual(phrases("https://queue.amazonaws.com/1/a"), [`a host in "us-east-1"`]);
        assert.deepEqual(phrases("s3-external-1.amazonaws.com"), [`a host in "us-east-1"`]);
        assert.deepEqual(phrases("ec2.internal"), [`a host in "us-east-1"`]);
        assert.deepEqual(phrases("a.b1.0001.use1.cache.amazonaws.com"), [`a host in "us-east-1"`]);
        assert.deepEqual(phrases("A.B1.0001.USGW1.CACHE.AMAZONAWS.COM"), [
            `a host in "us-gov-west-1"`,
        ]);
        assert.deepEqual(phrases("a.b1.0001.euw1.cache.amazonaws.com"), []);
        assert.deepEqual(phrases("eu-west-1.queue.amazonaws.com"), []);
    });

    it("finds what works in every region", () => {
        const everywhere = (name: string) => [`${name}, which works in every region`];
        for (const [text, name] of [
            ["logs.s3-accelerate.amazonaws.com", "S3 Transfer Acceleration"],
            ["logs.s3-accelerate.dualstack.amazonaws.com", "S3 Transfer Acceleration"],
            ["com.amazonaws.s3-global.accesspoint", "an S3 Multi-Region Access Point"],
            ["arn:aws:s3::123456789012:accesspoint/a1.mrap", "an S3 Multi-Region Access Point"],
            ["a1.awsglobalaccelerator.com", "Global Accelerator"],
            [`{"Service":"edgelambda.amazonaws.com"}`, "Lambda@Edge"],
            ["replicator.lambda.amazonaws.com", "Lambda@Edge"],
            [`{"Service":"cloudfront.amazonaws.com"}`, "CloudFront"],
            ["arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1", "CloudFront"],
        ] as const) {
            assert.deepEqual(phrases(text), everywhere(name), text);
        }
        assert.equal(finder.elsewhereIn("a1.awsglobalaccelerator.com")[0]?.region, "");
    });

    it("finds ARNs of other partitions that name no region", () => {
        assert.deepEqual(phrases("arn:aws-cn:s3:::logs"), [`an ARN of s3 in partition "aws-cn"`]);
        assert.deepEqual(phrases("arn:aws:s3:::logs"), []);
        assert.deepEqual(phrases("arn:*:s3:::logs"), []);
        assert.deepEqual(phrases("arn:aws*:s3:::logs"), []);
        assert.deepEqual(phrases("arn:aws-?n:s3:::logs"), []);
    });

    it("takes wildcards for what they can mean", () => {
        for (const region of ["*", "eu-*", "eu-west-?", "*-west-1", "e?-west-1*"]) {
            assert.deepEqual(phrases(`arn:aws:logs:${region}:*:*`), [], region);
        }
        // A region of a place where AWS has none yet counts where nothing but a region can stand.
        assert.deepEqual(phrases("arn:aws:logs:nz-north-1:*:*"), [
            `an ARN of logs in "nz-north-1"`,
        ]);
        for (const region of ["us-*", "eu-west-2*", "eu-west-1?", "?u-east-*", "eu-west*-2"]) {
            assert.deepEqual(
                phrases(`arn:aws:logs:${region}:*:*`),
                [`an ARN of logs in "${region}"`],
                region,
            );
        }
    });

    it("finds each place once, and all of them", () => {
        assert.deepEqual(
            phrases(
                JSON.stringify([
                    "arn:aws:sqs:us-east-1:1:a",
                    "arn:aws:sqs:us-east-1:1:b",
                    "arn:aws:sns:us-east-1:1:b",
                    "https://sqs.eu-central-1.amazonaws.com/1/b",
                ]),
            ),
            [
                `an ARN of sqs in "us-east-1"`,
                `an ARN of sns in "us-east-1"`,
                `a host in "eu-central-1"`,
            ],
        );
    });

    it("finds nothing in words that only look like regions", () => {
        for (const text of [
            "",
            "orders",
            "us-east-1-backup",
            "logs-us-east-1",
            "us-east-1 and others",
            "copies go to us-east-1.",
            "a/us-east-1/b",
            "us-east-1.json",
            "us-east-1_backup",
            "us-east-1, orders",
            "regional us-east-1",
            "bus-east-1.example.com",
            "db-east-1.internal.example.com",
            "arn:aws:s3:::logs-us-east-1",
            "arn:aws:health:global::event/S3/AWS_S3_ISSUE/1",
            "arn:aws:sqs:REGION:123456789012:orders",
            "arn:aws:sqs:secret-word:123456789012:orders",
            "arn:hetzner:sqs::123456789012:orders",
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "https://s3.amazonaws.com/logs",
            "logs.s3.amazonaws.com",
            "delivery.logs.amazonaws.com",
            "logger.cloudfront.amazonaws.com",
            "public.ecr.aws/docker/library/nginx",
            "a1b2.cloudfront.net",
            "compute-10.amazonaws.com",
            "my-ec2.internal",
            "ec2.internal.example.com",
            "message-queue.amazonaws.com",
            "com.amazonaws.us-east-1",
            "x.y-us-east-1.example.com",
            "see us-east-1_AbCdEf012",
            "arn:myaws:sqs::123456789012:orders",
            "orders--zzz9-az4--x-s3",
            "a.b1.0001.zzz9.cache.amazonaws.com",
            "a.zzz9.cache.amazonaws.com",
        ]) {
            assert.deepEqual(phrases(text), [], text);
        }
    });

    it("tells nothing of a text but the place", () => {
        const secrets = fc.stringMatching(/^[A-Z][A-Za-z0-9]{11}$/);
        fc.assert(
            fc.property(secrets, anyElsewhere, (secret, region) => {
                for (const text of [
                    `https://user:${secret}@${secret}.${region}.rds.amazonaws.com/${secret}`,
                    `arn:aws:sqs:${region}:1:${secret}`,
                    `PASSWORD=${secret} AWS_REGION=${region}`,
                ]) {
                    assert.equal(JSON.stringify(finder.elsewhereIn(text)).includes(secret), false);
                    assert.equal(finder.elsewhereIn(text).length, 1);
                }
            }),
        );
    });

    it("finds in another region's view what it does not find in its own", () => {
        const american = new RegionFinder("us-gov-west-1");
        assert.deepEqual(
            american.elsewhereIn("arn:aws-us-gov:sqs:us-gov-west-1:1:a arn:aws-us-gov:s3:::b"),
            [],
        );
        assert.deepEqual(american.elsewhereIn("arn:aws:s3:::a arn:aws-us-gov:s3:::b"), [
            { phrase: `an ARN of s3 in partition "aws"`, region: "aws" },
        ]);
        assert.deepEqual(american.elsewhereIn("sqs.eu-west-1.amazonaws.com"), [
            { phrase: `a host in "eu-west-1"`, region: "eu-west-1" },
        ]);
    });
});
