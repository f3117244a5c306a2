import assert from "node:assert/strict";
import {
    databaseReplicaPlaces,
    databaseReplicas,
} from "../../../policies/region-lock/database-replicas";
import { failures, judge, UNKNOWN } from "../support/judge";
import { ARN, describePlaces, REGION_NAME } from "../support/places";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const CONNECTION = "aws:opensearch/outboundConnection:OutboundConnection";
const MEMBER = [
    "orders",
    "is set, expected nothing: it makes the cluster a part of one that spans regions",
    [],
] as const;

describe("database-replicas", () => {
    describePlaces(
        databaseReplicas,
        databaseReplicaPlaces,
        [
            [INSTANCE, "replicateSourceDb", ...ARN],
            [INSTANCE, "restoreToPointInTime.sourceDbInstanceAutomatedBackupsArn", ...ARN],
            [CLUSTER, "replicationSourceIdentifier", ...ARN],
            [CLUSTER, "sourceRegion", ...REGION_NAME],
            [CLUSTER, "globalClusterIdentifier", ...MEMBER],
            ["aws:docdb/cluster:Cluster", "globalClusterIdentifier", ...MEMBER],
            ["aws:neptune/cluster:Cluster", "replicationSourceIdentifier", ...ARN],
            ["aws:neptune/cluster:Cluster", "globalClusterIdentifier", ...MEMBER],
            [CONNECTION, "localDomainInfo.region", ...REGION_NAME],
            [CONNECTION, "remoteDomainInfo.region", ...REGION_NAME],
            [
                "aws:redshift/dataShareConsumerAssociation:DataShareConsumerAssociation",
                "consumerRegion",
                ...REGION_NAME,
            ],
        ],
        ["globalClusterIdentifier"],
    );

    it("reports every kind of global cluster, whatever it is called", async () => {
        for (const type of [
            "aws:rds/globalCluster:GlobalCluster",
            "aws:docdb/globalCluster:GlobalCluster",
            "aws:neptune/globalCluster:GlobalCluster",
        ]) {
            for (const props of [{}, { globalClusterIdentifier: UNKNOWN }]) {
                assert.deepEqual(failures(await judge(databaseReplicas, { type, props })), [
                    "is a cluster that spans regions, expected none: its storage is copied to every region that joins",
                ]);
            }
        }
    });
});
