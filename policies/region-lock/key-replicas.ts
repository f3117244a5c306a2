import { definePolicy } from "../lib/define-policy";
import { arn, judgePlaces, off, typesOf, type Places } from "./placement";

/** Properties by which a key can be used in other regions. */
export const keyReplicaPlaces: Places = {
    "aws:kms/key:Key": { multiRegion: off },
    "aws:kms/externalKey:ExternalKey": { multiRegion: off },
    // A replica lies in another region than its primary key, always.
    "aws:kms/replicaKey:ReplicaKey": { primaryKeyArn: arn },
    "aws:kms/replicaExternalKey:ReplicaExternalKey": { primaryKeyArn: arn },
};

/** What is encrypted under a key that other regions have, can be read there (P-07). */
export const keyReplicas = definePolicy({
    name: "key-replicas",
    control: "REGION-06",
    title: "Encryption keys belong to one region.",
    severity: "high",
    why: "The key material of a multi-region key can be copied to any region at any time, and whatever it protects can then be decrypted there.",
    remediation:
        "Remove multiRegion (or set it to false) and make a new key, for it cannot be changed later; remove replica keys.",
    frameworks: ["prowler:kms_cmk_not_multi_region", "gdpr:44"],
    resourceTypes: typesOf(keyReplicaPlaces),
    check: judgePlaces(keyReplicaPlaces),
    examples: {
        accepted: [
            {
                title: "a key of one region",
                resources: [{ type: "aws:kms/key:Key", props: { enableKeyRotation: true } }],
            },
        ],
        rejected: [
            {
                title: "a multi-region key",
                resources: [{ type: "aws:kms/key:Key", props: { multiRegion: true } }],
                messages: ["multiRegion is true, expected false"],
            },
            {
                title: "a replica of a key in another region",
                resources: [
                    {
                        type: "aws:kms/replicaKey:ReplicaKey",
                        props: {
                            primaryKeyArn: "arn:aws:kms:us-east-1:123456789012:key/mrk-1234",
                        },
                    },
                ],
                messages: [`primaryKeyArn is an ARN in "us-east-1", expected one in "eu-west-1"`],
            },
        ],
    },
});
