import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { createSimulation } from "../../../../preflight/cloud";
import { FOLDER_VARIABLE } from "../../../../preflight/cloud/plugin/registry";
import { propsOf, structOf } from "../../../../preflight/cloud/plugin/structs";
import { type Props, secret, UNKNOWN } from "../../../../preflight/values";
import { awsProvider, request } from "../requests";
import { PluginProcess } from "./plugin-process";

const PROVIDER = awsProvider({ defaultTags: JSON.stringify({ tags: { team: "platform" } }) });
const BUCKET = request("aws:s3/bucket:Bucket", {}, { provider: PROVIDER }).urn;
const SUBNET = request("aws:ec2/subnet:Subnet", {}, { provider: PROVIDER }).urn;
const KIND = proto.PropertyDiff.Kind;
const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;

describe("preflight/cloud/plugin/aws: what the engine asks first", () => {
    let aws: PluginProcess;
    before(async () => {
        aws = await PluginProcess.start("aws");
    });
    after(() => aws.stop());

    it("takes secrets, and no output values and references, which the engine then lowers", async () => {
        const answer = await aws.call("handshake", new proto.ProviderHandshakeRequest());
        assert.deepEqual(answer.toObject(), {
            acceptSecrets: true,
            acceptResources: false,
            acceptOutputs: false,
            supportsAutonamingConfiguration: false,
        });
    });

    it("has the version of the SDK that the program uses", async () => {
        assert.equal((await aws.call("getPluginInfo", new Empty())).getVersion(), "7.48.0");
        const schema = await aws.call("getSchema", new proto.GetSchemaRequest());
        assert.deepEqual(JSON.parse(schema.getSchema()), { name: "aws", version: "7.48.0" });
    });

    it("maps no other tool's names", async () => {
        const mapping = await aws.call("getMapping", new proto.GetMappingRequest().setKey("tf"));
        assert.equal(mapping.getProvider(), "");
        const mappings = await aws.call("getMappings", new proto.GetMappingsRequest());
        assert.deepEqual(mappings.getProvidersList(), []);
    });

    it("takes its configuration as it is", async () => {
        const check = new proto.CheckRequest().setNews(structOf({ region: "eu-west-1" }));
        const response = await aws.call("checkConfig", check);
        assert.deepEqual(propsOf(response.getInputs()), { region: "eu-west-1" });
    });

    it("is replaced when it moves to another region, and only then", async () => {
        const diff = (olds: Props, news: Props) =>
            aws.call(
                "diffConfig",
                new proto.DiffRequest().setOldInputs(structOf(olds)).setNews(structOf(news)),
            );
        const moved = await diff({ region: "eu-west-1" }, { region: "eu-west-2" });
        assert.deepEqual(moved.getReplacesList(), ["region"]);
        const tagged = await diff(
            { region: "eu-west-1" },
            { region: "eu-west-1", defaultTags: "{}" },
        );
        assert.deepEqual([tagged.getChanges(), tagged.getReplacesList()], [DIFF_SOME, []]);
        const same = await diff({ region: "eu-west-1" }, { region: "eu-west-1" });
        assert.equal(same.getChanges(), DIFF_NONE);
    });

    it("reports a call that comes before its configuration", async () => {
        await assert.rejects(aws.create(BUCKET, {}), {
            details: "provider aws: found no configuration, expected Configure",
        });
    });

    it("runs as it was built, too", async () => {
        const built = await PluginProcess.startBuilt("aws");
        assert.equal((await built.call("getPluginInfo", new Empty())).getVersion(), "7.48.0");
        await built.stop();
    });

    it("does not construct components", async () => {
        await assert.rejects(aws.call("construct", new proto.ConstructRequest()), { code: 12 });
    });

    it("ends what it was asked to cancel without a word", async () => {
        await aws.call("cancel", new Empty());
    });
});

