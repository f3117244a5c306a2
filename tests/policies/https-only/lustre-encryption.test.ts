import { lustreEncryption } from "../../../policies/https-only/lustre-encryption";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    lustreEncryption,
    "aws:fsx/lustreFileSystem:LustreFileSystem",
);
const EXPECTED = `expected "PERSISTENT_2" or "PERSISTENT_1" or "SCRATCH_2"`;

describe("lustre-encryption", () => {
    it("accepts kinds that encrypt", async () => {
        for (const deploymentType of ["SCRATCH_2", "PERSISTENT_1", "PERSISTENT_2"]) {
            await accepts({ deploymentType });
        }
    });

    it("reports every other kind, which is the default as well", async () => {
        await reports({ deploymentType: "SCRATCH_1" }, [
            `deploymentType is "SCRATCH_1", ${EXPECTED}`,
        ]);
        for (const props of [{}, { deploymentType: null }]) {
            await reports(props, [
                `deploymentType is not set, which means "SCRATCH_1", ${EXPECTED}`,
            ]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ deploymentType: UNKNOWN }, ["deploymentType is not known yet"]);
    });
});
