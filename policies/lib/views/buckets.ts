import type { PolicyResource } from "@pulumi/policy";
import type { Inputs } from "../policy";
import { type Item, itemsOf } from "../properties";
import type { References } from "../references";
import type { StackIndex } from "../stack-index";

/** A general purpose bucket, by its name of today and by the one that it had in version 6 of the provider. */
export const BUCKET_TYPES = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"] as const;

/** Where something about a bucket is said: in properties of its own, which are deprecated, or in resources that name it. */
interface Place {
    readonly own: readonly string[];
    readonly satellites: readonly [string, ...string[]];
}

const PLACES = {
    acl: place("BucketAcl", { own: ["acl", "grants"], hasV2: true }),
    acceleration: place("BucketAccelerateConfiguration", {
        own: ["accelerationStatus"],
        hasV2: true,
    }),
    cors: place("BucketCorsConfiguration", { own: ["corsRules"], hasV2: true }),
    encryption: place("BucketServerSideEncryptionConfiguration", {
        own: ["serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations"],
        hasV2: true,
    }),
    lifecycle: place("BucketLifecycleConfiguration", { own: ["lifecycleRules"], hasV2: true }),
    logging: place("BucketLogging", { own: ["logging", "loggings"], hasV2: true }),
    notification: place("BucketNotification"),
    objectLock: place("BucketObjectLockConfiguration", {
        own: ["objectLockConfiguration"],
        hasV2: true,
    }),
    ownership: place("BucketOwnershipControls"),
    policy: place("BucketPolicy", { own: ["policy"] }),
    publicAccess: place("BucketPublicAccessBlock"),
    replication: place("BucketReplicationConfig", {
        own: ["replicationConfiguration", "replicationConfigurations"],
    }),
    versioning: place("BucketVersioning", { own: ["versioning", "versionings"], hasV2: true }),
    website: place("BucketWebsiteConfiguration", { own: ["website", "websites"], hasV2: true }),
} as const;

/** What can be said about a bucket outside of its resource. */
export type Aspect = keyof typeof PLACES;

/** A bucket with the resources that say more about it. */
export interface Bucket {
    readonly resource: PolicyResource;
    /** Resources about one aspect of it, sorted by URN within each type. */
    readonly satellites: (aspect: Aspect) => readonly PolicyResource[];
    /** Resources about one aspect that may belong to it or to another bucket: nobody knows yet. */
    readonly perhaps: (aspect: Aspect) => readonly PolicyResource[];
}

/** Types of the resources that are about one aspect of a bucket, which they name in `bucket`. */
export function satelliteTypes(aspect: Aspect): readonly [string, ...string[]] {
    return PLACES[aspect].satellites;
}

/** What a bucket's own properties say about an aspect. Throws while one of them is not known yet. */
export function ownSettings(props: Inputs, aspect: Aspect): readonly Item[] {
    return PLACES[aspect].own.flatMap((key) => itemsOf(props, key));
}

/** All buckets of a stack, sorted by URN within each type. */
export function bucketsOf(stack: StackIndex): readonly Bucket[] {
    const refer = (aspect: Aspect): References =>
        stack.refer(satelliteTypes(aspect), "bucket", BUCKET_TYPES);
    return stack.ofType(...BUCKET_TYPES).map((resource) => ({
        resource,
        satellites: (aspect) => refer(aspect).to(resource),
        perhaps: (aspect) => refer(aspect).unresolved,
    }));
}

function place(
    name: string,
    { own = [], hasV2 = false }: { own?: readonly string[]; hasV2?: boolean } = {},
): Place {
    const token = (type: string): string =>
        `aws:s3/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`;
    return { own, satellites: [token(name), ...(hasV2 ? [token(`${name}V2`)] : [])] };
}
