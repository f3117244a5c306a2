import type { Policy } from "../lib/policy";
import { aggregatedRegions } from "./aggregated-regions";
import { availabilityZone } from "./availability-zone";
import { backupCopies } from "./backup-copies";
import { bucketReplication } from "./bucket-replication";
import { cacheReplicas } from "./cache-replicas";
import { crossRegionInference } from "./cross-region-inference";
import { databaseReplicas } from "./database-replicas";
import { edgeNetwork } from "./edge-network";
import { globalService } from "./global-service";
import { imageCopies } from "./image-copies";
import { keyReplicas } from "./key-replicas";
import { messagingRegions } from "./messaging-regions";
import { networkLinks } from "./network-links";
import { outposts } from "./outposts";
import { peopleRegion } from "./people-region";
import { providerEndpoints } from "./provider-endpoints";
import { providerRegion } from "./provider-region";
import { regionInText } from "./region-in-text";
import { resourceRegion } from "./resource-region";
import { secretReplicas } from "./secret-replicas";
import { serviceReplicas } from "./service-replicas";
import { snapshotCopies } from "./snapshot-copies";
import { storageReplicas } from "./storage-replicas";
import { tableReplicas } from "./table-replicas";
import { vpcEndpointRegion } from "./vpc-endpoint-region";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [
    aggregatedRegions,
    availabilityZone,
    backupCopies,
    bucketReplication,
    cacheReplicas,
    crossRegionInference,
    databaseReplicas,
    edgeNetwork,
    globalService,
    imageCopies,
    keyReplicas,
    messagingRegions,
    networkLinks,
    outposts,
    peopleRegion,
    providerEndpoints,
    providerRegion,
    regionInText,
    resourceRegion,
    secretReplicas,
    serviceReplicas,
    snapshotCopies,
    storageReplicas,
    tableReplicas,
    vpcEndpointRegion,
];
