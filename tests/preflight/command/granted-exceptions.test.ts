import assert from "node:assert/strict";
import { join } from "node:path";
import { exceptions } from "../../../controls/exceptions";
import { grantedExceptions } from "../../../preflight/command/granted-exceptions";
import { folder } from "../support/folders";

const GOOD = {
    policy: "listener-https",
    stack: "dev",
    urn: "urn:pulumi:dev::shop::aws:lb/listener:Listener::http",
    reason: "The vendor's device speaks no TLS before it is replaced.",
    approver: "security@appsonic.example",
    expires: "2027-05-31",
};

describe("grantedExceptions", () => {
    const read = (text: string): unknown =>
        grantedExceptions(join(folder({ "e.json": text }), "e.json"));
    const problem = (text: string): string => {
        try {
            read(text);
        } catch (error) {
            return (error as Error).message.replaceAll(/\S*\/(e\.json)/g, "$1");
        }
        return assert.fail("expected an error");
    };

    it("are the repository's own where no file is named", () => {
        assert.equal(grantedExceptions(undefined), exceptions);
    });

    it("accepts a list", () => {
        assert.deepEqual(read(JSON.stringify([GOOD])), [GOOD]);
    });

    it("reports text that is not JSON, and every problem of a list", () => {
        assert.match(problem("[,]"), /^e\.json: found .*JSON.*, expected JSON$/);
        assert.equal(
            problem(JSON.stringify([{ ...GOOD, expires: "soon" }, 7])),
            'e.json: [0].expires: found "soon", expected a day as YYYY-MM-DD\ne.json: [1]: found 7, expected an exception',
        );
    });
});
