import * as pulumi from "@pulumi/pulumi";

import { metricsOf, type Watch } from "./watch";

/** A data store of a service; what the service says of its stores fits. */
export interface WatchedStore {
    readonly type: "postgres" | "table" | "bucket";
    /** Name within the service, part of the alarms' names. */
    readonly name: string;
    /** RDS identifier, table or bucket name: what CloudWatch calls it. */
    readonly deployedName: pulumi.Input<string>;
    /** Storage that a database starts with; the alarm fires when a tenth of it is left. @defaultValue 20 */
    readonly storageGiB?: number;
}

const GIBIBYTE = 1024 ** 3;
const MEBIBYTE = 1024 ** 2;
/** The least that RDS gives a gp3 volume. */
const SMALLEST_STORAGE_GIB = 20;

/** The name under which S3 keeps the request metrics of a whole bucket. */
export const ENTIRE_BUCKET = "EntireBucket";

/** Fires when a data store runs full, gets slow, refuses requests, or fails. */
export function watchStore(store: WatchedStore): Watch {
    switch (store.type) {
        case "postgres":
            return watchPostgres(store);
        case "table":
            return watchTable(store);
        case "bucket":
            return watchBucket(store);
    }
}

function watchPostgres(store: WatchedStore): Watch {
    const database = metricsOf("AWS/RDS", { DBInstanceIdentifier: store.deployedName });
    return {
        alarms: [
            {
                suffix: `${store.name}-storage`,
                description:
                    "The database has a tenth of its first storage left and stops writing at zero. Raise maxStorageGiB of the data store and deploy; then look for what grew.",
                severity: "critical",
                metric: database("FreeStorageSpace", "Minimum", 300),
                comparison: "LessThanThreshold",
                threshold: ((store.storageGiB ?? SMALLEST_STORAGE_GIB) * GIBIBYTE) / 10,
                periods: 1,
                missingData: "breaching",
            },
            {
                suffix: `${store.name}-cpu`,
                description:
                    "The database has computed hard for a quarter of an hour. Find the statement with the most load in Database Insights.",
                severity: "warning",
                metric: database("CPUUtilization", "Average", 300),
                comparison: "GreaterThanThreshold",
                threshold: 80,
                periods: 3,
                missingData: "notBreaching",
            },
            {
                suffix: `${store.name}-memory`,
                description:
                    "The database is short of memory. Look at the number of connections first, then take a larger instance class.",
                severity: "warning",
                metric: database("FreeableMemory", "Average", 300),
                comparison: "LessThanThreshold",
                threshold: 128 * MEBIBYTE,
                periods: 3,
                missingData: "notBreaching",
            },
            {
                suffix: `${store.name}-disk-queue`,
                description:
                    "Requests queue for the disk. Look for a statement that reads whole tables, then at the volume's IOPS.",
                severity: "warning",
                metric: database("DiskQueueDepth", "Average", 300),
                comparison: "GreaterThanThreshold",
                threshold: 64,
                periods: 3,
                missingData: "notBreaching",
            },
            {
                suffix: `${store.name}-connections`,
                description:
                    "The number of connections is far from what it usually is. Look for a pool that leaks, or for a service that lost its database.",
                severity: "warning",
                metric: database("DatabaseConnections", "Average", 300),
                bandWidth: 3,
                periods: 3,
                missingData: "notBreaching",
            },
        ],
    };
}

function watchTable(store: WatchedStore): Watch {
    const table = metricsOf("AWS/DynamoDB", { TableName: store.deployedName });
    const throttled =
        "DynamoDB turns requests away. Look for a hot partition in the contributor report, then at the table's limits.";
    return {
        alarms: [
            ...(["Read", "Write"] as const).map((kind) => ({
                suffix: `${store.name}-${kind.toLowerCase()}-throttled`,
                description: throttled,
                severity: "warning" as const,
                metric: table(`${kind}ThrottleEvents`, "Sum", 300),
                comparison: "GreaterThanThreshold" as const,
                threshold: 10,
                periods: 1,
                missingData: "notBreaching" as const,
            })),
            {
                suffix: `${store.name}-errors`,
                description:
                    "DynamoDB fails on its own side. Look at the AWS Health dashboard and open a support case if it shows nothing.",
                severity: "warning",
                // The metric exists per operation only; an alarm on the table alone would never see data.
                metric: {
                    query: pulumi.interpolate`SELECT SUM(SystemErrors) FROM SCHEMA("AWS/DynamoDB", Operation, TableName) WHERE TableName = '${store.deployedName}'`,
                    periodSeconds: 300,
                },
                comparison: "GreaterThanThreshold",
                threshold: 5,
                periods: 1,
                missingData: "notBreaching",
            },
        ],
    };
}

function watchBucket(store: WatchedStore): Watch {
    const requests = metricsOf("AWS/S3", {
        BucketName: store.deployedName,
        FilterId: ENTIRE_BUCKET,
    });
    return {
        requestMetrics: { [store.name]: store.deployedName },
        alarms: [
            {
                suffix: `${store.name}-errors`,
                description:
                    "S3 fails on its own side. Look at the AWS Health dashboard and open a support case if it shows nothing.",
                severity: "warning",
                metric: requests("5xxErrors", "Sum", 300),
                comparison: "GreaterThanThreshold",
                threshold: 5,
                periods: 1,
                missingData: "notBreaching",
            },
            {
                suffix: `${store.name}-refused`,
                description:
                    "The bucket refuses requests. Find the caller in the trail: either a deployment broke the service's permissions, or somebody else tries.",
                severity: "warning",
                metric: requests("4xxErrors", "Sum", 300),
                comparison: "GreaterThanThreshold",
                threshold: 50,
                periods: 1,
                missingData: "notBreaching",
            },
        ],
    };
}
