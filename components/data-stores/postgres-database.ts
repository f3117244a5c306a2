import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as rds from "@pulumi/aws/rds";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../policy-documents/policy-document";
import { DATABASE_PARAMETERS, databaseName, parameterFamily } from "./database-parameters";
import { DATABASE_USER, databaseStatements } from "./data-statements";
import { storeTags, variablePart } from "./owner";
import type { StoreOwner } from "./owner";

/** What a service's database is made of. */
export interface PostgresDatabaseArgs {
    readonly owner: StoreOwner;
    /** Name of the store within its service. */
    readonly storeName: string;
    /** RDS identifier. */
    readonly deployedName: string;
    readonly vpcId: pulumi.Input<string>;
    /** Subnets without a way out, in two zones or more. */
    readonly dataSubnetIds: readonly pulumi.Input<string>[];
    /** Security group of the only service that may connect. */
    readonly serviceSecurityGroupId: pulumi.Input<string>;
    /** Version of PostgreSQL, 15 or later; `17` leaves the minor version to RDS. */
    readonly engineVersion: string;
    readonly instanceClass: string;
    readonly storageGiB: number;
    /** Size up to which storage grows by itself. */
    readonly maxStorageGiB: number;
    /** A standby in a second zone. @defaultValue true */
    readonly multiZone?: boolean;
    /** Days for which log groups keep the database's logs. */
    readonly logRetentionDays: number;
}

const PORT = 5432;
const LOGS = ["postgresql", "upgrade"];

/** A PostgreSQL database that one service reaches, over TLS and with tokens only (P-12). */
export class PostgresDatabase extends pulumi.ComponentResource {
    /** RDS identifier, the dimension of its metrics. */
    public readonly identifier: pulumi.Output<string>;
    /** ARN of the instance. */
    public readonly arn: pulumi.Output<string>;
    /** Its own security group. */
    public readonly securityGroupId: pulumi.Output<string>;
    /** Names of the groups that its logs go to. */
    public readonly logGroupNames: readonly string[];
    /** What the service's role may do. */
    public readonly statements: pulumi.Output<PolicyStatement[]>;
    /** How the application finds the database. */
    public readonly environment: Readonly<Record<string, pulumi.Input<string>>>;

    constructor(name: string, args: PostgresDatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:data-stores:PostgresDatabase", name, {}, opts);
        const child = { parent: this };
        const { owner } = args;
        const tags = owner.tags;
        const family = parameterFamily(args.engineVersion);

        this.logGroupNames = LOGS.map((log) => `/aws/rds/instance/${args.deployedName}/${log}`);
        // RDS would make groups without key and retention itself.
        const logGroups = LOGS.map(
            (log, position) =>
                new cloudwatch.LogGroup(
                    `${name}-${log}-log`,
                    {
                        name: this.logGroupNames[position],
                        kmsKeyId: owner.kmsKeyArn,
                        retentionInDays: args.logRetentionDays,
                        tags,
                    },
                    child,
                ),
        );
        const group = this.#securityGroup(name, args);
        const subnets = new rds.SubnetGroup(
            `${name}-subnets`,
            {
                subnetIds: [...args.dataSubnetIds],
                description: `Where ${args.deployedName} lives`,
                tags,
            },
            child,
        );
        const parameters = new rds.ParameterGroup(
            `${name}-parameters`,
            {
                family,
                description: `TLS only, connections and changes logged: ${args.deployedName}`,
                parameters: DATABASE_PARAMETERS.map((parameter) => ({ ...parameter })),
                tags,
            },
            child,
        );

        const database = new rds.Instance(
            `${name}-instance`,
            {
                identifier: args.deployedName,
                engine: "postgres",
                engineVersion: args.engineVersion,
                engineLifecycleSupport: "open-source-rds-extended-support-disabled",
                instanceClass: args.instanceClass,
                dbName: databaseName(args.storeName),
                port: PORT,

                storageType: "gp3",
                allocatedStorage: args.storageGiB,
                maxAllocatedStorage: args.maxStorageGiB,
                storageEncrypted: true,
                kmsKeyId: owner.kmsKeyArn,

                username: "platform",
                manageMasterUserPassword: true,
                masterUserSecretKmsKeyId: owner.kmsKeyArn,
                iamDatabaseAuthenticationEnabled: true,
                caCertIdentifier: "rds-ca-rsa2048-g1",

                dbSubnetGroupName: subnets.name,
                vpcSecurityGroupIds: [group.id],
                publiclyAccessible: false,
                networkType: "IPV4",
                multiAz: args.multiZone ?? true,

                parameterGroupName: parameters.name,
                autoMinorVersionUpgrade: true,
                allowMajorVersionUpgrade: false,
                applyImmediately: false,
                maintenanceWindow: "sun:01:30-sun:02:30",

                // What a new database starts with; from then on AWS Backup's continuous plan decides.
                backupRetentionPeriod: 35,
                backupWindow: "00:15-01:15",
                copyTagsToSnapshot: true,
                deleteAutomatedBackups: false,
                skipFinalSnapshot: false,
                finalSnapshotIdentifier: `${args.deployedName}-final`,
                deletionProtection: true,

                enabledCloudwatchLogsExports: LOGS,
                performanceInsightsEnabled: true,
                performanceInsightsKmsKeyId: owner.kmsKeyArn,
                performanceInsightsRetentionPeriod: 7,
                databaseInsightsMode: "standard",
                monitoringInterval: 60,
                monitoringRoleArn: this.#monitoringRole(name, args),
                tags: storeTags(owner),
            },
            {
                parent: this,
                protect: true,
                dependsOn: logGroups,
                ignoreChanges: ["backupRetentionPeriod", "backupWindow"],
                customTimeouts: { create: "60m", update: "120m" },
            },
        );

        this.identifier = database.identifier;
        this.arn = database.arn;
        this.securityGroupId = group.id;
        this.statements = database.resourceId.apply((resourceId) =>
            databaseStatements({ accountId: owner.accountId, resourceId }),
        );
        const variables = `DATABASE_${variablePart(args.storeName)}`;
        this.environment = {
            [`${variables}_HOST`]: database.address,
            [`${variables}_PORT`]: String(PORT),
            [`${variables}_NAME`]: databaseName(args.storeName),
            [`${variables}_USER`]: DATABASE_USER,
        };
        this.registerOutputs({ identifier: this.identifier, arn: this.arn });
    }

