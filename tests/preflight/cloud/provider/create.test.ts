import assert from "node:assert/strict";
import fc from "fast-check";
import { createSimulation } from "../../../../preflight/cloud";
import { PREPARED, preparation } from "../../../../preflight/cloud/aws/recipes";
import { openShapes } from "../../../../preflight/cloud/shapes/shapes";
import { type Props, secret, UNKNOWN } from "../../../../preflight/values";
import { awsProvider, request } from "../requests";

const options = { sdkRoots: [process.cwd()] };
const shapes = openShapes(options.sdkRoots);

function made(type: string, inputs: Props = {}): { readonly id: string; readonly outputs: Props } {
    return createSimulation(options).create(request(type, inputs));
}

describe("preflight/cloud/provider: ids and ARNs as AWS gives them", () => {
    const ARN = "arn:aws";
    const HERE = "eu-west-1:123456789012";
    const CASES: readonly (readonly [string, Props, RegExp, RegExp])[] = [
        ["aws:s3/bucket:Bucket", { bucket: "b" }, /^b$/, new RegExp(`^${ARN}:s3:::b$`)],
        [
            "aws:iam/role:Role",
            { name: "r" },
            /^r$/,
            new RegExp(`^${ARN}:iam::123456789012:role/r$`),
        ],
        [
            "aws:iam/role:Role",
            { name: "r", path: "/p/" },
            /^r$/,
            new RegExp(`^${ARN}:iam::123456789012:role/p/r$`),
        ],
        [
            "aws:iam/policy:Policy",
            { name: "p" },
            /:policy\/p$/,
            new RegExp(`^${ARN}:iam::123456789012:policy/p$`),
        ],
        [
            "aws:kms/key:Key",
            {},
            /^[0-9a-f]{8}-[0-9a-f]{4}-4/,
            new RegExp(`^${ARN}:kms:${HERE}:key/[0-9a-f-]{36}$`),
        ],
        [
            "aws:sqs/queue:Queue",
            { name: "q" },
            /^https:\/\/sqs\.eu-west-1\.amazonaws\.com\/123456789012\/q$/,
            new RegExp(`^${ARN}:sqs:${HERE}:q$`),
        ],
        ["aws:sns/topic:Topic", { name: "t" }, /:t$/, new RegExp(`^${ARN}:sns:${HERE}:t$`)],
        [
            "aws:cloudwatch/metricAlarm:MetricAlarm",
            { name: "a" },
            /^a$/,
            new RegExp(`^${ARN}:cloudwatch:${HERE}:alarm:a$`),
        ],
        [
            "aws:ec2/vpc:Vpc",
            {},
            /^vpc-[0-9a-f]{17}$/,
            new RegExp(`^${ARN}:ec2:${HERE}:vpc/vpc-[0-9a-f]{17}$`),
        ],
        [
            "aws:lb/loadBalancer:LoadBalancer",
            { name: "l", loadBalancerType: "network" },
            /loadbalancer\/net\/l\//,
            /^arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer\/net\/l\/[0-9a-f]{16}$/,
        ],
        [
            "aws:lb/loadBalancer:LoadBalancer",
            { name: "l", loadBalancerType: "gateway" },
            /loadbalancer\/gwy\/l\//,
            /loadbalancer\/gwy\/l\//,
        ],
        [
            "aws:ssm/parameter:Parameter",
            { name: "/a/b" },
            /^\/a\/b$/,
            new RegExp(`^${ARN}:ssm:${HERE}:parameter/a/b$`),
        ],
        [
            "aws:ssm/parameter:Parameter",
            { name: "a" },
            /^a$/,
            new RegExp(`^${ARN}:ssm:${HERE}:parameter/a$`),
        ],
        [
            "aws:wafv2/webAcl:WebAcl",
            { name: "w", scope: "CLOUDFRONT" },
            /-/,
            /:global\/webacl\/w\//,
        ],
        [
            "aws:elasticbeanstalk/environment:Environment",
            { name: "e", application: "a" },
            /^e-[A-Z2-7]{10}$/,
            new RegExp(`^${ARN}:elasticbeanstalk:${HERE}:environment/a/e$`),
        ],
        ["aws:ecs/service:Service", { name: "s" }, /service\/default\/s$/, /service\/default\/s$/],
        [
            "aws:ecs/service:Service",
            { name: "s", cluster: "arn:aws:ecs:x:y:cluster/c" },
            /service\/c\/s$/,
            /service\/c\/s$/,
        ],
    ];
    for (const [type, inputs, id, arn] of CASES) {
        it(`gives ${type} ${JSON.stringify(inputs)} both`, () => {
            const { id: actual, outputs } = made(type, inputs);
            assert.match(actual, id);
            assert.match(
                String(shapes.resource(type)?.outputs.has("arn") ? outputs.arn : actual),
                arn,
            );
        });
    }

    it("belongs to the partition of its region", () => {
        const provider = awsProvider({ region: "cn-north-1" });
        const { outputs } = createSimulation(options).create(
            request("aws:s3/bucket:Bucket", { bucket: "b" }, { provider }),
        );
        assert.equal(outputs.arn, "arn:aws-cn:s3:::b");
        assert.equal(outputs.bucketDomainName, "b.s3.amazonaws.com.cn");
        const gov = awsProvider({ region: "us-gov-west-1" });
        assert.equal(
            createSimulation(options).create(
                request("aws:s3/bucket:Bucket", { bucket: "b" }, { provider: gov }),
            ).outputs.arn,
            "arn:aws-us-gov:s3:::b",
        );
    });

    it("belongs to the run's account, or to the only one that the provider allows", () => {
        const type = "aws:iam/role:Role";
        const simulation = createSimulation({ ...options, accountId: "111111111111" });
        assert.equal(
            simulation.create(request(type, { name: "r" })).outputs.arn,
            "arn:aws:iam::111111111111:role/r",
        );
        const provider = awsProvider({ allowedAccountIds: '["222222222222"]' });
        assert.equal(
            simulation.create(request(type, { name: "r" }, { provider })).outputs.arn,
            "arn:aws:iam::222222222222:role/r",
        );
        const two = awsProvider({ allowedAccountIds: '["2","3"]' });
        assert.equal(
            simulation.create(request(type, { name: "r" }, { provider: two })).outputs.arn,
            "arn:aws:iam::111111111111:role/r",
        );
    });
});

