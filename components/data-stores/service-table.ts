import * as dynamodb from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../policy-documents/policy-document";
import { tableStatements } from "./data-statements";
import { storeTags, variablePart } from "./owner";
import type { StoreOwner } from "./owner";

/** What a service's table is made of. */
export interface ServiceTableArgs {
    readonly owner: StoreOwner;
    /** Name of the store within its service. */
    readonly storeName: string;
    /** Name of the table. */
    readonly deployedName: string;
    /** Attribute by which items are spread, text. */
    readonly partitionKey: string;
    /** Attribute by which items of one partition are ordered, text. @defaultValue none */
    readonly sortKey?: string;
    /** Attribute that holds when an item expires, in seconds since 1970. @defaultValue expiresAt */
    readonly expiryAttribute?: string;
}

/** The longest that DynamoDB offers. */
const RECOVERY_DAYS = 35;

/** A DynamoDB table of one service: own key, any second of 35 days restorable, items expire. */
export class ServiceTable extends pulumi.ComponentResource {
    /** Name of the table. */
    public readonly tableName: pulumi.Output<string>;
    /** What the service's role may do. */
    public readonly statements: pulumi.Output<PolicyStatement[]>;
    /** How the application finds the table. */
    public readonly environment: Readonly<Record<string, pulumi.Input<string>>>;

    constructor(name: string, args: ServiceTableArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:data-stores:ServiceTable", name, {}, opts);
        const { owner, partitionKey, sortKey } = args;
        const keys = sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];
        const table = new dynamodb.Table(
            `${name}-table`,
            {
                name: args.deployedName,
                billingMode: "PAY_PER_REQUEST",
                hashKey: partitionKey,
                ...(sortKey === undefined ? {} : { rangeKey: sortKey }),
                attributes: keys.map((key) => ({ name: key, type: "S" })),
                ttl: { attributeName: args.expiryAttribute ?? "expiresAt", enabled: true },
                serverSideEncryption: { enabled: true, kmsKeyArn: owner.kmsKeyArn },
                // "Incremental" (P-14) is carried here: AWS Backup's copies of a table are full ones.
                pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: RECOVERY_DAYS },
                deletionProtectionEnabled: true,
                tags: storeTags(owner),
            },
            { parent: this, protect: true },
        );
        this.tableName = table.name;
        this.statements = table.arn.apply(tableStatements);
        this.environment = { [`TABLE_${variablePart(args.storeName)}`]: args.deployedName };
        this.registerOutputs({ tableName: this.tableName });
    }
}
