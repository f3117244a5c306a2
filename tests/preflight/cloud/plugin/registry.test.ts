import assert from "node:assert/strict";
import {
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Registry, type Held } from "../../../../preflight/cloud/plugin/registry";
import { secret } from "../../../../preflight/values";

function held(type: string, name: string, id: string, inputs: Held["inputs"]): Held {
    return { urn: `urn:pulumi:test::shop::${type}::${name}`, type, id, inputs, outputs: inputs };
}

const vpc = held("aws:ec2/vpc:Vpc", "main", "vpc-1", { cidrBlock: "10.0.0.0/16" });
const subnet = held("aws:ec2/subnet:Subnet", "a", "subnet-1", { vpcId: "vpc-1" });

describe("preflight/cloud/plugin/registry", () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "registry-"))));
    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    it("refuses to delete what others hold, and deletes it after them", () => {
        const registry = new Registry(folder);
        registry.keep(vpc);
        registry.keep(subnet);
        assert.throws(() => {
            registry.remove(vpc);
        }, /DependencyViolation.*vpc-1/);
        registry.remove(subnet);
        registry.remove(vpc);
        assert.deepEqual(readdirSync(folder), []);
    });

    it("writes nothing of a secret", () => {
        const database = held("aws:rds/instance:Instance", "db", "db-1", {
            password: secret("hunter2"),
            nested: { list: [secret("hunter2"), "plain", 7] },
        });
        new Registry(folder).keep(database);
        const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
        assert.ok(!text.join().includes("hunter2"));
        assert.ok(text.join().includes("plain"));
    });

    it("goes on when another process deleted something in the meantime, but not over a broken file", () => {
        const registry = new Registry(folder);
        registry.keep(vpc);
        symlinkSync(join(folder, "gone"), join(folder, "dangling.json"));
        registry.remove(vpc);
        writeFileSync(join(folder, "broken.json"), "{");
        assert.throws(() => {
            registry.remove(vpc);
        }, SyntaxError);
    });

    it("knows nothing without a folder, and so refuses nothing", () => {
        const registry = new Registry(undefined);
        registry.keep(subnet);
        registry.remove(vpc);
    });
});
