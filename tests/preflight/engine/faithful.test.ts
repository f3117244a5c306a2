import assert from "node:assert/strict";
import type { Graph } from "../../../preflight";
import { isMarked, SECRET, UNKNOWN } from "../../../preflight/values";
import { named, removePrograms, run, writeProgram, runIn } from "./programs";

const PROGRAM = `
import * as pulumi from "@pulumi/pulumi";
import * as s3 from "@pulumi/aws/s3";
import { Provider } from "@pulumi/aws/provider";

class Group extends pulumi.ComponentResource {
    public readonly bucketId!: pulumi.Output<string>;
    constructor(name: string, args: pulumi.Inputs, opts?: pulumi.ComponentResourceOptions) {
        super("test:index:Group", name, { bucketId: undefined, ...args }, opts, true);
    }
}
class Site extends pulumi.ComponentResource {
    constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
        super("test:web:Site", name, {}, opts);
        new s3.Bucket(\`\${name}-inner\`, {}, { parent: this });
        this.registerOutputs({ done: true });
    }
}
const provider: pulumi.dynamic.ResourceProvider = {
    async create() {
        return { id: "1" };
    },
};
class Dynamic extends pulumi.dynamic.Resource {
    constructor(name: string) {
        super(provider, name, { size: 3 });
    }
}

export = async () => {
    pulumi.runtime.registerResourceTransform((args) =>
        args.type === "aws:s3/bucket:Bucket"
            ? { props: { ...args.props, tags: { Owner: "all" } }, opts: args.opts }
            : undefined,
    );
    const config = new pulumi.Config();
    const west = new Provider("west", { region: "us-west-2" });
    const first = new s3.Bucket("first", { bucket: config.requireSecret("name") }, {
        aliases: [{ name: "old" }],
        additionalSecretOutputs: ["arn"],
        ignoreChanges: ["tags"],
        customTimeouts: { create: "1h30m" },
        transforms: [(args) => ({ props: args.props, opts: { ...args.opts, protect: true } })],
    });
    new Site("site", { providers: [west], protect: true });
    const group = new Group("group", { size: first.arn }, { providers: { aws: west } });
    new s3.Bucket("last", { bucket: group.bucketId }, { dependsOn: [first] });
    s3.Bucket.get("existing", "existing-id");
    new Dynamic("dynamic");
    const other = new pulumi.StackReference("organization/network/prod");
    new s3.Bucket("referring", { bucket: other.requireOutput("vpcId") });
    const answer = await pulumi.runtime.invoke("aws:index/getRegion:getRegion", {}, { provider: west });
    return { region: answer.provider, secret: first.bucket };
};
`;

describe("running a program as the engine does", () => {
    let graph: Graph;
    const urn = (rest: string): string => `urn:pulumi:dev::sample::${rest}`;
    before(async () => {
        graph = await run(
            { "index.ts": PROGRAM },
            {
                config: { "sample:name": "hidden", "aws:region": "eu-west-1" },
                secretConfigKeys: ["sample:name"],
            },
        );
    });
    after(removePrograms);

    it("registers default providers as resources with the package's configuration", () => {
        const provider = named(graph, "default_7_48_0");
        assert.equal(provider.urn, urn("pulumi:providers:aws::default_7_48_0"));
        assert.deepEqual(provider.inputs, {
            region: "eu-west-1",
            version: "7.48.0",
            __internal: {},
        });
        assert.equal(named(graph, "first").provider, `${provider.urn}::${provider.id}`);
    });

    it("hands explicit providers to the children of components", () => {
        const west = named(graph, "west");
        assert.equal(named(graph, "site-inner").provider, `${west.urn}::${west.id}`);
        assert.equal(named(graph, "site-inner").inputs.region, "us-west-2");
        assert.equal(named(graph, "group-bucket").provider, `${west.urn}::${west.id}`);
    });

    it("puts the parents' types into the URN and their protection onto the children", () => {
        const inner = named(graph, "site-inner");
        assert.equal(inner.urn, urn("test:web:Site$aws:s3/bucket:Bucket::site-inner"));
        assert.equal(inner.protect, true);
        assert.deepEqual(named(graph, "site").outputs, { done: true });
    });

    it("runs the resource's transforms and the stack's", () => {
        const first = named(graph, "first");
        assert.equal(first.protect, true);
        assert.deepEqual(first.inputs.tags, { Owner: "all" });
        assert.deepEqual(named(graph, "last").inputs.tags, { Owner: "all" });
    });

    it("keeps options of the resource", () => {
        const first = named(graph, "first");
        assert.deepEqual(first.ignoreChanges, ["tags"]);
        assert.deepEqual(first.customTimeouts, { create: 5400, update: 0, delete: 0 });
        assert.deepEqual(first.aliases, [
            urn("aws:s3/bucket:Bucket::old"),
            urn("aws:s3/bucketV2:BucketV2::first"),
        ]);
        assert.deepEqual(first.source, { file: "index.ts", line: 38 });
    });

    it("keeps secrets secret, in inputs, outputs and what the stack exports", () => {
        const first = named(graph, "first");
        assert.ok(isMarked(first.inputs.bucket, SECRET));
        assert.ok(isMarked(first.outputs.bucket, SECRET));
        assert.ok(isMarked(first.outputs.arn, SECRET));
        assert.ok(isMarked(graph.outputs.secret, SECRET));
    });

    it("builds remote components from their children", () => {
        const group = named(graph, "group");
        assert.equal(group.remote, true);
        assert.equal(group.outputs.bucketId, "group-bucket-id");
        assert.equal(group.outputs.askedVia, named(graph, "west").urn);
        assert.deepEqual(named(graph, "group-bucket").propertyDependencies, {
            size: [named(graph, "first").urn],
        });
        assert.deepEqual(
            named(graph, "last").dependencies,
            [named(graph, "first").urn, group.urn].sort(),
        );
    });

    it("keeps resources apart that are only read", () => {
        const existing = named(graph, "existing");
        assert.equal(existing.external, true);
        assert.equal(existing.id, "existing-id");
    });

    it("takes the inputs of a dynamic resource for its outputs, without running its provider", () => {
        const dynamic = named(graph, "dynamic");
        assert.equal(dynamic.outputs.size, 3);
        assert.equal(dynamic.guessed, true);
    });

    it("gives a stand-in for another stack's output, and says so", () => {
        assert.equal(named(graph, "referring").inputs.bucket, "vpc-00000000000000001");
        assert.deepEqual(
            graph.notes
                .filter((note) => note.kind === "stack-reference")
                .map((note) => note.message),
            [
                "output vpcId of stack organization/network/prod is not known offline: a stand-in is used",
            ],
        );
    });

    it("answers functions on the provider that was asked for, and returns what the function exports", () => {
        assert.equal(graph.outputs.region, named(graph, "west").urn);
    });
});

