import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { deferModules } from "../../../preflight/engine/deferred-modules";
import { folder } from "../support/folders";

/** A folder with an SDK and two packages that count how often they are loaded. */
function program(): { dir: string; require: NodeJS.Require; loads: () => readonly string[] } {
    const count =
        "globalThis.loadsOfDeferred = [...(globalThis.loadsOfDeferred ?? []), __filename];";
    const dir = folder({
        "node_modules/@pulumi/pulumi/package.json":
            '{"name": "@pulumi/pulumi", "version": "3.0.0"}',
        "node_modules/typescript/index.js": `${count}\nmodule.exports = { version: "5.0.0" };`,
        "node_modules/@npmcli/arborist/index.js": `${count}\nclass Arborist {}\nmodule.exports = Arborist;\nmodule.exports.Arborist = Arborist;`,
    });
    const loads = (): readonly string[] =>
        ((globalThis as { loadsOfDeferred?: string[] }).loadsOfDeferred ?? []).filter((file) =>
            file.startsWith(dir),
        );
    return { dir, require: createRequire(join(dir, "x.js")), loads };
}

describe("deferModules", () => {
    it("loads a package when something of it is used, once", () => {
        const { dir, require, loads } = program();
        deferModules(dir);
        const typescript = require("typescript") as {
            version: string;
            __esModule: boolean;
            default: object;
        };
        assert.equal(typescript.__esModule, true);
        assert.deepEqual(loads(), []);
        assert.equal(typescript.version, "5.0.0");
        assert.deepEqual(loads().length, 1);
        assert.deepEqual(typescript.default, { version: "5.0.0" });
        assert.equal((require("typescript") as typeof typescript).version, "5.0.0");
        assert.equal(loads().length, 1);
    });

    it("stands in for functions with properties, their names and their descriptors", () => {
        const { dir, require } = program();
        deferModules(dir);
        const arborist = require("@npmcli/arborist") as { Arborist: new () => object };
        assert.equal(new arborist.Arborist().constructor.name, "Arborist");
        assert.ok("Arborist" in arborist);
        assert.ok(Object.keys(arborist).includes("Arborist"));
        Object.assign(arborist, { extra: 1 });
        assert.equal((require("@npmcli/arborist") as { extra: number }).extra, 1);
    });

    it("leaves what is loaded, and folders without an SDK, as they are", () => {
        const { dir, require, loads } = program();
        const before: unknown = require("typescript");
        deferModules(dir);
        assert.equal(require("typescript"), before);
        assert.equal(loads().length, 1);
        deferModules(folder({}));
    });
});
