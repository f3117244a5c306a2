import * as backup from "@pulumi/aws/backup";
import * as pulumi from "@pulumi/pulumi";

import { restoreTestName, type TagCondition } from "./backup-documents";

/** Where databases are restored to: nowhere near the running ones' callers. */
export interface RestoreTestPlace {
    /** Subnet group of the data subnets; without one AWS restores into the default VPC. */
    readonly dbSubnetGroupName: pulumi.Input<string>;
    /** Security group that admits nobody. */
    readonly securityGroupId: pulumi.Input<string>;
}

/** What is restored, and by whom. */
export interface RestoreTestsArgs {
    readonly vaultArn: pulumi.Input<string>;
    /** Role that may restore. */
    readonly roleArn: pulumi.Input<string>;
    /** Services whose stores are restored. */
    readonly services: readonly string[];
    /** How the stores of a service are known. */
    readonly tagged: (service: string) => TagCondition[];
    /** @defaultValue databases are not restored, since AWS would do it in the default VPC */
    readonly database?: RestoreTestPlace;
}

const TYPES = ["RDS", "DynamoDB", "S3"] as const;

/** Restores the newest recovery points every week, so that a backup is known to be one (P-14). */
export class RestoreTests extends pulumi.ComponentResource {
    constructor(name: string, args: RestoreTestsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:backups:RestoreTests", name, {}, opts);
        const plan = new backup.RestoreTestingPlan(
            `${name}-plan`,
            {
                name: restoreTestName(name),
                scheduleExpression: "cron(30 8 ? * MON *)",
                scheduleExpressionTimezone: "Etc/UTC",
                startWindowHours: 4,
                recoveryPointSelection: {
                    algorithm: "LATEST_WITHIN_WINDOW",
                    includeVaults: [args.vaultArn],
                    recoveryPointTypes: ["CONTINUOUS", "SNAPSHOT"],
                    selectionWindowDays: 7,
                },
            },
            { parent: this },
        );
        for (const service of args.services) {
            for (const type of TYPES) {
                if (type === "RDS" && !args.database) continue;
                const suffix = `${service}-${type.toLowerCase()}`;
                new backup.RestoreTestingSelection(
                    `${name}-${suffix}`,
                    {
                        name: restoreTestName(suffix),
                        restoreTestingPlanName: plan.name,
                        iamRoleArn: args.roleArn,
                        protectedResourceType: type,
                        protectedResourceArns: ["*"],
                        protectedResourceConditions: { stringEquals: args.tagged(service) },
                        ...(type === "RDS" && args.database
                            ? { restoreMetadataOverrides: databaseOverrides(args.database) }
                            : {}),
                        // Time for somebody, or something, to look at what came back.
                        validationWindowHours: 12,
                    },
                    { parent: this },
                );
            }
        }
        this.registerOutputs({});
    }
}

function databaseOverrides(place: RestoreTestPlace): Record<string, pulumi.Input<string>> {
    return {
        dbSubnetGroupName: place.dbSubnetGroupName,
        vpcSecurityGroupIds: pulumi
            .output(place.securityGroupId)
            .apply((id) => JSON.stringify([id])),
        publiclyAccessible: "false",
        multiAz: "false",
    };
}
