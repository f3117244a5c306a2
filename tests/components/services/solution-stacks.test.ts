import assert from "node:assert/strict";
import { solutionStackName } from "../../../components/services/solution-stacks";

describe("solutionStackName", () => {
    it("names both Java platforms", () => {
        assert.equal(
            solutionStackName("corretto-17"),
            "64bit Amazon Linux 2023 v4.6.5 running Corretto 17",
        );
        assert.equal(
            solutionStackName("corretto-21"),
            "64bit Amazon Linux 2023 v4.6.5 running Corretto 21",
        );
    });
});
