import { definePolicy } from "../lib/define-policy";
import { absent, judgePlaces, typesOf, unset, type Places } from "./placement";

const global = absent(
    "is a cache that spans regions, expected none: its data is copied to every region that joins",
);
const member = unset("it makes the cache a part of one that spans regions");

/** Properties by which caches are copied to other regions. */
export const cacheReplicaPlaces: Places = {
    "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup": { "": global },
    "aws:elasticache/replicationGroup:ReplicationGroup": { globalReplicationGroupId: member },
    "aws:memorydb/multiRegionCluster:MultiRegionCluster": { "": global },
    "aws:memorydb/cluster:Cluster": { multiRegionClusterName: member },
};

/** Caches hold copies of the data they speed up (P-07). */
export const cacheReplicas = definePolicy({
    name: "cache-replicas",
    control: "REGION-04",
    title: "Caches are kept in eu-west-1 only.",
    severity: "high",
    why: "A global datastore of ElastiCache and a multi-region cluster of MemoryDB copy every write to the other regions.",
    remediation:
        "Remove globalReplicationGroupId or multiRegionClusterName, and the global resource; replicas belong into other zones of the region.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(cacheReplicaPlaces),
    check: judgePlaces(cacheReplicaPlaces),
    examples: {
        accepted: [
            {
                title: "a cache of one region",
                resources: [
                    {
                        type: "aws:elasticache/replicationGroup:ReplicationGroup",
                        props: { description: "Sessions.", numCacheClusters: 2 },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a cache that belongs to a global datastore",
                resources: [
                    {
                        type: "aws:elasticache/replicationGroup:ReplicationGroup",
                        props: {
                            description: "Sessions.",
                            globalReplicationGroupId: "ldgnf-sessions",
                        },
                    },
                ],
                messages: [
                    "globalReplicationGroupId is set, expected nothing: it makes the cache a part of one that spans regions",
                ],
            },
            {
                title: "a multi-region cluster",
                resources: [
                    {
                        type: "aws:memorydb/multiRegionCluster:MultiRegionCluster",
                        props: {
                            multiRegionClusterNameSuffix: "sessions",
                            nodeType: "db.r7g.large",
                        },
                    },
                ],
                messages: [
                    "is a cache that spans regions, expected none: its data is copied to every region that joins",
                ],
            },
        ],
    },
});
