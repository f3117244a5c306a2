import { definePolicy } from "../lib/define-policy";
import { arn, judgePlaces, regionName, typesOf, type Places } from "./placement";

/** Properties by which tables of DynamoDB, Keyspaces and Aurora DSQL are kept in several regions. */
export const tableReplicaPlaces: Places = {
    "aws:dynamodb/table:Table": {
        "replicas.regionName": regionName,
        "replicas.kmsKeyArn": arn,
        "globalTableWitness.regionName": regionName,
        restoreSourceTableArn: arn,
        restoreBackupArn: arn,
    },
    // A replica lies in another region than its table, always.
    "aws:dynamodb/tableReplica:TableReplica": { globalTableArn: arn, kmsKeyArn: arn },
    "aws:dynamodb/globalTable:GlobalTable": { "replicas.regionName": regionName },
    "aws:keyspaces/keyspace:Keyspace": { "replicationSpecification.regionLists": regionName },
    "aws:dsql/cluster:Cluster": {
        "multiRegionProperties.witnessRegion": regionName,
        "multiRegionProperties.clusters": arn,
    },
    "aws:dsql/clusterPeering:ClusterPeering": { witnessRegion: regionName, clusters: arn },
};

/** A global table keeps all of its data in each of its regions (P-07, P-14). */
export const tableReplicas = definePolicy({
    name: "table-replicas",
    control: "REGION-04",
    title: "Tables of DynamoDB, Keyspaces and Aurora DSQL are kept in eu-west-1 only.",
    severity: "critical",
    why: "Each region of a global table holds a full, writable copy of it within a second; a witness holds what was written last.",
    remediation:
        "Remove replicas and globalTableWitness (regionLists, multiRegionProperties), and the resources that add replicas; what must survive is backed up within the region.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(tableReplicaPlaces),
    check: judgePlaces(tableReplicaPlaces),
    examples: {
        accepted: [
            {
                title: "a table of one region",
                resources: [
                    {
                        type: "aws:dynamodb/table:Table",
                        props: { name: "orders", billingMode: "PAY_PER_REQUEST" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a global table",
                resources: [
                    {
                        type: "aws:dynamodb/table:Table",
                        props: { name: "orders", replicas: [{ regionName: "us-east-1" }] },
                    },
                ],
                messages: [`replicas[0].regionName is "us-east-1", expected "eu-west-1"`],
            },
        ],
    },
});
