import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { dataStore } from "../../../components/data-stores/data-store";
import type {
    DataStore,
    DataStoreContext,
    DataStoreSpec,
} from "../../../components/data-stores/data-store";
import { record } from "../recording";
import type { Recording } from "../recording";

const tags = { service: "licensing", "data-class": "account-data" };
const stored = { ...tags, backup: "licensing" };
const context: DataStoreContext = {
    owner: { accountId: "123456789012", serviceName: "licensing", kmsKeyArn: "arn:key", tags },
    vpcId: "vpc-1",
    dataSubnetIds: ["subnet-1", "subnet-2"],
    serviceSecurityGroupId: "sg-service",
    logRetentionDays: 400,
    retentionDays: 1096,
};
const postgres: DataStoreSpec = {
    type: "postgres",
    name: "licences",
    deployedName: "prod-licensing-licences",
    engineVersion: "17",
    instanceClass: "db.m7g.large",
    storageGiB: 50,
    maxStorageGiB: 200,
};
const outputs = {
    "aws:rds/instance:Instance": () => ({ address: "db.example", resourceId: "db-ABC" }),
    "aws:s3/bucket:Bucket": () => ({ arn: "arn:aws:s3:::files" }),
};

interface Made {
    readonly seen: Recording;
    readonly store: DataStore;
    readonly statements: unknown;
    readonly options: ReadonlyMap<string, pulumi.CustomResourceOptions>;
}

async function made(spec: DataStoreSpec, extra: Partial<DataStoreContext> = {}): Promise<Made> {
    let store: DataStore | undefined;
    let statements: Promise<unknown> | undefined;
    const options = new Map<string, pulumi.CustomResourceOptions>();
    const seen = await record(
        () => {
            const transformations: pulumi.ResourceTransformation[] = [
                ({ name, type, opts }) => {
                    options.set(`${type} ${name}`, opts);
                    return undefined;
                },
            ];
            store = dataStore("store", spec, { ...context, ...extra }, { transformations });
            const given = store.statements;
            statements = new Promise((resolve) => given.apply(resolve));
        },
        { outputs },
    );
    return { seen, store: store!, statements: await statements, options };
}