describe("running programs of every shape", () => {
    after(removePrograms);

    it("accepts an ES module in TypeScript with top-level await, in a preview", async () => {
        const graph = await run(
            {
                "package.json": '{ "type": "module", "main": "src/main.ts" }',
                "src/main.ts": `import * as pulumi from "@pulumi/pulumi";
import { Bucket } from "@pulumi/aws/s3/index.js";
import { name } from "./name.js";
const wait: number = await Promise.resolve(1);
const bucket = new Bucket(name);
export const dry = pulumi.runtime.isDryRun();
export const arn = bucket.arn;
export const waited = wait;
`,
                "src/name.ts": `export const name: string = "module";\n`,
            },
            { mode: "preview" },
        );
        assert.equal(named(graph, "module").id, UNKNOWN);
        assert.deepEqual(named(graph, "module").source, { file: "src/main.ts", line: 5 });
        assert.deepEqual(graph.outputs, { dry: true, arn: UNKNOWN, waited: 1 });
    });

    it("accepts plain JavaScript, a main in Pulumi.yaml, and notes index.js beside index.ts", async () => {
        const dir = writeProgram({
            "infra/index.js": `const { Bucket } = require("@pulumi/aws/s3");
exports.id = new Bucket("plain").id;
`,
            "infra/index.ts": "throw new Error();\n",
        });
        const graph = await runIn(dir, { main: "infra" });
        assert.equal(graph.outputs.id, "plain-id");
        assert.deepEqual(graph.notes, [
            {
                kind: "program-warning",
                message:
                    "found index.js beside index.ts and no main: index.js is used, as the Pulumi CLI does",
            },
        ]);
    });

    it("runs hooks that may run without resources, transforms of functions, old transformations, and what comes late", async () => {
        const graph = await run({
            "index.ts": `import * as pulumi from "@pulumi/pulumi";
import { Bucket } from "@pulumi/aws/s3";
pulumi.runtime.registerInvokeTransform((args) => ({ args: { ...args.args, added: 1 }, opts: args.opts }));
const seen: string[] = [];
const dry = new pulumi.ResourceHook("dry", (args) => void seen.push(args.name), { onDryRun: true });
const real = new pulumi.ResourceHook("real", () => {
    throw new Error("must not run");
});
const hooked = new Bucket("hooked", {}, { hooks: { beforeCreate: [dry], afterCreate: [real, dry] } });
void pulumi.log.warn("careful", hooked);
setTimeout(() => new Bucket("late"), 100);
class Site extends pulumi.ComponentResource {}
const tagged = { transformations: [(args: any) => ({ props: { ...args.props, tags: { T: "1" } }, opts: args.opts })] };
new Bucket("tagged", {}, { parent: new Site("test:web:Site", "site", {}, tagged) });
export const calls = hooked.id.apply(() => seen);
export const answer = pulumi.runtime.invokeOutput("aws:x/y:z", { key: pulumi.secret("s") });
`,
        });
        assert.deepEqual(graph.outputs.calls, ["hooked", "hooked"]);
        assert.ok(isMarked(graph.outputs.answer, SECRET));
        assert.deepEqual((graph.outputs.answer.value as Record<string, unknown>).added, 1);
        assert.deepEqual(named(graph, "tagged").inputs, { tags: { T: "1" } });
        assert.equal(named(graph, "late").id, "late-id");
        const { urn } = named(graph, "hooked");
        assert.deepEqual(graph.notes, [
            {
                kind: "hook-not-run",
                urn,
                message: "afterCreate hook real acts on real resources and was not run",
            },
            { kind: "program-warning", urn, message: "careful" },
            { kind: "guessed-function", message: "aws:x/y:z" },
        ]);
    });
});
