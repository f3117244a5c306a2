import type { Policy } from "../lib/policy";
import { apiBackendHttps } from "./api-backend-https";
import { apiCacheTls } from "./api-cache-tls";
import { apiTlsPolicy } from "./api-tls-policy";
import { beanstalkListenerHttps } from "./beanstalk-listener-https";
import { beanstalkNotificationHttps } from "./beanstalk-notification-https";
import { beanstalkProcessHttps } from "./beanstalk-process-https";
import { beanstalkSsh } from "./beanstalk-ssh";
import { beanstalkTlsPolicy } from "./beanstalk-tls-policy";
import { bucketPolicySecureTransport } from "./bucket-policy-secure-transport";
import { bucketSecureTransport } from "./bucket-secure-transport";
import { bucketWebsite } from "./bucket-website";
import { certificateKey } from "./certificate-key";
import { certificateManaged } from "./certificate-managed";
import { certificateTransparency } from "./certificate-transparency";
import { certificateValidation } from "./certificate-validation";
import { classicListenerTlsPolicy } from "./classic-listener-tls-policy";
import { classicTlsPolicy } from "./classic-tls-policy";
import { databaseProxyTls } from "./database-proxy-tls";
import { databaseTls } from "./database-tls";
import { daxTls } from "./dax-tls";
import { distributionOriginHttps } from "./distribution-origin-https";
import { distributionOriginTlsVersion } from "./distribution-origin-tls-version";
import { distributionTlsPolicy } from "./distribution-tls-policy";
import { distributionViewerHttps } from "./distribution-viewer-https";
import { efsMountTls } from "./efs-mount-tls";
import { elasticacheTls } from "./elasticache-tls";
import { kafkaClusterTls } from "./kafka-cluster-tls";
import { kafkaConnectorTls } from "./kafka-connector-tls";
import { listenerCertificate } from "./listener-certificate";
import { listenerHttps } from "./listener-https";
import { listenerTlsPolicy } from "./listener-tls-policy";
import { lustreEncryption } from "./lustre-encryption";
import { memorydbTls } from "./memorydb-tls";
import { messagePolicySecureTransport } from "./message-policy-secure-transport";
import { messageSecureTransport } from "./message-secure-transport";
import { networkAclPorts } from "./network-acl-ports";
import { networkAclRules } from "./network-acl-rules";
import { oracleNetworkEncryption } from "./oracle-network-encryption";
import { parameterGroupTls } from "./parameter-group-tls";
import { redirectHttps } from "./redirect-https";
import { redshiftServerlessTls } from "./redshift-serverless-tls";
import { searchDomainHttps } from "./search-domain-https";
import { searchDomainNodeEncryption } from "./search-domain-node-encryption";
import { searchDomainTlsVersion } from "./search-domain-tls-version";
import { securityGroupNetworks } from "./security-group-networks";
import { securityGroupPorts } from "./security-group-ports";
import { sshBastion } from "./ssh-bastion";
import { sshNetworks } from "./ssh-networks";
import { sshRanges } from "./ssh-ranges";
import { targetHealthCheckTls } from "./target-health-check-tls";
import { targetTls } from "./target-tls";
import { tlsSettingsInStack } from "./tls-settings-in-stack";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [
    apiBackendHttps,
    apiCacheTls,
    apiTlsPolicy,
    beanstalkListenerHttps,
    beanstalkNotificationHttps,
    beanstalkProcessHttps,
    beanstalkSsh,
    beanstalkTlsPolicy,
    bucketPolicySecureTransport,
    bucketSecureTransport,
    bucketWebsite,
    certificateKey,
    certificateManaged,
    certificateTransparency,
    certificateValidation,
    classicListenerTlsPolicy,
    classicTlsPolicy,
    databaseProxyTls,
    databaseTls,
    daxTls,
    distributionOriginHttps,
    distributionOriginTlsVersion,
    distributionTlsPolicy,
    distributionViewerHttps,
    efsMountTls,
    elasticacheTls,
    kafkaClusterTls,
    kafkaConnectorTls,
    listenerCertificate,
    listenerHttps,
    listenerTlsPolicy,
    lustreEncryption,
    memorydbTls,
    messagePolicySecureTransport,
    messageSecureTransport,
    networkAclPorts,
    networkAclRules,
    oracleNetworkEncryption,
    parameterGroupTls,
    redirectHttps,
    redshiftServerlessTls,
    searchDomainHttps,
    searchDomainNodeEncryption,
    searchDomainTlsVersion,
    securityGroupNetworks,
    securityGroupPorts,
    sshBastion,
    sshNetworks,
    sshRanges,
    targetHealthCheckTls,
    targetTls,
    tlsSettingsInStack,
];