describe("preflight/cloud/provider: outputs", () => {
    it("gives every prepared type all outputs that its SDK promises, of the promised kind", () => {
        for (const type of PREPARED) {
            const { outputs, guessed } = createSimulation(options).create(request(type));
            assert.equal(guessed, false, type);
            for (const { name, type: declared, optional } of shapes
                .resource(type)
                ?.outputs.values() ?? []) {
                if (optional || outputs[name] === undefined) continue;
                if (["string", "number", "boolean"].includes(declared.kind))
                    assert.equal(typeof outputs[name], declared.kind, `${type}.${name}`);
                if (declared.kind === "list")
                    assert.ok(Array.isArray(outputs[name]), `${type}.${name}`);
            }
        }
    });

    it("fills every placeholder of every recipe", () => {
        for (const type of PREPARED) {
            const { id, outputs } = createSimulation(options).create(request(type));
            assert.doesNotMatch(JSON.stringify([id, outputs]), /[^$]\{\w+\}/, type);
            assert.ok(preparation(type) !== undefined);
        }
    });

    it("returns what the program set, secrets and unknowns too", () => {
        const inputs = { name: "t", displayName: secret("x"), kmsMasterKeyId: UNKNOWN };
        const { outputs } = made("aws:sns/topic:Topic", inputs);
        assert.deepEqual(
            [outputs.name, outputs.displayName, outputs.kmsMasterKeyId],
            ["t", secret("x"), UNKNOWN],
        );
    });

    it("validates a certificate's names, a wildcard as its domain", () => {
        const { outputs } = made("aws:acm/certificate:Certificate", {
            domainName: "a.example.org",
            subjectAlternativeNames: ["*.a.example.org", "b.example.org"],
        });
        const validations = outputs.domainValidationOptions as {
            domainName: string;
            resourceRecordName: string;
        }[];
        assert.deepEqual(
            validations.map(({ domainName }) => domainName),
            ["a.example.org", "*.a.example.org", "b.example.org"],
        );
        assert.equal(validations[0]!.resourceRecordName, validations[1]!.resourceRecordName);
        assert.notEqual(validations[0]!.resourceRecordName, validations[2]!.resourceRecordName);
    });

    const COMPUTED: readonly (readonly [string, Props, string, unknown])[] = [
        ["aws:rds/instance:Instance", { identifier: "db", engine: "mysql" }, "port", 3306],
        ["aws:rds/instance:Instance", { identifier: "db", engine: "postgres" }, "port", 5432],
        ["aws:rds/instance:Instance", { identifier: "db" }, "masterUserSecrets", []],
        ["aws:dynamodb/table:Table", { name: "t" }, "streamArn", ""],
        [
            "aws:dynamodb/table:Table",
            { name: "t", streamEnabled: true },
            "streamArn",
            "arn:aws:dynamodb:eu-west-1:123456789012:table/t/stream/2020-01-01T00:00:00.000",
        ],
        ["aws:ec2/keyPair:KeyPair", { keyName: "k", publicKey: "ssh-rsa AAAA" }, "keyType", "rsa"],
        [
            "aws:ec2/keyPair:KeyPair",
            { keyName: "k", publicKey: "ssh-ed25519 AAAA" },
            "keyType",
            "ed25519",
        ],
        [
            "aws:kms/alias:Alias",
            { name: "alias/a", targetKeyId: "k" },
            "targetKeyArn",
            "arn:aws:kms:eu-west-1:123456789012:key/k",
        ],
        ["aws:kms/alias:Alias", { name: "alias/a", targetKeyId: "arn:k" }, "targetKeyArn", "arn:k"],
        ["aws:ec2/vpc:Vpc", {}, "ipv6CidrBlock", ""],
        ["aws:s3/bucket:Bucket", {}, "logging", undefined],
        ["aws:s3/bucket:Bucket", {}, "corsRules", []],
        [
            "aws:glue/catalogDatabase:CatalogDatabase",
            { name: "g" },
            "arn",
            "arn:aws:glue:eu-west-1:123456789012:catalogdatabase/g",
        ],
        ["aws:glue/catalogDatabase:CatalogDatabase", { name: "g" }, "catalogId", "123456789012"],
        [
            "aws:cloudfront/function:Function",
            { name: "f" },
            "arn",
            "arn:aws:cloudfront::123456789012:function/f",
        ],
    ];
    for (const [type, inputs, key, value] of COMPUTED) {
        it(`gives ${type} ${JSON.stringify(inputs)} the ${key} ${JSON.stringify(value)}`, () => {
            assert.deepEqual(made(type, inputs).outputs[key], value);
        });
    }

    it("says the secret of a database whose password RDS manages", () => {
        const { outputs } = made("aws:rds/instance:Instance", {
            identifier: "db",
            manageMasterUserPassword: true,
            masterUserSecretKmsKeyId: "k",
        });
        const [managed] = outputs.masterUserSecrets as Props[];
        assert.equal(managed?.kmsKeyId, "k");
        assert.match(
            String(managed.secretArn),
            /^arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-/,
        );
        assert.match(
            String(outputs.endpoint),
            /^db\.[0-9a-f]{12}\.eu-west-1\.rds\.amazonaws\.com:5432$/,
        );
    });

    it("says an internal load balancer's name as AWS does", () => {
        const { outputs } = made("aws:lb/loadBalancer:LoadBalancer", { name: "l", internal: true });
        assert.match(
            String(outputs.dnsName),
            /^internal-l-[0-9a-f]{10}\.eu-west-1\.elb\.amazonaws\.com$/,
        );
        assert.equal(outputs.zoneId, "Z32O12XQLNTSW2");
    });

    it("gives types of other providers texts, and none an ARN", () => {
        const { id, outputs } = made("docker:index/image:Image", {});
        assert.match(id, /^image-[0-9a-f]{17}$/);
        assert.match(String(outputs.repoDigest), /^repoDigest-[0-9a-f]{8}$/);
    });

    it("depends on the request alone", () => {
        fc.assert(
            fc.property(fc.constantFrom(...PREPARED), fc.string(), (type, urn) => {
                const run = (): unknown =>
                    createSimulation(options).create(request(type, {}, { urn }));
                assert.deepEqual(run(), run());
            }),
            { numRuns: 30 },
        );
    });
});