describe("preflight/cloud/plugin/aws: the simulated AWS, resource by resource", () => {
    const simulation = createSimulation({ sdkRoots: [process.cwd()] });
    let aws: PluginProcess;
    before(async () => {
        aws = await PluginProcess.start("aws");
        await aws.configure(PROVIDER.urn, PROVIDER.inputs);
    });
    after(() => aws.stop());

    it("checks and creates as preflight does in its own process", async () => {
        const wanted = request(
            "aws:s3/bucket:Bucket",
            { tags: { owner: "me" } },
            { provider: PROVIDER },
        );
        const inputs = await aws.check(wanted.urn, wanted.inputs);
        assert.deepEqual(inputs, simulation.check(wanted));
        assert.deepEqual(inputs.tagsAll, { team: "platform", owner: "me" });
        const { id, outputs } = await aws.create(wanted.urn, inputs);
        const expected = simulation.create({ ...wanted, inputs });
        assert.deepEqual({ id, outputs }, { id: expected.id, outputs: expected.outputs });
    });

    it("knows neither id nor computed outputs in a preview, and passes on what is unknown", async () => {
        const inputs = await aws.check(SUBNET, { vpcId: UNKNOWN, cidrBlock: "10.0.0.0/24" });
        assert.equal(inputs.vpcId, UNKNOWN);
        const { id, outputs } = await aws.create(SUBNET, inputs, true);
        assert.equal(id, "");
        assert.deepEqual([outputs.vpcId, outputs.arn], [UNKNOWN, UNKNOWN]);
        assert.equal(outputs.cidrBlock, "10.0.0.0/24");
    });

    it("keeps secrets secret", async () => {
        const { urn } = request("aws:rds/instance:Instance");
        const inputs = await aws.check(urn, { engine: "mysql", password: secret("hidden") });
        const { outputs } = await aws.create(urn, inputs);
        assert.deepEqual([inputs.password, outputs.password], [secret("hidden"), secret("hidden")]);
    });

    it("says with the resource what AWS would not take", async () => {
        const urn = request("aws:lb/targetGroup:TargetGroup", {}, { name: "a".repeat(40) }).urn;
        const check = new proto.CheckRequest()
            .setUrn(urn)
            .setOlds(structOf({}))
            .setNews(structOf({}));
        const response = await aws.call("check", check);
        assert.deepEqual(
            response.getFailuresList().map((failure) => failure.getReason()),
            [`name: found "${"a".repeat(40)}-" and 7 digits, expected at most 32 characters`],
        );
    });

    it("sees no difference between two runs, and keeps the name that it gave", async () => {
        const inputs = await aws.check(BUCKET, {});
        const again = await aws.check(BUCKET, {}, { ...inputs, bucket: "older-0a1b2c3" });
        assert.deepEqual(again, { ...inputs, bucket: "older-0a1b2c3" });
        const diff = await aws.diff(BUCKET, "older-0a1b2c3", again, again);
        assert.deepEqual([diff.getChanges(), diff.getDiffsList()], [DIFF_NONE, []]);
    });

    it("says of each property whether it came, went or changed, and what that costs", async () => {
        const olds = { cidrBlock: "10.0.0.0/24", outpostArn: "arn:1", mapPublicIpOnLaunch: true };
        const news = { cidrBlock: "10.0.1.0/24", vpcId: "vpc-1", tags: {} };
        const diff = await aws.diff(SUBNET, "subnet-1", olds, news);
        const kinds: Record<string, number> = {};
        diff.getDetaileddiffMap().forEach((difference, key) => {
            assert.equal(difference.getInputdiff(), true);
            kinds[key] = difference.getKind();
        });
        assert.deepEqual(kinds, {
            cidrBlock: KIND.UPDATE_REPLACE,
            mapPublicIpOnLaunch: KIND.DELETE,
            outpostArn: KIND.DELETE_REPLACE,
            tags: KIND.ADD,
            vpcId: KIND.ADD_REPLACE,
        });
        assert.deepEqual(diff.getReplacesList(), ["cidrBlock", "outpostArn", "vpcId"]);
    });

    it("updates in place, and creates what replaces another with another id and name", async () => {
        const { urn } = request("aws:ec2/securityGroup:SecurityGroup", {}, { name: "web" });
        const olds = await aws.check(urn, { vpcId: "vpc-1", description: "one" });
        const old = await aws.create(urn, olds);
        const updated = await aws.update(urn, old.id, olds, old.outputs, {
            ...olds,
            tags: { a: "b" },
        });
        assert.deepEqual(updated, { ...old.outputs, tags: { a: "b" } });

        const wanted = { vpcId: "vpc-1", description: "two" };
        const diff = await aws.diff(urn, old.id, olds, await aws.check(urn, wanted, olds));
        assert.deepEqual(diff.getReplacesList(), ["description"]);
        assert.equal(diff.getDeletebeforereplace(), false);
        const news = await aws.check(urn, wanted);
        const replacement = await aws.create(urn, news);
        assert.notEqual(news.name, olds.name);
        assert.notEqual(replacement.id, old.id);
        assert.notEqual(replacement.outputs.arn, old.outputs.arn);
    });

    it("reads what was created, what the program looks up, and what is to be imported", async () => {
        const inputs = await aws.check(BUCKET, {});
        const { id, outputs } = await aws.create(BUCKET, inputs);
        assert.deepEqual(await aws.read(BUCKET, id, { inputs, state: outputs }), {
            id,
            inputs,
            outputs,
        });

        const found = await aws.read(BUCKET, "found", { inputs: {}, state: {} });
        const { outputs: read } = simulation.read({
            ...request("aws:s3/bucket:Bucket"),
            id: "found",
        });
        assert.deepEqual(found, { id: "found", inputs: {}, outputs: read });

        const imported = await aws.read(BUCKET, "imported", { state: {} });
        assert.equal(imported.outputs.arn, "arn:aws:s3:::imported");
        const news = await aws.check(BUCKET, { bucket: "imported" }, imported.inputs);
        const diff = await aws.diff(BUCKET, "imported", imported.inputs, news);
        assert.deepEqual(diff.getReplacesList(), []);
    });

    it("answers functions as preflight does, and reports what AWS would refuse", async () => {
        const token = "aws:index/getAvailabilityZones:getAvailabilityZones";
        assert.deepEqual(await aws.invoke(token, {}), simulation.invoke(token, {}, PROVIDER));
        await assert.rejects(aws.invoke("aws:index/getArn:getArn", { arn: "nothing" }), {
            code: 2,
            details: 'arn: found "nothing", expected an ARN with six parts',
        });
    });

    it("deletes whatever it is told to, for it knows of nothing else", async () => {
        await aws.delete(request("aws:ec2/vpc:Vpc").urn, "vpc-1", {}, {});
    });
});