    /** Admits the service and nobody else, and lets nothing out. */
    #securityGroup(name: string, args: PostgresDatabaseArgs): ec2.SecurityGroup {
        const child = { parent: this };
        const { owner } = args;
        const group = new ec2.SecurityGroup(
            `${name}-group`,
            {
                vpcId: args.vpcId,
                description: `PostgreSQL from ${owner.serviceName} only`,
                tags: { ...owner.tags, Name: args.deployedName },
            },
            child,
        );
        const rule = { ipProtocol: "tcp", fromPort: PORT, toPort: PORT, tags: owner.tags };
        new vpc.SecurityGroupIngressRule(
            `${name}-from-service`,
            {
                ...rule,
                securityGroupId: group.id,
                referencedSecurityGroupId: args.serviceSecurityGroupId,
                description: `PostgreSQL from ${owner.serviceName}`,
            },
            child,
        );
        new vpc.SecurityGroupEgressRule(
            `${name}-to-database`,
            {
                ...rule,
                securityGroupId: args.serviceSecurityGroupId,
                referencedSecurityGroupId: group.id,
                description: `PostgreSQL to ${args.deployedName}`,
            },
            child,
        );
        return group;
    }

    /** ARN of the role by which RDS reports the operating system's metrics; resolves when its policy is attached. */
    #monitoringRole(name: string, args: PostgresDatabaseArgs): pulumi.Output<string> {
        const { accountId, tags } = args.owner;
        const role = new iam.Role(
            `${name}-monitoring`,
            {
                // Said, not derived: a derived name can be longer than the 64 characters that IAM takes.
                name: `${args.deployedName.slice(0, 60)}-rds`,
                description: "RDS enhanced monitoring",
                assumeRolePolicy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Sid: "EnhancedMonitoring",
                            Effect: "Allow",
                            Principal: { Service: "monitoring.rds.amazonaws.com" },
                            Action: "sts:AssumeRole",
                            Condition: { StringEquals: { "aws:SourceAccount": accountId } },
                        },
                    ],
                }),
                tags,
            },
            { parent: this },
        );
        const attachment = new iam.RolePolicyAttachment(
            `${name}-monitoring-policy`,
            {
                role: role.name,
                policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
            },
            { parent: this },
        );
        return pulumi.all([role.arn, attachment.id]).apply(([arn]) => arn);
    }
}
