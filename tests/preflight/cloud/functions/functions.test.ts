import assert from "node:assert/strict";
import { createSimulation } from "../../../../preflight/cloud";
import { PREPARED_FUNCTIONS } from "../../../../preflight/cloud/functions/prepared";
import { openShapes } from "../../../../preflight/cloud/shapes/shapes";
import { type Props, secret, unwrap } from "../../../../preflight/values";
import { awsProvider } from "../requests";

const options = { sdkRoots: [process.cwd()] };
const simulation = createSimulation(options);
const shapes = openShapes(options.sdkRoots);

/** `ec2/getVpc` → its token. */
function token(path: string): string {
    return `aws:${path}:${path.split("/")[1] ?? ""}`;
}

function answer(path: string, args: Props = {}, region = "eu-west-1"): Props {
    return simulation.invoke(token(path), args, awsProvider({ region }));
}

describe("preflight/cloud/functions: answers", () => {
    const CASES: readonly (readonly [string, Props, Props])[] = [
        [
            "index/getCallerIdentity",
            {},
            { accountId: "123456789012", arn: "arn:aws:iam::123456789012:user/preflight" },
        ],
        [
            "index/getRegion",
            {},
            { region: "eu-west-1", name: "eu-west-1", description: "Europe (Ireland)" },
        ],
        [
            "index/getRegion",
            { name: "sa-east-1" },
            {
                name: "sa-east-1",
                description: "sa-east-1",
                endpoint: "ec2.sa-east-1.amazonaws.com",
            },
        ],
        [
            "index/getRegions",
            {},
            { names: ["eu-central-1", "eu-west-1", "us-east-1", "us-west-2"] },
        ],
        ["index/getPartition", {}, { partition: "aws", dnsSuffix: "amazonaws.com" }],
        [
            "index/getAvailabilityZones",
            { state: "available" },
            {
                names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
                zoneIds: ["euw1-az1", "euw1-az2", "euw1-az3"],
                state: "available",
            },
        ],
        [
            "index/getAvailabilityZones",
            { excludeNames: ["eu-west-1a"] },
            { names: ["eu-west-1b", "eu-west-1c"] },
        ],
        [
            "index/getAvailabilityZones",
            { region: "us-west-1" },
            { names: ["us-west-1a", "us-west-1c"] },
        ],
        ["index/getAvailabilityZone", {}, { name: "eu-west-1a", nameSuffix: "a" }],
        [
            "index/getAvailabilityZone",
            { name: "eu-west-1b" },
            { name: "eu-west-1b", nameSuffix: "b" },
        ],
        ["index/getService", {}, { dnsName: "ec2.eu-west-1.amazonaws.com" }],
        ["index/getService", { serviceId: "s3" }, { reverseDnsName: "com.amazonaws.eu-west-1.s3" }],
        ["index/getServicePrincipal", {}, { name: "ec2.amazonaws.com" }],
        ["index/getServicePrincipal", { serviceName: "s3" }, { name: "s3.amazonaws.com" }],
        [
            "index/getArn",
            { arn: "arn:aws:rds:eu-west-1:1:db:a" },
            { service: "rds", account: "1", resource: "db:a" },
        ],
        [
            "ec2/getVpc",
            { id: "vpc-1" },
            { id: "vpc-1", arn: "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1", default: false },
        ],
        ["ec2/getVpc", { default: true }, { cidrBlock: "172.31.0.0/16", default: true }],
        ["ec2/getSubnet", { id: "subnet-1" }, { id: "subnet-1", availabilityZone: "eu-west-1b" }],
        ["ec2/getSubnet", { id: "subnet-x" }, { availabilityZone: "eu-west-1a" }],
        [
            "ec2/getSubnet",
            { availabilityZone: "eu-west-1c", vpcId: "vpc-1" },
            { availabilityZone: "eu-west-1c", vpcId: "vpc-1" },
        ],
        ["ec2/getSecurityGroup", { name: "web", vpcId: "vpc-1" }, { name: "web", vpcId: "vpc-1" }],
        [
            "ec2/getSecurityGroup",
            { filters: [{ name: "group-name", values: ["web"] }] },
            { name: "web" },
        ],
        [
            "ec2/getRouteTable",
            { routeTableId: "rtb-1" },
            { id: "rtb-1", arn: "arn:aws:ec2:eu-west-1:123456789012:route-table/rtb-1" },
        ],
        [
            "ec2/getInternetGateway",
            { filters: [{ name: "attachment.vpc-id", values: [] }] },
            { ownerId: "123456789012" },
        ],
        ["ec2/getNatGateway", { id: "nat-1" }, { id: "nat-1", state: "available" }],
        [
            "ec2/getElasticIp",
            { publicIp: "203.0.113.7" },
            {
                publicIp: "203.0.113.7",
                publicDns: "ec2-203-0-113-7.eu-west-1.compute.amazonaws.com",
            },
        ],
        ["ec2/getManagedPrefixList", { name: "n" }, { name: "n" }],
        [
            "ec2/getAmi",
            { owners: ["099720109477"], filters: [{ name: "name", values: ["ubuntu-*-amd64"] }] },
            { ownerId: "099720109477", architecture: "x86_64", name: "ubuntu-2026-amd64" },
        ],
        [
            "ec2/getAmi",
            { owners: ["amazon"], nameRegex: "al2023-.*-arm64" },
            { ownerId: "137112412989", architecture: "arm64", imageOwnerAlias: "amazon" },
        ],
        [
            "ec2/getAmi",
            { filters: [{ name: "architecture", values: ["arm64"] }] },
            { ownerId: "123456789012", architecture: "arm64", public: false },
        ],
        [
            "ec2/getInstance",
            { instanceId: "i-1" },
            { arn: "arn:aws:ec2:eu-west-1:123456789012:instance/i-1" },
        ],
        [
            "elasticbeanstalk/getSolutionStack",
            { nameRegex: "^64bit Amazon Linux 2 (.*) running Docker$" },
            { name: "64bit Amazon Linux 2 v3.9.0 running Docker" },
        ],
        [
            "elasticbeanstalk/getSolutionStack",
            { nameRegex: "^64bit Amazon Linux 2018.03 (.*) running Java 8$" },
            { name: "64bit Amazon Linux 2018.03 1.0.0 running Java 8" },
        ],
        [
            "elasticbeanstalk/getSolutionStack",
            {},
            { name: "64bit Amazon Linux 2023 v4.7.0 running Corretto 21" },
        ],
        ["elasticbeanstalk/getHostedZone", {}, { id: "Z2NYPWQ7DFZAZH" }],
        [
            "elb/getServiceAccount",
            {},
            { id: "156460612806", arn: "arn:aws:iam::156460612806:root" },
        ],
        ["elb/getHostedZoneId", {}, { id: "Z32O12XQLNTSW2" }],
        ["lb/getHostedZoneId", { loadBalancerType: "network" }, { id: "Z2IFOLAFXWLO4F" }],
        ["lb/getHostedZoneId", {}, { id: "Z32O12XQLNTSW2" }],
        ["route53/getZone", { name: "example.com." }, { name: "example.com" }],
        [
            "route53/getZone",
            { zoneId: "Z1" },
            { id: "Z1", arn: "arn:aws:route53:::hostedzone/Z1", name: "example.org" },
        ],
        ["secretsmanager/getSecret", { name: "db" }, { name: "db" }],
        [
            "secretsmanager/getSecretVersion",
            { secretId: "arn:x", versionId: "v", versionStage: "OLD" },
            { arn: "arn:x", versionId: "v", versionStages: ["OLD"] },
        ],
        [
            "ssm/getParameter",
            { name: "a" },
            { arn: "arn:aws:ssm:eu-west-1:123456789012:parameter/a" },
        ],
        [
            "ssm/getParameter",
            { name: "/aws/service/x" },
            { arn: "arn:aws:ssm:eu-west-1::parameter/aws/service/x" },
        ],
        [
            "acm/getCertificate",
            { domain: "a.example.org" },
            { domain: "a.example.org", status: "ISSUED" },
        ],
        ["iam/getRole", { name: "r" }, { arn: "arn:aws:iam::123456789012:role/r" }],
        ["iam/getPolicy", { name: "p" }, { arn: "arn:aws:iam::123456789012:policy/p" }],
        [
            "iam/getPolicy",
            { arn: "arn:aws:iam::aws:policy/AdministratorAccess" },
            { name: "AdministratorAccess" },
        ],
        ["iam/getUser", { userName: "u" }, { arn: "arn:aws:iam::123456789012:user/u" }],
        [
            "iam/getSessionContext",
            { arn: "arn:aws:sts::1:assumed-role/r/s" },
            { issuerArn: "arn:aws:iam::1:role/r", sessionName: "s" },
        ],
        [
            "iam/getSessionContext",
            { arn: "arn:aws:iam::1:user/u" },
            { issuerArn: "arn:aws:iam::1:user/u", issuerId: "" },
        ],
        [
            "s3/getBucket",
            { bucket: "b" },
            { arn: "arn:aws:s3:::b", bucketRegionalDomainName: "b.s3.eu-west-1.amazonaws.com" },
        ],
        ["ecr/getCredentials", { registryId: "1" }, { registryId: "1" }],
    ];
    for (const [path, args, expected] of CASES) {
        it(`answers ${path} ${JSON.stringify(args)}`, () => {
            const given = answer(path, args);
            assert.deepEqual(
                Object.fromEntries(Object.keys(expected).map((key) => [key, given[key]])),
                expected,
            );
        });
    }

    it("gives parameters that name images, and describes those that AWS publishes so", () => {
        const value = (name: string): string =>
            String(unwrap(answer("ssm/getParameter", { name }).value));
        const id = /^ami-[0-9a-f]{17}$/;
        for (const name of [
            "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
            "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
            "/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard/recommended/image_id",
        ]) {
            assert.match(value(name), id, name);
        }
        for (const name of [
            "/aws/service/ecs/optimized-ami/amazon-linux/recommended",
            "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended",
        ]) {
            const { image_id, ...rest } = JSON.parse(value(name)) as Record<string, unknown>;
            assert.match(String(image_id), id, name);
            assert.deepEqual(rest, { schema_version: 1, image_name: "simulated" });
        }
        assert.match(value("/app/recommended"), /^simulated-[0-9a-f]{8}$/);
    });

    it("gives the provider's default tags", () => {
        const provider = awsProvider({ defaultTags: '{"tags":{"a":"b"}}' });
        assert.deepEqual(simulation.invoke(token("index/getDefaultTags"), {}, provider).tags, {
            a: "b",
        });
    });

    it("keeps secrets secret", () => {
        for (const [path, key] of [
            ["secretsmanager/getSecretVersion", "secretString"],
            ["ssm/getParameter", "value"],
            ["eks/getClusterAuth", "token"],
            ["ecr/getAuthorizationToken", "password"],
        ] as const) {
            const value = answer(path, { name: "x", secretId: "x" })[key];
            assert.deepEqual(value, secret(unwrap(value)), path);
        }
        assert.equal(
            String(
                unwrap(
                    answer("secretsmanager/getRandomPassword", { passwordLength: 40 })
                        .randomPassword,
                ),
            ).length,
            40,
        );
        assert.equal(
            String(unwrap(answer("secretsmanager/getRandomPassword").randomPassword)).length,
            32,
        );
    });

    it("answers alike for arguments in another order, and secret ones", () => {
        const one = answer("glue/getScript", { language: "SCALA", dagEdges: [] });
        assert.equal(
            one.id,
            answer("glue/getScript", { dagEdges: [], language: secret("SCALA") }).id,
        );
    });

    it("agrees between lists and single things", () => {
        const ids = answer("ec2/getSubnets", { filters: [{ name: "vpc-id", values: ["vpc-1"] }] })
            .ids as string[];
        assert.deepEqual(
            ids.map((id) => answer("ec2/getSubnet", { id }).availabilityZone),
            ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
        );
        const alias = answer("kms/getAlias", { name: "alias/a" });
        assert.equal(answer("kms/getKey", { keyId: "alias/a" }).id, alias.targetKeyId);
        assert.equal(answer("kms/getKey", { keyId: "arn:aws:kms:r:1:key/k" }).id, "k");
        assert.equal(
            answer("ec2/getVpcs").ids instanceof Array &&
                (answer("ec2/getVpcs").ids as string[])[0],
            answer("ec2/getVpc").id,
        );
    });

    it("speaks of the region that is asked for", () => {
        assert.equal(answer("index/getRegion", {}, "us-east-1").region, "us-east-1");
        assert.match(String(answer("ec2/getVpc", { region: "us-east-1" }).arn), /:us-east-1:/);
        assert.deepEqual(answer("ec2/getSubnets", {}, "us-west-1").ids instanceof Array, true);
    });

    it("answers every prepared function with what its SDK declares, and fills every placeholder", () => {
        for (const name of Object.keys(PREPARED_FUNCTIONS)) {
            if (name.includes("getArn")) continue;
            const given = simulation.invoke(name, {}, awsProvider());
            assert.doesNotMatch(JSON.stringify(given), /[^$]\{\w+\}/, name);
            for (const { name: key, optional } of shapes.function(name)?.result.values() ?? []) {
                assert.ok(optional || key in given, `${name}.${key}`);
            }
        }
    });

    it("reports an ARN that is none", () => {
        assert.throws(() => answer("index/getArn", { arn: "no" }), {
            message: 'arn: found "no", expected an ARN with six parts',
        });
    });

    it("says which answers are guessed, and from what", () => {
        const own = createSimulation(options);
        assert.equal(
            typeof own.invoke(token("glue/getScript"), { language: "PYTHON" }, awsProvider())
                .pythonScript,
            "string",
        );
        assert.deepEqual(own.invoke("nowhere:index/getThing:getThing", { a: 1 }, undefined), {
            a: 1,
        });
        assert.deepEqual(own.notes, [
            {
                kind: "guessed-function",
                message:
                    "aws:glue/getScript:getScript: the answer is guessed from the SDK's declarations",
            },
            {
                kind: "guessed-function",
                message:
                    "nowhere:index/getThing:getThing: the answer is guessed from its arguments only: no declaration was found",
            },
        ]);
    });

    it("guesses functions of other providers", () => {
        const own = createSimulation(options);
        assert.match(
            String(
                own.invoke("docker:index/getNetwork:getNetwork", { name: "n" }, undefined).driver,
            ),
            /^driver-/,
        );
    });
});
