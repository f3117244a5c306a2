import assert from "node:assert/strict";
import { installedVersion } from "../../../../preflight/cloud/plugin/installed";

describe("preflight/cloud/plugin/installed", () => {
    it("is the version of the program's SDK", () => {
        assert.equal(installedVersion("aws"), "7.48.0");
    });

    it("refuses an SDK that is not installed", () => {
        assert.throws(() => installedVersion("no-such-cloud"), {
            message: `${process.cwd()}: found no @pulumi/no-such-cloud, expected the program's dependencies to be installed`,
        });
    });
});
