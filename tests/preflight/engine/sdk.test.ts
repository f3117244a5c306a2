import assert from "node:assert/strict";
import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { loadSdk } from "../../../preflight/engine/sdk";
import { folder } from "../support/folders";

const SDK = "node_modules/@pulumi/pulumi";
const version = (of: string): string => JSON.stringify({ name: "@pulumi/pulumi", version: of });

/** The parts of the SDK that a run needs, as stand-ins. */
const PARTS = {
    [`${SDK}/package.json`]: version("3.1.0"),
    [`${SDK}/index.js`]: "",
    [`${SDK}/runtime/settings.js`]: "exports.setMockOptions = () => undefined;",
    [`${SDK}/runtime/stack.js`]: "exports.name = 'stack';",
    [`${SDK}/runtime/config/index.js`]: "exports.name = 'config';",
    "node_modules/google-protobuf/google/protobuf/struct_pb.js": "exports.Struct = 'Struct';",
    "node_modules/google-protobuf/google/protobuf/empty_pb.js": "exports.Empty = 'Empty';",
};

describe("loadSdk", () => {
    it("loads the copy that the program uses, from a folder above it, too", () => {
        const dir = realpathSync(folder({ ...PARTS, "services/a/index.ts": "" }));
        const sdk = loadSdk(join(dir, "services/a"));
        assert.equal(sdk.version, "3.1.0");
        assert.equal(sdk.dir, join(dir, SDK));
        assert.deepEqual([sdk.stack, sdk.config], [{ name: "stack" }, { name: "config" }]);
        assert.deepEqual([sdk.struct, sdk.empty], ["Struct", "Empty"]);
    });

    it("loads further modules of the copy, be they files or folders", () => {
        const sdk = loadSdk(folder(PARTS));
        assert.deepEqual(sdk.load("runtime/stack"), { name: "stack" });
        assert.deepEqual(sdk.load("runtime/config"), { name: "config" });
        assert.throws(() => sdk.load("proto/callback_pb") as unknown, /Cannot find module/);
    });

    it("starts with the module that programs load, as older releases need it", () => {
        const order = "globalThis.loadedSdkModules = (globalThis.loadedSdkModules ?? []).concat";
        const parts = Object.fromEntries(
            ["index", "runtime/settings", "runtime/stack"].map((name) => [
                `${SDK}/${name}.js`,
                `${order}("${name}"); exports.setMockOptions = () => undefined;`,
            ]),
        );
        loadSdk(folder({ ...PARTS, ...parts }));
        const { loadedSdkModules } = globalThis as { loadedSdkModules?: string[] };
        assert.deepEqual(loadedSdkModules, ["index", "runtime/settings", "runtime/stack"]);
    });

    for (const found of ["2.25.2", "4.0.0", "30.0.0"]) {
        it(`reports a version that the engine does not know: ${found}`, () => {
            const dir = folder({ ...PARTS, [`${SDK}/package.json`]: version(found) });
            assert.throws(() => loadSdk(dir), {
                kind: "unsupported",
                message: `${SDK}/package.json: found @pulumi/pulumi ${found}, expected 3.0.0 or newer, below 4`,
            });
        });
    }

    it("reports a linked copy by its own path", () => {
        const copy = realpathSync(folder({ "package.json": version("4.0.0") }));
        const dir = folder({});
        mkdirSync(join(dir, "node_modules/@pulumi"), { recursive: true });
        symlinkSync(copy, join(dir, SDK));
        assert.throws(() => loadSdk(dir), {
            message: `${copy}/package.json: found @pulumi/pulumi 4.0.0, expected 3.0.0 or newer, below 4`,
        });
    });

    it("reports a copy that cannot run without the Pulumi CLI", () => {
        const dir = folder({ ...PARTS, [`${SDK}/runtime/settings.js`]: "" });
        assert.throws(() => loadSdk(dir), {
            kind: "unsupported",
            message: `${SDK}/package.json: @pulumi/pulumi 3.1.0 cannot run without the Pulumi CLI, expected a release with runtime.setMockOptions`,
        });
    });
});
