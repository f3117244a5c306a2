import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { installedVersions } from "../../../preflight/engine/installed-versions";
import { removePrograms, writeProgram } from "./programs";

/** The version found of a package whose manifest reads as given. */
function found(manifest: string): string {
    const dir = writeProgram({ "node_modules/@pulumi/sample/package.json": manifest }, false);
    return installedVersions(dir)("sample");
}

describe("installed versions of provider packages", () => {
    after(removePrograms);

    it("are what the manifest says of the plugin, else the package's own", () => {
        const pulumi = { resource: true, version: "v1.2.3" };
        assert.equal(found(JSON.stringify({ version: "9.9.9", pulumi })), "1.2.3");
        assert.equal(
            found(JSON.stringify({ version: "9.9.9", pulumi: { resource: true } })),
            "9.9.9",
        );
    });

    it("are none where the package is no resource package", () => {
        for (const pulumi of [undefined, "x", {}, { resource: false }, { resource: "true" }])
            assert.equal(found(JSON.stringify({ version: "9.9.9", pulumi })), "");
    });

    it("are none where the manifest is missing, broken, or states none", () => {
        assert.equal(installedVersions(writeProgram({}, false))("sample"), "");
        assert.equal(found("{"), "");
        assert.equal(found("[]"), "");
        assert.equal(found('{ "pulumi": { "resource": true } }'), "");
        assert.equal(found('{ "version": 1, "pulumi": { "resource": true } }'), "");
    });

    it("are looked up once", () => {
        const manifest = '{ "version": "1.0.0", "pulumi": { "resource": true } }';
        const dir = writeProgram({ "node_modules/@pulumi/sample/package.json": manifest }, false);
        const version = installedVersions(dir);
        assert.equal(version("sample"), "1.0.0");
        rmSync(join(dir, "node_modules"), { recursive: true });
        assert.equal(version("sample"), "1.0.0");
        assert.equal(installedVersions(dir)("sample"), "");
    });
});
