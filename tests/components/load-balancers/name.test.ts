import assert from "node:assert/strict";

import { checkName } from "../../../components/load-balancers/name";

describe("load balancer names", () => {
    for (const name of [
        "public",
        "prod-usage",
        "a",
        "a".repeat(24),
        "Prod-1",
        "prod-internal",
        "internals",
    ]) {
        it(`accepts "${name}"`, () => {
            assert.doesNotThrow(() => {
                checkName(name);
            });
        });
    }

    for (const name of [
        "",
        "a".repeat(25),
        "-public",
        "public-",
        "1st",
        "prod_usage",
        "internal-x",
        "awseb-x",
    ]) {
        it(`reports "${name}"`, () => {
            assert.throws(
                () => {
                    checkName(name);
                },
                {
                    message: `load balancer: found name "${name}", expected at most 24 letters, digits and hyphens, beginning with a letter other than in "internal-" and "awseb-"`,
                },
            );
        });
    }
});
