import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ConfigError } from "../../config";
import { changed, parse, soundStack, type Raw } from "./sound-stack";

const page = readFileSync(join(__dirname, "..", "..", "docs", "configuration.md"), "utf8");

/** A row of a table whose first column has the key. */
function inFirstColumn(key: string): RegExp {
    return new RegExp(`^\\| [^|]*\\b${key}\\b[^|]*\\|`, "m");
}

/** The keys of a group, as it names them when something else stands there. */
function keysOf(raw: Raw, path: string): string[] {
    try {
        parse(raw);
    } catch (error) {
        assert.ok(error instanceof ConfigError);
        const problem = error.problems.find((one) => one.path === path);
        return problem?.expected.replace(/^.*(keys|one of) /, "").split(", ") ?? [];
    }
    return [];
}

describe("docs/configuration.md", () => {
    for (const path of [
        "securityContact",
        "network",
        "dns",
        "bastion",
        "bastion.trustedNetworks[0]",
        "bastion.engineers[0]",
        "access",
        "services[0]",
        "services[0].instances",
        "services[0].alarmThresholds",
        "alarms",
        "alarms.recipients",
        "backup",
        "logs",
    ]) {
        it(`describes every key of ${path}`, () => {
            const keys = keysOf(changed(path, 1), path);
            assert.notEqual(keys.length, 0);
            for (const key of keys) assert.match(page, inFirstColumn(key), key);
        });
    }

    it("describes every key of the first level", () => {
        const keys = keysOf({ ...soundStack(), wrong: 1 }, "wrong");
        assert.notEqual(keys.length, 0);
        for (const key of keys.filter((one) => one !== "services")) {
            assert.match(page, inFirstColumn(key), key);
        }
    });

    for (const type of ["postgres", "table", "bucket"]) {
        it(`describes every key of a ${type}`, () => {
            const path = "services[0].dataStores[0].wrong";
            const raw = changed("services[0].dataStores", [{ type, name: "a", wrong: 1 }]);
            const keys = keysOf(raw, path);
            assert.equal(keys[0], "type");
            for (const key of keys) assert.match(page, inFirstColumn(key), key);
        });
    }
});
