import assert from "node:assert/strict";
import { createSimulation } from "../../../../preflight/cloud";
import { PREPARED } from "../../../../preflight/cloud/aws/recipes";
import { IMPORTED } from "../../../../preflight/cloud/provider/change";
import { REPLACING } from "../../../../preflight/cloud/provider/replacing";
import { openShapes } from "../../../../preflight/cloud/shapes/shapes";
import type { ChangeRequest } from "../../../../preflight/cloud/simulation";
import { type Props, secret, UNKNOWN } from "../../../../preflight/values";
import { request } from "../requests";

const simulation = createSimulation({ sdkRoots: [process.cwd()] });
const shapes = openShapes([process.cwd()]);

const SUBNET = "aws:ec2/subnet:Subnet";
const ROLE = "aws:iam/role:Role";
const DATABASE = "aws:rds/instance:Instance";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

function change(
    type: string,
    oldInputs: Props,
    inputs: Props,
    more: Partial<ChangeRequest> = {},
): ChangeRequest {
    return { ...request(type, inputs), id: "id", oldInputs, oldOutputs: oldInputs, ...more };
}

describe("preflight/cloud/provider: the table of what replaces", () => {
    for (const [type, rules] of Object.entries(REPLACING)) {
        it(`names arguments of ${type}`, () => {
            const shape = shapes.resource(type);
            assert.ok(shape, "the SDK declares no such type");
            const keys = rules.split(/[ |]/).filter((key) => key !== "");
            assert.deepEqual(
                keys.filter((key) => !shape.args.has(key)),
                [],
            );
        });
    }

    it("holds every type that is prepared", () => {
        assert.deepEqual(
            PREPARED.filter((type) => !(type in REPLACING)),
            [],
        );
    });
});

