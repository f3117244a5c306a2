import type * as pulumi from "@pulumi/pulumi";

/** What a store has to know of the one service that it belongs to. */
export interface StoreOwner {
    readonly accountId: string;
    readonly serviceName: string;
    /** The service's own key. */
    readonly kmsKeyArn: pulumi.Input<string>;
    /** Tags of everything that keeps the service's data. */
    readonly tags: Readonly<Record<string, string>>;
}

/** Tags of a store: the service's, and the one by which backups find it. */
export function storeTags(owner: StoreOwner): Record<string, string> {
    return { ...owner.tags, backup: owner.serviceName };
}

/** `licences` → `LICENCES`, `api-keys` → `API_KEYS`: the part of an environment variable that names a store. */
export function variablePart(storeName: string): string {
    return storeName.toUpperCase().replaceAll("-", "_");
}
