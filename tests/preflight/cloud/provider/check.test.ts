import assert from "node:assert/strict";
import { createSimulation } from "../../../../preflight/cloud";
import { secret, UNKNOWN } from "../../../../preflight/values";
import { awsProvider, request } from "../requests";

const simulation = createSimulation({ sdkRoots: [process.cwd()] });
const TOPIC = "aws:sns/topic:Topic";

describe("preflight/cloud/provider: the region that Check fills in", () => {
    it("is the provider's", () => {
        assert.equal(simulation.check(request(TOPIC)).region, "eu-west-1");
    });

    it("is the resource's own where it has one, unknown ones too", () => {
        assert.equal(simulation.check(request(TOPIC, { region: "us-east-1" })).region, "us-east-1");
        assert.equal(simulation.check(request(TOPIC, { region: UNKNOWN })).region, UNKNOWN);
    });

    it("is unknown while the provider's is", () => {
        const provider = awsProvider({ region: UNKNOWN });
        assert.equal(simulation.check(request(TOPIC, {}, { provider })).region, UNKNOWN);
    });

    it("stays away without a configured region, and on what is not regional", () => {
        const bare = { ...awsProvider(), inputs: {} };
        assert.equal("region" in simulation.check(request(TOPIC, {}, { provider: bare })), false);
        assert.equal("region" in simulation.check(request("aws:iam/role:Role")), false);
    });
});

describe("preflight/cloud/provider: the tags that Check merges", () => {
    const defaultTags = JSON.stringify({ tags: { owner: "platform", stage: "dev" } });

    it("puts the provider's default tags under the resource's own, in tagsAll only", () => {
        const checked = simulation.check(
            request(TOPIC, { tags: { stage: "prod" } }, { provider: awsProvider({ defaultTags }) }),
        );
        assert.deepEqual(checked.tagsAll, { owner: "platform", stage: "prod" });
        assert.deepEqual(checked.tags, { stage: "prod" });
    });

    it("gives an empty bag where nobody tags", () => {
        assert.deepEqual(simulation.check(request(TOPIC)).tagsAll, {});
    });

    it("leaves out ignored keys and prefixes", () => {
        const ignoreTags = JSON.stringify({ keys: ["a"], keyPrefixes: ["kubernetes.io/"] });
        const checked = simulation.check(
            request(
                TOPIC,
                { tags: { a: "1", b: "2", "kubernetes.io/x": "3" } },
                { provider: awsProvider({ ignoreTags }) },
            ),
        );
        assert.deepEqual(checked.tagsAll, { b: "2" });
    });

    for (const [what, tags, defaults] of [
        ["a tag", { a: UNKNOWN }, defaultTags],
        ["the bag", UNKNOWN, defaultTags],
        ["a default tag", {}, UNKNOWN],
    ] as const) {
        it(`is unknown when ${what} is`, () => {
            const provider = awsProvider({ defaultTags: defaults });
            assert.equal(simulation.check(request(TOPIC, { tags }, { provider })).tagsAll, UNKNOWN);
        });
    }

    it("stays secret when a tag is", () => {
        assert.deepEqual(
            simulation.check(request(TOPIC, { tags: { a: secret("x") } })).tagsAll,
            secret({ a: "x" }),
        );
    });

    it("takes default tags that are an object and not JSON", () => {
        const provider = awsProvider({ defaultTags: { tags: { a: "b" } } });
        assert.deepEqual(simulation.check(request(TOPIC, {}, { provider })).tagsAll, { a: "b" });
    });

    it("stays away where a type has no tags", () => {
        assert.equal(
            "tagsAll" in simulation.check(request("aws:sns/topicPolicy:TopicPolicy")),
            false,
        );
    });
});

describe("preflight/cloud/provider: the names that Check gives", () => {
    const NAMES: readonly (readonly [string, string, RegExp, Record<string, unknown>?])[] = [
        [TOPIC, "name", /^Orders-[0-9a-f]{7}$/],
        [TOPIC, "name", /^Orders-[0-9a-f]{7}\.fifo$/, { fifoTopic: true }],
        ["aws:sqs/queue:Queue", "name", /^Orders-[0-9a-f]{7}\.fifo$/, { fifoQueue: true }],
        ["aws:s3/bucket:Bucket", "bucket", /^orders-[0-9a-f]{7}$/],
        ["aws:s3/bucketObject:BucketObject", "key", /^Orders$/],
        ["aws:rds/instance:Instance", "identifier", /^Orders[0-9a-f]{7}$/],
        [
            "aws:rds/instance:Instance",
            "identifier",
            /^Orders[0-9a-f]{3}$/,
            { engine: "sqlserver-ex" },
        ],
        ["aws:kms/alias:Alias", "name", /^alias\/Orders-[0-9a-f]{7}$/],
        ["aws:ec2/keyPair:KeyPair", "keyName", /^Orders-[0-9a-f]{7}$/],
        ["aws:backup/restoreTestingPlan:RestoreTestingPlan", "name", /^Orders_[0-9a-f]{7}$/],
    ];
    for (const [type, key, pattern, inputs = {}] of NAMES) {
        it(`names ${type} by ${key} as ${pattern.source}`, () => {
            assert.match(
                String(simulation.check(request(type, inputs, { name: "Orders" }))[key]),
                pattern,
            );
        });
    }

    it("keeps an alias that is named in full", () => {
        const checked = simulation.check(
            request("aws:kms/alias:Alias", {}, { name: "alias/orders" }),
        );
        assert.match(String(checked.name), /^alias\/orders-[0-9a-f]{7}$/);
    });

    it("keeps the program's name, and its prefix", () => {
        assert.equal(simulation.check(request(TOPIC, { name: "mine" })).name, "mine");
        assert.equal("name" in simulation.check(request(TOPIC, { namePrefix: "mine-" })), false);
    });

    it("does not name what must be named", () => {
        assert.equal("name" in simulation.check(request("aws:route53/record:Record")), false);
    });

    it("gives one resource the same name twice, and two resources different ones", () => {
        const name = (of: string): unknown =>
            simulation.check(request(TOPIC, {}, { urn: of })).name;
        assert.equal(name("a"), name("a"));
        assert.notEqual(name("a"), name("b"));
    });

    it("reports a name that AWS would not take", () => {
        const long = "a".repeat(60);
        assert.throws(() => simulation.check(request("aws:iam/role:Role", {}, { name: long })), {
            message: `name: found "${long}-" and 7 digits, expected at most 64 characters`,
        });
        assert.match(
            String(
                simulation.check(request("aws:iam/role:Role", {}, { name: "a".repeat(56) })).name,
            ),
            /^a{56}-/,
        );
    });
});

describe("preflight/cloud/provider: what Check leaves alone", () => {
    it("returns inputs of types that nobody declares", () => {
        assert.deepEqual(simulation.check(request("nowhere:a/b:C", { a: 1 })), { a: 1 });
    });

    it("returns inputs of components", () => {
        assert.deepEqual(simulation.check(request("awsx:ec2:Vpc", { cidrBlock: "10.0.0.0/16" })), {
            cidrBlock: "10.0.0.0/16",
        });
    });

    it("gives other providers' types no region and no tags", () => {
        assert.deepEqual(simulation.check(request("docker:index/tag:Tag", { sourceImage: "a" })), {
            sourceImage: "a",
        });
    });
});
