import { definePolicy } from "../lib/define-policy";
import { arn, judgePlaces, regionName, typesOf, type Places } from "./placement";

/** Properties by which services keep what they know of people and incidents in further regions. */
export const serviceReplicaPlaces: Places = {
    "aws:directoryservice/serviceRegion:ServiceRegion": { regionName },
    "aws:ssoadmin/region:Region": { regionName },
    "aws:ssmincidents/replicationSet:ReplicationSet": {
        "regions.name": regionName,
        "regions.kmsKeyArn": arn,
        // The name that regions had before version 7.
        "region.name": regionName,
        "region.kmsKeyArn": arn,
    },
};

/** Directories hold people, incidents hold what happened to whom (P-07). */
export const serviceReplicas = definePolicy({
    name: "service-replicas",
    control: "REGION-04",
    title: "Directories, Identity Center and Incident Manager keep their data in eu-west-1 only.",
    severity: "high",
    why: "A further region of a directory or of Identity Center holds every person in it, one of Incident Manager every incident with its notes.",
    remediation:
        "Remove the further region; let Incident Manager's replication set name eu-west-1 alone.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(serviceReplicaPlaces),
    check: judgePlaces(serviceReplicaPlaces),
    examples: {
        accepted: [
            {
                title: "incidents that are kept in one region",
                resources: [
                    {
                        type: "aws:ssmincidents/replicationSet:ReplicationSet",
                        props: { regions: [{ name: "eu-west-1" }] },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a directory that is replicated",
                resources: [
                    {
                        type: "aws:directoryservice/serviceRegion:ServiceRegion",
                        props: { directoryId: "d-0123456789", regionName: "us-east-2" },
                    },
                ],
                messages: [`regionName is "us-east-2", expected "eu-west-1"`],
            },
            {
                title: "incidents that are kept twice",
                resources: [
                    {
                        type: "aws:ssmincidents/replicationSet:ReplicationSet",
                        props: { regions: [{ name: "eu-west-1" }, { name: "eu-central-1" }] },
                    },
                ],
                messages: [`regions[1].name is "eu-central-1", expected "eu-west-1"`],
            },
        ],
    },
});
