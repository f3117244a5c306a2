/** Types that hold what would be lost: data stores, keys, vaults, log buckets, trails. */
export const KEEPING_TYPES: readonly string[] = [
    "aws:backup/vault:Vault",
    "aws:cloudtrail/trail:Trail",
    "aws:dynamodb/table:Table",
    "aws:kms/key:Key",
    "aws:rds/instance:Instance",
    "aws:s3/bucket:Bucket",
];

/** Type of a resource, by its URN. */
export function typeIn(urn: string): string {
    return (urn.split("::")[2] ?? "").replace(/^.*\$/, "");
}

/** Whether losing the resource would lose data. */
export function holdsData(urn: string): boolean {
    return KEEPING_TYPES.includes(typeIn(urn));
}
