import { name } from "./names";
import type { Problems } from "./problems";
import {
    type Draft,
    flag,
    type Field,
    group,
    integer,
    oneOf,
    type Reader,
    refuse,
    required,
    text,
    withDefault,
    optional,
} from "./readers";
import type { BucketConfig, PostgresConfig, TableConfig } from "./types";

/** A data store as the stack file describes it. */
export type DataStoreSettings =
    | Omit<PostgresConfig, "deployedName">
    | Omit<TableConfig, "deployedName">
    | Omit<BucketConfig, "deployedName">;

type Of<Type extends DataStoreSettings["type"]> = Extract<
    DataStoreSettings,
    { readonly type: Type }
>;

const instanceClass = text(
    'an RDS instance class such as "db.t4g.medium"',
    /^db\.[a-z]+\d+[a-z]*\.(micro|small|medium|\d*x?large)$/,
);
const attribute = text(
    "an attribute name of at most 64 letters, digits, - and _",
    /^[A-Za-z][\w-]{0,63}$/,
);
// gp3 volumes of RDS for PostgreSQL.
const gibibytes = integer(20, 65_536);

const postgres: Reader<Of<"postgres">> = group<Of<"postgres">>({
    type: required(oneOf("postgres")),
    name: required(name),
    engineVersion: withDefault(oneOf<string>("16", "17"), "17"),
    instanceClass: withDefault(instanceClass, "db.t4g.medium"),
    storageGiB: withDefault(gibibytes, 20),
    maxStorageGiB: withDefault(gibibytes, 100),
    multiZone: withDefault(flag, true),
});

const table: Reader<Of<"table">> = group<Of<"table">>({
    type: required(oneOf("table")),
    name: required(name),
    partitionKey: withDefault(attribute, "id"),
    sortKey: optional(attribute),
    expiryAttribute: withDefault(attribute, "expiresAt"),
});

const bucket: Reader<Of<"bucket">> = group<Of<"bucket">>({
    type: required(oneOf("bucket")),
    name: required(name),
});

const readers: { readonly [Type in DataStoreSettings["type"]]: Reader<Of<Type>> } = {
    postgres,
    table,
    bucket,
};

/** A data store; its `type` decides which keys it has. */
export const dataStore: Reader<DataStoreSettings> = (field) => {
    const type = typeOf(field);
    if (type === undefined) return undefined;
    return readers[type](field);
};

/** Reports sizes and keys of data stores that do not fit each other. */
export function checkDataStore(
    store: Draft<DataStoreSettings>,
    path: string,
    problems: Problems,
): void {
    if (store.type === "postgres" && store.storageGiB !== undefined) {
        // RDS wants the threshold of storage autoscaling at least a tenth above the size.
        const least = Math.ceil((store.storageGiB * 11) / 10);
        const { maxStorageGiB } = store;
        if (maxStorageGiB !== undefined && maxStorageGiB < least) {
            problems.add(
                `${path}.maxStorageGiB`,
                `${maxStorageGiB}`,
                `at least ${least}, a tenth more than storageGiB`,
            );
        }
    }
    if (store.type === "table") {
        const attributes = [store.partitionKey, store.sortKey, store.expiryAttribute];
        for (const [index, key] of (
            ["partitionKey", "sortKey", "expiryAttribute"] as const
        ).entries()) {
            const value = attributes[index];
            if (value !== undefined && attributes.indexOf(value) < index) {
                problems.add(`${path}.${key}`, `"${value}" again`, "an attribute of its own");
            }
        }
    }
}

function typeOf(field: Field): DataStoreSettings["type"] | undefined {
    const { path, value, problems } = field;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return refuse(field, "a group of keys that begins with `type`");
    }
    const type: unknown = "type" in value ? value.type : undefined;
    return oneOf("postgres", "table", "bucket")({ path: `${path}.type`, value: type, problems });
}
