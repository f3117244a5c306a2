import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../policy-documents/policy-document";
import type { StoreOwner } from "./owner";
import { PostgresDatabase } from "./postgres-database";
import type { PostgresDatabaseArgs } from "./postgres-database";
import { ServiceBucket } from "./service-bucket";
import { ServiceTable } from "./service-table";
import type { ServiceTableArgs } from "./service-table";

interface Named {
    /** Name of the store within its service. */
    readonly name: string;
    /** Name in AWS. */
    readonly deployedName: string;
}

type TableSpec = Named &
    Pick<ServiceTableArgs, "partitionKey" | "sortKey" | "expiryAttribute"> & {
        readonly type: "table";
    };

type PostgresSpec = Named &
    Pick<
        PostgresDatabaseArgs,
        "engineVersion" | "instanceClass" | "storageGiB" | "maxStorageGiB" | "multiZone"
    > & { readonly type: "postgres" };

/** A store that a service declares. */
export type DataStoreSpec = PostgresSpec | TableSpec | (Named & { readonly type: "bucket" });

/** Where a store lives, for whom, and for how long it keeps what. */
export interface DataStoreContext extends Pick<
    PostgresDatabaseArgs,
    "vpcId" | "dataSubnetIds" | "serviceSecurityGroupId" | "logRetentionDays"
> {
    readonly owner: StoreOwner;
    /** Days for which data is kept. @defaultValue for ever */
    readonly retentionDays?: number;
}

/** What a service gets from each of its stores. */
export interface DataStore {
    readonly type: DataStoreSpec["type"];
    /** Name of the store within its service. */
    readonly name: string;
    /** Name in AWS: RDS identifier, table or bucket name; the dimension of its metrics. */
    readonly deployedName: pulumi.Output<string>;
    /** What the service's role may do. */
    readonly statements: pulumi.Output<PolicyStatement[]>;
    /** How the application finds the store. */
    readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
    /** Names of the groups that its logs go to. */
    readonly logGroupNames: readonly string[];
}

/** Makes the store that a service declares. */
export function dataStore(
    name: string,
    spec: DataStoreSpec,
    context: DataStoreContext,
    opts: pulumi.ComponentResourceOptions,
): DataStore {
    const { owner, retentionDays } = context;
    const own = { ...spec, owner, storeName: spec.name };
    const common = { type: spec.type, name: spec.name, logGroupNames: [] };
    switch (spec.type) {
        case "postgres": {
            const database = new PostgresDatabase(name, { ...spec, ...own, ...context }, opts);
            const { statements, environment, logGroupNames } = database;
            return {
                ...common,
                deployedName: database.identifier,
                statements,
                environment,
                logGroupNames,
            };
        }
        case "table": {
            const table = new ServiceTable(name, { ...spec, ...own }, opts);
            const { statements, environment } = table;
            return { ...common, deployedName: table.tableName, statements, environment };
        }
        case "bucket": {
            const bucket = new ServiceBucket(name, { ...own, retentionDays }, opts);
            const { statements, environment } = bucket;
            return { ...common, deployedName: bucket.bucketName, statements, environment };
        }
    }
}
