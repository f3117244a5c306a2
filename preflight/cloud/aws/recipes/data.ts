import { unwrap } from "../../../values";
import { hex } from "../../identity";
import { known } from "../../provider/context";
import type { Subject } from "../template";
import type { Preparation, Preparations } from "./recipe";

const ofBucket: Preparation = { id: "{bucket}" };
const object: Preparation = {
    id: "{bucket}/{key}",
    arn: "arn:{partition}:s3:::{bucket}/{key}",
    outputs: {
        etag: "{hex32}",
        versionId: "",
        acl: "private",
        storageClass: "STANDARD",
        serverSideEncryption: "AES256",
        contentType: "application/octet-stream",
    },
};
const bucket: Preparation = {
    id: "{bucket}",
    arn: "arn:{partition}:s3:::{id}",
    outputs: {
        bucketDomainName: "{id}.s3.{suffix}",
        bucketRegionalDomainName: "{id}.s3.{region}.{suffix}",
        bucketRegion: "{region}",
        hostedZoneId: "Z3AQBSTGFYJSTF",
        acl: "private",
        requestPayer: "BucketOwner",
        // S3 encrypts every new bucket with its own keys since January 2023.
        serverSideEncryptionConfiguration: {
            rule: {
                applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" },
                bucketKeyEnabled: false,
            },
        },
        versioning: { enabled: false, mfaDelete: false },
        websiteDomain: "s3-website.{region}.{suffix}",
        websiteEndpoint: "{id}.s3-website.{region}.{suffix}",
    },
};

const engine = ({ inputs }: Subject): string => known(unwrap(inputs.engine)) ?? "postgres";
const port = (subject: Subject): number => (/postgres/.test(engine(subject)) ? 5432 : 3306);
/** The port that the program chose, else the engine's. */
const portOf = (subject: Subject): number => {
    const chosen = unwrap(subject.inputs.port);
    return typeof chosen === "number" ? chosen : port(subject);
};
const zones = ({ region }: Subject): readonly string[] =>
    ["a", "b", "c"].map((letter) => `${region}${letter}`);

