import assert from "node:assert/strict";

import { architectureOf } from "../../config/instance-types";

describe("instance types", () => {
    for (const type of [
        "t4g.nano",
        "m7gd.12xlarge",
        "c7gn.metal",
        "a1.xlarge",
        "g5g.xlarge",
        "im4gn.large",
        "hpc7g.4xlarge",
    ]) {
        it(`knows that ${type} is arm64`, () => {
            assert.equal(architectureOf(type), "arm64");
        });
    }
    for (const type of [
        "t2.micro",
        "g5.xlarge",
        "g4dn.xlarge",
        "m7i-flex.large",
        "c7i.metal-24xl",
        "x2iezn.2xlarge",
    ]) {
        it(`knows that ${type} is x86_64`, () => {
            assert.equal(architectureOf(type), "x86_64");
        });
    }
    for (const type of [
        "",
        "t4g",
        "t4g.",
        "t4g.xxlarge",
        "T4G.small",
        "4g.small",
        "db.t4g.small",
        " t4g.small",
    ]) {
        it(`reports "${type}" as none`, () => {
            assert.equal(architectureOf(type), undefined);
        });
    }
});