describe("preflight/cloud/plugin/aws: what exists, in a folder", () => {
    let folder: string;
    let aws: PluginProcess;
    beforeEach(async () => {
        folder = join(mkdtempSync(join(tmpdir(), "cloud-")), "made");
        aws = await PluginProcess.start("aws", { [FOLDER_VARIABLE]: folder });
        await aws.configure(PROVIDER.urn, PROVIDER.inputs);
    });
    afterEach(async () => {
        await aws.stop();
        rmSync(folder, { recursive: true });
    });
    const vpc = request("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });

    it("refuses to delete what another process's resource uses, until that is gone", async () => {
        const { id, outputs } = await aws.create(vpc.urn, vpc.inputs);
        const other = await PluginProcess.start("aws", { [FOLDER_VARIABLE]: folder });
        await other.configure(PROVIDER.urn, PROVIDER.inputs);
        const inputs = { vpcId: id, cidrBlock: "10.0.0.0/24" };
        const subnet = await other.create(SUBNET, inputs);
        await assert.rejects(aws.delete(vpc.urn, id, vpc.inputs, outputs), {
            // Nothing has happened: the engine may try again.
            code: 9,
            details: `DependencyViolation: ${id} is in use by ${subnet.id} (${SUBNET}); delete those first`,
        });
        await other.delete(SUBNET, subnet.id, inputs, subnet.outputs);
        await other.stop();
        await aws.delete(vpc.urn, id, vpc.inputs, outputs);
        assert.deepEqual(readdirSync(folder), []);
    });

    it("sees what an update no longer uses, and what was there before the folder", async () => {
        const { id, outputs } = await aws.create(vpc.urn, vpc.inputs);
        const inputs = { subnetIds: ["subnet-1"], vpcId: id };
        const endpoint = request("aws:ec2/vpcEndpoint:VpcEndpoint").urn;
        const state = { ...inputs, arn: "arn:1" };
        await aws.read(endpoint, "vpce-1", { inputs, state });
        await assert.rejects(aws.delete(vpc.urn, id, vpc.inputs, outputs), /vpce-1/);
        await aws.update(endpoint, "vpce-1", inputs, state, { vpcId: "vpc-other" });
        await aws.delete(vpc.urn, id, vpc.inputs, outputs);
    });

    it("writes nothing down in a preview, and no secret ever", async () => {
        await aws.create(vpc.urn, vpc.inputs, true);
        assert.deepEqual(readdirSync(folder), []);
        const { urn } = request("aws:rds/instance:Instance");
        await aws.create(urn, { password: secret("hidden"), engine: "mysql" });
        const [file = ""] = readdirSync(folder);
        const text = readFileSync(join(folder, file), "utf8");
        assert.match(text, /mysql/);
        assert.doesNotMatch(text, /hidden/);
    });
});