describe("preflight/cloud/provider: previews", () => {
    const preview = (type: string, inputs: Props = {}): Props =>
        createSimulation(options).create(request(type, inputs, { preview: true })).outputs;

    it("knows no id", () => {
        assert.equal(
            createSimulation(options).create(request("aws:ec2/vpc:Vpc", {}, { preview: true })).id,
            UNKNOWN,
        );
    });

    it("leaves computed outputs unknown, optional ones away, and known inputs known", () => {
        const outputs = preview("aws:sns/topic:Topic", {
            name: "t",
            region: "eu-west-1",
            tagsAll: {},
        });
        assert.deepEqual(
            [outputs.arn, outputs.owner, outputs.name, outputs.region, outputs.tagsAll],
            [UNKNOWN, UNKNOWN, "t", "eu-west-1", {}],
        );
        assert.equal("displayName" in outputs, false);
    });
});

describe("preflight/cloud/provider: reads", () => {
    it("gives what is read its id, in a preview too", () => {
        const simulation = createSimulation(options);
        const base = request("aws:ec2/vpc:Vpc", { cidrBlock: "10.1.0.0/16" }, { preview: true });
        const { id, outputs } = simulation.read({ ...base, id: "vpc-1" });
        assert.equal(id, "vpc-1");
        assert.equal(outputs.arn, "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1");
        assert.equal(outputs.cidrBlock, "10.1.0.0/16");
    });
});