describe("PostgresDatabase", () => {
    const INSTANCE = "aws:rds/instance:Instance";

    it("is encrypted, spread over zones, signed in to with tokens, logged, and kept", async () => {
        const { seen, options } = await made(postgres);
        assert.deepEqual(seen.inputs(INSTANCE, "store-instance"), {
            identifier: "prod-licensing-licences",
            engine: "postgres",
            engineVersion: "17",
            engineLifecycleSupport: "open-source-rds-extended-support-disabled",
            instanceClass: "db.m7g.large",
            dbName: "licences",
            port: 5432,
            storageType: "gp3",
            allocatedStorage: 50,
            maxAllocatedStorage: 200,
            storageEncrypted: true,
            kmsKeyId: "arn:key",
            username: "platform",
            manageMasterUserPassword: true,
            masterUserSecretKmsKeyId: "arn:key",
            iamDatabaseAuthenticationEnabled: true,
            caCertIdentifier: "rds-ca-rsa2048-g1",
            dbSubnetGroupName: "store-subnets",
            vpcSecurityGroupIds: ["store-group-id"],
            publiclyAccessible: false,
            networkType: "IPV4",
            multiAz: true,
            parameterGroupName: "store-parameters",
            autoMinorVersionUpgrade: true,
            allowMajorVersionUpgrade: false,
            applyImmediately: false,
            maintenanceWindow: "sun:01:30-sun:02:30",
            backupRetentionPeriod: 35,
            backupWindow: "00:15-01:15",
            copyTagsToSnapshot: true,
            deleteAutomatedBackups: false,
            skipFinalSnapshot: false,
            finalSnapshotIdentifier: "prod-licensing-licences-final",
            deletionProtection: true,
            enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
            performanceInsightsEnabled: true,
            performanceInsightsKmsKeyId: "arn:key",
            performanceInsightsRetentionPeriod: 7,
            databaseInsightsMode: "standard",
            monitoringInterval: 60,
            monitoringRoleArn: "arn:aws:mock:eu-west-1:123456789012:store-monitoring",
            tags: stored,
        });
        const { protect, ignoreChanges } = options.get(`${INSTANCE} store-instance`)!;
        assert.equal(protect, true);
        assert.deepEqual(ignoreChanges, ["backupRetentionPeriod", "backupWindow"]);
    });

    it("can do without a standby", async () => {
        const { seen } = await made({ ...postgres, multiZone: false });
        assert.equal(seen.inputs(INSTANCE, "store-instance").multiAz, false);
    });

    it("admits its service only, and lets nothing out", async () => {
        const { seen } = await made(postgres);
        assert.deepEqual(seen.inputs("aws:ec2/securityGroup:SecurityGroup", "store-group"), {
            vpcId: "vpc-1",
            description: "PostgreSQL from licensing only",
            tags: { ...tags, Name: "prod-licensing-licences" },
        });
        const rule = { ipProtocol: "tcp", fromPort: 5432, toPort: 5432, tags };
        assert.deepEqual(
            Object.values(
                seen.inputsByName("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
            ),
            [
                {
                    ...rule,
                    securityGroupId: "store-group-id",
                    referencedSecurityGroupId: "sg-service",
                    description: "PostgreSQL from licensing",
                },
            ],
        );
        assert.deepEqual(
            Object.values(
                seen.inputsByName("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
            ),
            [
                {
                    ...rule,
                    securityGroupId: "sg-service",
                    referencedSecurityGroupId: "store-group-id",
                    description: "PostgreSQL to prod-licensing-licences",
                },
            ],
        );
    });

    it("lives in the data subnets, under parameters of its own", async () => {
        const { seen } = await made(postgres);
        assert.deepEqual(
            seen.inputs("aws:rds/subnetGroup:SubnetGroup", "store-subnets").subnetIds,
            ["subnet-1", "subnet-2"],
        );
        const { family, parameters } = seen.inputs(
            "aws:rds/parameterGroup:ParameterGroup",
            "store-parameters",
        );
        assert.equal(family, "postgres17");
        assert.deepEqual((parameters as unknown[]).at(-1), { name: "rds.force_ssl", value: "1" });
    });

    it("writes to encrypted log groups that are there first", async () => {
        const { seen, store } = await made(postgres);
        const names = [
            "/aws/rds/instance/prod-licensing-licences/postgresql",
            "/aws/rds/instance/prod-licensing-licences/upgrade",
        ];
        assert.deepEqual(
            Object.values(seen.inputsByName("aws:cloudwatch/logGroup:LogGroup")),
            names.map((name) => ({ name, kmsKeyId: "arn:key", retentionInDays: 400, tags })),
        );
        assert.deepEqual(store.logGroupNames, names);
        const order = seen.resources.map(({ name }) => name);
        assert.ok(order.indexOf("store-upgrade-log") < order.indexOf("store-instance"));
    });

    it("is watched from inside by a role of RDS in this account only", async () => {
        const { seen } = await made(postgres);
        const { assumeRolePolicy, name } = seen.inputs("aws:iam/role:Role", "store-monitoring");
        assert.equal(name, "prod-licensing-licences-rds");
        assert.deepEqual(JSON.parse(String(assumeRolePolicy)), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "EnhancedMonitoring",
                    Effect: "Allow",
                    Principal: { Service: "monitoring.rds.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
                },
            ],
        });
        assert.deepEqual(
            seen.inputs(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                "store-monitoring-policy",
            ),
            {
                role: "prod-licensing-licences-rds",
                policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
            },
        );
    });

    it("has a role whose name IAM takes, however long the database's is", async () => {
        const { seen } = await made({ ...postgres, deployedName: "d".repeat(63) });
        const { name } = seen.inputs("aws:iam/role:Role", "store-monitoring");
        assert.equal(name, `${"d".repeat(60)}-rds`);
    });

    it("tells its service where it is, and lets it sign in", async () => {
        const { store, statements } = await made(postgres);
        assert.deepEqual(Object.keys(store.environment), [
            "DATABASE_LICENCES_HOST",
            "DATABASE_LICENCES_PORT",
            "DATABASE_LICENCES_NAME",
            "DATABASE_LICENCES_USER",
        ]);
        assert.deepEqual(statements, [
            {
                Sid: "SignInToDatabase",
                Effect: "Allow",
                Action: "rds-db:connect",
                Resource: "arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ABC/application",
            },
        ]);
    });

    it("reports a version that speaks plain text", async () => {
        await assert.rejects(made({ ...postgres, engineVersion: "13" }), {
            message:
                'engineVersion: found "13", expected PostgreSQL 15 or later, such as 17 or 17.5',
        });
    });
});

