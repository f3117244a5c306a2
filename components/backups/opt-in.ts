/**
 * Which types AWS Backup handles in the region. All types are stated: AWS reports the ones left out, which would be a
 * difference for ever.
 */
export const OPT_IN = {
    resourceTypeOptInPreference: {
        Aurora: false,
        CloudFormation: false,
        DocumentDB: false,
        DynamoDB: true,
        EBS: true,
        EC2: true,
        EFS: false,
        FSx: false,
        Neptune: false,
        RDS: true,
        Redshift: false,
        S3: true,
        "SAP HANA on Amazon EC2": false,
        "Storage Gateway": false,
        Timestream: false,
        VirtualMachine: false,
    },
    // Tables' recovery points get the vault's key, its lock and cold storage only when AWS Backup manages them fully.
    resourceTypeManagementPreference: { DynamoDB: true, EFS: false },
};
