import { elasticacheTls } from "../../../policies/https-only/elasticache-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const CLUSTER = "aws:elasticache/cluster:Cluster";
const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(elasticacheTls, GROUP);

const OFF = "transitEncryptionEnabled is false, expected true";
const UNSET = "transitEncryptionEnabled is not set, which means false, expected true";

describe("elasticache-tls", () => {
    it("accepts caches that require TLS", async () => {
        await accepts({ engine: "redis", transitEncryptionEnabled: true });
        await accepts({ transitEncryptionEnabled: true, transitEncryptionMode: null });
        await accepts({ transitEncryptionEnabled: true, transitEncryptionMode: "required" });
        await accepts({ engine: "memcached", transitEncryptionEnabled: true }, CLUSTER);
    });

    it("reports caches without encryption", async () => {
        for (const type of [GROUP, CLUSTER]) {
            await reports({ transitEncryptionEnabled: false }, [OFF], type);
            for (const props of [{}, { transitEncryptionEnabled: null }]) {
                await reports(props, [UNSET], type);
            }
        }
        await reports({ engine: "valkey" }, [UNSET]);
        await reports({ engine: "redis" }, [UNSET], CLUSTER);
    });

    it("reports caches that take plain text as well", async () => {
        await reports({ transitEncryptionEnabled: true, transitEncryptionMode: "preferred" }, [
            `transitEncryptionMode is "preferred", expected "required"`,
        ]);
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate(
            { transitEncryptionEnabled: UNKNOWN, transitEncryptionMode: "preferred" },
            ["transitEncryptionEnabled is not known yet"],
            [`transitEncryptionMode is "preferred", expected "required"`],
        );
        await cannotEvaluate({ transitEncryptionEnabled: true, transitEncryptionMode: UNKNOWN }, [
            "transitEncryptionMode is not known yet",
        ]);
    });

    it("does not apply to what does as another one does", async () => {
        for (const id of ["global", UNKNOWN]) {
            await excludes(
                { globalReplicationGroupId: id },
                "A member of a global datastore does as its primary does",
            );
            await excludes(
                { replicationGroupId: id },
                "A cluster of a replication group does as the group does",
                CLUSTER,
            );
        }
        // A replication group's own name.
        await reports({ replicationGroupId: "sessions" }, [UNSET]);
    });
});
