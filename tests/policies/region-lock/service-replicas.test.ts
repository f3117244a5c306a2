import {
    serviceReplicaPlaces,
    serviceReplicas,
} from "../../../policies/region-lock/service-replicas";
import { ARN, describePlaces, REGION_NAME } from "../support/places";

const SET = "aws:ssmincidents/replicationSet:ReplicationSet";

describe("service-replicas", () => {
    describePlaces(serviceReplicas, serviceReplicaPlaces, [
        ["aws:directoryservice/serviceRegion:ServiceRegion", "regionName", ...REGION_NAME],
        ["aws:ssoadmin/region:Region", "regionName", ...REGION_NAME],
        [SET, "regions[1].name", ...REGION_NAME],
        [SET, "regions[0].kmsKeyArn", ...ARN],
        [SET, "region[0].name", ...REGION_NAME, { regions: null }],
        [SET, "region[0].kmsKeyArn", ...ARN],
    ]);
});
