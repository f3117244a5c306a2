import { tableReplicaPlaces, tableReplicas } from "../../../policies/region-lock/table-replicas";
import { ARN, describePlaces, REGION_NAME } from "../support/places";

const TABLE = "aws:dynamodb/table:Table";
const REPLICA = "aws:dynamodb/tableReplica:TableReplica";
const DSQL = "aws:dsql/cluster:Cluster";
const PEERING = "aws:dsql/clusterPeering:ClusterPeering";
const KEYSPACE = "aws:keyspaces/keyspace:Keyspace";

describe("table-replicas", () => {
    describePlaces(tableReplicas, tableReplicaPlaces, [
        [TABLE, "replicas[0].regionName", ...REGION_NAME],
        [TABLE, "replicas[2].regionName", ...REGION_NAME],
        [TABLE, "replicas[0].kmsKeyArn", ...ARN],
        [TABLE, "globalTableWitness.regionName", ...REGION_NAME],
        [TABLE, "restoreSourceTableArn", ...ARN],
        [TABLE, "restoreBackupArn", ...ARN],
        [REPLICA, "globalTableArn", ...ARN],
        [REPLICA, "kmsKeyArn", ...ARN],
        ["aws:dynamodb/globalTable:GlobalTable", "replicas[0].regionName", ...REGION_NAME],
        [KEYSPACE, "replicationSpecification.regionLists[1]", ...REGION_NAME],
        [DSQL, "multiRegionProperties.witnessRegion", ...REGION_NAME],
        [DSQL, "multiRegionProperties.clusters[0]", ...ARN],
        [PEERING, "witnessRegion", ...REGION_NAME],
        [PEERING, "clusters[0]", ...ARN],
    ]);
});
