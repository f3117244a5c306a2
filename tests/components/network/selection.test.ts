import assert from "node:assert/strict";

import { element, withBlock } from "../../../components/network/selection";

describe("selection of awsx's resources", () => {
    it("finds a subnet by its block, whatever the order", () => {
        assert.equal(withBlock(["a", "b"], ["10.0.1.0/24", "10.0.0.0/24"], "10.0.0.0/24"), "b");
    });

    it("reports a block that no subnet has", () => {
        assert.throws(() => withBlock(["a", "b"], ["10.0.1.0/24", undefined], "10.0.0.0/24"), {
            message: 'network: found subnets "10.0.1.0/24, ", expected one with 10.0.0.0/24',
        });
    });

    it("takes an element of a list as long as expected", () => {
        assert.equal(element(["a", "b"], 1, 2), "b");
    });

    it("reports a list that is shorter or longer", () => {
        assert.throws(() => element(["a"], 1, 2), {
            message: "network: found 1 resources, expected 2",
        });
        assert.throws(() => element(["a", "b"], 0, 1), {
            message: "network: found 2 resources, expected 1",
        });
    });
});
