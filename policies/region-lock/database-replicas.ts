import { definePolicy } from "../lib/define-policy";
import { absent, arn, judgePlaces, regionName, typesOf, unset, type Places } from "./placement";

const global = absent(
    "is a cluster that spans regions, expected none: its storage is copied to every region that joins",
);
const member = unset("it makes the cluster a part of one that spans regions");

/** Properties by which databases and search domains are copied to, or from, other regions. */
export const databaseReplicaPlaces: Places = {
    "aws:rds/instance:Instance": {
        replicateSourceDb: arn,
        "restoreToPointInTime.sourceDbInstanceAutomatedBackupsArn": arn,
    },
    "aws:rds/cluster:Cluster": {
        replicationSourceIdentifier: arn,
        sourceRegion: regionName,
        globalClusterIdentifier: member,
    },
    "aws:rds/globalCluster:GlobalCluster": { "": global },
    "aws:docdb/cluster:Cluster": { globalClusterIdentifier: member },
    "aws:docdb/globalCluster:GlobalCluster": { "": global },
    "aws:neptune/cluster:Cluster": {
        replicationSourceIdentifier: arn,
        globalClusterIdentifier: member,
    },
    "aws:neptune/globalCluster:GlobalCluster": { "": global },
    "aws:opensearch/outboundConnection:OutboundConnection": {
        "localDomainInfo.region": regionName,
        "remoteDomainInfo.region": regionName,
    },
    "aws:redshift/dataShareConsumerAssociation:DataShareConsumerAssociation": {
        consumerRegion: regionName,
    },
};

/** A replica is the whole database once more (P-07, P-14). */
export const databaseReplicas = definePolicy({
    name: "database-replicas",
    control: "REGION-04",
    title: "Databases and search domains have replicas and connections in eu-west-1 only.",
    severity: "critical",
    why: "A replica in another region, or of a database in another region, keeps all data in both; so do global clusters, and shares that another region reads.",
    remediation:
        "Name a source in eu-west-1 (replicateSourceDb, replicationSourceIdentifier), remove sourceRegion, globalClusterIdentifier and the global cluster; readers belong into other zones of the region.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(databaseReplicaPlaces),
    check: judgePlaces(databaseReplicaPlaces),
    examples: {
        accepted: [
            {
                title: "a replica of an instance of the same region",
                resources: [
                    {
                        type: "aws:rds/instance:Instance",
                        props: { instanceClass: "db.t4g.medium", replicateSourceDb: "orders" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a replica of an instance elsewhere",
                resources: [
                    {
                        type: "aws:rds/instance:Instance",
                        props: {
                            instanceClass: "db.t4g.medium",
                            replicateSourceDb: "arn:aws:rds:us-east-1:123456789012:db:orders",
                        },
                    },
                ],
                messages: [
                    `replicateSourceDb is an ARN in "us-east-1", expected one in "eu-west-1"`,
                ],
            },
            {
                title: "an Aurora global database",
                resources: [
                    {
                        type: "aws:rds/globalCluster:GlobalCluster",
                        props: { globalClusterIdentifier: "orders" },
                    },
                ],
                messages: [
                    "is a cluster that spans regions, expected none: its storage is copied to every region that joins",
                ],
            },
        ],
    },
});
