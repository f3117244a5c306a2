/** How long a bucket keeps what it holds. */
export interface LifecycleParts {
    /** Days after which an object expires; undefined keeps objects until somebody deletes them. */
    readonly expireAfterDays?: number;
    /** Days for which an overwritten or deleted object can still be brought back. */
    readonly keepNoncurrentDays: number;
}

/** A rule in the shape of `aws.s3.BucketLifecycleConfiguration`. */
export interface LifecycleRule {
    readonly id: string;
    readonly status: "Enabled";
    /** An empty filter is the whole bucket; without one the provider falls back to the deprecated prefix. */
    readonly filter: Readonly<Record<string, never>>;
    readonly expiration?: { readonly days?: number; readonly expiredObjectDeleteMarker?: boolean };
    readonly noncurrentVersionExpiration?: { readonly noncurrentDays: number };
    readonly abortIncompleteMultipartUpload?: { readonly daysAfterInitiation: number };
}

const ABORT_UPLOADS_AFTER_DAYS = 7;

/**
 * The lifecycle of a private bucket. An expired object is gone for good `keepNoncurrentDays` after its expiry.
 * @throws {Error} when a number of days is not a whole number of at least 1
 */
export function lifecycleRules(parts: LifecycleParts): LifecycleRule[] {
    const { expireAfterDays, keepNoncurrentDays } = parts;
    const problems = [
        ...daysProblem("expireAfterDays", expireAfterDays),
        ...daysProblem("keepNoncurrentDays", keepNoncurrentDays),
    ];
    if (problems.length > 0) throw new Error(problems.join("\n"));
    return [
        {
            id: "expire",
            status: "Enabled",
            filter: {},
            // A rule with days removes orphaned delete markers, too; S3 refuses both in one rule.
            expiration:
                expireAfterDays === undefined
                    ? { expiredObjectDeleteMarker: true }
                    : { days: expireAfterDays },
            noncurrentVersionExpiration: { noncurrentDays: keepNoncurrentDays },
        },
        {
            id: "abort-incomplete-uploads",
            status: "Enabled",
            filter: {},
            abortIncompleteMultipartUpload: { daysAfterInitiation: ABORT_UPLOADS_AFTER_DAYS },
        },
    ];
}

function daysProblem(path: string, days: number | undefined): string[] {
    if (days === undefined || (Number.isInteger(days) && days >= 1)) return [];
    return [`${path}: found ${days}, expected a whole number of days, 1 or more`];
}
