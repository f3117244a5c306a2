import { aggregatedRegionPlaces } from "./aggregated-regions";
import { zonePlaces } from "./availability-zone";
import { backupCopyPlaces } from "./backup-copies";
import { cacheReplicaPlaces } from "./cache-replicas";
import { inferencePlaces } from "./cross-region-inference";
import { databaseReplicaPlaces } from "./database-replicas";
import { edgePlaces } from "./edge-network";
import { globalServicePlaces } from "./global-service";
import { imageCopyPlaces } from "./image-copies";
import { keyReplicaPlaces } from "./key-replicas";
import { messagingPlaces } from "./messaging-regions";
import { networkLinkPlaces } from "./network-links";
import { outpostPlaces } from "./outposts";
import type { Places } from "./placement";
import { secretReplicaPlaces } from "./secret-replicas";
import { serviceReplicaPlaces } from "./service-replicas";
import { snapshotCopyPlaces } from "./snapshot-copies";
import { storageReplicaPlaces } from "./storage-replicas";
import { tableReplicaPlaces } from "./table-replicas";
import { vpcEndpointPlaces } from "./vpc-endpoint-region";

/** Places of every policy that is about certain properties. */
export const ALL_PLACES: readonly Places[] = [
    aggregatedRegionPlaces,
    backupCopyPlaces,
    cacheReplicaPlaces,
    databaseReplicaPlaces,
    edgePlaces,
    globalServicePlaces,
    imageCopyPlaces,
    inferencePlaces,
    keyReplicaPlaces,
    messagingPlaces,
    networkLinkPlaces,
    outpostPlaces,
    secretReplicaPlaces,
    serviceReplicaPlaces,
    snapshotCopyPlaces,
    storageReplicaPlaces,
    tableReplicaPlaces,
    vpcEndpointPlaces,
    zonePlaces,
];

/** Properties that name other regions and move nothing there, with the reason; the generic policy passes over them. */
export const LEFT_OUT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "aws:cloudformation/stackInstances:StackInstances": {
        "operationPreferences.regionOrders": "The order of regions that another property names.",
    },
    "aws:cloudformation/stackSet:StackSet": {
        "operationPreferences.regionOrders": "The order of regions that another property names.",
    },
    "aws:cloudformation/stackSetInstance:StackSetInstance": {
        "operationPreferences.regionOrders": "The order of regions that another property names.",
    },
    "aws:ec2/vpcNetworkPerformanceMetricSubscription:VpcNetworkPerformanceMetricSubscription": {
        source: "Where AWS measures its own network from.",
        destination: "Where AWS measures its own network to.",
    },
    "aws:imagebuilder/lifecyclePolicy:LifecyclePolicy": {
        "policyDetails.exclusionRules.amis.regions": "Regions whose images are left alone.",
    },
    "aws:route53/healthCheck:HealthCheck": {
        regions:
            "Where AWS's checkers ask from, at least three; they see whether something answers.",
    },
    "aws:route53/keySigningKey:KeySigningKey": {
        keyManagementServiceArn:
            "Route 53 signs zones with keys of us-east-1 only; the key itself is judged where it is made.",
    },
    "aws:s3control/storageLensConfiguration:StorageLensConfiguration": {
        "storageLensConfiguration.exclude.regions": "Regions that are not looked at.",
    },
    "aws:uxc/accountCustomizations:AccountCustomizations": {
        visibleRegions: "Regions that the console shows.",
    },
};

const REPORTED_WHOLE = new Set(
    ALL_PLACES.flatMap((places) =>
        Object.entries(places).flatMap(([type, rules]) => ("" in rules ? [type] : [])),
    ),
);

const PASSED_OVER: readonly Readonly<Record<string, object>>[] = [...ALL_PLACES, LEFT_OUT];
const CLAIMED = new Map<string, Set<string>>();
for (const places of PASSED_OVER) {
    for (const [type, rules] of Object.entries(places)) {
        const claimed = CLAIMED.get(type) ?? new Set();
        for (const path of Object.keys(rules)) claimed.add(path);
        CLAIMED.set(type, claimed);
    }
}

/** Whether a policy reports every resource of a type, whatever its properties are. */
export function isReportedWhole(type: string): boolean {
    return REPORTED_WHOLE.has(type);
}

/** Whether a policy about certain properties judges a text, or nothing has to. */
export function isJudgedElsewhere(type: string, path: readonly (string | number)[]): boolean {
    const claimed = CLAIMED.get(type);
    return (
        claimed !== undefined &&
        claimed.has(path.filter((key) => typeof key === "string").join("."))
    );
}