describe("preflight/cloud/provider: what an id says of a resource that is read", () => {
    const read = (type: string, id: string, inputs: Props = {}): Props =>
        createSimulation(options).read({ ...request(type, inputs), id }).outputs;

    it("is its name, and what follows from it", () => {
        const role = read("aws:iam/role:Role", "deployer");
        assert.equal(role.name, "deployer");
        assert.equal(role.arn, "arn:aws:iam::123456789012:role/deployer");
        const bucket = read("aws:s3/bucket:Bucket", "logs.example");
        assert.equal(bucket.bucket, "logs.example");
        assert.equal(bucket.arn, "arn:aws:s3:::logs.example");
    });

    it("is name, region and account of an ARN or a URL", () => {
        const topic = read("aws:sns/topic:Topic", "arn:aws:sns:us-east-1:210987654321:alarms");
        assert.equal(topic.name, "alarms");
        assert.equal(topic.region, "us-east-1");
        assert.equal(topic.arn, "arn:aws:sns:us-east-1:210987654321:alarms");
        const queue = read(
            "aws:sqs/queue:Queue",
            "https://sqs.us-east-1.amazonaws.com/123456789012/work",
        );
        assert.equal(queue.name, "work");
        assert.equal(queue.arn, "arn:aws:sqs:us-east-1:123456789012:work");
    });

    it("ends before what AWS adds to a name", () => {
        const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-password-AbCdEf";
        assert.equal(read("aws:secretsmanager/secret:Secret", arn).name, "db-password");
        assert.equal(read("aws:s3/bucketObject:BucketObject", "b/deep/key").key, "deep/key");
    });

    it("is nothing against what the program says, for an id of another form, or an invented one", () => {
        assert.equal(read("aws:iam/role:Role", "id", { name: "said" }).name, "said");
        assert.equal(read("aws:sns/topic:Topic", "alarms").name, "orders");
        assert.equal(read("aws:lb/loadBalancer:LoadBalancer", "lb-1").name, "orders");
        assert.equal(read("aws:ec2/vpc:Vpc", "vpc-1").id, undefined);
    });
});