describe("preflight/cloud/provider: what Diff replaces", () => {
    const subnet = { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", region: "eu-west-1" };
    const rule = { securityGroupId: "sg-1", ipProtocol: "tcp", cidrIpv4: "10.0.0.0/8" };
    const cases: readonly (readonly [string, string, Props, Props, readonly string[]])[] = [
        [
            "a range of addresses",
            SUBNET,
            subnet,
            { ...subnet, cidrBlock: "10.0.1.0/24" },
            ["cidrBlock"],
        ],
        ["what is not known yet", SUBNET, subnet, { ...subnet, vpcId: UNKNOWN }, ["vpcId"]],
        ["a region", SUBNET, subnet, { ...subnet, region: "eu-west-2" }, ["region"]],
        ["no tag", SUBNET, subnet, { ...subnet, tags: { a: "b" } }, []],
        [
            "another kind of peer",
            RULE,
            rule,
            { securityGroupId: "sg-1", ipProtocol: "tcp", cidrIpv6: "::/0" },
            ["cidrIpv4", "cidrIpv6"],
        ],
        ["no peer of the same kind", RULE, rule, { ...rule, cidrIpv4: "10.0.0.0/16" }, []],
        [
            "no switch that is off as before",
            DATABASE,
            { engine: "mysql" },
            { engine: "mysql", storageEncrypted: false },
            [],
        ],
        [
            "a switch",
            DATABASE,
            { engine: "mysql" },
            { engine: "mysql", storageEncrypted: true },
            ["storageEncrypted"],
        ],
        [
            "a secret of another value",
            DATABASE,
            { username: secret("a") },
            { username: secret("b") },
            ["username"],
        ],
        ["no value that became secret", DATABASE, { username: "a" }, { username: secret("a") }, []],
        ["no null", DATABASE, { engine: "mysql" }, { engine: "mysql", domain: null }, []],
        ["nothing of what was imported", SUBNET, { [IMPORTED]: true }, subnet, []],
        [
            "a type's name that nobody looked up",
            "aws:sfn/stateMachine:StateMachine",
            { name: "a" },
            { name: "b" },
            ["name"],
        ],
        [
            "its owner",
            "aws:apigateway/stage:Stage",
            { restApi: "a", stageName: "a" },
            { restApi: "a", stageName: "b" },
            ["stageName"],
        ],
        [
            "nothing of a type that nobody declares",
            "aws:no/such:Thing",
            { size: 1 },
            { size: 2 },
            [],
        ],
    ];
    for (const [title, type, olds, news, replaces] of cases) {
        it(`replaces ${title}`, () => {
            assert.deepEqual(simulation.diff(change(type, olds, news)).replaces, replaces);
        });
    }

    it("says what changed, in order, and nothing of the engine's own", () => {
        const olds = { cidrBlock: "10.0.0.0/24", vpcId: "vpc-1", __defaults: [] };
        const news = { vpcId: "vpc-1", tags: {}, __defaults: ["name"] };
        assert.deepEqual(simulation.diff(change(SUBNET, olds, news)).changed, [
            "cidrBlock",
            "tags",
        ]);
    });
});

describe("preflight/cloud/provider: which of two goes first", () => {
    const cases: readonly (readonly [string, string, Props, Props, boolean])[] = [
        [
            "the old one where both would have the program's name",
            ROLE,
            { name: "a", path: "/" },
            { name: "a", path: "/b/" },
            true,
        ],
        ["the new one where it has another name", ROLE, { name: "a" }, { name: "b" }, false],
        [
            "the new one where the provider names both",
            ROLE,
            { name: "orders-1234567", path: "/" },
            { name: "orders-1234567", path: "/b/" },
            false,
        ],
        ["the new one where nothing has a name", SUBNET, { vpcId: "a" }, { vpcId: "b" }, false],
        [
            "the new one where a name is required",
            "aws:route53/record:Record",
            { name: "a", zoneId: "a" },
            { name: "a", zoneId: "b" },
            false,
        ],
        [
            "none where nothing is replaced",
            ROLE,
            { name: "a" },
            { name: "a", description: "b" },
            false,
        ],
    ];
    for (const [title, type, olds, news, expected] of cases) {
        it(`deletes ${title}`, () => {
            assert.equal(simulation.diff(change(type, olds, news)).deleteBeforeReplace, expected);
        });
    }
});

describe("preflight/cloud/provider: names over time", () => {
    const queue = (more: object, inputs: Props = {}): unknown =>
        simulation.check({ ...request("aws:sqs/queue:Queue", inputs), ...more }).name;

    it("keep what the provider chose, under another name of the resource's own, too", () => {
        assert.equal(queue({ oldInputs: { name: "older-0a1b2c3" } }), "older-0a1b2c3");
        assert.equal(queue({ oldInputs: { name: secret("older-0a1b2c3") } }), "older-0a1b2c3");
    });

    it("keep what the provider chose where it would choose nothing so long now", () => {
        const name = "a".repeat(90);
        assert.equal(queue({ name, oldInputs: { name: "older-0a1b2c3" } }), "older-0a1b2c3");
    });

    it("are chosen anew when the program no longer names the resource", () => {
        assert.match(String(queue({ oldInputs: { name: "mine" } })), /^orders-[0-9a-f]{7}$/);
    });

    it("give way to the program's", () => {
        assert.equal(queue({ oldInputs: { name: "older-0a1b2c3" } }, { name: "mine" }), "mine");
    });

    it("differ between a resource and the one that replaces it", () => {
        const names = [queue({}), queue({ replaces: "one" }), queue({ replaces: "two" })];
        assert.equal(new Set(names).size, 3);
        const ids = [{}, { replaces: "one" }].map(
            (more) => simulation.create({ ...request(SUBNET), ...more }).id,
        );
        assert.equal(new Set(ids).size, 2);
    });
});

describe("preflight/cloud/provider: Update", () => {
    const bucket = "aws:s3/bucket:Bucket";
    const inputs = { bucket: "data", tags: { a: "b" } };
    const created = simulation.create(request(bucket, inputs));

    it("keeps what was computed, whatever the resource is called now", () => {
        const outputs = { ...created.outputs, arn: "arn:kept", mine: "kept" };
        const news = { ...inputs, tags: { a: "c" } };
        const updated = simulation.update(
            change(bucket, inputs, news, {
                id: created.id,
                urn: `urn:pulumi:dev::shop::${bucket}::renamed`,
                oldOutputs: outputs,
            }),
        );
        assert.deepEqual(updated, { ...outputs, tags: { a: "c" } });
    });

    it("computes what the change is about", () => {
        const type = "aws:lb/loadBalancer:LoadBalancer";
        const olds = { name: "orders" };
        const news = { name: "orders", internal: true };
        const update = change(type, olds, news, {
            oldOutputs: { ...simulation.create(request(type, olds)).outputs },
        });
        const updated = simulation.update(update);
        assert.equal(updated.internal, true);
        assert.equal(
            updated.dnsName,
            simulation.read({ ...request(type, news), id: "id" }).outputs.dnsName,
        );
    });

    it("forgets what the program no longer says, and fills in what the cloud says then", () => {
        const olds = { bucket: "data", acl: "public-read", tags: { a: "b" } };
        const old = simulation.create(request(bucket, olds)).outputs;
        const updated = simulation.update(
            change(bucket, olds, { bucket: "data" }, { id: "data", oldOutputs: old }),
        );
        assert.equal(updated.acl, "private");
        assert.equal("tags" in updated, false);
    });

    it("leaves open in a preview what follows from an unknown input, and only that", () => {
        const type = "aws:ec2/instance:Instance";
        const olds = { ami: "ami-1", availabilityZone: "eu-west-1a" };
        const news = { ami: "ami-1", availabilityZone: UNKNOWN };
        const old = simulation.create(request(type, olds)).outputs;
        const updated = simulation.update(
            change(type, olds, news, { oldOutputs: old, preview: true }),
        );
        assert.equal(updated.availabilityZone, UNKNOWN);
        assert.equal(updated.privateIp, old.privateIp);
    });

    it("keeps secrets secret", () => {
        const olds = { engine: "mysql", password: secret("a") };
        const updated = simulation.update(
            change(DATABASE, olds, { engine: "mysql", password: secret("b") }),
        );
        assert.deepEqual(updated.password, secret("b"));
    });
});
