import { unwrap } from "../../../values";
import { hex } from "../../identity";
import type { Subject } from "../template";
import type { Preparation, Preparations } from "./recipe";

const IAM = "arn:{partition}:iam::{account}:";

/** An ARN with the path that IAM puts before a name (`/` where none is set). */
function inPath(kind: string): (subject: Subject) => string {
    return ({ inputs, partition, account, name }) => {
        const path = unwrap(inputs.path);
        return `arn:${partition}:iam::${account}:${kind}${typeof path === "string" ? path : "/"}${name}`;
    };
}

const attachment = (of: string): Preparation => ({ id: `{${of}}/{policyArn}` });
const inline = (of: string): Preparation => ({ id: `{${of}}:{name}` });
// No time of day: two runs of one program give the same document.
const CREATED = "2020-01-01T00:00:00Z";

/** Identity, keys, secrets, certificates and the account's watchmen. */
export const SECURITY: Preparations = {
    "aws:iam/role:Role": {
        id: "{name}",
        arn: inPath("role"),
        outputs: {
            uniqueId: "AROA{caps17}",
            createDate: CREATED,
            managedPolicyArns: [],
            inlinePolicies: [],
        },
    },
    "aws:iam/user:User": {
        id: "{name}",
        arn: inPath("user"),
        outputs: { uniqueId: "AIDA{caps17}" },
    },
    "aws:iam/group:Group": {
        id: "{name}",
        arn: inPath("group"),
        outputs: { uniqueId: "AGPA{caps17}" },
    },
    "aws:iam/policy:Policy": {
        id: inPath("policy"),
        arn: "{id}",
        outputs: { policyId: "ANPA{caps17}", attachmentCount: 0 },
    },
    "aws:iam/instanceProfile:InstanceProfile": {
        id: "{name}",
        arn: inPath("instance-profile"),
        outputs: { uniqueId: "AIPA{caps17}", createDate: CREATED },
    },
    "aws:iam/rolePolicy:RolePolicy": inline("role"),
    "aws:iam/userPolicy:UserPolicy": inline("user"),
    "aws:iam/groupPolicy:GroupPolicy": inline("group"),
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": attachment("role"),
    "aws:iam/userPolicyAttachment:UserPolicyAttachment": attachment("user"),
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": attachment("group"),
    "aws:iam/policyAttachment:PolicyAttachment": { id: "{name}" },
    "aws:iam/accessKey:AccessKey": {
        id: "AKIA{caps16}",
        outputs: {
            secret: "{hex40}",
            sesSmtpPasswordV4: "{hex44}",
            createDate: CREATED,
            status: "Active",
        },
    },
    "aws:iam/accountAlias:AccountAlias": { id: "{accountAlias}" },
    "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
        id: "iam-account-password-policy",
        outputs: { expirePasswords: false },
    },
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
        id: ({ inputs, partition, account }) =>
            `arn:${partition}:iam::${account}:oidc-provider/${String(unwrap(inputs.url)).replace(/^https:\/\//, "")}`,
        arn: "{id}",
    },
    "aws:iam/samlProvider:SamlProvider": { id: `${IAM}saml-provider/{name}`, arn: "{id}" },
    "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
        id: `${IAM}role/aws-service-role/{awsServiceName}/AWSServiceRole`,
        arn: "{id}",
        outputs: {
            uniqueId: "AROA{caps17}",
            path: "/aws-service-role/{awsServiceName}/",
            createDate: CREATED,
        },
    },
    "aws:kms/key:Key": {
        id: "{uuid}",
        arn: "arn:{partition}:kms:{region}:{account}:key/{id}",
        outputs: {
            keyId: "{id}",
            customerMasterKeySpec: "SYMMETRIC_DEFAULT",
            keyUsage: "ENCRYPT_DECRYPT",
            multiRegion: false,
            rotationPeriodInDays: 365,
        },
    },
    "aws:kms/alias:Alias": {
        id: "{name}",
        arn: "arn:{partition}:kms:{region}:{account}:{name}",
        outputs: {
            targetKeyArn: ({ inputs, partition, region, account }) => {
                const key = String(unwrap(inputs.targetKeyId));
                return key.startsWith("arn:")
                    ? key
                    : `arn:${partition}:kms:${region}:${account}:key/${key}`;
            },
        },
    },
    "aws:kms/grant:Grant": {
        id: "{keyId}:{hex64}",
        outputs: { grantId: "{hex64}", grantToken: "{hex64}" },
    },
    "aws:kms/keyPolicy:KeyPolicy": { id: "{keyId}" },
    "aws:secretsmanager/secret:Secret": {
        id: "arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-{caps6}",
        arn: "{id}",
        outputs: { replicas: [] },
    },
    "aws:secretsmanager/secretVersion:SecretVersion": {
        id: "{secretId}|{uuid}",
        arn: "{secretId}",
        outputs: { versionId: "{uuid}", versionStages: ["AWSCURRENT"] },
    },
    "aws:secretsmanager/secretPolicy:SecretPolicy": { id: "{secretArn}" },
    "aws:secretsmanager/secretRotation:SecretRotation": {
        id: "{secretId}",
        outputs: { rotationEnabled: true },
    },
    "aws:acm/certificate:Certificate": {
        id: "arn:{partition}:acm:{region}:{account}:certificate/{uuid}",
        arn: "{id}",
        outputs: {
            domainValidationOptions: ({ inputs, seed }) => validation(inputs, seed),
            keyAlgorithm: "RSA_2048",
            notAfter: "2031-01-01T00:00:00Z",
            notBefore: CREATED,
            status: "ISSUED",
            type: "AMAZON_ISSUED",
            renewalEligibility: "ELIGIBLE",
            renewalSummaries: [],
            validationEmails: [],
            subjectAlternativeNames: ({ inputs }) => [unwrap(inputs.domainName) ?? ""],
        },
    },
    "aws:acm/certificateValidation:CertificateValidation": { id: CREATED },
    "aws:guardduty/detector:Detector": {
        id: "{hex32}",
        arn: "arn:{partition}:guardduty:{region}:{account}:detector/{id}",
        outputs: { accountId: "{account}", findingPublishingFrequency: "SIX_HOURS" },
    },
    "aws:guardduty/detectorFeature:DetectorFeature": { id: "{detectorId}/{name}" },
    "aws:securityhub/account:Account": {
        id: "{account}",
        arn: "arn:{partition}:securityhub:{region}:{account}:hub/default",
    },
    "aws:securityhub/standardsSubscription:StandardsSubscription": {
        id: "arn:{partition}:securityhub:{region}:{account}:subscription/{hex12}/v/1.0.0",
    },
    "aws:accessanalyzer/analyzer:Analyzer": {
        id: "{analyzerName}",
        arn: "arn:{partition}:access-analyzer:{region}:{account}:analyzer/{id}",
    },
    "aws:inspector2/enabler:Enabler": { id: "{account}-ec2" },
    "aws:macie2/account:Account": {
        id: "{account}",
        outputs: {
            createdAt: CREATED,
            updatedAt: CREATED,
            status: "ENABLED",
            serviceRole: `${IAM}role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
        },
    },
    "aws:wafv2/webAcl:WebAcl": {
        id: "{uuid}",
        arn: ({ inputs, partition, region, account, name, id }) =>
            `arn:${partition}:wafv2:${region}:${account}:${scope(inputs)}/webacl/${name}/${id}`,
        outputs: { capacity: 100, lockToken: "{uuid}", applicationIntegrationUrl: "" },
    },
    "aws:wafv2/ipSet:IpSet": {
        id: "{uuid}",
        arn: ({ inputs, partition, region, account, name, id }) =>
            `arn:${partition}:wafv2:${region}:${account}:${scope(inputs)}/ipset/${name}/${id}`,
        outputs: { lockToken: "{uuid}" },
    },
    "aws:wafv2/ruleGroup:RuleGroup": {
        id: "{uuid}",
        arn: ({ inputs, partition, region, account, name, id }) =>
            `arn:${partition}:wafv2:${region}:${account}:${scope(inputs)}/rulegroup/${name}/${id}`,
        outputs: { lockToken: "{uuid}" },
    },
    "aws:wafv2/webAclAssociation:WebAclAssociation": { id: "{webAclArn},{resourceArn}" },
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": { id: "{resourceArn}" },
    "aws:shield/protection:Protection": {
        id: "{uuid}",
        arn: "arn:{partition}:shield::{account}:protection/{id}",
    },
};

function scope(inputs: Subject["inputs"]): string {
    return unwrap(inputs.scope) === "CLOUDFRONT" ? "global" : "regional";
}

function validation(inputs: Subject["inputs"], seed: string): unknown {
    const names = [
        inputs.domainName,
        ...(Array.isArray(inputs.subjectAlternativeNames)
            ? (inputs.subjectAlternativeNames as unknown[])
            : []),
    ];
    const domains = new Set(
        names.map(unwrap).filter((name): name is string => typeof name === "string"),
    );
    // A wildcard and its bare domain are validated by one and the same record.
    return [...domains].map((domainName) => {
        const zone = domainName.replace(/^\*\./, "");
        const label = hex(`${seed} ${zone}`, 32);
        return {
            domainName,
            resourceRecordName: `_${label}.${zone}.`,
            resourceRecordType: "CNAME",
            resourceRecordValue: `_${hex(`${seed} ${zone} value`, 32)}.acm-validations.aws.`,
        };
    });
}
