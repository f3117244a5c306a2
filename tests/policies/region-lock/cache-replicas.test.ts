import assert from "node:assert/strict";
import { cacheReplicaPlaces, cacheReplicas } from "../../../policies/region-lock/cache-replicas";
import { failures, judge } from "../support/judge";
import { describePlaces } from "../support/places";

const MEMBER = [
    "sessions",
    "is set, expected nothing: it makes the cache a part of one that spans regions",
    [],
] as const;

describe("cache-replicas", () => {
    describePlaces(
        cacheReplicas,
        cacheReplicaPlaces,
        [
            [
                "aws:elasticache/replicationGroup:ReplicationGroup",
                "globalReplicationGroupId",
                ...MEMBER,
            ],
            ["aws:memorydb/cluster:Cluster", "multiRegionClusterName", ...MEMBER],
        ],
        ["globalReplicationGroupId", "multiRegionClusterName"],
    );

    it("reports caches of several regions", async () => {
        for (const type of [
            "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup",
            "aws:memorydb/multiRegionCluster:MultiRegionCluster",
        ]) {
            assert.deepEqual(failures(await judge(cacheReplicas, { type })), [
                "is a cache that spans regions, expected none: its data is copied to every region that joins",
            ]);
        }
    });
});
