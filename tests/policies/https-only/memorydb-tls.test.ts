import { memorydbTls } from "../../../policies/https-only/memorydb-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const CLUSTER = "aws:memorydb/cluster:Cluster";
const MULTI_REGION = "aws:memorydb/multiRegionCluster:MultiRegionCluster";
const { accepts, reports, cannotEvaluate } = verdictsOf(memorydbTls, CLUSTER);

describe("memorydb-tls", () => {
    it("accepts clusters that encrypt, by default or because they say so", async () => {
        for (const props of [{}, { tlsEnabled: null }, { tlsEnabled: true }]) await accepts(props);
        await accepts({ tlsEnabled: true }, MULTI_REGION);
    });

    it("reports clusters that do not", async () => {
        for (const type of [CLUSTER, MULTI_REGION]) {
            await reports({ tlsEnabled: false }, ["tlsEnabled is false, expected true"], type);
        }
    });

    it("does not evaluate a default that is not documented", async () => {
        const message = "tlsEnabled is not set, and AWS's default is not documented, expected true";
        for (const props of [{}, { tlsEnabled: null }]) {
            await cannotEvaluate(props, [message], [], MULTI_REGION);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        for (const type of [CLUSTER, MULTI_REGION]) {
            await cannotEvaluate(
                { tlsEnabled: UNKNOWN },
                ["tlsEnabled is not known yet"],
                [],
                type,
            );
        }
    });
});
