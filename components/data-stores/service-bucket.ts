import * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../policy-documents/policy-document";
import { PrivateBucket } from "../storage/private-bucket";
import { bucketStatements } from "./data-statements";
import { storeTags, variablePart } from "./owner";
import type { StoreOwner } from "./owner";

/** What a service's bucket is made of. */
export interface ServiceBucketArgs {
    readonly owner: StoreOwner;
    /** Name of the store within its service. */
    readonly storeName: string;
    /** Name of the bucket. */
    readonly deployedName: string;
    /** Days after which objects expire. @defaultValue objects do not expire */
    readonly retentionDays?: number;
}

/** A bucket that one service keeps data in; objects expire when the period that we promise is over (P-05). */
export class ServiceBucket extends pulumi.ComponentResource {
    /** Name of the bucket. */
    public readonly bucketName: pulumi.Output<string>;
    /** What the service's role may do. */
    public readonly statements: pulumi.Output<PolicyStatement[]>;
    /** How the application finds the bucket. */
    public readonly environment: Readonly<Record<string, pulumi.Input<string>>>;

    constructor(name: string, args: ServiceBucketArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:data-stores:ServiceBucket", name, {}, opts);
        const { owner } = args;
        const bucket = new PrivateBucket(
            name,
            {
                accountId: owner.accountId,
                bucketName: args.deployedName,
                kmsKeyArn: owner.kmsKeyArn,
                expireAfterDays: args.retentionDays,
                tags: storeTags(owner),
            },
            { parent: this },
        );
        this.bucketName = bucket.name;
        this.statements = bucket.arn.apply(bucketStatements);
        this.environment = { [`BUCKET_${variablePart(args.storeName)}`]: args.deployedName };
        this.registerOutputs({ bucketName: this.bucketName });
    }
}
