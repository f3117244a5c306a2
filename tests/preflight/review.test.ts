import assert from "node:assert/strict";
import { relative } from "node:path";
import { named, removePrograms, run } from "./engine/programs";
import {
    WANTS_SHOP,
    folderOf,
    packFiles,
    preflight,
    programFiles,
    removeFolders,
} from "./command/surroundings";

describe("other people's programs and packs", () => {
    after(removePrograms);
    after(removeFolders);

    it("accepts a pack and its configuration by paths from here", async () => {
        const pack = folderOf(packFiles(WANTS_SHOP));
        const config = folderOf({ "config.json": `{ "bucket-named": "advisory" }` });
        const program = folderOf(programFiles(`new Bucket("images", { bucket: "images" });`));
        const here = (path: string): string => relative(process.cwd(), path);
        const said = await preflight([
            here(program),
            "--policy-pack",
            here(pack),
            "--policy-pack-config",
            here(`${config}/config.json`),
        ]);
        assert.equal(said.stderr, "");
        assert.equal(said.status, 0);
    });

    it("waits for what a program registers when its event loop is empty, as onObjectCreated does", async () => {
        const graph = await run({
            "index.js": `const { Bucket } = require("@pulumi/aws/s3");
const first = new Bucket("first");
process.once("beforeExit", () => {
    const second = new Bucket("second", { bucket: first.id });
    process.once("beforeExit", () => setTimeout(() => new Bucket("third", { bucket: second.id }), 20));
});
`,
        });
        assert.equal(named(graph, "second").inputs.bucket, "first-id");
        assert.equal(named(graph, "third").inputs.bucket, "second-id");
    });

    it("knows another stack's outputs in a preview, as a real one would", async () => {
        const graph = await run(
            {
                "index.ts": `import * as pulumi from "@pulumi/pulumi";
export = async () => {
    const network = new pulumi.StackReference("organization/network/prod");
    const details = await network.getOutputDetails("vpcId");
    return { zone: await network.requireOutputValue("zoneName"), vpc: details.value };
};
`,
            },
            { mode: "preview" },
        );
        assert.deepEqual(graph.outputs, { zone: "zoneName-1", vpc: "vpc-00000000000000001" });
    });

    it("stands in for outputs of another stack that are taken from the whole", async () => {
        const graph = await run({
            "index.ts": `import * as pulumi from "@pulumi/pulumi";
const network = new pulumi.StackReference("organization/network/prod");
export const subnets = network.outputs.apply((outputs) => (outputs.subnetIds as string[]).length);
export const vpc = network.outputs["vpcId"];
`,
        });
        assert.deepEqual(graph.outputs, { subnets: 3, vpc: "vpc-00000000000000001" });
        assert.deepEqual(
            graph.notes.map((note) => note.message),
            ["subnetIds", "vpcId"].map(
                (key) =>
                    `output ${key} of stack organization/network/prod is not known offline: a stand-in is used`,
            ),
        );
    });
});