describe("preflight/cloud/provider: components that nobody prepared", () => {
    it("hold the resources that their SDK declares, optional ones and lists too", () => {
        const { outputs } = made("awsx:lb:ApplicationLoadBalancer", {
            defaultTargetGroup: { port: 80 },
        });
        const { loadBalancer, defaultTargetGroup, listeners, vpcId } = outputs as Record<
            string,
            Props
        >;
        assert.match(String(loadBalancer?.dnsName), /\.eu-west-1\.elb\.amazonaws\.com$/);
        assert.match(String(defaultTargetGroup?.arn), /:targetgroup\//);
        assert.equal(Array.isArray(listeners), true);
        assert.match(String((listeners as unknown as Props[])[0]?.arn), /:listener\//);
        assert.equal(vpcId, undefined);
    });

    it("are in AWS's words", () => {
        assert.match(String(made("awsx:ec2:DefaultVpc").outputs.vpcId), /^vpc-[0-9a-f]{17}$/);
    });

    it("are unknown in a preview", () => {
        const { outputs } = createSimulation(options).create(
            request("awsx:lb:ApplicationLoadBalancer", {}, { preview: true }),
        );
        assert.equal(outputs.loadBalancer, UNKNOWN);
    });
});

describe("preflight/cloud: notes", () => {
    it("says once of each type that it was guessed, and how, in order", () => {
        const simulation = createSimulation(options);
        for (const type of [
            "nowhere:a/b:C",
            "aws:glue/trigger:Trigger",
            "aws:glue/trigger:Trigger",
            "aws:s3/bucket:Bucket",
        ]) {
            simulation.create(request(type));
        }
        assert.deepEqual(simulation.notes, [
            {
                kind: "guessed-type",
                message:
                    "aws:glue/trigger:Trigger: outputs are guessed from the SDK's declarations",
            },
            {
                kind: "guessed-type",
                message:
                    "nowhere:a/b:C: outputs are guessed from its inputs only: no declaration was found",
            },
        ]);
    });

    it("says which provider has no region", () => {
        const simulation = createSimulation(options);
        simulation.create(
            request("aws:sns/topic:Topic", {}, { provider: { ...awsProvider(), inputs: {} } }),
        );
        assert.deepEqual(simulation.notes, [
            {
                kind: "assumed-region",
                message: "no region is configured for main: simulated values use us-east-1",
            },
        ]);
    });

    it("takes the region of the stack where a provider has none", () => {
        const simulation = createSimulation({ ...options, region: "eu-west-1" });
        const provider = { ...awsProvider(), inputs: {} };
        const topic = request("aws:sns/topic:Topic", { name: "alarms" }, { provider });
        const arn = "arn:aws:sns:eu-west-1:123456789012:alarms";
        assert.equal(simulation.create(topic).outputs.arn, arn);
        assert.equal(simulation.read({ ...topic, id: arn }).outputs.arn, arn);
        assert.equal(
            simulation.invoke("aws:index/getRegion:getRegion", {}, provider).region,
            "eu-west-1",
        );
        const other = { ...topic, provider: awsProvider({ region: "eu-west-2" }) };
        assert.match(String(simulation.create(other).outputs.arn), /:eu-west-2:/);
        assert.deepEqual(simulation.notes, [
            {
                kind: "assumed-region",
                message: "no region is configured for main: simulated values use eu-west-1",
            },
        ]);
    });

    it("says of which components it does not know what they are made of", () => {
        const simulation = createSimulation(options);
        const built = simulation.construct({
            ...request("awsx:ecs:FargateService"),
            propertyDependencies: {},
            register: () => assert.fail("nothing is registered"),
            invoke: () => assert.fail("nothing is asked"),
        });
        assert.equal(built, undefined);
        assert.deepEqual(simulation.notes, [
            {
                kind: "guessed-component",
                message:
                    "awsx:ecs:FargateService: the resources it is made of are not known here, and nothing judges them",
            },
        ]);
    });
});