/** Where data is kept. */
export const DATA: Preparations = {
    "aws:s3/bucket:Bucket": bucket,
    "aws:s3/bucketV2:BucketV2": bucket,
    "aws:s3/bucketObject:BucketObject": object,
    "aws:s3/bucketObjectv2:BucketObjectv2": object,
    ...Object.fromEntries(
        [
            "bucketAcl:BucketAcl",
            "bucketCorsConfiguration:BucketCorsConfiguration",
            "bucketLifecycleConfiguration:BucketLifecycleConfiguration",
            "bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
            "bucketLogging:BucketLogging",
            "bucketLoggingV2:BucketLoggingV2",
            "bucketNotification:BucketNotification",
            "bucketObjectLockConfiguration:BucketObjectLockConfiguration",
            "bucketOwnershipControls:BucketOwnershipControls",
            "bucketPolicy:BucketPolicy",
            "bucketPublicAccessBlock:BucketPublicAccessBlock",
            "bucketReplicationConfig:BucketReplicationConfig",
            "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
            "bucketVersioning:BucketVersioning",
            "bucketVersioningV2:BucketVersioningV2",
            "bucketWebsiteConfiguration:BucketWebsiteConfiguration",
        ].map((type) => [`aws:s3/${type}`, ofBucket]),
    ),
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
        id: "{account}",
        outputs: { accountId: "{account}" },
    },
    "aws:dynamodb/table:Table": {
        id: "{name}",
        arn: "arn:{partition}:dynamodb:{region}:{account}:table/{id}",
        outputs: {
            streamArn: ({ inputs, partition, region, account, id }) =>
                unwrap(inputs.streamEnabled) === true
                    ? `arn:${partition}:dynamodb:${region}:${account}:table/${id}/stream/2020-01-01T00:00:00.000`
                    : "",
            streamLabel: ({ inputs }) =>
                unwrap(inputs.streamEnabled) === true ? "2020-01-01T00:00:00.000" : "",
            streamViewType: "",
            readCapacity: 0,
            writeCapacity: 0,
            pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 0 },
            serverSideEncryption: { enabled: false, kmsKeyArn: "" },
        },
    },
    "aws:dynamodb/resourcePolicy:ResourcePolicy": {
        id: "{resourceArn}",
        outputs: { revisionId: "{digits13}" },
    },
    "aws:dynamodb/tableItem:TableItem": { id: "{tableName}|{hashKey}" },
    "aws:rds/instance:Instance": {
        id: "db-{caps26}",
        arn: "arn:{partition}:rds:{region}:{account}:db:{identifier}",
        outputs: {
            address,
            endpoint: (subject) => `${address(subject)}:${portOf(subject)}`,
            port,
            hostedZoneId: "Z29XKXDKYMONMX",
            resourceId: "{id}",
            status: "available",
            availabilityZone: "{region}a",
            engineVersion: "16.4",
            engineVersionActual: "16.4",
            caCertIdentifier: "rds-ca-rsa2048-g1",
            backupRetentionPeriod: 0,
            backupWindow: "03:00-03:30",
            maintenanceWindow: "sun:04:00-sun:04:30",
            licenseModel: "postgresql-license",
            monitoringRoleArn: "",
            multiAz: false,
            networkType: "IPV4",
            username: "root",
            replicas: [],
            listenerEndpoints: [],
            masterUserSecrets: (subject) => secretsOf(subject, "rds!db"),
            latestRestorableTime: "",
        },
    },
    "aws:rds/cluster:Cluster": {
        id: "{clusterIdentifier}",
        arn: "arn:{partition}:rds:{region}:{account}:cluster:{id}",
        outputs: {
            endpoint: "{id}.cluster-{hex12}.{region}.rds.{suffix}",
            readerEndpoint: "{id}.cluster-ro-{hex12}.{region}.rds.{suffix}",
            clusterIdentifier: "{id}",
            clusterResourceId: "cluster-{caps26}",
            hostedZoneId: "Z29XKXDKYMONMX",
            port,
            availabilityZones: zones,
            masterUserSecrets: (subject) => secretsOf(subject, "rds!cluster"),
        },
    },
    "aws:rds/clusterInstance:ClusterInstance": {
        id: "{identifier}",
        arn: "arn:{partition}:rds:{region}:{account}:db:{id}",
        outputs: {
            endpoint: "{id}.{hex12}.{region}.rds.{suffix}",
            dbiResourceId: "db-{caps26}",
            port,
            writer: true,
        },
    },
    "aws:rds/subnetGroup:SubnetGroup": {
        id: "{name}",
        arn: "arn:{partition}:rds:{region}:{account}:subgrp:{id}",
        outputs: { supportedNetworkTypes: ["IPV4"] },
    },
    "aws:rds/parameterGroup:ParameterGroup": {
        id: "{name}",
        arn: "arn:{partition}:rds:{region}:{account}:pg:{id}",
    },
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": {
        id: "{name}",
        arn: "arn:{partition}:rds:{region}:{account}:cluster-pg:{id}",
    },
    "aws:rds/optionGroup:OptionGroup": {
        id: "{name}",
        arn: "arn:{partition}:rds:{region}:{account}:og:{id}",
    },
    "aws:rds/eventSubscription:EventSubscription": {
        id: "{name}",
        arn: "arn:{partition}:rds:{region}:{account}:es:{id}",
        outputs: { customerAwsId: "{account}" },
    },
    "aws:efs/fileSystem:FileSystem": {
        id: "fs-{hex17}",
        arn: "arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{id}",
        outputs: {
            dnsName: "{id}.efs.{region}.{suffix}",
            ownerId: "{account}",
            numberOfMountTargets: 0,
            performanceMode: "generalPurpose",
        },
    },
    "aws:ecr/repository:Repository": {
        id: "{name}",
        arn: "arn:{partition}:ecr:{region}:{account}:repository/{id}",
        outputs: {
            repositoryUrl: "{account}.dkr.ecr.{region}.{suffix}/{id}",
            registryId: "{account}",
        },
    },
    "aws:ecr/lifecyclePolicy:LifecyclePolicy": {
        id: "{repository}",
        outputs: { registryId: "{account}" },
    },
    "aws:elasticache/replicationGroup:ReplicationGroup": {
        id: "{replicationGroupId}",
        arn: "arn:{partition}:elasticache:{region}:{account}:replicationgroup:{id}",
        outputs: { primaryEndpointAddress: "{id}.{hex6}.ng.0001.{region}.cache.{suffix}" },
    },
    "aws:backup/vault:Vault": {
        id: "{name}",
        arn: "arn:{partition}:backup:{region}:{account}:backup-vault:{id}",
        outputs: { recoveryPoints: 0, kmsKeyArn: "" },
    },
    "aws:backup/vaultPolicy:VaultPolicy": {
        id: "{backupVaultName}",
        outputs: {
            backupVaultArn:
                "arn:{partition}:backup:{region}:{account}:backup-vault:{backupVaultName}",
        },
    },
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
        id: "{backupVaultName}",
        outputs: {
            backupVaultArn:
                "arn:{partition}:backup:{region}:{account}:backup-vault:{backupVaultName}",
        },
    },
    "aws:backup/vaultNotifications:VaultNotifications": {
        id: "{backupVaultName}",
        outputs: {
            backupVaultArn:
                "arn:{partition}:backup:{region}:{account}:backup-vault:{backupVaultName}",
        },
    },
    "aws:backup/plan:Plan": {
        id: "{uuid}",
        arn: "arn:{partition}:backup:{region}:{account}:backup-plan:{id}",
        outputs: { version: "{hex48}" },
    },
    "aws:backup/selection:Selection": { id: "{uuid}", outputs: { conditions: [] } },
    "aws:backup/framework:Framework": {
        id: "{name}",
        arn: "arn:{partition}:backup:{region}:{account}:framework:{id}",
        outputs: {
            creationTime: "2020-01-01T00:00:00Z",
            deploymentStatus: "COMPLETED",
            status: "ACTIVE",
        },
    },
    "aws:backup/reportPlan:ReportPlan": {
        id: "{name}",
        arn: "arn:{partition}:backup:{region}:{account}:report-plan:{id}",
        outputs: { creationTime: "2020-01-01T00:00:00Z", deploymentStatus: "COMPLETED" },
    },
    "aws:backup/regionSettings:RegionSettings": { id: "{region}" },
    "aws:backup/restoreTestingPlan:RestoreTestingPlan": {
        id: "{name}",
        arn: "arn:{partition}:backup:{region}:{account}:restore-testing-plan:{id}-{uuid}",
    },
    "aws:backup/restoreTestingSelection:RestoreTestingSelection": {
        id: "{restoreTestingPlanName}:{name}",
    },
};

function address({ inputs, name, seed, region, suffix }: Subject): string {
    const identifier = unwrap(inputs.identifier);
    return `${typeof identifier === "string" ? identifier : name}.${hex(seed, 12)}.${region}.rds.${suffix}`;
}

function secretsOf({ inputs, partition, region, account, seed }: Subject, prefix: string): unknown {
    if (unwrap(inputs.manageMasterUserPassword) !== true) return [];
    const name = `${prefix}-${hex(seed, 8)}`;
    return [
        {
            kmsKeyId: unwrap(inputs.masterUserSecretKmsKeyId) ?? "",
            secretArn: `arn:${partition}:secretsmanager:${region}:${account}:secret:${name}-AbCdEf`,
            secretStatus: "active",
        },
    ];
}