describe("ServiceTable", () => {
    const TABLE = "aws:dynamodb/table:Table";
    const table: DataStoreSpec = {
        type: "table",
        name: "usage-reports",
        deployedName: "prod-usage-reports",
        partitionKey: "supportEntitlementNumber",
    };

    it("is encrypted, restorable to the second, kept, and lets items expire", async () => {
        const { seen, options, store } = await made(table);
        assert.deepEqual(seen.inputs(TABLE, "store-table"), {
            name: "prod-usage-reports",
            billingMode: "PAY_PER_REQUEST",
            hashKey: "supportEntitlementNumber",
            attributes: [{ name: "supportEntitlementNumber", type: "S" }],
            ttl: { attributeName: "expiresAt", enabled: true },
            serverSideEncryption: { enabled: true, kmsKeyArn: "arn:key" },
            pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
            deletionProtectionEnabled: true,
            tags: stored,
        });
        assert.equal(options.get(`${TABLE} store-table`)!.protect, true);
        assert.deepEqual(store.environment, { TABLE_USAGE_REPORTS: "prod-usage-reports" });
    });

    it("orders items by a second attribute, and lets them expire by another one", async () => {
        const { seen, statements } = await made({
            ...table,
            sortKey: "receivedAt",
            expiryAttribute: "deleteAfter",
        });
        const { rangeKey, attributes, ttl } = seen.inputs(TABLE, "store-table");
        assert.equal(rangeKey, "receivedAt");
        assert.deepEqual(attributes, [
            { name: "supportEntitlementNumber", type: "S" },
            { name: "receivedAt", type: "S" },
        ]);
        assert.deepEqual(ttl, { attributeName: "deleteAfter", enabled: true });
        const [{ Resource }] = statements as [{ Resource: unknown }];
        assert.deepEqual(Resource, [
            "arn:aws:mock:eu-west-1:123456789012:store-table",
            "arn:aws:mock:eu-west-1:123456789012:store-table/index/*",
        ]);
    });
});

describe("ServiceBucket", () => {
    const bucket: DataStoreSpec = { type: "bucket", name: "files", deployedName: "appsonic-files" };
    const expiration = (seen: Recording): unknown => {
        const { rules } = seen.inputs(
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
            "store-lifecycle",
        ) as { rules: { expiration: unknown }[] };
        return rules[0]!.expiration;
    };

    it("is a private bucket whose objects expire when the promised period is over", async () => {
        const { seen, options, store, statements } = await made(bucket);
        assert.deepEqual(seen.inputs("aws:s3/bucket:Bucket", "store-bucket"), {
            bucket: "appsonic-files",
            forceDestroy: false,
            tags: stored,
        });
        assert.equal(options.get("aws:s3/bucket:Bucket store-bucket")!.protect, true);
        assert.deepEqual(expiration(seen), {
            days: 1096,
        });
        assert.deepEqual(store.environment, { BUCKET_FILES: "appsonic-files" });
        const resources = (statements as { Resource: unknown }[]).map(({ Resource }) => Resource);
        assert.deepEqual(resources, ["arn:aws:s3:::files", "arn:aws:s3:::files/*"]);
    });

    it("keeps objects where no period is promised", async () => {
        const { seen } = await made(bucket, { retentionDays: undefined });
        assert.deepEqual(expiration(seen), {
            expiredObjectDeleteMarker: true,
        });
    });
});
