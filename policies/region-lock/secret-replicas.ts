import { definePolicy } from "../lib/define-policy";
import { arn, judgePlaces, regionName, typesOf, type Places } from "./placement";

/** Properties by which a secret is copied to other regions. */
export const secretReplicaPlaces: Places = {
    "aws:secretsmanager/secret:Secret": {
        "replicas.region": regionName,
        "replicas.kmsKeyId": arn,
    },
};

/** A secret opens data wherever it is known (P-07). */
export const secretReplicas = definePolicy({
    name: "secret-replicas",
    control: "REGION-06",
    title: "Secrets have no replica in another region.",
    severity: "high",
    why: "A replica is a full copy of the secret, kept and handed out in its own region.",
    remediation: "Remove replicas from the secret.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(secretReplicaPlaces),
    check: judgePlaces(secretReplicaPlaces),
    examples: {
        accepted: [
            {
                title: "a secret without replicas",
                resources: [
                    {
                        type: "aws:secretsmanager/secret:Secret",
                        props: { name: "orders/database" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a secret with a replica elsewhere",
                resources: [
                    {
                        type: "aws:secretsmanager/secret:Secret",
                        props: { name: "orders/database", replicas: [{ region: "eu-central-1" }] },
                    },
                ],
                messages: [`replicas[0].region is "eu-central-1", expected "eu-west-1"`],
            },
        ],
    },
});
