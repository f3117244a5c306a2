import type { Replacing } from "./replacing";

/** Identities, keys, certificates and what guards an account. */
export const SECURITY: Replacing = {
    "aws:accessanalyzer/analyzer:Analyzer": "analyzerName type",
    "aws:account/alternativeContact:AlternativeContact": "accountId alternateContactType",
    "aws:acm/certificate:Certificate":
        "certificateAuthorityArn domainName keyAlgorithm subjectAlternativeNames validationMethod validationOptions",
    "aws:acm/certificateValidation:CertificateValidation": "certificateArn validationRecordFqdns",
    "aws:guardduty/detector:Detector": "",
    "aws:guardduty/detectorFeature:DetectorFeature": "detectorId name",
    "aws:iam/accessKey:AccessKey": "pgpKey user",
    "aws:iam/accountAlias:AccountAlias": "accountAlias",
    "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": "",
    // Groups and users are renamed in place.
    "aws:iam/group:Group": "",
    "aws:iam/groupPolicy:GroupPolicy": "group name namePrefix",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": "group policyArn",
    "aws:iam/instanceProfile:InstanceProfile": "name namePrefix path",
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": "url",
    "aws:iam/policy:Policy": "description name namePrefix path",
    "aws:iam/policyAttachment:PolicyAttachment": "name policyArn",
    "aws:iam/role:Role": "name namePrefix path",
    "aws:iam/rolePolicy:RolePolicy": "name namePrefix role",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "policyArn role",
    "aws:iam/samlProvider:SamlProvider": "name",
    "aws:iam/serviceLinkedRole:ServiceLinkedRole": "awsServiceName customSuffix",
    "aws:iam/user:User": "",
    "aws:iam/userPolicy:UserPolicy": "name namePrefix user",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment": "policyArn user",
    "aws:inspector2/enabler:Enabler": "",
    // An alias moves to another key in place, which is how keys are changed.
    "aws:kms/alias:Alias": "name namePrefix",
    "aws:kms/grant:Grant":
        "constraints grantCreationTokens granteePrincipal keyId name operations retireOnDelete retiringPrincipal",
    "aws:kms/key:Key": "customKeyStoreId customerMasterKeySpec keyUsage multiRegion xksKeyId",
    "aws:kms/keyPolicy:KeyPolicy": "keyId",
    "aws:macie2/account:Account": "",
    "aws:secretsmanager/secret:Secret": "name namePrefix type",
    "aws:secretsmanager/secretPolicy:SecretPolicy": "secretArn",
    "aws:secretsmanager/secretRotation:SecretRotation": "secretId",
    // Every value of a secret is a version of its own.
    "aws:secretsmanager/secretVersion:SecretVersion":
        "secretBinary secretId secretString secretStringWoVersion",
    "aws:securityhub/account:Account": "enableDefaultStandards",
    "aws:securityhub/standardsSubscription:StandardsSubscription": "standardsArn",
    "aws:shield/protection:Protection": "name resourceArn",
    "aws:wafv2/ipSet:IpSet": "ipAddressVersion name namePrefix scope",
    "aws:wafv2/ruleGroup:RuleGroup": "capacity name namePrefix scope",
    "aws:wafv2/webAcl:WebAcl": "name namePrefix scope",
    "aws:wafv2/webAclAssociation:WebAclAssociation": "resourceArn webAclArn",
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": "resourceArn",
};
