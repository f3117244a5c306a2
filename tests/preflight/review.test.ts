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
});
