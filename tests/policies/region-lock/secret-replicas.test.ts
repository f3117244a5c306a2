import { secretReplicaPlaces, secretReplicas } from "../../../policies/region-lock/secret-replicas";
import { ARN, describePlaces, REGION_NAME } from "../support/places";

describe("secret-replicas", () => {
    describePlaces(secretReplicas, secretReplicaPlaces, [
        ["aws:secretsmanager/secret:Secret", "replicas[0].region", ...REGION_NAME],
        ["aws:secretsmanager/secret:Secret", "replicas[1].region", ...REGION_NAME],
        ["aws:secretsmanager/secret:Secret", "replicas[0].kmsKeyId", ...ARN],
    ]);
});
