import type { Replacing } from "./replacing";

const BUCKET = "bucket bucketNamespace bucketPrefix objectLockEnabled";
const OF_BUCKET = "bucket expectedBucketOwner";
const OBJECT = "bucket key";

/** Where data is kept: what replaces here, loses data. */
export const DATA: Replacing = {
    "aws:backup/framework:Framework": "name",
    "aws:backup/plan:Plan": "name",
    "aws:backup/regionSettings:RegionSettings": "",
    "aws:backup/reportPlan:ReportPlan": "name",
    "aws:backup/restoreTestingPlan:RestoreTestingPlan": "name",
    "aws:backup/restoreTestingSelection:RestoreTestingSelection":
        "name protectedResourceType restoreTestingPlanName",
    // A selection cannot be changed at all.
    "aws:backup/selection:Selection":
        "conditions iamRoleArn name notResources planId resources selectionTags",
    "aws:backup/vault:Vault": "kmsKeyArn name",
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration":
        "backupVaultName changeableForDays maxRetentionDays minRetentionDays",
    "aws:backup/vaultNotifications:VaultNotifications":
        "backupVaultEvents backupVaultName snsTopicArn",
    "aws:backup/vaultPolicy:VaultPolicy": "backupVaultName",
    "aws:dynamodb/resourcePolicy:ResourcePolicy": "resourceArn",
    "aws:dynamodb/table:Table":
        "hashKey importTable localSecondaryIndexes name rangeKey restoreBackupArn restoreDateTime restoreSourceName restoreSourceTableArn restoreToLatestTime",
    "aws:dynamodb/tableItem:TableItem": "hashKey rangeKey tableName",
    "aws:ebs/defaultKmsKey:DefaultKmsKey": "keyArn",
    "aws:ebs/encryptionByDefault:EncryptionByDefault": "",
    "aws:ebs/snapshot:Snapshot": "description outpostArn volumeId",
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": "",
    "aws:ebs/volume:Volume":
        "availabilityZone encrypted kmsKeyId multiAttachEnabled outpostArn snapshotId volumeInitializationRate",
    "aws:ecr/lifecyclePolicy:LifecyclePolicy": "policy repository",
    "aws:ecr/repository:Repository": "encryptionConfigurations name",
    "aws:efs/fileSystem:FileSystem":
        "availabilityZoneName creationToken encrypted kmsKeyId performanceMode",
    "aws:elasticache/replicationGroup:ReplicationGroup":
        "atRestEncryptionEnabled dataTieringEnabled kmsKeyId networkType port replicationGroupId snapshotArns snapshotName subnetGroupName",
    "aws:rds/cluster:Cluster":
        "clusterIdentifier clusterIdentifierPrefix databaseName dbSystemId engine engineMode kmsKeyId masterUsername restoreToPointInTime snapshotIdentifier sourceRegion storageEncrypted",
    "aws:rds/clusterInstance:ClusterInstance":
        "availabilityZone clusterIdentifier customIamInstanceProfile dbSubnetGroupName engine",
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": "description family name namePrefix",
    "aws:rds/eventSubscription:EventSubscription": "name namePrefix",
    // The identifier is not here: RDS renames an instance in place.
    "aws:rds/instance:Instance":
        "availabilityZone backupTarget characterSetName customIamInstanceProfile dbName engine kmsKeyId ncharCharacterSetName restoreToPointInTime s3Import snapshotIdentifier storageEncrypted timezone username",
    "aws:rds/optionGroup:OptionGroup":
        "engineName majorEngineVersion name namePrefix optionGroupDescription",
    "aws:rds/parameterGroup:ParameterGroup": "description family name namePrefix",
    "aws:rds/subnetGroup:SubnetGroup": "name namePrefix",
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": "accountId",
    "aws:s3/bucket:Bucket": BUCKET,
    "aws:s3/bucketAcl:BucketAcl": OF_BUCKET,
    "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": OF_BUCKET,
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": OF_BUCKET,
    "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2": OF_BUCKET,
    "aws:s3/bucketLogging:BucketLogging": OF_BUCKET,
    "aws:s3/bucketLoggingV2:BucketLoggingV2": OF_BUCKET,
    "aws:s3/bucketMetric:BucketMetric": "bucket name",
    "aws:s3/bucketNotification:BucketNotification": "bucket",
    "aws:s3/bucketObject:BucketObject": OBJECT,
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": OF_BUCKET,
    "aws:s3/bucketObjectv2:BucketObjectv2": OBJECT,
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": "bucket",
    "aws:s3/bucketPolicy:BucketPolicy": "bucket",
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": "bucket",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig": "bucket",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration":
        OF_BUCKET,
    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2":
        OF_BUCKET,
    "aws:s3/bucketV2:BucketV2": BUCKET,
    "aws:s3/bucketVersioning:BucketVersioning": OF_BUCKET,
    "aws:s3/bucketVersioningV2:BucketVersioningV2": OF_BUCKET,
    "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": OF_BUCKET,
};
